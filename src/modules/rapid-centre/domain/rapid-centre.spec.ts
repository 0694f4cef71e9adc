import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { allowedCommands, type Lifecycle, type Move } from '../../../kernel/lifecycle/index.js';
import { CENTRE_CLASSES, CENTRE_SERVICES, fits, SERVICE_RESULTS } from '../data/centre.data.js';
import { HEARING_SLOT_GUARDS, type SlotFacts } from './hearing-slot.guards.js';
import { HEARING_SLOT_LIFECYCLE } from './hearing-slot.lifecycle.js';
import { classServed, waitsFor } from './rapid-centre.rules.js';

const rowsOf = ({ moves }: Lifecycle): string[] => moves.map(({ from, command, to, permission, guards = [] }: Move) => `${from ?? '-'} ${command} ${to} | ${permission} | ${guards.join(' ')}`);

describe('slots for hearings', () => {
  it('go by a table, typed by hand', () => {
    expect(rowsOf(HEARING_SLOT_LIFECYCLE)).toEqual([
      '- offer open | centre.manage | in-the-future', 'open book open | centre.work | place-left not-begun case-open-to-it not-booked-twice heard-in-the-case', 'open release open | centre.work | booking-there not-begun',
      'open withdraw withdrawn | centre.manage | of-own-agency nobody-booked',
    ]);
    expect(allowedCommands(HEARING_SLOT_LIFECYCLE, 'withdrawn')).toEqual([]);
  });

  const now = Date.parse('2026-11-23T02:00:00Z');
  const ROW: SlotFacts['row'] = { agency: 'centre', startsAt: new Date(now + 1000), endsAt: new Date(now + 2000), places: 2, taken: 1 };
  const held = (name: string, row: Partial<SlotFacts['row']> = {}, input: Record<string, unknown> = {}, agency = 'centre'): boolean => HEARING_SLOT_GUARDS[name]?.holds({ row: { ...ROW, ...row }, actor: { agency }, input: { now, ...input } }) ?? false;

  it('are in the future, and end after they begin', () => {
    expect([held('in-the-future'), held('in-the-future', { startsAt: new Date(now) }), held('in-the-future', { endsAt: new Date(now + 1000) })]).toEqual([true, false, false]);
    expect([held('not-begun'), held('not-begun', { startsAt: new Date(now) })]).toEqual([true, false]);
  });

  it('have so many places, for cases of the lane, once each', () => {
    expect([held('place-left'), held('place-left', { taken: 2 })]).toEqual([true, false]);
    expect([held('case-open-to-it', {}, { bookable: true }), held('case-open-to-it', {}, { bookable: false }), held('case-open-to-it')]).toEqual([true, false, false]);
    expect([held('not-booked-twice', {}, { booked: false }), held('not-booked-twice', {}, { booked: true })]).toEqual([true, false]);
    expect([held('heard-in-the-case', {}, { ofTheCase: true }), held('heard-in-the-case', {}, { ofTheCase: false }), held('heard-in-the-case')]).toEqual([true, false, false]);
    expect([held('booking-there', {}, { held: true }), held('booking-there', {}, { held: false }), held('booking-there')]).toEqual([true, false, false]);
  });

  it('are withdrawn by who offers them, while nobody has a place', () => {
    expect([held('of-own-agency'), held('of-own-agency', {}, {}, 'else')]).toEqual([true, false]);
    expect([held('nobody-booked', { taken: 0 }), held('nobody-booked')]).toEqual([true, false]);
  });
});

describe('the way through the centre', () => {
  const check = (result: string): { service: string; result: string } => ({ service: 'pre-check', result });
  const aid = { service: 'aid', result: 'given' };
  const asked = { service: 'aid', result: 'asked' };

  it.each([
    ['pre-check', [], 0], ['pre-check', [aid], 0], ['pre-check', [asked], 0], ['papers', [check('papers-missing')], 0], ['papers', [check('papers-missing'), check('fit')], 1], ['another-way', [check('unfit'), check('fit')], 0],
    ['hearing', [check('fit')], 0], ['hearing', [aid, check('fit'), check('papers-missing')], 0], ['outcome', [check('fit')], 1],
    ['aid', [asked, check('fit')], 0], ['aid', [asked, aid, check('fit')], 1], ['hearing', [aid, asked, check('fit')], 0], ['papers', [asked, check('papers-missing')], 0],
  ] as const)('waits for %s', (expected, services, hearings) => {
    expect(waitsFor({ taken: true, services, proceedings: [{ kind: 'penalty' }], hearings: Array.from({ length: hearings }, () => ({})) })).toBe(expected);
  });

  it('begins when somebody takes the case in, and waits for a mediation that is open', () => {
    const services = [check('fit')];
    expect(waitsFor({ taken: false, services, proceedings: [], hearings: [] })).toBe('intake');
    expect(waitsFor({ taken: true, services, proceedings: [{ kind: 'penalty' }, { kind: 'mediation' }], hearings: [] })).toBe('mediation');
    expect(waitsFor({ taken: true, services, proceedings: [{ kind: 'mediation' }], hearings: [{}] })).toBe('outcome');
  });

  it('serves tableware and cookware', () => {
    const right = (niceClasses: number[], locarnoClasses: string[]): { niceClasses: number[]; locarnoClasses: string[] } => ({ niceClasses, locarnoClasses });
    const served = (...rights: ReturnType<typeof right>[]): boolean => classServed(rights, CENTRE_CLASSES.nice, CENTRE_CLASSES.locarno);
    expect([served(), served(right([21], [])), served(right([25], [])), served(right([25], []), right([8], [])), served(right([], ['07-01'])), served(right([], ['06-07'])), served(right([], ['70-01']))]).toEqual([false, true, false, true, true, false, false]);
    expect([CENTRE_CLASSES.nice, CENTRE_CLASSES.locarno, CENTRE_CLASSES.basis.status]).toEqual([[8, 11, 21], ['07'], 'unverified']);
  });

  it('is served with more rights as well', () => {
    const rights = fc.array(fc.record({ niceClasses: fc.array(fc.integer({ min: 1, max: 45 })), locarnoClasses: fc.array(fc.constantFrom('07-01', '06-01', '32-00')) }));
    fc.assert(fc.property(rights, rights, (some, more) => {
      const served = (all: typeof some): boolean => classServed(all, CENTRE_CLASSES.nice, CENTRE_CLASSES.locarno);
      expect(served([...some, ...more])).toBe(served(some) || served(more));
    }));
  });

  it('knows which result belongs to which service', () => {
    expect(CENTRE_SERVICES.map(({ code }) => [code, SERVICE_RESULTS.filter((result) => fits(code, result))])).toEqual([['pre-check', ['fit', 'papers-missing', 'unfit']], ['aid', ['asked', 'given', 'referred']]]);
  });
});
