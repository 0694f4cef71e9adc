/** Tables that are taken, by the content type that they are sent with. */
export const TABLE_TYPES = {
  'text/csv': 'csv',
  'application/x-ndjson': 'ndjson',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
} as const;

export type TableFormat = (typeof TABLE_TYPES)[keyof typeof TABLE_TYPES];

/** What a file is by its first bytes, where that is plain. */
const SIGNATURES: readonly { readonly starts: readonly number[]; readonly is: Start }[] = [
  { starts: [0x50, 0x4b, 0x03, 0x04], is: 'zip' },
  { starts: [0xd0, 0xcf, 0x11, 0xe0], is: 'compound' },
  { starts: [0xff, 0xfe], is: 'utf-16' },
  { starts: [0xfe, 0xff], is: 'utf-16' },
  { starts: [0x1f, 0x8b], is: 'other' },
  { starts: [0x25, 0x50, 0x44, 0x46], is: 'other' },
  { starts: [0x89, 0x50, 0x4e, 0x47], is: 'other' },
  { starts: [0x52, 0x61, 0x72, 0x21], is: 'other' },
  { starts: [0x37, 0x7a, 0xbc, 0xaf], is: 'other' },
];

/** `compound` is the container of old .xls files and of encrypted .xlsx files. */
type Start = 'zip' | 'compound' | 'utf-16' | 'other' | 'text';

export type StartProblem = 'not-what-it-says' | 'encrypted-or-old' | 'encoding';

/** What speaks against the format, from the first bytes of the file; null for nothing. */
export function startProblem(format: TableFormat, start: Uint8Array): StartProblem | null {
  const is = SIGNATURES.find(({ starts }) => starts.every((byte, index) => start[index] === byte))?.is ?? 'text';
  if (format === 'xlsx') return is === 'zip' ? null : is === 'compound' ? 'encrypted-or-old' : 'not-what-it-says';
  if (is === 'utf-16') return 'encoding';
  return is === 'text' ? null : 'not-what-it-says';
}
