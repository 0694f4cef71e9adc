import { describe, expect, it } from '@jest/globals';
import { ADJUDICATION_GUARDS } from './adjudication.guards.js';
import type { AdjudicationFacts, ClockSeen } from './adjudication.facts.rules.js';
import { ADJUDICATION_LIFECYCLE } from './adjudication.lifecycle.js';
import { newParty, type PartyAt } from './adjudication.rules.js';

type Row = AdjudicationFacts['row'];
type Input = Record<string, unknown>;
type Name = keyof typeof ADJUDICATION_GUARDS;

const NOW = new Date('2026-06-01T02:00:00Z');
const BEFORE = '2026-05-31T02:00:00Z';
const AFTER = '2026-06-02T02:00:00Z';
const asker = newParty('q', 'requester', false);
const seller = newParty('r', 'respondent', false);
const served = (more: Partial<PartyAt> = {}): PartyAt => ({ ...seller, requestServedAt: BEFORE, ...more });
const seat = (account: string, role = 'panel-member', credential = 'A1'): Row['members'][number] => ({ account, role, credential });
const PANEL = [seat('a', 'panel-chair'), seat('b'), seat('c')];
const ROW: Row = {
  id: 'x', state: 'examining', agency: 'city', delegate: null, source: 'complaint', members: PANEL, parties: [asker, seller], patentNumber: '202630000001.X', patentType: 'design', claims: [1, 2], evaluation: 'not-asked', correctedAt: null,
  evidenceDays: null, registration: null, invalidity: null, standstill: null, hearing: null, deliberation: null, decision: null, performedAt: null, litigation: null,
};
const clock = (kind: string, legalDue: string | null, ended = false): ClockSeen => ({ kind: `adjudication.${kind}`, legalDue: legalDue === null ? null : new Date(legalDue), ended });
const INVALIDITY = { requestNumber: '4W1', acceptedAt: BEFORE, requestedBy: 'respondent', repeated: false, exception: null, result: null } as const;
const HEARING = { at: BEFORE, place: '一', online: false, open: true, heldAt: null, byDefault: [] };
const ORDERED = { finding: 'infringing', acts: [], measures: [], performBy: null, at: BEFORE, direct: false } as const;
const VOTES = [{ member: 'a', finding: 'infringing' }, { member: 'b', finding: 'infringing' }, { member: 'c', finding: 'not-infringing' }] as const;
const ACT = { type: 'sell', object: 'A', scope: '全部' };
const LITIGATION = { plaintiff: 'r', court: '法院', number: '1', filedAt: BEFORE, result: null, effectiveAt: null, anew: false } as const;
const EARLIER = { patentNumber: 'ZL202630000001.X', respondent: 'r', types: ['sell'], effectiveAt: BEFORE };
const ALL = ['entitled-requester', 'definite-respondent', 'definite-claim', 'within-jurisdiction', 'no-suit-no-other-way'];
const PAPERS = ['written-request', 'requester-identity', 'patent-register', 'copies'];

const holds = (name: Name, row: Partial<Row>, input: Input, agencies: readonly string[] = ['city']): boolean => ADJUDICATION_GUARDS[name].holds({ row: { ...ROW, ...row }, actor: { id: 'a', agencies }, input: { now: NOW, clocks: [], caseParties: ['q', 'r', 's'], excluded: [], ...input } });

/** Each guard once with facts under which the law lets it pass, and with those under which it does not. */
const TABLE: readonly (readonly [name: Name, passes: readonly [Partial<Row>, Input], ...refuses: (readonly [Partial<Row>, Input])[]])[] = [
  ['came-directly', [{ source: 'request' }, {}], [{ source: 'complaint' }, {}]],
  ['nothing-in-advance', [{}, { at: BEFORE, servedAt: BEFORE }], [{}, { at: AFTER }], [{}, { servedAt: AFTER }], [{}, { acceptedAt: AFTER }], [{}, { at: BEFORE, receivedAt: AFTER }]],
  ['not-corrected-before', [{}, {}], [{ correctedAt: NOW }, {}]],
  ['corrected-in-time', [{}, { receivedAt: BEFORE, clocks: [clock('correction', BEFORE)] }], [{}, { receivedAt: AFTER, clocks: [clock('correction', BEFORE)] }]],
  ['correction-period-over', [{}, { clocks: [clock('correction', BEFORE)] }], [{}, { clocks: [clock('correction', AFTER)] }]],
  ['conditions-met', [{}, { conditions: ALL }], [{}, { conditions: ALL.slice(1) }], [{}, {}]],
  ['requester-entitled', [{}, { requesterKind: 'patentee' }], [{}, { requesterKind: 'ordinary-licensee' }], [{}, { requesterKind: 'sole-licensee', mayAskAlone: false }]],
  ['materials-complete', [{}, { requesterKind: 'patentee', materials: PAPERS }], [{}, { requesterKind: 'heir', materials: PAPERS }], [{}, { requesterKind: 'patentee', evaluation: 'not-provided', materials: PAPERS }], [{}, { requesterKind: 'patentee', materials: PAPERS.slice(1) }]],
  ['patent-number-fits', [{}, { patentNumber: 'ZL 202630000001.X' }], [{}, { patentNumber: '1234' }], [{}, {}]],
  ['claims-stated', [{}, { patentNumber: '202630000001.X' }], [{}, { patentNumber: '202610000001.4' }], [{}, { patentNumber: '202610000001.4', claims: [] }]],
  ['parties-of-the-case', [{}, { parties: [{ party: 'q', side: 'requester' }, { party: 'r', side: 'respondent' }] }], [{}, { parties: [{ party: 'q', side: 'requester' }] }], [{}, { parties: [{ party: 'q', side: 'requester' }, { party: 'z', side: 'respondent' }] }], [{}, { parties: [{ party: 'q', side: 'requester' }, { party: 'q', side: 'respondent' }] }]],
  ['panel-named', [{}, { members: PANEL }], [{}, { members: PANEL.slice(1) }], [{}, { members: [...PANEL, seat('d')] }], [{}, { members: [seat('a', 'panel-chair'), seat('b'), seat('b')] }], [{}, { members: [seat('a'), seat('b'), seat('c')] }], [{}, { members: [seat('a', 'panel-chair'), seat('b'), seat('c', 'panel-member', ' ')] }], [{}, {}]],
  ['panel-of-the-agency', [{}, { memberAgencies: [['city', 'county'], ['city'], ['city']] }], [{}, { memberAgencies: [['city'], ['centre']] }], [{}, { memberAgencies: [[]] }]],
  ['silence-lasted', [{}, { silentUntil: [new Date(AFTER), new Date(BEFORE)] }], [{}, { silentUntil: [new Date(AFTER)] }], [{}, {}]],
  ['holder-does-nothing', [{}, { holderActed: false, siblings: [{ kind: 'adjudication', variant: 'infringement', ended: true }, { kind: 'adjudication', variant: 'advice', ended: false }] }], [{}, { holderActed: true }], [{}, { holderActed: false, siblings: [{ kind: 'adjudication', variant: 'infringement', ended: false }] }]],
  ['delegate-fit', [{}, { delegateKind: 'public-institution' }], [{}, { delegateKind: 'judicial' }], [{}, {}]],
  ['recipient-unserved', [{}, { recipient: 'r' }], [{}, { recipient: 'q' }], [{ parties: [asker, served()] }, { recipient: 'r' }], [{}, { recipient: 'z' }]],
  ['everybody-served', [{ parties: [asker, served()] }, {}], [{}, {}]],
  ['recipient-at-home', [{}, { recipient: 'r' }], [{ parties: [newParty('r', 'respondent', true)] }, { recipient: 'r' }]],
  ['recipient-abroad', [{ parties: [newParty('r', 'respondent', true)] }, { recipient: 'r' }], [{}, { recipient: 'r' }]],
  ['respondent-may-answer', [{ parties: [asker, served()] }, { respondent: 'r' }], [{}, { respondent: 'r' }], [{ parties: [asker, served({ answeredAt: BEFORE })] }, { respondent: 'r' }], [{}, { respondent: 'q' }]],
  ['everybody-answered', [{ parties: [asker, served({ answeredAt: BEFORE })] }, {}], [{ parties: [asker, served()] }, {}]],
  ['answer-received', [{}, { clocks: [clock('answer-forwarding', AFTER)] }], [{}, {}], [{}, { clocks: [clock('answer-forwarding', AFTER, true)] }]],
  ['within-answer-period', [{}, { respondent: 'r', receivedAt: BEFORE, clocks: [clock('answer', BEFORE)] }], [{}, { respondent: 'r', receivedAt: AFTER, clocks: [clock('answer', BEFORE)] }], [{}, { respondent: 'q', receivedAt: BEFORE, clocks: [clock('answer', AFTER)] }], [{}, { respondent: 'r', receivedAt: BEFORE }]],
  ['answer-period-over', [{}, { clocks: [clock('answer', BEFORE), clock('answer-abroad', AFTER, true)] }], [{}, { clocks: [clock('answer', AFTER)] }], [{}, { clocks: [clock('answer', BEFORE), clock('answer-abroad', AFTER)] }], [{}, { clocks: [clock('answer', null)] }]],
  ['recipient-untold', [{}, { recipient: 'q' }], [{ parties: [{ ...asker, evidenceServedAt: BEFORE }] }, { recipient: 'q' }], [{}, { recipient: 'z' }]],
  ['evidence-period-set', [{ parties: [{ ...asker, evidenceServedAt: BEFORE }, { ...seller, evidenceServedAt: BEFORE }, newParty('t', 'third-party', false)] }, {}], [{ parties: [{ ...asker, evidenceServedAt: BEFORE }, seller] }, {}]],
  ['evidence-days-set', [{ evidenceDays: 15 }, {}], [{}, {}]],
  ['evidence-period-over', [{}, { clocks: [clock('evidence', BEFORE)] }], [{}, { clocks: [clock('evidence', BEFORE), clock('evidence', AFTER)] }]],
  ['everybody-waives', [{}, { by: ['q', 'r'] }], [{}, { by: ['q'] }]],
  ['panel-acts', [{}, { by: ['a', 'c'] }], [{}, { by: ['a', 'z'] }], [{}, { by: [] }]],
  ['signed-or-noted', [{}, { signed: false, refusalNote: '拒签' }], [{}, { signed: false }], [{}, { signed: false, refusalNote: ' ' }]],
  ['no-registration-open', [{}, {}], [{ registration: 'act' }, {}]],
  ['registration-open', [{ registration: 'act' }, {}], [{}, {}]],
  ['registration-decided', [{}, {}], [{ registration: 'act' }, {}]],
  ['appraisal-asked-in-time', [{}, { clocks: [clock('evidence', AFTER)] }], [{}, { clocks: [clock('evidence', BEFORE)] }]],
  ['new-party-of-the-case', [{}, { party: 's' }], [{}, { party: 'r' }], [{}, { party: 'z' }]],
  ['not-heard-yet', [{ hearing: HEARING }, {}], [{ hearing: { ...HEARING, heldAt: BEFORE } }, {}]],
  ['adds-respondent', [{}, { side: 'third-party' }], [{}, { side: 'requester' }]],
  ['panel-complete', [{}, {}], [{ members: PANEL.slice(1) }, {}], [{ members: [...PANEL, seat('d')] }, {}]],
  ['panel-not-excluded', [{}, { excluded: ['z'] }], [{}, { excluded: ['c'] }]],
  ['hearing-ahead', [{}, { at: AFTER }], [{}, { at: BEFORE }]],
  ['closed-with-reason', [{}, { open: false, closedBecause: '商业秘密' }], [{}, { open: false }]],
  ['recipient-unnotified', [{}, { recipient: 'q' }], [{ parties: [{ ...asker, hearingServedAt: BEFORE }] }, { recipient: 'q' }], [{}, { recipient: 'z' }]],
  ['three-days-before', [{}, { servedAt: BEFORE, clocks: [clock('oral-hearing-notice', BEFORE)] }], [{}, { servedAt: AFTER, clocks: [clock('oral-hearing-notice', BEFORE)] }]],
  ['everybody-notified', [{ parties: [{ ...asker, hearingServedAt: BEFORE }, { ...seller, hearingServedAt: BEFORE }] }, {}], [{ parties: [{ ...asker, hearingServedAt: BEFORE }, seller] }, {}]],
  ['hearing-time-come', [{ hearing: HEARING }, {}], [{ hearing: { ...HEARING, at: AFTER } }, {}], [{}, {}]],
  ['requester-attends', [{}, { absent: ['r'] }], [{}, { absent: ['q'] }], [{}, { absent: ['z'] }]],
  ['invalidity-pending', [{ invalidity: INVALIDITY }, {}], [{}, {}], [{ invalidity: { ...INVALIDITY, result: 'maintained' } }, {}]],
  ['invalidity-dealt-with', [{ invalidity: { ...INVALIDITY, exception: 'other' } }, {}], [{ invalidity: INVALIDITY }, {}], [{ patentType: 'utility-model', invalidity: INVALIDITY }, {}]],
  ['exception-holds', [{ evaluation: 'clean' }, { exception: 'clean-report' }], [{}, { exception: 'clean-report' }], [{}, { exception: 'invention' }], [{ invalidity: INVALIDITY }, { exception: 'second-request' }], [{}, { exception: 'upheld-before', upheldBy: ' ' }], [{}, { exception: 'no-such' }]],
  ['invalidity-answered', [{ standstill: 'invalidity' }, { result: 'maintained' }], [{ standstill: 'invalidity' }, {}]],
  ['claims-remain', [{ patentType: 'utility-model' }, { result: 'partly-invalid', claims: [2] }], [{ patentType: 'utility-model' }, { result: 'partly-invalid' }], [{ patentType: 'invention' }, { ground: 'partly-invalid', claims: [3] }]],
  ['everybody-signed', [{ parties: [asker, seller, newParty('t', 'third-party', false)] }, { signedBy: ['r', 'q'] }], [{}, { signedBy: ['q'] }]],
  ['every-member-votes', [{}, { finding: 'infringing', votes: VOTES }], [{}, { finding: 'not-infringing', votes: VOTES }], [{}, { finding: 'infringing', votes: VOTES.slice(1) }], [{}, { finding: 'infringing', votes: [VOTES[0], VOTES[0], VOTES[1]] }]],
  ['majority-carries', [{ deliberation: { at: BEFORE, finding: 'infringing', votes: VOTES } }, {}], [{}, {}], [{ deliberation: { at: BEFORE, finding: 'infringing', votes: VOTES } }, { finding: 'not-infringing' }], [{ members: [seat('a', 'panel-chair'), seat('b'), seat('d')], deliberation: { at: BEFORE, finding: 'infringing', votes: VOTES } }, {}]],
  ['order-complete', [{}, { finding: 'infringing', acts: [ACT] }], [{}, { finding: 'infringing', acts: [] }], [{}, { finding: 'not-infringing', acts: [ACT] }], [{}, { finding: 'infringing', acts: [{ ...ACT, scope: ' ' }] }]],
  ['patent-stands', [{ invalidity: { ...INVALIDITY, result: 'partly-invalid' } }, {}], [{ invalidity: { ...INVALIDITY, result: 'invalid' } }, {}]],
  ['same-patent-same-type', [{}, { earlier: EARLIER, acts: [ACT] }], [{}, { earlier: EARLIER, acts: [ACT, { ...ACT, type: 'make' }] }], [{}, { earlier: { ...EARLIER, patentNumber: '202630000002.8' }, acts: [ACT] }], [{}, { earlier: { ...EARLIER, respondent: 'q' }, acts: [ACT] }], [{}, { earlier: { ...EARLIER, effectiveAt: AFTER }, acts: [ACT] }]],
  ['dismissal-ground-fits', [{}, { ground: 'withdrawn' }], [{}, { ground: 'out-of-time' }], [{}, { ground: 'patent-invalid' }], [{}, { ground: 'claims-not-stated' }], [{ state: 'ended-by-suit' }, { ground: 'withdrawn' }]],
  ['decision-unserved', [{}, { recipient: 'q' }], [{ parties: [{ ...asker, decisionServedAt: BEFORE }] }, { recipient: 'q' }]],
  ['first-served-of-those-bound', [{ decision: ORDERED, parties: [asker, { ...seller, decisionServedAt: BEFORE }] }, { recipient: 'r' }], [{ decision: ORDERED }, { recipient: 'q' }], [{ decision: { ...ORDERED, finding: 'not-infringing' } }, { recipient: 'r' }], [{ decision: ORDERED, parties: [{ ...seller, decisionServedAt: BEFORE }, { ...newParty('s', 'respondent', false), decisionServedAt: BEFORE }] }, { recipient: 's' }]],
  ['orders-stop', [{ decision: ORDERED }, {}], [{ decision: { ...ORDERED, finding: 'not-infringing' } }, {}], [{}, {}]],
  ['still-to-perform', [{ decision: ORDERED }, {}], [{ decision: ORDERED, performedAt: NOW }, {}]],
  ['not-performed', [{}, {}], [{ performedAt: NOW }, {}]],
  ['nothing-to-perform', [{ decision: ORDERED, performedAt: NOW }, {}], [{ decision: ORDERED }, {}], [{ decision: ORDERED }, { clocks: [clock('enforcement-holder', AFTER)] }]],
  ['suit-period-over', [{ parties: [{ ...asker, decisionServedAt: BEFORE }] }, { clocks: [clock('suit', BEFORE)] }], [{ parties: [{ ...asker, decisionServedAt: BEFORE }] }, { clocks: [clock('suit', AFTER)] }], [{}, {}]],
  ['term-over', [{ decision: { ...ORDERED, performBy: '2026-05-31' } }, {}], [{ decision: { ...ORDERED, performBy: '2026-06-01' } }, {}]],
  ['agency-period-runs', [{}, { clocks: [clock('enforcement-agency', AFTER)] }], [{}, { clocks: [clock('enforcement-agency', BEFORE)] }], [{}, {}]],
  ['agency-period-over', [{}, { clocks: [clock('enforcement-agency', BEFORE)] }], [{}, { clocks: [clock('enforcement-agency', AFTER)] }], [{}, {}]],
  ['holder-period-runs', [{}, { appliedAt: BEFORE, clocks: [clock('enforcement-holder', BEFORE)] }], [{}, { appliedAt: AFTER, clocks: [clock('enforcement-holder', BEFORE)] }], [{}, { appliedAt: BEFORE }]],
  ['decision-ordered', [{ litigation: { ...LITIGATION, anew: true } }, {}], [{ litigation: LITIGATION }, {}], [{}, {}]],
];

describe('guards of the adjudication', () => {
  it.each(TABLE)('%s holds and refuses', (name, [row, input], ...refuses) => {
    expect(holds(name, row, input)).toBe(true);
    expect(refuses.map(([otherRow, otherInput]) => holds(name, otherRow, otherInput))).toEqual(refuses.map(() => false));
  });

  it('lets the agency conduct it, and the body that it entrusted', () => {
    expect([holds('conducts-it', {}, {}), holds('conducts-it', {}, {}, ['centre']), holds('conducts-it', { delegate: 'centre' }, {}, ['centre']), holds('conducts-it', { delegate: 'centre' }, {}, ['county'])]).toEqual([true, false, true, false]);
  });

  it('holds for other facts that the law lets pass', () => {
    expect(holds('requester-entitled', {}, { requesterKind: 'sole-licensee', mayAskAlone: true })).toBe(true);
    expect(holds('appraisal-asked-in-time', {}, { publicInterest: true })).toBe(true);
    expect(holds('invalidity-dealt-with', { patentType: 'invention', invalidity: INVALIDITY }, {})).toBe(true);
    expect(holds('exception-holds', { patentType: 'invention' }, { exception: 'invention' })).toBe(true);
    expect(holds('exception-holds', { invalidity: { ...INVALIDITY, repeated: true } }, { exception: 'second-request' })).toBe(true);
    expect(holds('exception-holds', {}, { exception: 'upheld-before', upheldBy: '第1号' })).toBe(true);
    expect(holds('order-complete', {}, { finding: 'not-infringing' })).toBe(true);
    expect(holds('suit-period-over', { litigation: { ...LITIGATION, result: 'upheld' } }, {})).toBe(true);
    expect(holds('nothing-to-perform', { decision: ORDERED }, { clocks: [clock('enforcement-holder', BEFORE)] })).toBe(true);
    expect(holds('nothing-to-perform', { decision: { ...ORDERED, finding: 'not-infringing' } }, {})).toBe(true);
    expect(holds('term-over', { decision: ORDERED }, {})).toBe(true);
    expect(holds('dismissal-ground-fits', {}, { ground: 'out-of-time', defenceRaised: true })).toBe(true);
    expect(holds('dismissal-ground-fits', { state: 'ended-by-suit' }, { ground: 'sued' })).toBe(true);
    expect(holds('panel-of-the-agency', { delegate: 'centre' }, { memberAgencies: [['city'], ['centre']] })).toBe(true);
  });

  it('says what exactly is missing', () => {
    const facts = (input: Input): AdjudicationFacts => ({ row: ROW, actor: { id: 'a', agencies: [] }, input });
    expect(ADJUDICATION_GUARDS['conditions-met'].details(facts({ conditions: ALL.slice(0, 4) }))).toEqual({ missing: ['no-suit-no-other-way'] });
    expect(ADJUDICATION_GUARDS['materials-complete'].details(facts({ requesterKind: 'heir', evaluation: 'clean', materials: PAPERS }))).toEqual({ missing: ['interest-proof', 'evaluation-report'] });
    expect(ADJUDICATION_GUARDS['panel-named'].details(facts({ members: [seat('a', 'officer')] }))).toEqual({ problems: ['fewer-than-three', 'even-number', 'not-one-chair'] });
    expect(ADJUDICATION_GUARDS['panel-complete'].details(facts({}))).toEqual({ problems: [] });
  });

  it('are all tried here, are all used, and cite their article where they refuse', () => {
    const tried = new Set<string>([...TABLE.map(([name]) => name), 'conducts-it']);
    expect(Object.keys(ADJUDICATION_GUARDS).filter((name) => !tried.has(name))).toEqual([]);
    const used = new Set(ADJUDICATION_LIFECYCLE.moves.flatMap(({ guards = [] }) => guards));
    const conditions = new Set(ADJUDICATION_LIFECYCLE.moves.flatMap(({ clocks = {} }) => [...(clocks.start ?? []), ...(clocks.stopWhen ?? [])].flatMap((start) => (typeof start === 'string' ? [] : [start.when]))));
    expect(Object.keys(ADJUDICATION_GUARDS).filter((name) => !used.has(name) && !conditions.has(name))).toEqual([]);
    const silent = Object.entries(ADJUDICATION_GUARDS).filter(([name, guard]) => used.has(name) && !('basis' in guard)).map(([name]) => name);
    expect(silent).toEqual(['nothing-in-advance']);
    const codes = Object.values(ADJUDICATION_GUARDS).map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });
});
