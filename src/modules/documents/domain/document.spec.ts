import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { Lifecycle, Move } from '../../../kernel/lifecycle/index.js';
import { documentDigests, fits, foreignFields, formOf, formsOn, itemOf, kindProblems, missingFields, numberText, variantOf, type DocumentContent, type DocumentKind } from './document.rules.js';

const basis = { source: '办法', article: '第一条', status: 'verified' } as const;
const field = (name: string, required = true): DocumentKind['fields'][number] => ({ name, label: { zh: `甲${name}`, en: name }, required });
const LETTER: DocumentKind = { kind: 'letter', title: { zh: '函', en: 'Letter' }, word: '函', fields: [field('to'), field('reason'), field('copy', false)], volume: 'main', visibility: 'case', valid: ['2021-01-01', null], source: basis };

describe('numberText', () => {
  it('has the year in the brackets of official documents, U+3014 and U+3015', () => {
    const text = numberText('潮市监', { word: '处罚' }, 2026, 12);
    expect(text).toBe('潮市监处罚〔2026〕12号');
    expect([text.codePointAt(5), text.codePointAt(10)]).toEqual([0x3014, 0x3015]);
  });

  it('puts 第 before the number where the form prints it', () => {
    expect(numberText('潮安市监', { word: '投受', ordinal: true }, 2027, 1)).toBe('潮安市监投受〔2027〕第1号');
  });
});

describe('missingFields', () => {
  it.each<[string, Record<string, unknown>, string[]]>([
    ['everything is there', { to: 'a', reason: 'b' }, []], ['nothing is there', {}, ['to', 'reason']], ['null', { to: null, reason: 'b' }, ['to']], ['blanks only', { to: ' 　', reason: 'b' }, ['to']], ['an empty list', { to: [], reason: 'b' }, ['to']],
    ['zero and false are values', { to: 0, reason: false }, []],
  ])('%s', (_, data, missing) => {
    expect(missingFields(LETTER.fields, data).map(({ field: name }) => name)).toEqual(missing);
  });

  it('labels what is missing in both languages', () => {
    expect(missingFields(LETTER.fields, { to: 'a' })).toEqual([{ field: 'reason', label: { zh: '甲reason', en: 'reason' } }]);
  });

  it('knows what the form has no place for', () => {
    expect(foreignFields(LETTER.fields, { to: 'a', colour: 'blue', copy: null })).toEqual(['colour']);
  });
});

describe('documentDigests', () => {
  const CONTENT: DocumentContent = {
    id: 'd-1', kind: 'letter', kindFrom: '2021-01-01', variant: null, number: '潮市监函〔2026〕1号', agency: 'a', subjectType: 'case', subjectId: 's-1', caseId: null, issuedBy: 'u-1', issuedAt: new Date('2026-11-23T01:02:03.004Z'), data: { to: '甲', n: 1 },
  };
  /** RFC 8785, typed by hand: members in order of their code units. */
  const TEXT = '{"agency":"a","caseId":null,"data":{"n":1,"to":"甲"},"id":"d-1","issuedAt":"2026-11-23T01:02:03.004Z","issuedBy":"u-1","kind":"letter","kindFrom":"2021-01-01","number":"潮市监函〔2026〕1号","subjectId":"s-1","subjectType":"case","v":1,"variant":null}';

  it('are those of the canonical text', () => {
    expect(documentDigests(CONTENT)).toEqual({ sha256: createHash('sha256').update(TEXT).digest('hex'), sm3: createHash('sm3').update(TEXT).digest('hex') });
  });

  it.each<[keyof DocumentContent, unknown]>([['id', 'd-2'], ['kind', 'note'], ['kindFrom', '2022-01-01'], ['variant', 'x'], ['number', null], ['agency', 'b'], ['subjectType', 'penalty'], ['subjectId', 's-2'], ['caseId', 'c'], ['issuedBy', 'u-2'], ['issuedAt', new Date(0)], ['data', { to: '乙', n: 1 }]])('change with %s', (name, value) => {
    expect(documentDigests({ ...CONTENT, [name]: value }).sha256).not.toBe(documentDigests(CONTENT).sha256);
  });

  it('do not depend on the order of members', () => {
    expect(documentDigests({ ...CONTENT, data: { n: 1, to: '甲' } })).toEqual(documentDigests(CONTENT));
  });
});

describe('forms of a kind', () => {
  const FOR_CONSUMERS: DocumentKind = { ...LETTER, when: { property: 'classification', is: ['consumer-complaint'] } };
  const OLD: DocumentKind = { ...LETTER, valid: ['2018-01-01', '2020-12-31'] };
  const ALL = [OLD, LETTER, FOR_CONSUMERS];

  it('are those of the day, the special one first', () => {
    expect(formsOn(ALL, 'letter', '2026-01-01')).toEqual([FOR_CONSUMERS, LETTER]);
    expect(formsOn(ALL, 'letter', '2020-12-31')).toEqual([OLD]);
    expect(formsOn(ALL, 'letter', '2017-12-31')).toEqual([]);
  });

  it('are chosen by the subject, and found again by what chose them', () => {
    expect(formsOn(ALL, 'letter', '2026-01-01').find((form) => fits(form, { classification: 'consumer-complaint' }))).toBe(FOR_CONSUMERS);
    expect(formsOn(ALL, 'letter', '2026-01-01').find((form) => fits(form, { classification: 'report' }))).toBe(LETTER);
    expect([variantOf(FOR_CONSUMERS, { classification: 'consumer-complaint' }), variantOf(LETTER, { classification: 'report' })]).toEqual(['consumer-complaint', null]);
    expect(formOf(ALL, { kind: 'letter', kindFrom: '2021-01-01', variant: 'consumer-complaint' })).toBe(FOR_CONSUMERS);
    expect(formOf(ALL, { kind: 'letter', kindFrom: '2021-01-01', variant: null })).toBe(LETTER);
    expect(formOf(ALL, { kind: 'letter', kindFrom: '2018-01-01', variant: null })).toBe(OLD);
  });
});

describe('itemOf', () => {
  it('files under 令2 第七十八条: other papers in 正卷 3, other material in 副卷 6, unless the kind says otherwise', () => {
    expect([itemOf({ volume: 'main' }), itemOf({ volume: 'sub' }), itemOf({ volume: 'main', item: 2 })]).toEqual([3, 6, 2]);
  });
});

describe('kindProblems', () => {
  const move = (more: Partial<Move> = {}): Move => ({ from: 'open', command: 'write', to: 'open', permission: 'p', emits: ['e'], document: 'letter', basis, ...more });
  const table = (...moves: Move[]): Lifecycle => ({ subject: 'desk', label: { zh: '台', en: 'Desk' }, states: { open: { label: { zh: '开', en: 'Open' }, untimed: 'x' } }, moves });

  it('has nothing to say of a catalogue that fits its tables', () => {
    expect(kindProblems([LETTER], [table(move())])).toEqual([]);
  });

  it.each<[string, DocumentKind[], Lifecycle, string[]]>([
    ['a document that is no kind', [LETTER], table(move(), move({ command: 'sign', document: 'seal' })), ['desk.sign issues seal, which is no document kind']],
    ['a kind that nobody issues', [LETTER, { ...LETTER, kind: 'note' }], table(move()), ['document kind note is issued by no move and does not say why']],
    ['a kind that stands twice', [LETTER, { ...LETTER, valid: ['2025-01-01', null] }], table(move()), ['document kind letter stands twice for the same days']],
    ['two forms for the same subjects', [{ ...LETTER, when: { property: 'kind', is: ['a', 'b'] } }, { ...LETTER, when: { property: 'kind', is: ['b'] } }], table(move()), ['document kind letter stands twice for the same days']],
    ['two forms that look at different properties', [{ ...LETTER, when: { property: 'kind', is: ['a'] } }, { ...LETTER, when: { property: 'state', is: ['b'] } }], table(move()), ['document kind letter stands twice for the same days']],
    ['a field that stands twice', [{ ...LETTER, fields: [field('to'), field('to', false)] }], table(move()), ['document kind letter has the field to twice']],
    ['a place that the volume does not have', [{ ...LETTER, volume: 'sub', item: 7 }], table(move()), ['document kind letter has no place 7 in its volume']],
    ['第 without a number', [{ ...LETTER, word: null, ordinal: true }], table(move()), ['document kind letter has no number to put 第 before']],
    ['an opening that names a document', [LETTER], table(move({ from: null })), ['desk.write names letter, but an opening issues nothing']],
    ['a carried move that names a document', [LETTER], table(move({ carried: true })), ['desk.write names letter, but a carried move issues nothing']],
  ])('finds %s', (_, kinds, lifecycle, problems) => {
    expect(kindProblems(kinds, [lifecycle])).toEqual(problems);
  });

  it('finds a document that time would have to issue', () => {
    expect(kindProblems([LETTER], [table(move())], new Set(['write']))).toEqual(['desk.write names letter, but time issues nothing']);
  });

  it('takes one version after the other, forms for different subjects, and a reason for what no move issues', () => {
    const kinds: DocumentKind[] = [{ ...LETTER, valid: ['2021-01-01', '2025-12-31'] }, { ...LETTER, valid: ['2026-01-01', null] }, { ...LETTER, when: { property: 'kind', is: ['a'] } }, { ...LETTER, when: { property: 'kind', is: ['b'] } }, { ...LETTER, kind: 'note', unissued: 'Written on paper' }];
    expect(kindProblems(kinds, [table(move())])).toEqual([]);
  });
});
