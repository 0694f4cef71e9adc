import { describe, expect, it } from '@jest/globals';
import { basisOn, decide, validateLifecycles, type Decision, type GuardSet, type Move } from '../../../kernel/lifecycle/index.js';
import { DEADLINE_KINDS } from '../../deadlines/index.js';
import { PERMISSIONS } from '../../identity/index.js';
import { COMMON_GUARDS, INTERLOCKS } from '../../proceedings/index.js';
import { missingPapers, offset, REFERRAL_PAPERS, withPapers, type Paper } from './paper.rules.js';
import { REFERRAL_GUARDS, type ReferralFacts } from './referral.guards.js';
import { OPEN_STATES, REFERRAL_LIFECYCLE } from './referral.lifecycle.js';

/**
 * Typed while reading 国令310 (2020), articles 5 to 13, the police procedure (2020), articles 180 to 182, and 行政处罚法 第二十七条:
 * state, command, next state, who (h handles, c chief, p police, s procuratorate), article; then clocks: + starts, - done, ~ falls away.
 */
const ORACLE = `
new           open                    preparing      h 第三条、第五条第一款
preparing     report                  reported       h 第五条第一款 +referral.approval
reported      approve                 approved       c 第五条第二款 -referral.approval +referral.transfer
reported      refuse                  refused        c 第五条第二款 -referral.approval
approved      transfer                transferred    h 第五条第二款、第六条 -referral.transfer
transferred   receive                 under-review   p 第七条 +police.review +police.incomplete-notice +police.forwarding
under-review  tell-incomplete         supplementing  p 第一百八十条第二款 -police.incomplete-notice +referral.supplement
supplementing supplement              under-review   h 第一百八十条第二款 -referral.supplement
under-review  forward                 transferred    p 第七条 -police.forwarding ~police.review ~police.incomplete-notice
under-review  file                    filed          p 第八条 -police.review -police.reconsideration -police.ordered-filing ~police.incomplete-notice ~police.forwarding ~referral.supplement ~police.explanation +referral.handover
supplementing file                    filed          p 第八条 -police.review -police.reconsideration -police.ordered-filing ~police.incomplete-notice ~police.forwarding ~referral.supplement ~police.explanation +referral.handover
reconsidering file                    filed          p 第九条第二款 -police.review -police.reconsideration -police.ordered-filing ~police.incomplete-notice ~police.forwarding ~referral.supplement ~police.explanation +referral.handover
explaining    file                    filed          p 第八条 -police.review -police.reconsideration -police.ordered-filing ~police.incomplete-notice ~police.forwarding ~referral.supplement ~police.explanation +referral.handover
ordered       file                    filed          p 第一百八十二条第二款 -police.review -police.reconsideration -police.ordered-filing ~police.incomplete-notice ~police.forwarding ~referral.supplement ~police.explanation +referral.handover
under-review  decline                 declined       p 第八条 -police.review ~police.incomplete-notice ~police.forwarding ~referral.supplement +referral.reconsideration
supplementing decline                 declined       p 第八条 -police.review ~police.incomplete-notice ~police.forwarding ~referral.supplement +referral.reconsideration
declined      ask-reconsideration     reconsidering  h 第九条第一款 -referral.reconsideration +police.reconsideration
reconsidering uphold                  upheld         p 第九条第二款 -police.reconsideration +referral.supervision-request
declined      ask-supervision         supervision    h 第九条第一款 -referral.reconsideration -referral.supervision-request
upheld        ask-supervision         supervision    h 第九条第二款 -referral.reconsideration -referral.supervision-request
declined      rest                    unfiled        c 第十条 ~referral.reconsideration ~referral.supervision-request
upheld        rest                    unfiled        c 第十条 ~referral.reconsideration ~referral.supervision-request
declined      demand-explanation      explaining     s 第一百八十二条第一款 ~referral.reconsideration ~referral.supervision-request +police.explanation
upheld        demand-explanation      explaining     s 第一百八十二条第一款 ~referral.reconsideration ~referral.supervision-request +police.explanation
supervision   demand-explanation      explaining     s 第一百八十二条第一款 ~referral.reconsideration ~referral.supervision-request +police.explanation
supervision   refuse-supervision      unfiled        s 第九条、第十条
explaining    explain                 explained      p 第一百八十二条第一款 -police.explanation
explained     accept-explanation      unfiled        s 第九条第三款、第十条
explained     order-filing            ordered        s 第一百八十二条第二款 +police.ordered-filing
filed         hand-over               filed          h 第十二条
filed         sign-handover           investigating  p 第十二条 -referral.handover
filed         return                  returned       p 第二十七条第一款 ~referral.handover
investigating return                  returned       p 第二十七条第一款 ~referral.handover
investigating return-from-prosecution returned       s 第二十七条第一款
investigating record-judgment         judged         h 第二十七条第一款、第三十五条第二款
`;
const WHO: Readonly<Record<string, string>> = { h: 'referral.handle', c: 'referral.approve', p: 'referral.answer', s: 'referral.supervise' };
/** Commands that leave it where it is: in which states. */
const STAYING: Readonly<Record<string, readonly string[]>> = {
  'replace-officers': ['preparing', 'reported', 'approved'],
  'invite-procuratorate': ['preparing', 'reported', 'approved', 'transferred', 'under-review', 'supplementing', 'declined', 'reconsidering', 'upheld', 'supervision', 'explaining', 'explained', 'ordered'],
  intervene: [...OPEN_STATES],
};
const LINES = ORACLE.trim().split('\n').map((line) => line.trim().split(/\s+/));

function clocksOf({ clocks = {} }: Move): string[] {
  const kinds = (clocks.start ?? []).map((start) => (typeof start === 'string' ? start : start.kind));
  return [...kinds.map((kind) => `+${kind}`), ...(clocks.stop ?? []).map((kind) => `-${kind}`), ...(clocks.lapse ?? []).map((kind) => `~${kind}`)].sort();
}

describe('the referral lifecycle', () => {
  it.each(LINES)('%s: %s → %s', (from = '', command = '', to = '', who = '', article = '', ...clocks) => {
    const found = REFERRAL_LIFECYCLE.moves.filter((move) => (move.from ?? 'new') === from && move.command === command);
    expect(found.map((move) => [move.to, move.permission, basisOn(move, '2026-11-22').article, clocksOf(move)])).toEqual([[to, WHO[who], article, [...clocks].sort()]]);
  });

  it('has no other row', () => {
    const rows = REFERRAL_LIFECYCLE.moves.map(({ from, command }) => `${from ?? 'new'} ${command}`);
    const known = [...LINES.map(([from, command]) => `${from} ${command}`), ...Object.entries(STAYING).flatMap(([command, states]) => states.map((state) => `${state} ${command}`))];
    expect(rows.sort()).toEqual(known.sort());
  });

  it('is a sound table', () => {
    const guards = new Set([...Object.keys(COMMON_GUARDS), ...Object.keys(REFERRAL_GUARDS)]);
    const events = new Set(REFERRAL_LIFECYCLE.moves.flatMap(({ emits }) => emits));
    const penalty = { subject: 'penalty', label: { zh: '', en: '' }, states: {}, moves: (['flag-referral', 'referral-ended', 'resume-from-police'] as const).map((command): Move => ({ from: null, command, to: 'x', permission: 'referral.handle', emits: ['x'], basis: { source: 'x', article: 'x', status: 'verified' } })) };
    const problems = validateLifecycles([REFERRAL_LIFECYCLE, penalty], { permissions: new Set(PERMISSIONS.map(({ code }) => code)), events, clocks: new Set(DEADLINE_KINDS.map(({ code }) => code)), guards: { referral: guards } });
    expect(problems.filter((problem) => problem.startsWith('referral'))).toEqual([]);
  });

  it('tells the penalty procedure what it may not do, and when it may again', () => {
    expect(REFERRAL_LIFECYCLE.moves.flatMap(({ from, command, cascade = [] }) => cascade.map((one) => `${from} ${command}: ${one.subject}.${one.command}`))).toEqual([
      'preparing report: penalty.flag-referral', 'reported refuse: penalty.referral-ended', 'declined rest: penalty.referral-ended', 'upheld rest: penalty.referral-ended', 'supervision refuse-supervision: penalty.referral-ended',
      'explained accept-explanation: penalty.referral-ended', 'filed return: penalty.resume-from-police', 'investigating return: penalty.resume-from-police', 'investigating return-from-prosecution: penalty.resume-from-police', 'investigating record-judgment: penalty.resume-from-police',
    ]);
    expect(INTERLOCKS.filter(({ while: { kind } }) => kind === 'referral').map(({ of, basis }) => [of, basis.article])).toEqual([[['penalty'], '第十一条'], [['penalty'], '第十一条']]);
  });

  const GUARDED: readonly (readonly [string, readonly string[]])[] = [
    ['referral.answer', ['in-police', 'not-in-advance']], ['referral.supervise', ['in-procuratorate', 'not-in-advance']], ['referral.handle', ['in-own-agency', 'actor-not-excluded']], ['referral.approve', ['in-own-agency', 'actor-not-excluded']],
  ];
  it.each(GUARDED)('lets nobody use %s in another agency', (permission, guards) => {
    const rows = REFERRAL_LIFECYCLE.moves.filter((move) => move.permission === permission);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((move) => !guards.every((guard) => move.guards?.includes(guard))).map(({ command }) => command)).toEqual([]);
  });
});

const SENT: readonly Paper[] = [{ paper: 'investigation-report', reference: '报告1' }, { paper: 'goods-list', reference: '清单1' }, { paper: 'expert-report', absent: '未委托' }, { paper: 'other-papers', absent: '无' }];
const FACTS: ReferralFacts = {
  row: { agency: 'chaoan', parentId: 'p-1', members: [{ account: 'a', role: 'officer', credential: 'A1' }, { account: 'b', role: 'officer', credential: 'B1' }], police: 'cz-police', procuratorate: 'cz-procuratorate', papers: [], missing: [], handover: null },
  actor: { id: 'head', agencies: ['chaoan'] },
  input: { now: new Date('2026-11-23T02:00:00Z'), policeAgencies: ['cz-police', 'x-police'], procuratorates: ['cz-procuratorate'], dues: {}, siblings: [] },
};
const row = (change: Partial<ReferralFacts['row']>): ReferralFacts => ({ ...FACTS, row: { ...FACTS.row, ...change } });
const sent = (input: Record<string, unknown>, change: Partial<ReferralFacts['row']> = {}): ReferralFacts => ({ ...row(change), input: { ...FACTS.input, ...input } });
const as = (id: string, ...agencies: string[]): ReferralFacts => ({ ...FACTS, actor: { id, agencies } });
const penalty = { kind: 'penalty', id: 'p-1', parentId: null, agency: 'chaoan', ended: false, marks: [] };
const other = { kind: 'referral', id: 'r-2', number: 'YS2026-0000002', parentId: 'p-1', state: 'declined', ended: false, marks: [] };

/** Each guard, held and refused. */
const GUARDS: readonly (readonly [keyof typeof REFERRAL_GUARDS, string, ReferralFacts, boolean])[] = [
  ['no-other-open', 'none beside it', FACTS, true], ['no-other-open', 'one from another penalty', sent({ siblings: [{ ...other, parentId: 'p-2' }] }), true], ['no-other-open', 'one that has ended', sent({ siblings: [{ ...other, ended: true }] }), true], ['no-other-open', 'one from the same', sent({ siblings: [other] }), false],
  ['parent-fits', 'the penalty of the case', sent({ siblings: [penalty] }), true], ['parent-fits', 'none', row({ parentId: null }), true], ['parent-fits', 'one that is not there', FACTS, false], ['parent-fits', 'one that has ended', sent({ siblings: [{ ...penalty, ended: true }] }), false],
  ['parent-fits', 'one of another agency', sent({ siblings: [{ ...penalty, agency: 'raoping' }] }), false], ['parent-fits', 'something else', sent({ siblings: [{ ...penalty, kind: 'seizure' }] }), false],
  ['officers-fit', 'all work here', sent({ misfits: [] }), true], ['officers-fit', 'one does not', sent({ misfits: ['b'] }), false],
  ['team-complete', 'two with credentials', FACTS, true], ['team-complete', 'one left', row({ members: FACTS.row.members.slice(1) }), false], ['team-complete', 'one without credential', row({ members: [{ account: 'a', role: 'officer', credential: 'A1' }, { account: 'b', role: 'officer' }] }), false],
  ['decided-by-principal', 'the chief', sent({ capacity: 'principal' }), true], ['decided-by-principal', 'in his place', sent({ capacity: 'acting-principal' }), true], ['decided-by-principal', 'a deputy', sent({ capacity: 'deputy' }), false],
  ['not-of-the-team', 'another', FACTS, true], ['not-of-the-team', 'one of the team', as('b', 'chaoan'), false],
  ['papers-complete', 'all named or explained', sent({ papers: SENT }), true], ['papers-complete', 'given before', sent({ papers: SENT.slice(2) }, { papers: SENT.slice(0, 2) }), true], ['papers-complete', 'no list of goods', sent({ papers: SENT.filter(({ paper }) => paper !== 'goods-list') }), false],
  ['papers-complete', 'a list that is explained away', sent({ papers: [...SENT.filter(({ paper }) => paper !== 'goods-list'), { paper: 'goods-list', absent: '无' }] }), false], ['papers-complete', 'nothing said of reports', sent({ papers: SENT.slice(0, 2) }), false],
  ['police-known', 'the city police', sent({ police: 'cz-police' }), true], ['police-known', 'a court', sent({ police: 'cz-court' }), false],
  ['procuratorate-known', 'that of the city', sent({ procuratorate: 'cz-procuratorate' }), true], ['procuratorate-known', 'the police', sent({ procuratorate: 'cz-police' }), false],
  ['in-police', 'the police that have it', as('x', 'cz-police'), true], ['in-police', 'other police', as('x', 'x-police'), false], ['in-police', 'before it was sent', { ...row({ police: null }), actor: { id: 'x', agencies: ['cz-police'] } }, false],
  ['in-procuratorate', 'the one that got the copy', as('x', 'cz-procuratorate'), true], ['in-procuratorate', 'another', as('x', 'x-procuratorate'), false], ['in-procuratorate', 'before it was told', { ...row({ procuratorate: null }), actor: { id: 'x', agencies: ['cz-procuratorate'] } }, false],
  ['not-in-advance', 'a minute ago', sent({ receivedAt: '2026-11-23T09:59:00+08:00' }), true], ['not-in-advance', 'now', sent({ notifiedAt: '2026-11-23T10:00:00+08:00' }), true], ['not-in-advance', 'in a minute', sent({ notifiedAt: '2026-11-23T10:01:00+08:00' }), false], ['not-in-advance', 'a service to come', sent({ servedAt: '2026-11-24T10:01:00+08:00' }), false],
  ['found-incomplete', 'papers missing', sent({ finding: 'incomplete' }), true], ['found-incomplete', 'complete', sent({ finding: 'complete' }), false],
  ['found-not-competent', 'not theirs', sent({ finding: 'not-competent' }), true], ['found-not-competent', 'complete', sent({ finding: 'complete' }), false],
  ['forwarded-to-another', 'police elsewhere', sent({ to: '汕头市公安局' }), true], ['forwarded-to-another', 'other police here', sent({ police: 'x-police' }), true], ['forwarded-to-another', 'themselves', sent({ police: 'cz-police' }), false], ['forwarded-to-another', 'a court', sent({ police: 'cz-court' }), false],
  ['supplies-all', 'what was asked for', sent({ papers: [{ paper: 'goods-list', reference: '清单2' }] }, { missing: ['goods-list'] }), true], ['supplies-all', 'half of it', sent({ papers: [{ paper: 'goods-list', reference: '清单2' }] }, { missing: ['goods-list', 'expert-report'] }), false], ['supplies-all', 'an empty entry', sent({ papers: [{ paper: 'goods-list' }] }, { missing: ['goods-list'] }), false],
  ['papers-returned', 'returned', sent({ papersReturned: true }), true], ['papers-returned', 'kept', sent({ papersReturned: false }), false],
  ['reconsideration-in-time', 'on the last instant', sent({ dues: { 'referral.reconsideration': new Date('2026-11-23T02:00:00Z') } }), true], ['reconsideration-in-time', 'after it', sent({ dues: { 'referral.reconsideration': new Date('2026-11-23T01:59:59Z') } }), false],
  ['supervision-in-time', 'after the refusal was upheld', sent({ dues: { 'referral.supervision-request': new Date('2026-11-24T00:00:00Z') } }), true], ['supervision-in-time', 'too late after that', sent({ dues: { 'referral.supervision-request': new Date('2026-11-22T00:00:00Z') } }), false],
  ['supervision-in-time', 'directly, too late', sent({ dues: { 'referral.reconsideration': new Date('2026-11-22T00:00:00Z') } }), false],
  ['handover-listed', 'listed', row({ handover: {} }), true], ['handover-listed', 'not yet', FACTS, false],
  ['earlier-fine-stated', 'no fine before', sent({ siblings: [penalty] }), true], ['earlier-fine-stated', 'stated', sent({ siblings: [{ ...penalty, marks: ['fine-imposed'] }], earlierFine: 20000 }), true], ['earlier-fine-stated', 'left out', sent({ siblings: [{ ...penalty, marks: ['fine-imposed'] }] }), false],
  ['fine-fits-outcome', 'convicted', sent({ outcome: 'convicted', criminalFine: 50000 }), true], ['fine-fits-outcome', 'acquitted without a fine', sent({ outcome: 'acquitted' }), true], ['fine-fits-outcome', 'exempted with a fine', sent({ outcome: 'exempted', criminalFine: 1 }), false],
];

describe('guards of a referral', () => {
  it.each(GUARDS)('%s: %s', (name, _, facts, holds) => {
    expect(REFERRAL_GUARDS[name].holds(facts)).toBe(holds);
  });

  it('are each held and refused above, and used by a row', () => {
    const outcomes = Object.keys(REFERRAL_GUARDS).map((name) => [name, new Set(GUARDS.filter(([guard]) => guard === name).map(([, , , holds]) => holds)).size] as const);
    expect(outcomes.filter(([, seen]) => seen !== 2)).toEqual([]);
    const used = new Set(REFERRAL_LIFECYCLE.moves.flatMap(({ guards = [], clocks }) => [...guards, ...(clocks?.start ?? []).flatMap((start) => (typeof start === 'string' ? [] : [start.when]))]));
    expect(Object.keys(REFERRAL_GUARDS).filter((name) => !used.has(name))).toEqual([]);
  });

  it('name the missing papers with their articles, and everything else that is wrong at once', () => {
    const guards: GuardSet<ReferralFacts> = { ...(COMMON_GUARDS as unknown as GuardSet<ReferralFacts>), ...REFERRAL_GUARDS };
    const facts = sent({ police: 'cz-court', procuratorate: 'cz-procuratorate', papers: [SENT[0]], excluded: [] });
    const decision: Decision = decide({ lifecycle: REFERRAL_LIFECYCLE, guards, state: 'approved', command: 'transfer', facts: { ...facts, actor: { id: 'a', agencies: ['chaoan'] } }, input: facts.input });
    expect(decision).toMatchObject({
      reason: 'guard-failed',
      failed: [{ code: 'referral.papers-missing', basis: { article: '第六条' }, details: [{ paper: 'goods-list', article: '第六条第三项' }, { paper: 'expert-report', article: '第六条第四项' }, { paper: 'other-papers', article: '第六条第五项' }] }, { code: 'referral.police-unknown', basis: { article: '第五条第二款' } }],
    });
  });
});

describe('the papers of article 6', () => {
  it('are the four that go with the letter', () => {
    expect(REFERRAL_PAPERS.map(({ code, needed, article }) => [code, needed, article])).toEqual([
      ['investigation-report', 'always', '第六条第二项'], ['goods-list', 'always', '第六条第三项'], ['expert-report', 'where-any', '第六条第四项'], ['other-papers', 'where-any', '第六条第五项'],
    ]);
  });

  it('are missing until they are named, or explained where the article allows it', () => {
    expect(missingPapers([])).toEqual(['investigation-report', 'goods-list', 'expert-report', 'other-papers']);
    expect(missingPapers([...SENT, { paper: 'goods-list', reference: ' ' }])).toEqual([]);
    expect(missingPapers([{ paper: 'expert-report', absent: ' ' }, { paper: 'other-papers', reference: '照片' }])).toEqual(['investigation-report', 'goods-list', 'expert-report']);
  });

  it('add up: a report that came later replaces its excuse, and nothing that was sent is lost', () => {
    expect(withPapers(SENT, [{ paper: 'expert-report', reference: '鉴定2' }, { paper: 'goods-list', reference: '清单2' }])).toEqual([
      { paper: 'investigation-report', reference: '报告1' }, { paper: 'goods-list', reference: '清单1' }, { paper: 'other-papers', absent: '无' }, { paper: 'expert-report', reference: '鉴定2' }, { paper: 'goods-list', reference: '清单2' },
    ]);
  });
});

it.each([[20_000, 50_000, 20_000], [80_000, 50_000, 50_000], [0, 50_000, 0], [20_000, 0, 0]])('of an earlier fine of %d, a criminal fine of %d takes %d (第十一条第三款)', (earlier, criminal, counted) => {
  expect(offset(earlier, criminal)).toBe(counted);
});
