import { digestsOf } from '../../../kernel/ledger/index.js';
import type { Lifecycle, Move } from '../../../kernel/lifecycle/index.js';
import type { Basis, LocalizedText } from '../../../kernel/text.js';

/** One thing that a document states. */
export interface DocumentField {
  readonly name: string;
  readonly label: LocalizedText;
  /** Without it the document is not issued. */
  readonly required: boolean;
}

/** A kind of official document as its form stood from one day to another, both included, YYYY-MM-DD. */
export interface DocumentKind {
  readonly kind: string;
  readonly title: LocalizedText;
  /** 文号用字, after the letters of the agency; null: it has no number. */
  readonly word: string | null;
  /** Whether 第 stands before the number, as the forms of 2026 print it. */
  readonly ordinal?: true;
  readonly fields: readonly DocumentField[];
  /** 正卷 or 副卷 of the file. */
  readonly volume: 'main' | 'sub';
  /** Item of 令2 第七十八条 under which it is filed: main 1 to 7, sub 1 to 6. Left out: 3 其他法律文书 in the main volume, 6 其他 in the other. */
  readonly item?: number;
  /** `case`: whoever sees the case or complaint sees it. `agency`: only the agency that has the matter. */
  readonly visibility: 'case' | 'agency';
  /** Whose number it takes: the agency that has the matter, or that of the account which decides about it (a superior). Left out: `subject`. */
  readonly issuer?: 'subject' | 'actor';
  /** The form is for subjects whose property has one of these values. A form without this is for the rest; where there is none, the move issues nothing. */
  readonly when?: { readonly property: string; readonly is: readonly string[] };
  /** Why no move of any table issues it. */
  readonly unissued?: string;
  readonly valid: readonly [from: string, to: string | null];
  readonly source: Basis;
}

/** What a document states of itself; the digests are taken over it. */
export interface DocumentContent {
  readonly id: string;
  readonly kind: string;
  readonly kindFrom: string;
  readonly variant: string | null;
  readonly number: string | null;
  readonly agency: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly caseId: string | null;
  readonly issuedBy: string;
  readonly issuedAt: Date;
  readonly data: Readonly<Record<string, unknown>>;
}

const FORMAT = 1;
const LAST_ITEM = { main: 7, sub: 6 } as const;

/** 潮市监处罚〔2026〕12号 (党政机关公文格式: year in brackets U+3014 and U+3015). */
export function numberText(letters: string, { word, ordinal }: Pick<DocumentKind, 'word' | 'ordinal'>, year: number, serial: number): string {
  return `${letters}${word ?? ''}〔${year}〕${ordinal === true ? '第' : ''}${serial}号`;
}

/** Item of the index of the file, 令2 第七十八条. */
export function itemOf({ volume, item }: Pick<DocumentKind, 'volume' | 'item'>): number {
  return item ?? (volume === 'main' ? 3 : 6);
}

/** What the form asks for and the data does not give. */
export function missingFields(fields: readonly DocumentField[], data: Readonly<Record<string, unknown>>): { field: string; label: LocalizedText }[] {
  return fields.filter(({ name, required }) => required && isEmpty(data[name])).map(({ name, label }) => ({ field: name, label }));
}

/** Names that the form does not know. */
export function foreignFields(fields: readonly DocumentField[], data: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(data).filter((name) => !fields.some((field) => field.name === name));
}

/** SHA-256 and SM3 over the same canonical JSON (RFC 8785), lower-case hex. */
export function documentDigests(content: DocumentContent): { sha256: string; sm3: string } {
  const { id, kind, kindFrom, variant, number, agency, subjectType, subjectId, caseId, issuedBy, issuedAt, data } = content;
  return digestsOf({ v: FORMAT, id, kind, kindFrom, variant, number, agency, subjectType, subjectId, caseId, issuedBy, issuedAt: issuedAt.toISOString(), data });
}

/** The forms of a kind on a day, YYYY-MM-DD: those for certain subjects first, the one for the rest last. */
export function formsOn(kinds: readonly DocumentKind[], code: string, day: string): DocumentKind[] {
  const forms = kinds.filter(({ kind, valid: [from, to] }) => kind === code && from <= day && (to === null || day <= to));
  return [...forms.filter(({ when }) => when !== undefined), ...forms.filter(({ when }) => when === undefined)];
}

/** Whether the form is for this subject. */
export function fits({ when }: Pick<DocumentKind, 'when'>, row: object): boolean {
  return when === undefined || when.is.includes(variantOf({ when }, row) ?? '');
}

/** The value of the subject that chose the form; null where nothing had to be chosen. */
export function variantOf({ when }: Pick<DocumentKind, 'when'>, row: object): string | null {
  return when === undefined ? null : String((row as Readonly<Record<string, unknown>>)[when.property]);
}

/** The form that a document was issued on. */
export function formOf(kinds: readonly DocumentKind[], { kind: code, kindFrom, variant }: { readonly kind: string; readonly kindFrom: string; readonly variant: string | null }): DocumentKind | undefined {
  return kinds.find(({ kind, valid: [from], when }) => kind === code && from === kindFrom && (variant === null ? when === undefined : when?.is.includes(variant) === true));
}

/** Faults of the catalogue by itself and against the tables; the process does not start with one. `byTime`: commands that the end of a clock carries out. */
export function kindProblems(kinds: readonly DocumentKind[], lifecycles: readonly Lifecycle[], byTime: ReadonlySet<string> = new Set()): string[] {
  const codes = new Set(kinds.map(({ kind }) => kind));
  const named = lifecycles.flatMap(({ subject, moves }) => moves.flatMap(({ command, document, from, carried }) => (document === undefined ? [] : [{ document, at: `${subject}.${command}`, by: nobody({ from, carried, command }, byTime) }])));
  const issued = new Set(named.map(({ document }) => document));
  return [
    ...kinds.flatMap((kind, index) => kinds.slice(index + 1).filter((other) => other.kind === kind.kind && overlap(kind, other) && sameSubjects(kind, other)).map(() => `document kind ${kind.kind} stands twice for the same days`)),
    ...kinds.flatMap(fieldProblems),
    ...[...codes].filter((code) => !issued.has(code) && kinds.some(({ kind, unissued }) => kind === code && unissued === undefined)).map((code) => `document kind ${code} is issued by no move and does not say why`),
    ...named.filter(({ document }) => !codes.has(document)).map(({ document, at }) => `${at} issues ${document}, which is no document kind`),
    ...named.flatMap(({ document, at, by }) => (by === null ? [] : [`${at} names ${document}, but ${by} issues nothing`])),
  ];
}

/** Documents are issued by somebody, with a command. */
function nobody({ from, carried, command }: Pick<Move, 'from' | 'carried' | 'command'>, byTime: ReadonlySet<string>): string | null {
  if (from === null) return 'an opening';
  if (carried === true) return 'a carried move';
  return byTime.has(command) ? 'time' : null;
}

function fieldProblems({ kind, fields, volume, item, word, ordinal }: DocumentKind): string[] {
  const names = fields.map(({ name }) => name);
  return [
    ...names.filter((name, index) => names.indexOf(name) !== index).map((name) => `document kind ${kind} has the field ${name} twice`),
    ...(item !== undefined && (item < 1 || item > LAST_ITEM[volume]) ? [`document kind ${kind} has no place ${item} in its volume`] : []),
    ...(word === null && ordinal === true ? [`document kind ${kind} has no number to put 第 before`] : []),
  ];
}

function overlap({ valid: [from, to] }: DocumentKind, { valid: [otherFrom, otherTo] }: DocumentKind): boolean {
  return (otherTo === null || from <= otherTo) && (to === null || otherFrom <= to);
}

/** Both are for the rest, or for the same value; two that ask for different properties could fit the same subject. */
function sameSubjects({ when: one }: DocumentKind, { when: other }: DocumentKind): boolean {
  if (one === undefined || other === undefined) return one === other;
  return one.property !== other.property || one.is.some((value) => other.is.includes(value));
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0);
}
