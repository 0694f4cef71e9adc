import { describe, expect, it } from '@jest/globals';
import { EVENTS } from '../../../events.data.js';
import { TABLES } from '../../../subjects.js';
import { allowedCommands, basisOn, decide, validateLifecycles, type Decision, type GuardSet, type Move } from '../../../kernel/lifecycle/index.js';
import { DEADLINE_KINDS } from '../../deadlines/data/index.js';
import { PERMISSIONS } from '../../identity/index.js';
import { REPLY_GUARDS, type ReplyFacts } from '../../replies/domain/reply.guards.js';
import { REPLY_LIFECYCLE } from '../../replies/domain/reply.lifecycle.js';
import { COMPLAINT_GUARDS, type ComplaintFacts } from './complaint.guards.js';
import { CONSUMER_FACTORS, DECLINE_GROUNDS, GROUNDS, OTHER_ROUTES, REPORT_GROUNDS } from './grounds.rules.js';
import { COMPLAINT_LIFECYCLE } from './complaint.lifecycle.js';

const CONSUMER: ComplaintFacts = {
  row: { classification: 'consumer-complaint', track: 'mediation', tracks: ['mediation'], rightType: 'none', handlingAgency: 'chaoan', intakeAgency: 'desk', returns: 0, leg: 1 },
  actor: { agency: 'desk', agencies: ['desk', 'chaoan'] },
  input: { ground: 'no-competence', reason: '不属于本机关职责', agency: 'xiangqiao', agencyKnown: true, track: 'mediation', route: 'court', workingDays: 5, other: 'x', kind: 'related', otherSeen: true, caseId: 'c', caseOpen: true, earlier: 'e', earlierFits: true },
};
const withRow = (change: Partial<ComplaintFacts['row']>): ComplaintFacts => ({ ...CONSUMER, row: { ...CONSUMER.row, ...change } });
const withInput = (input: Record<string, unknown>): ComplaintFacts => ({ ...CONSUMER, input });

function ask(state: string | null, command: string, facts: ComplaintFacts = CONSUMER): Decision {
  return decide({ lifecycle: COMPLAINT_LIFECYCLE, guards: COMPLAINT_GUARDS, state, command, facts, input: facts.input });
}

/**
 * Typed from 总局令第121号 and 令2, never from the table. A dash is a refusal.
 * Acceptance or refusal within seven working days (第十五条); a report is verified and filed as a case or not (令2 第十八条);
 * an agency without power hands back (第四十一条); what is refused stays refused; what is concluded lives again only
 * through its case.
 */
const COMMANDS = ['register', 'accept', 'decline', 'return-to-intake', 'reroute', 'open-case', 'conclude', 'resume', 'withdraw', 'mark-out-of-scope', 'override-route', 'join-case', 'confirm-classification', 'correct', 'link', 'take-in'];
const ORACLE: readonly (readonly [string | null, ...string[]])[] = [
  // register, accept, decline, return, reroute, open-case, conclude, resume, withdraw, out-of-scope, override, join-case, confirm, correct, link, take-in
  [null, 'registered', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-'],
  ['registered', '-', 'accepted', 'declined', 'returned', '-', '-', '-', '-', 'withdrawn', 'out-of-scope', 'registered', 'in-case', 'registered', 'registered', 'registered', 'registered'],
  ['returned', '-', '-', '-', '-', 'registered', '-', '-', '-', '-', '-', '-', '-', 'returned', 'returned', 'returned', '-'],
  ['accepted', '-', '-', '-', '-', '-', 'in-case', 'concluded', '-', 'withdrawn', '-', '-', 'in-case', '-', '-', 'accepted', 'accepted'],
  ['in-case', '-', '-', '-', '-', '-', '-', 'concluded', '-', '-', '-', '-', '-', '-', '-', 'in-case', 'in-case'],
  ['declined', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-'],
  ['withdrawn', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-'],
  ['out-of-scope', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-'],
  ['merged', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-'],
  ['concluded', '-', '-', '-', '-', '-', '-', '-', 'in-case', '-', '-', '-', '-', '-', '-', '-', '-'],
];
/** Rows whose guards need other facts than a consumer complaint brings; each has its own test below. */
const APART = ['split', 'split-off', 'transfer', 'designate', 'merge-into', 'unlink', 'request-identity-proof', 'record-identity-proof', 'tell-result'];
const MATRIX = ORACLE.flatMap(([state = null, ...row]) => COMMANDS.map((command, index) => ({ state, command, to: row[index] ?? '' })));

/** Clocks of the first decision, typed by hand: 第十五条; 令81第十六条、第二十条; 著作权行政处罚实施办法第十三条; the service standard where no statute speaks. */
const ENTRY = ['complaint.acceptance', 'adjudication.filing', 'patent-mediation.service', 'copyright.acceptance', 'service.first-response'];

describe('the complaint lifecycle', () => {
  it.each(MATRIX)('$state: $command → $to', ({ state, command, to }) => {
    const decision = ask(state, command);
    // From the desk a case is opened of patent disputes only: the row is there, its guard refuses everything else.
    const refused = state === 'registered' && command === 'open-case' ? 'guard-failed' : 'not-allowed-now';
    expect(decision.ok ? decision.move.to : decision.reason).toBe(to === '-' ? refused : to);
  });

  it.each(['patent-adjudication', 'patent-mediation'])('%s: whether it is filed is decided in its own proceeding (令81 第二十条、第六十六条)', (classification) => {
    const facts = withRow({ classification, track: classification === 'patent-mediation' ? 'mediation' : 'administrative', rightType: 'patent' });
    expect(ask('registered', 'open-case', facts)).toMatchObject({ ok: true, move: { to: 'in-case' } });
    expect(ask('registered', 'accept', facts)).toMatchObject({ reason: 'guard-failed', failed: [{ code: 'complaint.decided-in-its-proceeding', basis: { article: '第二十条、第六十六条' } }] });
  });

  it('everything else is accepted before a case is opened from it', () => {
    for (const classification of ['report', 'consumer-complaint', 'right-holder-request', 'copyright-complaint']) {
      expect(ask('registered', 'open-case', withRow({ classification }))).toMatchObject({ reason: 'guard-failed', failed: [{ code: 'complaint.not-accepted-yet' }] });
      expect(ask('accepted', 'open-case', withRow({ classification })).ok).toBe(true);
    }
  });

  it('has no state and no command that the oracle does not know', () => {
    expect(Object.keys(COMPLAINT_LIFECYCLE.states).sort()).toEqual(ORACLE.flatMap(([state]) => state ?? []).sort());
    expect([...new Set(COMPLAINT_LIFECYCLE.moves.map(({ command }) => command))].sort()).toEqual([...COMMANDS, ...APART].sort());
    expect(ask('registered', 'reopen')).toMatchObject({ reason: 'unknown-command' });
  });

  it('lists what is allowed for the oracle', () => {
    for (const [state = null, ...row] of ORACLE) expect(allowedCommands(COMPLAINT_LIFECYCLE, state).filter((command) => !APART.includes(command)).sort()).toEqual(COMMANDS.filter((command, index) => row[index] !== '-' || (state === 'registered' && command === 'open-case')).sort());
  });

  it.each<[string | null, string, string]>([
    [null, 'register', 'complaint.file'], ['registered', 'accept', 'complaint.accept'], ['registered', 'decline', 'complaint.decline'], ['registered', 'return-to-intake', 'complaint.return'],
    ['returned', 'reroute', 'complaint.reroute'], ['accepted', 'open-case', 'case.open'], ['accepted', 'conclude', 'complaint.conclude'], ['in-case', 'conclude', 'complaint.conclude'], ['concluded', 'resume', 'case.reopen'],
  ])('%s: %s asks for %s', (state, command, permission) => {
    const decision = ask(state, command);
    expect(decision.ok && decision.move.permission).toBe(permission);
  });

  it.each(['accepted', 'in-case', 'concluded'])('%s: the result is told to who reported, and to no consumer (第三十六条)', (state) => {
    const told = { law: '反不正当竞争法第二十条', result: '已处罚' };
    expect(ask(state, 'tell-result', { ...withRow({ classification: 'report', track: 'administrative' }), input: told })).toMatchObject({ ok: true, move: { to: state, permission: 'complaint.conclude', document: 'report-result-notice' } });
    expect(ask(state, 'tell-result', withInput(told))).toMatchObject({ reason: 'guard-failed', failed: [{ code: 'complaint.not-a-report' }] });
    expect(ask(state, 'tell-result', withRow({ classification: 'report' }))).toMatchObject({ reason: 'input-missing' });
  });

  it.each<[string, string, string[]]>([['registered', 'decline', ['ground', 'reason']], ['registered', 'return-to-intake', ['reason']], ['returned', 'reroute', ['agency', 'reason']], ['accepted', 'conclude', ['reason']]])('%s: %s cannot do without %j', (state, command, missing) => {
    expect(ask(state, command, withInput({}))).toMatchObject({ reason: 'input-missing', missing });
  });

  it.each<[string, string]>([['registered', 'accept'], ['registered', 'decline'], ['registered', 'return-to-intake'], ['accepted', 'open-case'], ['accepted', 'conclude']])('%s: %s is for the agency that handles it', (state, command) => {
    expect(ask(state, command, { ...CONSUMER, actor: { agency: 'desk', agencies: ['desk'] } })).toMatchObject({ reason: 'guard-failed', failed: [{ code: 'complaint.foreign-agency' }] });
  });

  it.each<[string | null, string, ComplaintFacts, string[]]>([
    [null, 'register', withRow({ intakeAgency: 'other-desk' }), ['complaint.foreign-desk']],
    ['registered', 'decline', withInput({ ground: 'too-much-work', reason: 'r' }), ['complaint.ground-unknown', 'complaint.ground-does-not-fit']],
    ['registered', 'decline', withInput({ ground: 'repeated-report', reason: 'r' }), ['complaint.ground-does-not-fit']],
    ['registered', 'decline', { ...withRow({ classification: 'report' }), input: { ground: 'over-three-years', reason: 'r' } }, ['complaint.ground-does-not-fit']],
    ['returned', 'reroute', withInput({ agency: 'nobody', reason: 'r' }), ['complaint.agency-cannot-handle']],
    ['accepted', 'open-case', withRow({ track: 'outside' }), ['complaint.no-track']],
  ])('%s: %s is refused by its guards', (state, command, facts, codes) => {
    const decision = ask(state, command, facts);
    expect(decision.ok ? [] : decision.failed.map(({ code }) => code)).toEqual(codes);
  });

  const clocks = (state: string | null, command: string): { stop?: readonly string[]; start: unknown } => {
    const decision = ask(state, command);
    const effects = decision.ok ? decision.move.clocks : undefined;
    return { stop: effects?.stop, start: effects?.start ?? [] };
  };

  it('ends the clock of acceptance with the decision, and all clocks with a refusal', () => {
    expect([...(clocks('registered', 'accept').stop ?? [])].sort()).toEqual([...ENTRY, 'identity.proof'].sort());
    expect([...(clocks('registered', 'decline').stop ?? [])].sort()).toEqual([...ENTRY, 'report.verification'].sort());
  });

  it('counts mediation from the acceptance (第二十三条), and from nothing else', () => {
    expect(clocks('registered', 'accept').start).toEqual([{ kind: 'mediation.consumer', when: 'is-consumer-complaint' }]);
    expect(clocks('accepted', 'open-case').start).toEqual([]);
  });

  it('hands back without touching a clock: an agency cannot gain time by returning a matter', () => {
    expect(clocks('registered', 'return-to-intake')).toEqual({ stop: undefined, start: [{ kind: 'jurisdiction.dispute', when: 'third-return' }] });
    expect(clocks('returned', 'reroute')).toEqual({ stop: undefined, start: [] });
  });

  it('hands its clock to the first proceeding of the case, where one begins, and ends it otherwise', () => {
    const row = COMPLAINT_LIFECYCLE.moves.find(({ from, command }) => from === 'accepted' && command === 'open-case');
    const going = [['report.verification', 'a-proceeding-begins'], ['adjudication.filing', 'a-proceeding-begins'], ['mediation.consumer', 'a-mediation-begins'], ['patent-mediation.service', 'a-mediation-begins']];
    expect(['penalty', 'mediation', undefined].map((begins) => COMPLAINT_GUARDS['a-mediation-begins'].holds(withInput({ begins })))).toEqual([false, true, false]);
    expect(row?.clocks).toEqual({ carry: going.map(([kind, when]) => ({ kind, when })), stop: ['report.verification', 'identity.proof'] });
    expect(['penalty', 'adjudication', 'mediation', 'none', undefined].map((begins) => COMPLAINT_GUARDS['a-proceeding-begins'].holds(withInput({ begins })))).toEqual([true, true, true, false, false]);
    expect(clocks('accepted', 'conclude').stop).toEqual(['report.verification', 'mediation.consumer']);
    expect(clocks('in-case', 'conclude').stop).toEqual(['mediation.consumer']);
  });

  it('restarts the verification of the earlier report from the later one (第三十五条第二款), and drops the clocks of what was taken back', () => {
    const effects = (state: string, command: string, facts = CONSUMER): unknown => {
      const decision = ask(state, command, facts);
      return decision.ok ? decision.move.clocks : decision.reason;
    };
    expect(effects('accepted', 'take-in')).toEqual({ restart: ['report.verification'] });
    expect(effects('accepted', 'withdraw')).toEqual({ lapse: [...ENTRY, 'report.verification', 'identity.proof', 'mediation.consumer'] });
    expect(effects('registered', 'merge-into', withRow({ classification: 'report' }))).toEqual({ lapse: [...ENTRY, 'report.verification', 'identity.proof'] });
  });

  it('carries cases, replies and earlier reports along, and nothing else', () => {
    const carried = COMPLAINT_LIFECYCLE.moves.flatMap((move) => (move.cascade ?? []).map(({ subject, command }) => `${move.from} ${move.command}: ${subject}.${command}`));
    expect(carried.sort()).toEqual([
      'accepted join-case: case.admit', 'accepted join-case: takedown.stop-by-complaint', 'registered join-case: takedown.stop-by-complaint', ...['accepted', 'registered'].flatMap((state) => ['adjudication.open', 'case.open', 'complaint.join-case', 'mediation.open', 'penalty.open'].map((next) => `${state} open-case: ${next}`)), 'registered correct: reply.follow', 'registered join-case: case.admit', 'registered merge-into: complaint.take-in',
      'registered override-route: reply.follow', 'registered split: complaint.split-off', 'returned correct: reply.follow', 'returned designate: reply.follow', 'returned reroute: reply.follow',
    ].sort());
  });

  it('never lets an office pass a matter on by itself (第四十一条第二款)', () => {
    expect(ask('registered', 'transfer')).toMatchObject({ reason: 'guard-failed', failed: [{ code: 'complaint.no-direct-transfer', basis: { article: '第四十一条第二款' } }] });
  });

  it('lets only the common superior decide once there is a dispute, and nobody before (第三十三条)', () => {
    const third = withRow({ returns: 3 });
    const superior: ComplaintFacts = { ...third, actor: { agency: 'cz-market-regulation', agencies: ['cz-market-regulation', 'chaoan'] } };
    expect(ask('returned', 'reroute', third)).toMatchObject({ failed: [{ code: 'complaint.jurisdiction-disputed' }] });
    expect(ask('returned', 'designate', third)).toMatchObject({ failed: [{ code: 'complaint.not-the-superior' }] });
    expect(ask('returned', 'designate', superior)).toMatchObject({ ok: true, move: { to: 'registered' } });
    expect(ask('returned', 'designate', { ...superior, row: { ...superior.row, returns: 2 } })).toMatchObject({ failed: [{ code: 'complaint.no-jurisdiction-dispute' }] });
    expect(ask('returned', 'reroute', withRow({ returns: 2 })).ok).toBe(true);
  });

  it.each([['report', false], ['transfer-in', false], ['assignment', false], ['customs-clue', false], ['consumer-complaint', true], ['patent-adjudication', true], ['right-holder-request', true]])('a %s may be taken back: %s', (classification, allowed) => {
    expect(ask('registered', 'withdraw', withRow({ classification })).ok).toBe(allowed);
  });

  it('merges only a report into an earlier one on the same party', () => {
    const report = withRow({ classification: 'report' });
    expect(ask('registered', 'merge-into', report)).toMatchObject({ ok: true, move: { to: 'merged' } });
    expect(ask('registered', 'merge-into', CONSUMER)).toMatchObject({ failed: [{ code: 'complaint.not-a-clue' }] });
    expect(ask('registered', 'merge-into', { ...report, input: { ...report.input, earlierFits: false } })).toMatchObject({ failed: [{ code: 'complaint.other-party' }] });
  });

  it('splits a complaint and a report from each other, once, and nothing else (第九条)', () => {
    const asking = (classification: string, facts = CONSUMER): ComplaintFacts => ({ ...facts, input: { classification, reason: 'r' } });
    expect(ask('registered', 'split', asking('report'))).toMatchObject({ ok: true, move: { to: 'registered' } });
    expect(ask('registered', 'split', asking('consumer-complaint'))).toMatchObject({ failed: [{ code: 'complaint.not-mixed' }] });
    expect(ask('registered', 'split', asking('report', withRow({ classification: 'patent-adjudication' })))).toMatchObject({ failed: [{ code: 'complaint.not-mixed' }] });
    expect(ask('registered', 'split', asking('report', withRow({ leg: 2 })))).toMatchObject({ failed: [{ code: 'complaint.split-already' }] });
    expect(ask('registered', 'split', { ...CONSUMER, input: { classification: 'report', reason: 'r', otherLegs: true } })).toMatchObject({ failed: [{ code: 'complaint.split-already' }] });
  });

  it('overrides the rules only within the tracks that they allow', () => {
    expect(ask('registered', 'override-route', { ...CONSUMER, input: { ...CONSUMER.input, track: 'administrative' } })).toMatchObject({ failed: [{ code: 'complaint.track-not-permitted' }] });
    expect(ask('registered', 'override-route', { ...withRow({ tracks: ['mediation', 'administrative'] }), input: { ...CONSUMER.input, track: 'administrative' } }).ok).toBe(true);
  });
});

const startsOf = (move: Move | undefined): { kind: string; when: string }[] => (move?.clocks?.start ?? []).flatMap((start) => (typeof start === 'string' ? [] : [start]));

describe('guards of a complaint', () => {
  it.each<[keyof typeof COMPLAINT_GUARDS, ComplaintFacts, ComplaintFacts[]]>([
    ['filed-for-own-desk', CONSUMER, [withRow({ intakeAgency: 'chaoan' }), { ...CONSUMER, actor: { agency: 'chaoan', agencies: ['desk'] } }]],
    ['handled-by-own-agency', CONSUMER, [{ ...CONSUMER, actor: { agency: 'chaoan', agencies: [] } }, withRow({ handlingAgency: 'raoping' })]],
    ['agency-may-handle', CONSUMER, [withInput({ agency: 'a' }), withInput({ agencyKnown: false }), withInput({ agencyKnown: 'true' })]],
    ['has-a-track', CONSUMER, [withRow({ track: 'outside' })]],
    ['is-consumer-complaint', CONSUMER, ['report', 'right-holder-request', 'consultation'].map((classification) => withRow({ classification }))],
    ['is-verified-as-report', withRow({ classification: 'report', track: 'administrative' }), [CONSUMER, withRow({ classification: 'consultation' }), withRow({ classification: 'report', track: 'outside' }), withRow({ classification: 'report', track: 'mediation' })]],
    ['is-verified-as-report', withRow({ classification: 'right-holder-request', track: 'administrative' }), [withRow({ classification: 'right-holder-request', track: 'outside' })]],
    ['asks-patent-adjudication', withRow({ classification: 'patent-adjudication', track: 'administrative', rightType: 'patent' }), [withRow({ classification: 'report', track: 'administrative', rightType: 'patent' }), withRow({ classification: 'patent-adjudication', track: 'administrative', rightType: 'patent', handlingAgency: 'chaozhou-customs' }), withRow({ classification: 'patent-adjudication', track: 'outside', rightType: 'patent' })]],
    ['asks-patent-mediation', withRow({ classification: 'patent-mediation', rightType: 'patent' }), [CONSUMER, withRow({ classification: 'patent-mediation', rightType: 'patent', handlingAgency: 'cz-ip-mediation-committee' })]],
    ['is-copyright-complaint', withRow({ classification: 'report', track: 'administrative', rightType: 'copyright', handlingAgency: 'cz-culture' }), [CONSUMER, withRow({ classification: 'report', track: 'administrative', rightType: 'copyright', handlingAgency: 'chaozhou-customs' }), withRow({ classification: 'report', track: 'outside', rightType: 'copyright', handlingAgency: 'cz-culture' })]],
    ['case-takes-it', CONSUMER, [withInput({}), withInput({ caseOpen: false })]],
    ['links-to-another', CONSUMER, [withInput({}), withInput({ otherSeen: false })]],
  ])('%s', (name, holds, fails) => {
    expect(COMPLAINT_GUARDS[name].holds(holds)).toBe(true);
    for (const facts of fails) expect(COMPLAINT_GUARDS[name].holds(facts)).toBe(false);
  });

  it.each<[string, string, string]>([
    ['hotline-12345', 'consultation', 'hotline12345.consultation'], ['hotline-12345', 'assistance', 'hotline12345.request'], ['hotline-12345', 'suggestion', 'hotline12345.request'], ['hotline-12345', 'praise', 'hotline12345.request'],
    ['hotline-12345', 'complaint', 'hotline12345.complaint'], ['hotline-12345', 'report', 'hotline12345.complaint'], ['national-12315', 'report', 'reply.12315'], ['national-12315', 'consultation', 'reply.12315'],
    ['direct', 'report', 'reply.direct'], ['partner', 'complaint', 'reply.partner'], ['agency', 'report', 'reply.agency'],
  ])('what comes over %s as %s starts exactly one reply clock: %s', (line, requestType, expected) => {
    const facts: ReplyFacts = { row: { line, requestType, agency: 'chaoan', intakeAgency: 'desk' }, actor: { agencies: [] }, input: {} };
    for (const state of [null, 'answered']) {
      const move = REPLY_LIFECYCLE.moves.find(({ from, clocks: effects }) => from === state && effects?.start !== undefined);
      expect(startsOf(move).filter(({ when }) => REPLY_GUARDS[when as 'asks-help'].holds(facts)).map(({ kind }) => kind)).toEqual([expected]);
    }
  });

  it.each<[string, string, string, string, string[]]>([
    ['consumer-complaint', 'mediation', 'none', 'chaoan-market-regulation', ['complaint.acceptance']], ['consumer-complaint', 'mediation', 'trademark', 'chaoan-market-regulation', ['complaint.acceptance']],
    ['report', 'administrative', 'trademark', 'chaoan-market-regulation', ['report.verification']], ['right-holder-request', 'administrative', 'trademark', 'chaoan-market-regulation', ['report.verification']],
    ['report', 'administrative', 'patent', 'chaoan-market-regulation', ['report.verification']], ['patent-adjudication', 'administrative', 'patent', 'cz-market-regulation', ['adjudication.filing']], ['patent-adjudication', 'judicial', 'patent', 'cz-market-regulation', ['adjudication.filing']],
    ['patent-mediation', 'mediation', 'patent', 'cz-market-regulation', ['patent-mediation.service']], ['transfer-in', 'administrative', 'trademark', 'chaoan-market-regulation', ['report.verification']], ['assignment', 'administrative', 'none', 'cz-market-regulation', ['report.verification']],
    ['report', 'administrative', 'copyright', 'cz-culture', ['copyright.acceptance']], ['copyright-complaint', 'administrative', 'copyright', 'cz-culture', ['copyright.acceptance']],
    ['report', 'administrative', 'plant_variety', 'cz-agriculture', ['service.first-response']], ['customs-clue', 'administrative', 'patent', 'chaozhou-customs', ['service.first-response']],
    ['consultation', 'outside', 'none', 'cz-ip-intake', ['service.first-response']], ['report', 'outside', 'none', 'cz-ip-intake', ['service.first-response']],
  ])('a %s on the track %s about %s with %s starts %j', (classification, track, rightType, handlingAgency, expected) => {
    const starting = startsOf(COMPLAINT_LIFECYCLE.moves[0]).filter(({ when }) => COMPLAINT_GUARDS[when as 'is-consumer-complaint'].holds(withRow({ classification, track, rightType, handlingAgency }))).map(({ kind }) => kind);
    expect(starting).toEqual(expected);
  });

  it('knows the seven grounds of article 16 for consumers and the two of articles 34 and 35 for all others', () => {
    expect(DECLINE_GROUNDS).toHaveLength(7);
    expect([...REPORT_GROUNDS].sort()).toEqual(['no-competence', 'repeated-report']);
    const fits = (classification: string, ground: unknown): boolean => COMPLAINT_GUARDS['ground-fits-classification'].holds({ ...withRow({ classification }), input: { ground } });
    const known = (ground: unknown): boolean => COMPLAINT_GUARDS['ground-is-known'].holds(withInput({ ground }));
    for (const ground of ['no-competence', 'already-handled', 'no-consumer-dispute', 'over-three-years', 'material-missing-or-false', 'identity-refused', 'other-by-law']) {
      expect([ground, known(ground), fits('consumer-complaint', ground), fits('report', ground), fits('right-holder-request', ground)]).toEqual([ground, true, true, ground === 'no-competence', ground === 'no-competence']);
    }
    expect([known('repeated-report'), fits('consumer-complaint', 'repeated-report'), fits('report', 'repeated-report')]).toEqual([true, false, true]);
    for (const ground of [undefined, null, '', 'lazy', ['no-competence']]) expect([known(ground), fits('report', ground)]).toEqual([false, false]);
  });

  it('words every ground, factor and other way in both languages', () => {
    expect(GROUNDS.map(({ code }) => code)).toEqual([...DECLINE_GROUNDS, 'repeated-report']);
    expect(CONSUMER_FACTORS).toHaveLength(4);
    for (const { label } of [...GROUNDS, ...CONSUMER_FACTORS, ...OTHER_ROUTES]) expect([label.zh.trim(), label.en.trim()]).not.toContain('');
  });

  // Typed from both orders: what stood in the way is told in the words of the law that the matter is under.
  it.each([
    ['dispute-open', ['第20号', '第三十条'], ['第121号', '第三十三条']], ['hands-back-instead', ['第20号', '第三十七条第二款'], ['第121号', '第四十一条第二款']],
    ['ground-fits-classification', ['第20号', '第十五条、第二十九条'], ['第121号', '第十六条、第三十四条、第三十五条第二款']], ['is-report', ['第20号', '无对应条文'], ['第121号', '第三十五条第二款']],
    ['is-consumer-complaint', ['第20号', '第三条第一款'], ['第121号', '第三条第一款']], ['may-be-withdrawn', ['处罚程序规定', '第十八条'], ['处罚程序规定', '第十八条']],
  ])('%s cites the law of the day', (name, before, after) => {
    const basis: Move['basis'] = (COMPLAINT_GUARDS as GuardSet<ComplaintFacts>)[name]?.basis ?? [];
    for (const [day, [source, article]] of [['2020-01-01', before], ['2026-04-14', before], ['2026-04-15', after], ['2030-01-01', after]] as const) expect(basisOn({ basis }, day)).toMatchObject({ source: expect.stringContaining(String(source)), article });
  });

  it('each has a code of its own and a text in both languages', () => {
    const guards = Object.values(COMPLAINT_GUARDS);
    expect(new Set(guards.map(({ code }) => code)).size).toBe(guards.length);
    for (const { code, text } of guards) expect([code, text.zh.trim() !== '', text.en.trim() !== '']).toEqual([expect.stringMatching(/^complaint\.[a-z-]+$/), true, true]);
  });
});

it('the tables use only permissions, events, clocks and guards that exist', () => {
  const vocabulary = {
    permissions: new Set<string>(PERMISSIONS.map(({ code }) => code)), events: new Set(EVENTS.map(({ name }) => name)), clocks: new Set(DEADLINE_KINDS.map(({ code }) => code)),
    guards: Object.fromEntries(TABLES.map(({ lifecycle, guards }) => [lifecycle.subject, new Set(Object.keys(guards))])),
  };
  expect(validateLifecycles(TABLES.map(({ lifecycle }) => lifecycle), vocabulary)).toEqual([]);
});
