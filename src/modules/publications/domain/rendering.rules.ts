import type { LocalizedText } from '../../../kernel/text.js';

/** One field of a document, as it is shown. */
export interface ShownField {
  readonly name: string;
  readonly label: LocalizedText;
  /** Only this member of a value that is an object. */
  readonly of?: string;
  readonly unit?: string;
  /** Words for codes. */
  readonly values?: Readonly<Record<string, string>>;
  /** Where a trade secret is in dispute it may stand in this field. */
  readonly secret?: true;
}

/** What a document is rendered from: the record itself, and the names of its parties as they may be shown. */
export interface Rendered {
  readonly title: string;
  readonly number: string | null;
  readonly data: Readonly<Record<string, unknown>>;
  /** Agency that signs, as it is called. */
  readonly signer: string;
  /** YYYY-MM-DD, Asia/Shanghai. */
  readonly day: string;
  /** What is shown for the id of an entry in the case. */
  readonly names: ReadonlyMap<string, string>;
  /** Sentence by which the party was told. */
  readonly told: string | null;
}

/** Where the value of a field stands in the text, UTF-16 units. */
export interface FieldPlace {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The summary goes before the decision (公示规定第四条第二款). The same record gives the same text. */
export function renderDocument({ title, number, data, signer, day, names, told }: Rendered, { summary, fields }: { readonly summary: readonly ShownField[]; readonly fields: readonly ShownField[] }): { readonly text: string; readonly places: readonly FieldPlace[] } {
  const places: FieldPlace[] = [];
  let text = '';
  const write = (field: ShownField, before: string, after: string): void => {
    const value = valueOf(field, data, names);
    if (value === '') return;
    text += before;
    places.push({ name: field.name, start: text.length, end: text.length + value.length });
    text += value + after;
  };
  text += `行政处罚、行政裁决信息摘要\n文号：${number ?? '无'}\n`;
  for (const field of summary) write(field, `${field.label.zh}：`, '\n');
  text += `作出机关：${signer}\n作出日期：${day}\n\n${title}\n${number ?? ''}\n`;
  for (const field of fields) write(field, `【${field.label.zh}】\n`, '\n');
  text += `${told === null ? '' : `${told}\n`}${signer}\n${day}\n`;
  return { text, places };
}

function valueOf({ name, of, unit = '', values = {} }: ShownField, data: Readonly<Record<string, unknown>>, names: ReadonlyMap<string, string>): string {
  const value = data[name];
  const chosen = of === undefined ? value : (value as Readonly<Record<string, unknown>> | null | undefined)?.[of];
  const said = wordsOf(chosen, names, values);
  return said === '' ? '' : `${said}${unit}`;
}

/** Ids of parties become names, every other id nothing; an object gives its content, or all that it holds. */
function wordsOf(value: unknown, names: ReadonlyMap<string, string>, values: Readonly<Record<string, string>>): string {
  if (typeof value === 'string') return (ID.test(value) ? names.get(value) : (values[value] ?? value)) ?? '';
  if (typeof value === 'number') return String(value);
  return typeof value === 'object' && value !== null ? wordsIn(value, names, values) : '';
}

function wordsIn(value: object, names: ReadonlyMap<string, string>, values: Readonly<Record<string, string>>): string {
  if ('content' in value) return wordsOf(value.content, names, values);
  return Object.values(value).map((one) => wordsOf(one, names, values)).filter((one) => one !== '').join(Array.isArray(value) ? '；' : '，');
}
