import { describe, expect, it } from '@jest/globals';
import type { Move } from '../../../kernel/lifecycle/index.js';
import { COLLECTION_LIMITS, SURCHARGE_RATES } from '../data/rates.data.js';
import { fineGuards, type FineFacts } from './fine.guards.js';
import { FINE_LIFECYCLE } from './fine.lifecycle.js';
import { accruedOn, coversPart, outstandingOn, type FineSums } from './fine.rules.js';

function line({ from, to, clocks = {}, document, permission }: Move): string {
  const effects = Object.entries(clocks).flatMap(([what, kinds]) => (kinds as readonly (string | { kind: string; when?: string })[]).map((kind) => `${what} ${typeof kind === 'string' ? kind : `${kind.kind} if ${kind.when ?? ''}`}`));
  return [`${String(from)} ${to}`, permission.split('.')[1], effects.join(', '), document ?? ''].join(' | ').replace(/( \| )+$/, '');
}
const of = (command: string): string[] => FINE_LIFECYCLE.moves.filter((move) => move.command === command).map((move) => line(move));

describe('the table, typed from 令2 第七十一条至第七十六条 and 行政强制法 第五十三条至第五十八条', () => {
  it.each<[string, string[]]>([
    ['open', ['null due | handle | start fine.payment, start enforcement.application']],
    ['take-up', ['null due | handle | start fine.payment, start enforcement.application']],
    ['fall-due', ['due in-default | handle | lapse fine.payment', 'scheduled in-default | handle | lapse fine.instalment']],
    ['approve-schedule', ['due', 'in-default', 'demand-issued', 'demanded'].map((from) => `${from} scheduled | approve | lapse fine.payment, lapse enforcement.demand, lapse enforcement.application, start fine.instalment, start enforcement.application | deferral-notice`)],
    ['demand', ['in-default demand-issued | handle |  | demand-letter']],
    ['serve-demand', ['demand-issued demanded | handle | start enforcement.demand']],
    ['apply-to-court', ['demanded applied | approve | stop enforcement.application, lapse enforcement.demand, start enforcement.court-acceptance | enforcement-application']],
    ['record-court-acceptance', ['applied before-court | handle | stop enforcement.court-acceptance, start enforcement.court-ruling']],
    ['record-court-refusal', ['applied', 'before-court'].map((from) => `${from} refused-by-court | handle | stop enforcement.court-acceptance, stop enforcement.court-ruling, start enforcement.reconsideration`)],
    ['ask-superior-court', ['refused-by-court before-superior-court | approve | stop enforcement.reconsideration, start enforcement.superior-court']],
    ['collect-on-the-spot', ['due collected | handle | stop fine.payment, lapse enforcement.application, start fine.hand-over']],
    ['hand-over', ['collected handed-over | handle | stop fine.hand-over, start fine.bank']], ['bank', ['handed-over paid | handle | stop fine.bank']],
    ['record-challenge', ['due', 'scheduled', 'in-default', 'demand-issued', 'demanded'].map((from) => `${from} ${from} | handle | pause enforcement.application`)],
    ['record-challenge-outcome', ['due', 'scheduled', 'in-default', 'demand-issued', 'demanded'].map((from) => `${from} ${from} | handle | lapse enforcement.application, start enforcement.application`)],
    ['be-challenged', ['due', 'scheduled', 'in-default', 'demand-issued', 'demanded'].map((from) => `${from} ${from} | handle | pause enforcement.application`)],
    ['be-upheld', ['due', 'scheduled', 'in-default', 'demand-issued', 'demanded'].map((from) => `${from} ${from} | approve | lapse enforcement.application, start enforcement.application`)],
  ])('%s', (command, expected) => {
    expect(of(command)).toEqual(expected);
  });

  it('starts the clock of the next part only where the open one is covered', () => {
    expect(of('record-payment').at(-1)).toBe('scheduled scheduled | handle | stopWhen fine.instalment if part-covered, start fine.instalment if part-covered');
  });

  it('goes to the court only behind everything that the law asks for', () => {
    expect(FINE_LIFECYCLE.moves.find(({ command }) => command === 'apply-to-court')?.guards).toEqual(['in-own-agency', 'actor-not-excluded', 'demand-period-over', 'remedies-over', 'no-challenge-open', 'application-in-time']);
  });
});

const guards = fineGuards({ rates: SURCHARGE_RATES, limits: COLLECTION_LIMITS });
const row: FineFacts['row'] = {
  id: 'f', parentId: 'p', kind: 'ordinary', person: false, fine: '50000.00', confiscation: '1000.00', payBy: '2026-11-23', surcharge: null, accrued: '0.00', uncounted: [], request: null, remediesEnd: new Date('2027-05-08T15:59:59.999Z'), demandServedAt: null,
};
const base = { now: '2026-12-03T02:00:00Z', today: '2026-12-03', payments: [], plan: [] };
const paid = (paidOn: string, ...items: { item: string; amount: string }[]): object => ({ items, paidOn });
const imposed = { imposedOn: '2026-12-03', remitted: '0.00' };

describe('guards, each held and failed', () => {
  const penalty = { kind: 'penalty', id: 'p', parentId: null, state: 'performing' };

  it.each<[keyof typeof guards, [Partial<FineFacts['row']>, object], [Partial<FineFacts['row']>, object]]>([
    ['decision-served', [{}, { siblings: [penalty] }], [{}, { siblings: [{ ...penalty, state: 'decided' }] }]],
    ['no-fine-yet', [{}, { siblings: [penalty] }], [{}, { siblings: [{ kind: 'fine', id: 'g', parentId: 'p', state: 'due' }] }]],
    ['nothing-in-advance', [{}, { paidOn: '2026-12-03' }], [{}, { paidOn: '2026-12-04' }]],
    ['nothing-in-advance', [{}, { at: '2026-12-03T10:00:00+08:00' }], [{}, { at: '2026-12-03T10:00:01+08:00' }]],
    ['schedule-requested', [{ request: { at: '', reason: '' } }, {}], [{}, {}]],
    ['no-request-open', [{}, {}], [{ request: { at: '', reason: '' } }, {}]],
    ['surcharge-not-imposed', [{}, {}], [{ surcharge: imposed }, {}]],
    ['surcharge-imposed', [{ surcharge: imposed }, {}], [{}, {}]],
    ['no-challenge-open', [{ uncounted: [{ from: '2026-11-24', to: '2026-11-30' }] }, {}], [{ uncounted: [{ from: '2026-11-24', to: null }] }, {}]],
    ['challenge-open', [{ uncounted: [{ from: '2026-11-24', to: null }] }, {}], [{}, {}]],
    ['remedies-over', [{}, { now: '2027-05-08T16:00:00Z' }], [{}, { now: '2027-05-08T15:59:59.999Z' }]],
    ['demand-period-over', [{ demandServedAt: new Date(0) }, { demandDue: '2026-12-02T15:59:59.999Z' }], [{ demandServedAt: new Date(0) }, { demandDue: '2026-12-03T15:59:59.999Z' }]],
    ['demand-period-over', [{ demandServedAt: new Date(0) }, { demandDue: '2026-12-02T15:59:59.999Z' }], [{}, { demandDue: null }]],
    ['application-in-time', [{}, { applicationDue: '2026-12-03T02:00:00Z' }], [{}, { applicationDue: '2026-12-03T01:59:59Z' }]],
    ['not-overpaid', [{}, paid('2026-12-03', { item: 'fine', amount: '50000' })], [{}, paid('2026-12-03', { item: 'fine', amount: '50000.01' })]],
    ['not-overpaid', [{}, paid('2026-12-03', { item: 'confiscation', amount: '1000' })], [{}, paid('2026-12-03', { item: 'surcharge', amount: '0.01' })]],
    ['not-overpaid', [{}, paid('2026-12-03', { item: 'fine', amount: '1' })], [{}, paid('2026-12-03', { item: 'fine', amount: '0' })]],
    ['leaves-something', [{}, paid('2026-12-03', { item: 'fine', amount: '50000' })], [{}, paid('2026-12-03', { item: 'fine', amount: '50000' }, { item: 'confiscation', amount: '1000' })]],
    ['pays-all', [{}, paid('2026-12-03', { item: 'fine', amount: '50000' }, { item: 'confiscation', amount: '1000' })], [{}, paid('2026-12-03', { item: 'fine', amount: '50000' })]],
    // Ten days late: 15,000 of surcharge, which belongs to the sum once it is imposed.
    ['pays-all', [{ surcharge: imposed }, paid('2026-12-03', { item: 'fine', amount: '50000' }, { item: 'confiscation', amount: '1000' }, { item: 'surcharge', amount: '13500' })], [{ surcharge: imposed }, paid('2026-12-03', { item: 'fine', amount: '50000' }, { item: 'confiscation', amount: '1000' })]],
    ['plan-fits', [{}, { parts: [{ amount: '50000', dueOn: '2026-12-04' }] }], [{}, { parts: [{ amount: '51000', dueOn: '2026-12-04' }] }]],
    ['part-covered', [{}, { plan: [{ amount: '20000', dueOn: '2026-12-24' }, { amount: '30000', dueOn: '2027-01-24' }], ...paid('2026-12-03', { item: 'fine', amount: '20000' }) }], [{}, { plan: [{ amount: '20000', dueOn: '2026-12-24' }, { amount: '30000', dueOn: '2027-01-24' }], ...paid('2026-12-03', { item: 'fine', amount: '19999.99' }) }]],
    ['remission-fits', [{ surcharge: imposed }, { amount: '15000' }], [{ surcharge: imposed }, { amount: '15000.01' }]],
    ['may-collect', [{ kind: 'simplified', fine: '3000.00', confiscation: '0.00' }, { ground: 'hard-to-enforce' }], [{ kind: 'ordinary', fine: '3000.00', confiscation: '0.00' }, { ground: 'hard-to-enforce' }]],
    ['may-collect', [{ confiscation: '0.00' }, { ground: 'remote', askedByParty: true }], [{ confiscation: '0.00' }, { ground: 'remote' }]],
    ['collects-all', [{ confiscation: '0.00' }, { amount: '50000' }], [{ confiscation: '0.00' }, { amount: '49999.99' }]],
  ])('%s', (name, held, failed) => {
    const holds = ([more, input]: [Partial<FineFacts['row']>, object]): boolean => guards[name].holds({ row: { ...row, ...more }, input: { ...base, ...input } });
    expect([holds(held), holds(failed)]).toEqual([true, false]);
  });

  it('treat what is paid on a day as not in arrears on it', () => {
    // Nine days of 50,000 at 3 % before the payment of the tenth day.
    const sums: FineSums = { ...row, confiscation: '0.00', surcharge: imposed };
    expect(outstandingOn(SURCHARGE_RATES, sums, { payments: [{ item: 'fine', amount: '50000', paidOn: '2026-12-03' }], plan: [] }, '2026-12-03')).toEqual({ fine: '0.00', confiscation: '0.00', surcharge: '13500.00', total: '13500.00' });
  });
});

describe('sums over a plan', () => {
  const sums: FineSums = { ...row, surcharge: imposed };

  it('keep what had accrued, up to the fine', () => {
    expect(accruedOn(SURCHARGE_RATES, { ...sums, accrued: '15000.00' }, { payments: [], plan: [{ amount: '50000', dueOn: '2027-01-10' }] }, '2027-01-12')).toMatchObject({ uncapped: '18000.00', amount: '18000.00' });
    expect(accruedOn(SURCHARGE_RATES, { ...sums, accrued: '49000.00' }, { payments: [], plan: [{ amount: '50000', dueOn: '2027-01-10' }] }, '2027-01-12').amount).toBe('50000.00');
  });

  it('take off what was remitted', () => {
    expect(outstandingOn(SURCHARGE_RATES, { ...sums, surcharge: { ...imposed, remitted: '14000.00' } }, { payments: [], plan: [] }, '2026-12-03').surcharge).toBe('1000.00');
  });

  it('see a part covered by the payment that completes it, and by no other', () => {
    const plan = [{ amount: '20000', dueOn: '2026-12-24' }, { amount: '30000', dueOn: '2027-01-24' }];
    const pay = (amount: string): { item: 'fine'; amount: string; paidOn: string } => ({ item: 'fine', amount, paidOn: '2026-12-20' });
    expect([coversPart(row, { payments: [], plan }, [pay('19999')]), coversPart(row, { payments: [pay('19999')], plan }, [pay('1')]), coversPart(row, { payments: [pay('20000')], plan }, [pay('1')])]).toEqual([false, true, false]);
  });
});
