import { type ByteSource, TableFault } from './table.js';

export type Encoding = 'utf-8' | 'gb18030';

/** What the Chinese offices write: UTF-8 from systems, GB18030 from a spreadsheet. The first that fits from end to end. */
const ENCODINGS: readonly Encoding[] = ['utf-8', 'gb18030'];

/** Reads the whole file: a guess from its beginning would be found wrong in the middle of the work. Throws `encoding`. */
export async function encodingOf(source: ByteSource): Promise<Encoding> {
  for (const encoding of ENCODINGS) if (await fits(source, encoding)) return encoding;
  throw new TableFault('encoding');
}

async function fits(source: ByteSource, encoding: Encoding): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const piece of source.read()) decoder.decode(piece, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return false;
    throw error;
  }
}

/** The text of bytes that were found to fit, without a byte order mark. */
export async function* decoded(pieces: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const piece of pieces) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}
