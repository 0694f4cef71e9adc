import { describe, expect, it } from '@jest/globals';
import { CLASS_RULES, DISPLAY_CLASSES } from '../data/display-classes.data.js';
import { EXEMPTIONS, PROFILES } from '../data/profiles.data.js';
import { DOCUMENT_KINDS } from '../../documents/index.js';
import { decide } from '../../../kernel/lifecycle/index.js';
import { displayClassOf } from './display.rules.js';
import { PUBLICATION_GUARDS, type PublicationFacts } from './publication.guards.js';
import { PUBLICATION_LIFECYCLE } from './publication.lifecycle.js';
import { renderDocument } from './rendering.rules.js';

/** Typed by hand: from, command, to, clocks. + starts, ? under a condition, - stops, x lapses. */
const DUTY = '-penalty.publication -adjudication.publication -penalty.publication-push -penalty.publication-assist';
const FALLS = 'xpenalty.publication xadjudication.publication xpenalty.publication-push xpenalty.publication-assist';
const ENDS = 'xpublication.display-minor xpublication.display-ordinary xpublication.display-serious xpublication.display-restricted xpublication.display-check';
const EXPECTED = [
  'null draft draft +penalty.publication-push?', 'null leave-out not-published', 'null propose draft', 'draft submit in-review',
  ...['draft', 'in-review', 'approved'].flatMap((state) => [`${state} record-push ${state} +penalty.publication-assist -penalty.publication-push`, `${state} set-aside not-published ${FALLS}`, `${state} fall not-published ${FALLS}`]),
  'in-review redact in-review', 'published redact published', 'in-review approve approved', 'in-review return draft', 'approved return draft',
  `approved publish published +publication.display-minor? +publication.display-ordinary? +publication.display-serious? +publication.display-restricted? +publication.display-check? ${DUTY}`,
  `published fall withdrawing +penalty.publication-withdrawal? +publication.withdrawal? ${ENDS}`, 'withdrawing withdraw withdrawn -penalty.publication-withdrawal -publication.withdrawal', `published withdraw withdrawn ${ENDS}`,
  `published stop stopped ${ENDS}`, `published stop-early repaired ${ENDS}`,
  'repaired restore published +publication.display-minor? +publication.display-ordinary? +publication.display-serious? +publication.display-restricted? +publication.display-check?', 'repaired fall withdrawn',
];

describe('the lifecycle of a publication', () => {
  it('has these rows and no others', () => {
    const rows = PUBLICATION_LIFECYCLE.moves.map(({ from, command, to, clocks }) => [
      String(from), command, to, ...(clocks?.start ?? []).map((one) => (typeof one === 'string' ? `+${one}` : `+${one.kind}?`)), ...(clocks?.stop ?? []).map((one) => `-${one}`), ...(clocks?.lapse ?? []).map((one) => `x${one}`),
    ].join(' '));
    expect(rows.sort()).toEqual([...EXPECTED].sort());
  });
});

const facts = (row: Partial<PublicationFacts['row']> = {}, input: PublicationFacts['input'] = {}, actor = 'a-1'): PublicationFacts => ({
  row: { agency: 'x', state: 'in-review', profile: 'penalty-decision', subjectType: 'penalty', original: '甲乙丙丁', spans: [], handlers: ['h-1'], preparedBy: 'p-1', approvedBy: 'r-1', toldAt: new Date(0), displayClock: 'publication.display-ordinary', restrictedUntil: null, restricted: false, otherProvince: false, restoredAt: null, ...row },
  actor: { id: actor, agencies: ['x'] }, input,
});
const HIDDEN = { start: 1, end: 3, rule: 'phone', replacement: '〔〕', reason: '测试' };

describe('guards', () => {
  it.each<[string, PublicationFacts, boolean]>([
    ['in-own-agency', facts(), true], ['in-own-agency', facts({ agency: 'y' }), false],
    ['not-excluded', facts({}, { excluded: ['b-1'] }), true], ['not-excluded', facts({}, { excluded: ['a-1'] }), false],
    ['did-not-handle', facts(), true], ['did-not-handle', facts({}, {}, 'h-1'), false], ['did-not-handle', facts({}, { handling: ['a-1'] }), false],
    ['not-the-preparer', facts(), true], ['not-the-preparer', facts({}, {}, 'p-1'), false],
    ['another-than-the-reviewer', facts(), true], ['another-than-the-reviewer', facts({}, {}, 'r-1'), false], ['another-than-the-reviewer', facts({ approvedBy: null }), false],
    ['never-restored', facts(), true], ['never-restored', facts({ restoredAt: new Date(0) }), false],
    ['pushed-where-it-belongs', facts(), true], ['pushed-where-it-belongs', facts({}, { pushOwed: true }), false], ['pushed-where-it-belongs', facts({}, { pushOwed: false }), true],
    ['party-told', facts(), true], ['party-told', facts({ toldAt: null }), false], ['party-told', facts({ toldAt: null, subjectType: 'adjudication' }), true],
    ['restriction-dated', facts(), true], ['restriction-dated', facts({ restricted: true }), false], ['restriction-dated', facts({ restricted: true }, { restrictedUntil: '2027-01-01' }), true], ['restriction-dated', facts({}, { restrictedUntil: '2027-01-01' }), false],
    ['penalty-of-another-province', facts({ otherProvince: true }), true], ['penalty-of-another-province', facts(), false], ['penalty-of-another-province', facts({ otherProvince: true, subjectType: 'adjudication' }), false],
    ['spans-fit', facts({}, { after: [HIDDEN] }), true], ['spans-fit', facts({}, { after: [{ ...HIDDEN, end: 9 }] }), false], ['spans-fit', facts({}, { after: [HIDDEN, { ...HIDDEN, start: 2, end: 4 }] }), false],
    ['fixed-stay-hidden', facts({}, { shownAgain: [] }), true], ['fixed-stay-hidden', facts({}, { shownAgain: ['1-3'] }), false],
    ['shows-no-more-once-published', facts({ spans: [HIDDEN] }, { after: [] }), true], ['shows-no-more-once-published', facts({ state: 'published', spans: [HIDDEN] }, { after: [] }), false], ['shows-no-more-once-published', facts({ state: 'published', spans: [HIDDEN] }, { after: [HIDDEN] }), true],
    ['secrecy-reviewed', facts({}, { secrecyReviewed: true }), true], ['secrecy-reviewed', facts({}, { secrecyReviewed: false }), false],
    ['nothing-left-to-hide', facts({}, { residue: [] }), true], ['nothing-left-to-hide', facts({}, { residue: ['phone'] }), false],
    ['is-of-a-penalty', facts(), true], ['is-of-a-penalty', facts({ subjectType: null }), false], ['is-of-no-penalty', facts({ subjectType: null }), true], ['is-of-no-penalty', facts(), false],
    ['class-of-display-ordinary', facts(), true], ['class-of-display-ordinary', facts({ displayClock: null }), false], ['class-of-display-minor', facts(), false], ['class-of-display-minor', facts({ displayClock: 'publication.display-minor' }), true],
    ['class-of-display-serious', facts({ displayClock: 'publication.display-serious' }), true], ['class-of-display-serious', facts(), false], ['class-of-display-restricted', facts({ displayClock: 'publication.display-restricted' }), true], ['class-of-display-restricted', facts(), false],
    ['class-of-display-check', facts({ displayClock: 'publication.display-check' }), true], ['class-of-display-check', facts(), false],
  ])('%s', (guard, given, holds) => {
    expect(PUBLICATION_GUARDS[guard]?.holds(given)).toBe(holds);
  });

  it('refuse approval by the officer of the case, with what is left and without the review for secrecy, all at once', () => {
    const decision = decide({ lifecycle: PUBLICATION_LIFECYCLE, guards: PUBLICATION_GUARDS, state: 'in-review', command: 'approve', facts: facts({}, { residue: ['phone'], secrecyReviewed: false, opinion: '同意' }, 'h-1'), input: { secrecyReviewed: false, opinion: '同意' }, lawDay: '2026-11-23' });
    expect(decision).toMatchObject({ ok: false, reason: 'guard-failed', failed: [{ code: 'publication.reviewer-handled' }, { code: 'publication.secrecy-not-reviewed' }, { code: 'publication.residue', details: ['phone'] }] });
  });
});

describe('display classes (公示规定第十三条至第十五条)', () => {
  const of = (kinds: (string | [string, number])[], more: { band?: string; person?: boolean; field?: string } = {}): string =>
    displayClassOf({ penalties: kinds.map((one) => (typeof one === 'string' ? { kind: one } : { kind: one[0], amount: one[1] })), band: null, person: false, field: null, ...more }, CLASS_RULES);
  it.each<[string, (string | [string, number])[], { band?: string; person?: boolean; field?: string }, string]>([
    ['a warning only', ['warning'], {}, 'none'],
    ['public criticism only', ['public-criticism'], {}, 'minor'],
    ['a warning with public criticism', ['warning', 'public-criticism'], {}, 'minor'],
    ['a low fine, lightly', [['fine', 50_000]], { band: 'light' }, 'minor'],
    ['one fen above', [['fine', 50_000.01]], { band: 'light' }, 'ordinary'],
    ['a low fine of which nobody said that it is light', [['fine', 3_000]], {}, 'ordinary'],
    ['a low fine, ordinarily', [['fine', 3_000]], { band: 'ordinary' }, 'ordinary'],
    ['a person, five thousand', [['fine', 5_000]], { band: 'mitigated', person: true }, 'minor'],
    ['a person, more', [['fine', 5_001]], { band: 'mitigated', person: true }, 'ordinary'],
    ['a low fine with goods', [['fine', 3_000], ['confiscate-goods', 100]], { band: 'light' }, 'ordinary'],
    ['food, minor', [['fine', 3_000]], { band: 'light', field: 'food' }, 'minor'],
    ['food, more', [['fine', 60_000]], { band: 'light', field: 'food' }, 'serious-field'],
    ['business stopped', [['fine', 60_000], 'stop-business'], {}, 'serious-restriction'],
    ['a licence revoked besides', ['restrict-activity', 'revoke-licence'], {}, 'serious-revocation'],
    ['a licence withheld', ['suspend-licence'], {}, 'ordinary'],
  ])('%s', (_, kinds, more, code) => {
    expect(of(kinds, more)).toBe(code);
  });

  it('last as long as the texts say', () => {
    expect(DISPLAY_CLASSES.map(({ code, months, earlyMonths, shown }) => [code, shown, months, earlyMonths])).toEqual([
      ['none', false, null, null], ['minor', true, 3, null], ['ordinary', true, 12, 3], ['serious-field', true, 36, 12], ['serious-restriction', true, 36, 12], ['serious-revocation', true, 36, null], ['list', true, 36, 12], ['check-result', true, 3, null], ['lasting', true, null, null],
    ]);
  });
});

describe('profiles', () => {
  it('show or hide every field of their form', () => {
    for (const { document, fields, hidden } of PROFILES.filter((one) => one.document !== null)) {
      const form = DOCUMENT_KINDS.find(({ kind }) => kind === document)?.fields.map(({ name }) => name).sort();
      expect([...new Set([...fields.map(({ name }) => name), ...Object.keys(hidden)])].sort()).toEqual(form);
    }
  });

  it('name no unread source as read', () => {
    for (const { basis } of [...PROFILES, ...EXEMPTIONS]) if (basis.status === 'unverified') expect(basis.note).toContain('未');
    expect(EXEMPTIONS.map(({ code }) => code)).toEqual(['warning-only', 'minor-party', 'base-fell', 'state-secret', 'public-security', 'trade-secret', 'privacy', 'summary-procedure']);
  });
});

describe('the text of a document', () => {
  const PARTY = '019aa1b2-0000-7000-8000-000000000001';
  const profile = PROFILES.find(({ code }) => code === 'penalty-decision');
  const record = {
    title: '行政处罚决定书', number: '潮安市监处罚〔2026〕1号', signer: '潮州市潮安区市场监督管理局', day: '2026-08-03', names: new Map([[PARTY, '某不锈钢制品厂（测试）']]), told: profile?.told ?? null,
    data: { party: PARTY, cause: '销售侵权商品', facts: '销售餐具二百套', reasons: '从轻', provisions: '《商标法》第六十条', penalties: [{ kind: 'fine', amount: 1000, content: '罚款一千元' }, { kind: 'warning', content: '警告' }], illegalIncome: { way: 'computed', amount: 12, received: 20 }, performance: '十五日内缴纳', remedies: '六十日内复议', stray: 'x' },
  };

  it('has the summary first, every shown field in its order, and the sentence that told the party', () => {
    if (profile === undefined) throw new Error('no profile');
    const { text, places } = renderDocument(record, profile);
    expect(text).toBe('行政处罚、行政裁决信息摘要\n文号：潮安市监处罚〔2026〕1号\n当事人：某不锈钢制品厂（测试）\n违法行为类型：销售侵权商品\n行政处罚内容：罚款一千元；警告\n作出机关：潮州市潮安区市场监督管理局\n作出日期：2026-08-03\n\n行政处罚决定书\n潮安市监处罚〔2026〕1号\n'
      + '【当事人】\n某不锈钢制品厂（测试）\n【案由】\n销售侵权商品\n【事实】\n销售餐具二百套\n【理由】\n从轻\n【依据】\n《商标法》第六十条\n【行政处罚的内容】\n罚款一千元；警告\n【违法所得认定】\n12元\n【履行方式和期限】\n十五日内缴纳\n【救济途径和期限】\n六十日内复议\n市场监督管理部门将依法向社会公开行政处罚决定信息\n潮州市潮安区市场监督管理局\n2026-08-03\n');
    expect(places.filter(({ name }) => name === 'facts').map(({ start, end }) => text.slice(start, end))).toEqual(['销售餐具二百套']);
    expect(renderDocument(record, profile).text).toBe(text);
  });
});
