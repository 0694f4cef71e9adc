import { Readable } from 'node:stream';
import { fromRandomAccessReaderPromise, RandomAccessReader, type Entry, type ZipFile } from 'yauzl';
import { TableFault, type ByteSource } from './table.js';

/** A workbook has a few dozen parts. */
const MOST_ENTRIES = 2_000;
/** Sheets of text shrink to a tenth, very even ones to a fiftieth. A bomb of zeros shrinks to a thousandth. */
const MOST_RATIO = 200;
/** Below this size nobody is hurt by a high ratio. */
const SMALL_BYTES = 16 * 1_048_576;

class KeptFile extends RandomAccessReader {
  constructor(private readonly source: ByteSource) {
    super();
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(marked(this.source.read(start, end)), { objectMode: false });
  }
}

/** An error of the place where the bytes are kept says nothing about the file. */
class SourceError extends Error {}

async function* marked(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* pieces;
  } catch (cause) {
    throw new SourceError('The kept file cannot be read', { cause });
  }
}

/** The parts of a zip file by name. Nothing is unpacked but what is asked for, and that as a stream. */
export class Zip {
  private constructor(
    private readonly file: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** Reads the directory at the end of the file. Throws {@link TableFault}. */
  static async open(source: ByteSource): Promise<Zip> {
    try {
      const file = await fromRandomAccessReaderPromise(new KeptFile(source), source.size, { autoClose: false, lazyEntries: true });
      const entries = new Map<string, Entry>();
      for await (const entry of file.eachEntry()) {
        if (entries.size >= MOST_ENTRIES) throw new TableFault('zip-bomb', { entries: MOST_ENTRIES });
        entries.set(entry.fileName, entry);
      }
      return new Zip(file, entries);
    } catch (error) {
      throw asFault(error);
    }
  }

  get names(): readonly string[] {
    return [...this.entries.keys()];
  }

  /** The text of one part. The directory tells its size, and reading stops with an error where it is more. Throws {@link TableFault}. */
  async *text(name: string, mostBytes: number): AsyncGenerator<string> {
    const entry = this.entries.get(name);
    if (entry === undefined) throw new TableFault('workbook-broken', { part: name });
    refuseLarge(entry, mostBytes);
    const decoder = new TextDecoder('utf-8', { fatal: true });
    try {
      const stream = await this.file.openReadStreamPromise(entry);
      for await (const piece of stream) yield decoder.decode(piece as Buffer, { stream: true });
      yield decoder.decode();
    } catch (error) {
      throw asFault(error);
    }
  }
}

function refuseLarge({ uncompressedSize, compressedSize, fileName, ...entry }: Entry, mostBytes: number): void {
  if ((entry.generalPurposeBitFlag & 1) === 1) throw new TableFault('zip-encrypted', { part: fileName });
  if (uncompressedSize > SMALL_BYTES && uncompressedSize > compressedSize * MOST_RATIO) throw new TableFault('zip-bomb', { part: fileName, ratio: Math.round(uncompressedSize / Math.max(1, compressedSize)) });
  if (uncompressedSize > mostBytes) throw new TableFault('workbook-too-large', { part: fileName, megabytes: Math.ceil(uncompressedSize / 1_048_576) });
}

/** Whatever the zip reader finds wrong, in one word: its messages name things of the file. */
function asFault(error: unknown): unknown {
  return error instanceof TableFault || error instanceof SourceError ? error : new TableFault('zip-broken');
}
