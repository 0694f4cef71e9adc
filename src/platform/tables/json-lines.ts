import type { Encoding } from './encoding.js';
import { RECORD_BYTES, TableFault, type ByteSource, type TextLine } from './table.js';

const NEW_LINE = 0x0a;

/** Lines that are not blank. The byte of a line feed is part of no other character in either encoding. Throws `record-too-long`. */
export async function* jsonLines(source: ByteSource, encoding: Encoding): AsyncGenerator<TextLine> {
  const decoder = new TextDecoder(encoding);
  let [number, rest]: [number, Buffer] = [0, Buffer.alloc(0)];
  const lineOf = (bytes: Buffer): TextLine => ({ number: (number += 1), text: decoder.decode(withinLimit(bytes, number)).trim() });
  for await (const piece of source.read()) {
    let start = 0;
    for (let end = piece.indexOf(NEW_LINE); end >= 0; end = piece.indexOf(NEW_LINE, start)) {
      const part = piece.subarray(start, end);
      const line = lineOf(rest.length === 0 ? part : Buffer.concat([rest, part]));
      [rest, start] = [Buffer.alloc(0), end + 1];
      if (line.text !== '') yield line;
    }
    rest = withinLimit(Buffer.concat([rest, piece.subarray(start)]), number + 1);
  }
  const last = lineOf(rest);
  if (last.text !== '') yield last;
}

function withinLimit(bytes: Buffer, line: number): Buffer {
  if (bytes.length > RECORD_BYTES) throw new TableFault('record-too-long', { line });
  return bytes;
}
