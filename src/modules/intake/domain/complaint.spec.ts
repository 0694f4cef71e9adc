import { describe, expect, it } from '@jest/globals';
import { EVENTS } from '../../../events.data.js';
import { allowedCommands, decide, validateLifecycles, type Decision } from '../../../kernel/lifecycle/index.js';
import { CASE_GUARDS } from '../../cases/domain/case.guards.js';
import { CASE_LIFECYCLE } from '../../cases/domain/case.lifecycle.js';
import { DEADLINE_KINDS } from '../../deadlines/data/index.js';
import { PERMISSIONS } from '../../identity/index.js';
import { COMPLAINT_GUARDS, DECLINE_GROUNDS, REPORT_GROUNDS, type ComplaintFacts } from './complaint.guards.js';
import { COMPLAINT_LIFECYCLE } from './complaint.lifecycle.js';

const CONSUMER: ComplaintFacts = {
  row: { classification: 'consumer-complaint', requestType: 'complaint', channel: 'hotline-12345', track: 'mediation', rightType: 'none', handlingAgency: 'chaoan', intakeAgency: 'desk' },
  actor: { agency: 'desk', agencies: ['desk', 'chaoan'] },
  input: { ground: 'no-competence', reason: '不属于本机关职责', agency: 'xiangqiao', agencyKnown: true },
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
const COMMANDS = ['register', 'accept', 'decline', 'return-to-intake', 'reroute', 'open-case', 'conclude', 'resume'];
const ORACLE: readonly (readonly [string | null, ...string[]])[] = [
  // register, accept, decline, return-to-intake, reroute, open-case, conclude, resume
  [null, 'registered', '-', '-', '-', '-', '-', '-', '-'],
  ['registered', '-', 'accepted', 'declined', 'returned', '-', '-', '-', '-'],
  ['returned', '-', '-', '-', '-', 'registered', '-', '-', '-'],
  ['accepted', '-', '-', '-', '-', '-', 'in-case', 'concluded', '-'],
  ['in-case', '-', '-', '-', '-', '-', '-', 'concluded', '-'],
  ['declined', '-', '-', '-', '-', '-', '-', '-', '-'],
  ['concluded', '-', '-', '-', '-', '-', '-', '-', 'in-case'],
];
const MATRIX = ORACLE.flatMap(([state = null, ...row]) => COMMANDS.map((command, index) => ({ state, command, to: row[index] ?? '' })));

/** Clocks of the first decision, typed by hand: 第十五条; 令81第十六条、第二十条; 著作权行政处罚实施办法第十三条; the service standard where no statute speaks. */
const ENTRY = ['complaint.acceptance', 'adjudication.filing', 'copyright.acceptance', 'service.first-response'];

describe('the complaint lifecycle', () => {
  it.each(MATRIX)('$state: $command → $to', ({ state, command, to }) => {
    const decision = ask(state, command);
    expect(decision.ok ? decision.move.to : decision.reason).toBe(to === '-' ? 'not-allowed-now' : to);
  });

  it('has no state and no command that the oracle does not know', () => {
    expect(Object.keys(COMPLAINT_LIFECYCLE.states).sort()).toEqual(ORACLE.flatMap(([state]) => state ?? []).sort());
    expect([...new Set(COMPLAINT_LIFECYCLE.moves.map(({ command }) => command as string))].sort()).toEqual([...COMMANDS].sort());
    expect(ask('registered', 'reopen')).toMatchObject({ reason: 'unknown-command' });
  });

  it('lists what is allowed for the oracle', () => {
    for (const [state = null, ...row] of ORACLE) expect([...allowedCommands(COMPLAINT_LIFECYCLE, state)].sort()).toEqual(COMMANDS.filter((_, index) => row[index] !== '-').sort());
  });

  it.each<[string | null, string, string]>([
    [null, 'register', 'complaint.file'], ['registered', 'accept', 'complaint.accept'], ['registered', 'decline', 'complaint.decline'], ['registered', 'return-to-intake', 'complaint.return'],
    ['returned', 'reroute', 'complaint.reroute'], ['accepted', 'open-case', 'case.open'], ['accepted', 'conclude', 'complaint.conclude'], ['in-case', 'conclude', 'complaint.conclude'], ['concluded', 'resume', 'case.reopen'],
  ])('%s: %s asks for %s', (state, command, permission) => {
    const decision = ask(state, command);
    expect(decision.ok && decision.move.permission).toBe(permission);
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
  const HOTLINE = ['hotline12345.consultation', 'hotline12345.request', 'hotline12345.complaint'];

  it('ends the clock of acceptance with the decision, and all clocks with a refusal', () => {
    expect(clocks('registered', 'accept').stop).toEqual(ENTRY);
    expect([...(clocks('registered', 'decline').stop ?? [])].sort()).toEqual([...ENTRY, 'report.verification', ...HOTLINE].sort());
  });

  it('counts mediation from the acceptance (第二十三条), and from nothing else', () => {
    expect(clocks('registered', 'accept').start).toEqual([{ kind: 'mediation.consumer', when: 'is-consumer-complaint' }]);
    expect(clocks('accepted', 'open-case').start).toEqual([]);
  });

  it('hands back without touching a clock: an agency cannot gain time by returning a matter', () => {
    expect(clocks('registered', 'return-to-intake')).toEqual({ stop: undefined, start: [] });
    expect(clocks('returned', 'reroute')).toEqual({ stop: undefined, start: [] });
  });

  it('ends verification when a case is opened (令2 第十八条), and the reply clocks with the answer', () => {
    expect(clocks('accepted', 'open-case').stop).toEqual(['report.verification']);
    expect([...(clocks('accepted', 'conclude').stop ?? [])].sort()).toEqual([...HOTLINE, 'mediation.consumer', 'report.verification'].sort());
    expect([...(clocks('in-case', 'conclude').stop ?? [])].sort()).toEqual([...HOTLINE, 'mediation.consumer'].sort());
  });

  it('carries the opening of a case along, and nothing else', () => {
    expect(COMPLAINT_LIFECYCLE.moves.flatMap((move) => ('cascade' in move ? [[move.command, ...move.cascade.map(({ subject, command }) => `${subject}.${command}`)]] : []))).toEqual([['open-case', 'case.open']]);
  });
});

describe('guards of a complaint', () => {
  it.each<[keyof typeof COMPLAINT_GUARDS, ComplaintFacts, ComplaintFacts[]]>([
    ['filed-for-own-desk', CONSUMER, [withRow({ intakeAgency: 'chaoan' }), { ...CONSUMER, actor: { agency: 'chaoan', agencies: ['desk'] } }]],
    ['handled-by-own-agency', CONSUMER, [{ ...CONSUMER, actor: { agency: 'chaoan', agencies: [] } }, withRow({ handlingAgency: 'raoping' })]],
    ['agency-may-handle', CONSUMER, [withInput({ agency: 'a' }), withInput({ agencyKnown: false }), withInput({ agencyKnown: 'true' })]],
    ['has-a-track', CONSUMER, [withRow({ track: 'outside' })]],
    ['is-consumer-complaint', CONSUMER, ['report', 'right-holder-request', 'consultation'].map((classification) => withRow({ classification }))],
    ['is-verified-as-report', withRow({ classification: 'report', track: 'administrative' }), [CONSUMER, withRow({ classification: 'consultation' }), withRow({ classification: 'report', track: 'outside' })]],
    ['is-verified-as-report', withRow({ classification: 'right-holder-request', track: 'administrative' }), [withRow({ classification: 'right-holder-request', track: 'outside' })]],
    ['asks-patent-adjudication', withRow({ classification: 'right-holder-request', track: 'administrative', rightType: 'patent' }), [withRow({ classification: 'report', track: 'administrative', rightType: 'patent' }), withRow({ classification: 'right-holder-request', track: 'administrative', rightType: 'patent', handlingAgency: 'chaozhou-customs' })]],
    ['is-copyright-complaint', withRow({ classification: 'report', track: 'administrative', rightType: 'copyright', handlingAgency: 'cz-culture' }), [CONSUMER, withRow({ classification: 'report', track: 'administrative', rightType: 'copyright', handlingAgency: 'chaozhou-customs', channel: 'x', requestType: 'x' }) && withRow({ classification: 'consultation', rightType: 'copyright', handlingAgency: 'cz-culture' })]],
    ['hotline-asks-consultation', withRow({ requestType: 'consultation' }), [CONSUMER, withRow({ requestType: 'consultation', channel: 'hotline-12315' })]],
    ['hotline-asks-action', withRow({ requestType: 'report' }), [withRow({ requestType: 'praise' }), withRow({ channel: 'hotline-12315' })]],
  ])('%s', (name, holds, fails) => {
    expect(COMPLAINT_GUARDS[name].holds(holds)).toBe(true);
    for (const facts of fails) expect(COMPLAINT_GUARDS[name].holds(facts)).toBe(false);
  });

  it.each<[string, string | null]>([
    ['consultation', 'hotline12345.consultation'], ['assistance', 'hotline12345.request'], ['suggestion', 'hotline12345.request'], ['praise', 'hotline12345.request'], ['complaint', 'hotline12345.complaint'], ['report', 'hotline12345.complaint'],
  ])('what 12345 recorded as %s starts exactly one reply clock: %s', (requestType, expected) => {
    const starting = (channel: string): string[] => COMPLAINT_LIFECYCLE.moves[0].clocks.start.filter(({ kind, when }) => kind.startsWith('hotline') && COMPLAINT_GUARDS[when].holds(withRow({ requestType, channel }))).map(({ kind }) => kind);
    expect(starting('hotline-12345')).toEqual([expected]);
    expect(starting('hotline-12315')).toEqual([]);
  });

  it.each<[string, string, string, string, string[]]>([
    ['consumer-complaint', 'mediation', 'none', 'chaoan-market-regulation', ['complaint.acceptance']], ['consumer-complaint', 'mediation', 'trademark', 'chaoan-market-regulation', ['complaint.acceptance']],
    ['report', 'administrative', 'trademark', 'chaoan-market-regulation', ['report.verification']], ['right-holder-request', 'administrative', 'trademark', 'chaoan-market-regulation', ['report.verification']],
    ['report', 'administrative', 'patent', 'chaoan-market-regulation', ['report.verification']], ['right-holder-request', 'administrative', 'patent', 'cz-market-regulation', ['adjudication.filing']],
    ['report', 'administrative', 'copyright', 'cz-culture', ['copyright.acceptance']], ['right-holder-request', 'administrative', 'copyright', 'cz-culture', ['copyright.acceptance']],
    ['report', 'administrative', 'plant_variety', 'cz-agriculture', ['service.first-response']], ['right-holder-request', 'administrative', 'patent', 'chaozhou-customs', ['service.first-response']],
    ['consultation', 'outside', 'none', 'cz-ip-intake', ['service.first-response']], ['report', 'outside', 'none', 'cz-ip-intake', ['service.first-response']],
  ])('a %s on the track %s about %s with %s starts %j', (classification, track, rightType, handlingAgency, expected) => {
    const starting = COMPLAINT_LIFECYCLE.moves[0].clocks.start.filter(({ kind, when }) => !kind.startsWith('hotline') && COMPLAINT_GUARDS[when].holds(withRow({ classification, track, rightType, handlingAgency }))).map(({ kind }) => kind);
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

  it('each has a code of its own and a text in both languages', () => {
    const guards = Object.values(COMPLAINT_GUARDS);
    expect(new Set(guards.map(({ code }) => code)).size).toBe(guards.length);
    for (const { code, text } of guards) expect([code, text.zh.trim() !== '', text.en.trim() !== '']).toEqual([expect.stringMatching(/^complaint\.[a-z-]+$/), true, true]);
  });
});

it('both tables use only permissions, events, clocks and guards that exist', () => {
  const vocabulary = {
    permissions: new Set<string>(PERMISSIONS.map(({ code }) => code)), events: new Set(EVENTS.map(({ name }) => name)), clocks: new Set(DEADLINE_KINDS.map(({ code }) => code)),
    guards: { complaint: new Set(Object.keys(COMPLAINT_GUARDS)), case: new Set(Object.keys(CASE_GUARDS)) },
  };
  expect(validateLifecycles([COMPLAINT_LIFECYCLE, CASE_LIFECYCLE], vocabulary)).toEqual([]);
});
