import { describe, expect, it } from '@jest/globals';
import { decide } from '../../../kernel/lifecycle/index.js';
import { TERM_GUARDS, type TermFacts } from './agreement-term.guards.js';
import { TERM_LIFECYCLE } from './agreement-term.lifecycle.js';
import { nextSteps, paidInAll, paidUp, type DefaultFacts } from './agreement-term.rules.js';

const ROW: TermFacts['row'] = { agency: 'committee', kind: 'patent', notarised: false, amount: '30000.00', paid: '0.00', dueOn: '2026-12-31' };
const facts = (row: Partial<TermFacts['row']> = {}, input: Record<string, unknown> = {}): TermFacts => ({ row: { ...ROW, ...row }, actor: { id: 'a', agencies: ['committee'] }, input });

/** Typed from 人民调解法 art 31–33, 令81 art 69: what was agreed is performed; what is not goes the way that the creditor chooses. */
const COMMANDS = ['open', 'record-performance', 'record-part', 'record-default', 'release', 'take-step', 'record-notarisation'];
const ORACLE: readonly (readonly [string | null, ...string[]])[] = [
  [null, 'performing', '-', '-', '-', '-', '-', '-'],
  ['performing', '-', 'performed', 'performing', 'defaulted', 'released', '-', 'performing'],
  ['defaulted', '-', 'performed', 'defaulted', '-', 'released', 'handed-on', 'defaulted'],
  ['performed', '-', '-', '-', '-', '-', '-', '-'], ['released', '-', '-', '-', '-', '-', '-', '-'], ['handed-on', '-', '-', '-', '-', '-', '-', '-'],
];

describe('the lifecycle of a term', () => {
  const guards = Object.fromEntries(['in-own-agency', ...Object.keys(TERM_GUARDS)].map((name) => [name, { code: name, text: { zh: '', en: '' }, holds: () => true }]));
  const input = { performedAt: 'x', amount: '1', reason: 'x', at: 'x', step: 'suit', certificate: 'x', notarisedAt: 'x' };
  it.each(ORACLE.flatMap(([state = null, ...row]) => COMMANDS.map((command, index) => ({ state, command, to: row[index] ?? '' }))))('$state: $command → $to', ({ state, command, to }) => {
    const decision = decide({ lifecycle: TERM_LIFECYCLE, guards, state, command, facts: {}, input });
    expect(decision.ok ? decision.move.to : decision.reason).toBe(to === '-' ? 'not-allowed-now' : to);
  });

  it('knows no other state or command; the clock runs from the agreement and ends with performance', () => {
    expect(Object.keys(TERM_LIFECYCLE.states)).toEqual(['performing', 'defaulted', 'performed', 'released', 'handed-on']);
    expect([...new Set(TERM_LIFECYCLE.moves.map(({ command }) => command))].sort()).toEqual([...COMMANDS].sort());
    expect(TERM_LIFECYCLE.moves.filter(({ clocks }) => clocks?.start !== undefined).map(({ command }) => command)).toEqual(['open']);
  });
});

describe('guards of a term', () => {
  it('money is paid in full or in part; anything else is done or not', () => {
    expect([['30000', {}], ['29999.99', {}], ['20000', { paid: '10000.00' }], [undefined, { paid: '30000.00' }], [undefined, { amount: null }], [undefined, {}]].map(([amount, row]) => TERM_GUARDS['wholly-performed'].holds(facts(row as object, { amount })))).toEqual([true, false, true, true, true, false]);
    expect([['10000', {}], ['30000', {}], ['0', {}], ['10000', { amount: null }], ['20000', { paid: '10000.00' }]].map(([amount, row]) => TERM_GUARDS['partly-performed'].holds(facts(row as object, { amount })))).toEqual([true, false, false, false, false]);
  });

  it.each<[string, boolean, boolean]>([['patent', false, true], ['patent', true, false], ['people', false, false], ['consumer', false, false], ['court-assigned', false, false]])('a notary: %s, notarised %s → %s', (kind, notarised, holds) => {
    expect(TERM_GUARDS['notary-enforces'].holds(facts({ kind, notarised }))).toBe(holds);
  });

  it('default only after the day; a way only where it is open, and the refusal shows them all', () => {
    expect([TERM_GUARDS['past-due'].holds(facts({}, { pastDue: true })), TERM_GUARDS['past-due'].holds(facts())]).toEqual([true, false]);
    const offers = [{ step: 'suit', open: true, until: null, basis: {} }, { step: 'enforcement', open: false, until: null, basis: {} }];
    expect(['suit', 'enforcement', 'administrative'].map((step) => TERM_GUARDS['way-open'].holds(facts({}, { step, offers })))).toEqual([true, false, false]);
    expect(TERM_GUARDS['way-open'].details(facts({}, { offers }))).toEqual(offers);
    expect(TERM_GUARDS['way-open'].holds(facts({}, { step: 'suit' }))).toBe(false);
  });
});

describe('ways that are left', () => {
  const DEFAULT: DefaultFacts = { mediation: 'people', confirmation: { state: 'available', applyBy: '2026-12-02', executeBy: null }, notarised: false, infringement: true, today: '2026-12-02' };
  const open = (more: Partial<DefaultFacts>): string[] => nextSteps({ ...DEFAULT, ...more }).filter((offer) => offer.open).map(({ step }) => step);
  const confirmation = (state: string, more: object = {}): DefaultFacts['confirmation'] => ({ state, applyBy: '2026-12-02', executeBy: null, ...more });

  /** Typed from 民事诉讼法 art 205, 206, 250, 人民调解法 art 3, 32, 令81 art 69, 商标法 art 60. */
  it.each<[string, Partial<DefaultFacts>, string[]]>([
    ['within the thirty days', {}, ['confirmation', 'suit', 'administrative']],
    ['on day thirty-one', { today: '2026-12-03' }, ['suit', 'administrative']],
    ['where the door is closed', { confirmation: confirmation('lapsed') }, ['suit', 'administrative']],
    ['after a withdrawal in time', { confirmation: confirmation('withdrawn') }, ['confirmation', 'suit', 'administrative']],
    ['while the court has it', { confirmation: confirmation('accepted') }, ['suit', 'administrative']],
    ['confirmed', { confirmation: confirmation('confirmed', { executeBy: '2028-12-31' }) }, ['enforcement', 'administrative']],
    ['confirmed, two years later', { confirmation: confirmation('confirmed', { executeBy: '2026-12-01' }) }, ['administrative']],
    ['rejected', { confirmation: confirmation('rejected') }, ['suit', 'administrative']],
    ['where nothing can be confirmed', { confirmation: null, mediation: 'court-assigned' }, ['suit', 'administrative']],
    ['no right is infringed', { infringement: false }, ['confirmation', 'suit']],
    ['a patent paper with the notary', { mediation: 'patent', notarised: true, confirmation: null }, ['notarised-enforcement', 'suit', 'administrative']],
    ['another paper with the notary', { notarised: true, confirmation: null }, ['suit', 'administrative']],
  ])('%s', (_, more, steps) => {
    expect(open(more)).toEqual(steps);
  });

  it('tell their last day and their article', () => {
    expect(nextSteps(DEFAULT).map(({ step, until, basis }) => [step, until, basis.article])).toEqual([
      ['confirmation', '2026-12-02', '第二百零五条'], ['enforcement', null, '第二百零六条、第二百五十条'], ['notarised-enforcement', null, '第六十九条第二款'], ['suit', null, '第三十二条'], ['administrative', null, '第三条第三项'],
    ]);
    expect(nextSteps({ ...DEFAULT, mediation: 'administrative' })[3]?.basis).toMatchObject({ source: '商标法', article: expect.stringContaining('第六十条第三款') });
  });
});

describe('money', () => {
  it('is added to the cent', () => {
    expect([paidInAll('0.00', '10000'), paidInAll('0.10', '0.2'), paidInAll('999999999999.99', '0.01'), paidInAll('29999.99', '0.01')]).toEqual(['10000.00', '0.30', '1000000000000.00', '30000.00']);
    expect([paidUp('30000.00', '29999.99'), paidUp('30000.00', '30000'), paidUp('0.30', '0.3'), paidUp(null, '0.00')]).toEqual([false, true, true, true]);
  });
});
