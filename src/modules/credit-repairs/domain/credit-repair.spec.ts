import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { allowedCommands, type Move } from '../../../kernel/lifecycle/index.js';
import { DEADLINE_KINDS } from '../../deadlines/index.js';
import { DISPLAY_CLASSES, displayClass } from '../../publications/index.js';
import { BAR, CONDITIONS, CONFLICTS, MATERIALS } from '../data/conditions.data.js';
import { CREDIT_REPAIR_GUARDS, type CreditRepairFacts } from './credit-repair.guards.js';
import { CREDIT_REPAIR_LIFECYCLE } from './credit-repair.lifecycle.js';
import { judge, minimumUntil, monthsAfter, type Standing } from './repair.rules.js';

const H = 'credit-repair.handle';
const A = 'credit-repair.approve';
const OWN = 'in-own-agency nothing-ahead';

describe('the table of credit repair, typed by hand', () => {
  it('leads from the application to the data, and back after fraud', () => {
    const rows = CREDIT_REPAIR_LIFECYCLE.moves.map(({ from, command, to, permission, guards = [] }: Move) => `${from ?? '-'} ${command} ${to} | ${permission} | ${guards.join(' ')}`);
    expect(rows).toEqual([
      `- file filed | ${H} | ${OWN} applicant-is-shown target-is-shown no-display-of-a-listing rests-on-a-case no-other-open`,
      `filed ask-correction correcting | ${H} | ${OWN} materials-missing not-asked-before`,
      `correcting correct filed | ${H} | ${OWN}`,
      `filed accept accepted | ${H} | ${OWN} may-be-accepted`,
      `filed refuse-acceptance not-accepted | ${A} | ${OWN} may-not-be-accepted was-asked-to-correct`,
      `accepted record-verification accepted | ${H} | ${OWN}`,
      `accepted extend accepted | ${A} | ${OWN} not-extended`,
      `accepted grant granted | ${A} | ${OWN} target-is-shown conditions-hold`,
      `accepted refuse refused | ${A} | ${OWN} verified a-condition-fails`,
      `accepted refuse-for-fraud barred | ${A} | ${OWN}`,
      ...['filed', 'correcting', 'accepted'].map((from) => `${from} withdraw withdrawn | ${H} | ${OWN}`),
      `granted record-push granted | ${H} | ${OWN} other-province not-pushed`,
      `granted confirm-data repaired | ${H} | ${OWN} nothing-shown pushed-where-due`,
      ...['granted', 'repaired'].map((from) => `${from} revoke barred | ${A} | ${OWN}`),
      `barred end-bar bar-over | ${A} | `,
    ]);
    expect(['not-accepted', 'refused', 'withdrawn', 'bar-over'].flatMap((state) => allowedCommands(CREDIT_REPAIR_LIFECYCLE, state))).toEqual([]);
  });

  it('starts and ends its clocks, and issues its papers', () => {
    const of = (command: string): unknown => CREDIT_REPAIR_LIFECYCLE.moves.find((move: Move) => move.command === command)?.clocks;
    expect(of('file')).toEqual({ start: [{ kind: 'repair.acceptance', when: 'materials-complete' }, { kind: 'repair.correction-notice', when: 'materials-missing' }] });
    expect(of('ask-correction')).toEqual({ stop: ['repair.correction-notice'] });
    expect(of('correct')).toEqual({ start: ['repair.acceptance'] });
    expect(of('accept')).toEqual({ stop: ['repair.acceptance'], lapse: ['repair.correction-notice'], start: ['repair.decision'] });
    expect(of('extend')).toEqual({ extend: [{ kind: 'repair.decision', step: 'head' }] });
    expect(of('grant')).toEqual({ stop: ['repair.decision'], start: ['repair.data', { kind: 'repair.push', when: 'other-province' }] });
    expect(of('revoke')).toEqual({ lapse: ['repair.data', 'repair.push'], start: ['repair.ban'] });
    expect(CREDIT_REPAIR_LIFECYCLE.moves.flatMap(({ command, document }: Move) => (document === undefined ? [] : [`${command} ${document}`]))).toEqual([
      'ask-correction repair-correction', 'accept repair-acceptance', 'refuse-acceptance repair-non-acceptance', 'grant repair-grant', 'refuse repair-refusal', 'refuse-for-fraud repair-refusal', 'revoke repair-revocation', 'revoke repair-revocation',
    ]);
  });
});

const GOOD: Standing = {
  displayClass: 'ordinary', earlyMonths: 3, shownOn: '2026-08-10', appliedOn: '2026-11-11', restrictedUntil: null, measuresUntil: null, restored: false, barredUntil: null, missing: [], later: [],
  verification: { way: 'written', at: '2026-11-12T10:00:00+08:00', findings: 'x', performed: true, rectified: true, relapsed: false, dangerous: false },
};
const failing = (change: Partial<Standing>): string[] => judge(CONDITIONS, { ...GOOD, ...change }).filter(({ holds }) => holds !== true).map(({ code }) => code);
const checked = (change: object): Partial<Standing> => ({ verification: GOOD.verification === null ? null : { ...GOOD.verification, ...change } });

describe('conditions of a repair', () => {
  it('all hold for the ordinary penalty on the day after three months', () => {
    expect(failing({})).toEqual([]);
    expect(judge(CONDITIONS, GOOD).find(({ code }) => code === 'minimum-shown')).toMatchObject({ holds: true, facts: { shownOn: '2026-08-10', minimumUntil: '2026-11-10', appliedOn: '2026-11-11' }, basis: { status: 'verified' } });
  });

  it.each<[string, Partial<Standing>, string[]]>([
    ['the last day of the three months', { appliedOn: '2026-11-10' }, ['minimum-shown']],
    ['never shown', { shownOn: null }, ['minimum-shown']],
    ['grade cut, licence revoked, closed', { displayClass: 'serious-revocation', earlyMonths: null }, ['class-allows', 'minimum-shown']],
    ['a protected field within the year', { displayClass: 'serious-field', earlyMonths: 12 }, ['minimum-shown']],
    ['a restriction that runs', { displayClass: 'serious-restriction', earlyMonths: 12, appliedOn: '2027-08-11', restrictedUntil: '2027-08-11' }, ['restriction-over']],
    ['a restriction that is over', { displayClass: 'serious-restriction', earlyMonths: 12, appliedOn: '2027-08-11', restrictedUntil: '2027-08-10' }, []],
    ['a restriction of another class', { restrictedUntil: '2030-01-01' }, []],
    ['a listing with a measure that runs', { displayClass: 'list', earlyMonths: 12, appliedOn: '2027-08-11', measuresUntil: '2028-01-01' }, ['measures-over']],
    ['a listing after a heavier penalty', { displayClass: 'list', earlyMonths: 12, appliedOn: '2027-08-11', ...checked({ relapsed: true }) }, ['no-heavier']],
    ['restored after fraud', { restored: true }, ['never-restored']],
    ['barred', { barredUntil: '2026-11-11' }, ['no-bar']],
    ['the day after the bar', { barredUntil: '2026-11-10' }, []],
    ['a material missing', { missing: ['proof'] }, ['materials']],
    ['not performed', checked({ performed: false }), ['performed']],
    ['harm not removed', checked({ rectified: false }), ['rectified']],
    ['the same again', checked({ relapsed: true }), ['no-relapse']],
    ['a danger to the public', checked({ dangerous: true }), ['no-danger']],
    ['not verified', { verification: null }, ['performed', 'rectified', 'no-relapse', 'no-danger']],
  ])('%s', (_, change, expected) => {
    expect(failing(change)).toEqual(expected);
  });

  it('take the classes of the display: some can never be repaired', () => {
    expect(DISPLAY_CLASSES.filter(({ shown }) => shown).map(({ code, earlyMonths }) => `${code} ${String(earlyMonths)}`)).toEqual(['minor null', 'ordinary 3', 'serious-field 12', 'serious-restriction 12', 'serious-revocation null', 'list 12', 'check-result null', 'lasting null']);
    expect(MATERIALS.map(({ code }) => code)).toEqual(['application', 'identity', 'promise', 'proof']);
  });

  it('bar for as long as the clock does, and decide as fast as the later order says', () => {
    const kinds = DEADLINE_KINDS as readonly { code: string; effectiveFrom: string }[];
    expect(JSON.stringify(kinds.filter(({ code }) => code === 'repair.ban'))).toContain(String(BAR.months));
    expect(CONFLICTS.map(({ code, applied, against }) => [code, applied.article, against.article])).toEqual([['decision-time', '第十六条第二款', '第十七条第三款'], ['first-year', '第十三条第一款', '第十六条第一款'], ['fraud', '第二十三条', '第二十条']]);
  });

  const days = fc.integer({ min: 0, max: 20_000 }).map((number) => Temporal.PlainDate.from('2020-01-01').add({ days: number }).toString());

  it('count months as the calendar does', () => {
    fc.assert(fc.property(days, fc.integer({ min: 0, max: 60 }), (day, months) => monthsAfter(day, months) === Temporal.PlainDate.from(day).add({ months }).toString()));
    expect(monthsAfter('2026-11-30', 3)).toBe('2027-02-28');
  });

  it('never hold before the shortest display is over, and from then on always do', () => {
    fc.assert(fc.property(days, days, fc.constantFrom('ordinary', 'serious-field', 'list'), (shownOn, appliedOn, code) => {
      const { earlyMonths } = displayClass(code);
      const until = minimumUntil({ shownOn, earlyMonths });
      return failing({ displayClass: code, earlyMonths, shownOn, appliedOn }).includes('minimum-shown') === (until === null || appliedOn <= until);
    }));
  });

  it('hold no longer once one of them is taken away', () => {
    const worse: Partial<Standing>[] = [{ restored: true }, { barredUntil: '2099-01-01' }, { missing: ['proof'] }, { verification: null }, checked({ performed: false }), checked({ rectified: false }), checked({ dangerous: true }), checked({ relapsed: true })];
    fc.assert(fc.property(fc.subarray(worse, { minLength: 1 }), (changes) => failing(Object.assign({}, ...changes) as Partial<Standing>).length > 0));
  });
});

const ROW: CreditRepairFacts['row'] = { agency: 'county', caseId: 'c', otherProvince: false, askedAt: null, extendedAt: null, pushedAt: null, verification: null };
const DAY = new Date('2026-11-11T00:00:00Z');
const guard = (name: string, input: Record<string, unknown> = {}, row: Partial<CreditRepairFacts['row']> = {}, agency = 'county'): boolean => CREDIT_REPAIR_GUARDS[name]?.holds({ row: { ...ROW, ...row }, actor: { id: 'a', agencies: [agency] }, input }) ?? false;
const conditions = (change: Partial<Standing>): Record<string, unknown> => ({ conditions: judge(CONDITIONS, { ...GOOD, ...change }) });
/** Each: what holds, what refuses. */
const PAIRS: readonly [name: string, holds: boolean, refuses: boolean][] = [
  ['in-own-agency', guard('in-own-agency'), guard('in-own-agency', {}, {}, 'city')],
  ['nothing-ahead', guard('nothing-ahead', { at: '2026-11-11T08:00:00+08:00', now: DAY.getTime() }), guard('nothing-ahead', { appliedAt: '2026-11-11T08:00:01+08:00', now: DAY.getTime() })],
  ['applicant-is-shown', guard('applicant-is-shown', { applicantShown: true }), guard('applicant-is-shown', { applicantShown: false })],
  ['target-is-shown', guard('target-is-shown', { shown: true }), guard('target-is-shown', { shown: false })],
  ['no-display-of-a-listing', guard('no-display-of-a-listing', { ofListing: false }), guard('no-display-of-a-listing', { ofListing: true })],
  ['rests-on-a-case', guard('rests-on-a-case'), guard('rests-on-a-case', {}, { caseId: null })],
  ['no-other-open', guard('no-other-open', { openAlready: false }), guard('no-other-open', { openAlready: true })],
  ['materials-complete', guard('materials-complete', { missing: [] }), guard('materials-complete', { missing: ['proof'] })],
  ['materials-missing', guard('materials-missing', { missing: ['proof'] }), guard('materials-missing', { missing: [] })],
  ['not-asked-before', guard('not-asked-before'), guard('not-asked-before', {}, { askedAt: DAY })],
  ['may-be-accepted', guard('may-be-accepted', conditions({ verification: null })), guard('may-be-accepted', conditions({ restored: true }))],
  ['may-not-be-accepted', guard('may-not-be-accepted', conditions({ restored: true })), guard('may-not-be-accepted', conditions({ verification: null }))],
  ['was-asked-to-correct', guard('was-asked-to-correct', conditions({ missing: ['proof'] }), { askedAt: DAY }), guard('was-asked-to-correct', conditions({ missing: ['proof'] }))],
  ['was-asked-to-correct', guard('was-asked-to-correct', conditions({ missing: ['proof'], restored: true })), guard('was-asked-to-correct', conditions({}))],
  ['verified', guard('verified', {}, { verification: GOOD.verification }), guard('verified')],
  ['not-extended', guard('not-extended'), guard('not-extended', {}, { extendedAt: DAY })],
  ['conditions-hold', guard('conditions-hold', conditions({})), guard('conditions-hold', conditions({ verification: null }))],
  ['a-condition-fails', guard('a-condition-fails', conditions(checked({ performed: false }))), guard('a-condition-fails', conditions({}))],
  ['other-province', guard('other-province', {}, { otherProvince: true }), guard('other-province')],
  ['not-pushed', guard('not-pushed'), guard('not-pushed', {}, { pushedAt: DAY })],
  ['pushed-where-due', guard('pushed-where-due', {}, { otherProvince: true, pushedAt: DAY }), guard('pushed-where-due', {}, { otherProvince: true })],
  ['nothing-shown', guard('nothing-shown', { left: [] }), guard('nothing-shown', { left: ['x'] })],
];

describe('guards of credit repair', () => {
  it('each hold and refuse', () => {
    expect(PAIRS.map(([name, holds, refuses]) => `${name} ${String(holds)} ${String(refuses)}`)).toEqual(PAIRS.map(([name]) => `${name} true false`));
    expect(new Set(PAIRS.map(([name]) => name))).toEqual(new Set(Object.keys(CREDIT_REPAIR_GUARDS)));
  });

  it('say which conditions fail, by what, and under which article', () => {
    const details = CREDIT_REPAIR_GUARDS['conditions-hold']?.details?.({ row: ROW, actor: { id: 'a', agencies: [] }, input: { ...conditions({ appliedOn: '2026-11-10' }) } });
    expect(details).toMatchObject([{ code: 'minimum-shown', holds: false, facts: { minimumUntil: '2026-11-10' }, basis: { article: expect.stringContaining('第九条第二款') } }]);
  });
});
