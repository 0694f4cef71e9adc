import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { allowedCommands, type Move } from '../../../kernel/lifecycle/index.js';
import { LANES } from '../../cases/index.js';
import { DEADLINE_KINDS } from '../../deadlines/index.js';
import { CONDITION_LABELS, GROUND_LABELS, LANE_RULES, ruleOf } from '../data/lane-rules.data.js';
import { passageGuards, type PassageFacts } from './lane-passage.guards.js';
import { LANE_PASSAGE_LIFECYCLE } from './lane-passage.lifecycle.js';
import { GROUNDS, PASSABLE, placesLeft, proposal, unmet, type Condition } from './lane.rules.js';

const TARGETS = 'lane.exhibition lane.rapid-centre lane.expedited lane.platform lane.market lane.major lane.ordinary';
const kinds = (rows: Move['clocks'], what: 'start' | 'stop' | 'lapse'): string => (rows?.[what] ?? []).map((row) => (typeof row === 'string' ? row : row.kind)).join(' ');
const clocksOf = ({ clocks }: Move): string => (['start', 'stop', 'lapse'] as const).flatMap((what) => (kinds(clocks, what) === '' ? [] : [`${what} ${kinds(clocks, what)}`])).join(', ');
const cascadesOf = ({ cascade = [] }: Move): string => cascade.map(({ subject, command }) => `${subject}.${command}`).join(', ');

describe('the table of passages, typed by hand', () => {
  it.each([
    ['propose', ['- proposed | lane.move |  | ']],
    ['confirm', [`proposed running | lane.move | start ${TARGETS} | case.enter-lane`]],
    ['decline', ['proposed declined | lane.move |  | ']],
    ['leave', [`running left | lane.move | lapse ${TARGETS} | case.leave-lane`]],
    ['eject', [`running ejected | lane.move | lapse ${TARGETS} | case.leave-lane`]],
    ['finish', [`proposed finished | case.close | stop ${TARGETS} | `, `running finished | case.close | stop ${TARGETS} | `]],
  ])('%s', (command, expected) => {
    const rows = LANE_PASSAGE_LIFECYCLE.moves.filter((move) => move.command === command);
    expect(rows.map((move) => `${move.from ?? '-'} ${move.to} | ${move.permission} | ${clocksOf(move)} | ${cascadesOf(move)}`)).toEqual(expected);
  });

  it('has no way back: who left, was put out or was declined begins anew', () => {
    for (const state of ['declined', 'left', 'ejected', 'finished']) expect(allowedCommands(LANE_PASSAGE_LIFECYCLE, state)).toEqual([]);
    expect(Object.keys(LANE_PASSAGE_LIFECYCLE.states)).toEqual(['proposed', 'running', 'declined', 'left', 'ejected', 'finished']);
  });

  it('is decided for the agency that has the case, by nobody who keeps out of it', () => {
    for (const { command, guards = [], carried } of LANE_PASSAGE_LIFECYCLE.moves.filter((move) => move.carried !== true)) expect([command, carried, guards.slice(0, 2)]).toEqual([command, undefined, ['passage-of-own-agency', 'actor-not-recused']]);
  });
});

const LANES_ASKED = [
  { code: 'expedited', entry: ['right-live', 'simple'] as Condition[], exits: ['contested'] },
  { code: 'ordinary', entry: [] as Condition[], exits: [] },
];
const GUARDS = passageGuards(LANES_ASKED);
const FACTS: PassageFacts = {
  row: { agency: 'county', lane: 'expedited', proposedLane: 'expedited', conditions: ['right-live', 'simple'] },
  actor: { id: 'officer', agencies: ['county'], permissions: new Set(['lane.move']) }, input: {},
};
const holds = (name: string, input: Record<string, unknown>, change: Partial<PassageFacts> = {}): boolean => GUARDS[name]?.holds({ ...FACTS, ...change, input }) ?? false;
const HEAD = { actor: { ...FACTS.actor, permissions: new Set(['lane.move', 'lane.readmit']) } };
const row = (more: Partial<PassageFacts['row']>): Partial<PassageFacts> => ({ row: { ...FACTS.row, ...more } });

describe('guards of passages', () => {
  it.each<[string, Record<string, unknown>, Partial<PassageFacts>, boolean]>([
    ['passage-of-own-agency', {}, {}, true], ['passage-of-own-agency', {}, row({ agency: 'city' }), false],
    ['actor-not-recused', {}, {}, true], ['actor-not-recused', { recused: ['another'] }, {}, true], ['actor-not-recused', { recused: ['another', 'officer'] }, {}, false],
    ['case-worked-on', { worked: true }, {}, true], ['case-worked-on', { worked: false }, {}, false], ['case-worked-on', {}, {}, false],
    ['no-other-passage', { other: null }, {}, true], ['no-other-passage', { other: 'p-1' }, {}, false],
    ['conditions-met', { lane: 'expedited' }, {}, true], ['conditions-met', { lane: 'expedited' }, row({ conditions: ['simple'] }), false], ['conditions-met', { lane: 'ordinary' }, row({ conditions: [] }), true], ['conditions-met', { lane: 'nowhere' }, {}, false],
    ['change-explained', { lane: 'expedited' }, {}, true], ['change-explained', { lane: 'ordinary' }, {}, false], ['change-explained', { lane: 'ordinary', reason: '' }, {}, false], ['change-explained', { lane: 'ordinary', reason: '人手不足' }, {}, true],
    ['place-in-the-lane', { placesLeft: 1 }, {}, true], ['place-in-the-lane', { placesLeft: null }, {}, true], ['place-in-the-lane', { placesLeft: 0 }, {}, false],
    ['readmitted-by-the-head', { ejected: null }, {}, true], ['readmitted-by-the-head', { ejected: 'p-1', reason: '异议撤回' }, {}, false], ['readmitted-by-the-head', { ejected: 'p-1', reason: null }, HEAD, false], ['readmitted-by-the-head', { ejected: 'p-1', reason: '异议撤回' }, HEAD, true],
    ['ground-of-the-lane', { ground: 'contested' }, {}, true], ['ground-of-the-lane', { ground: 'fair-over' }, {}, false], ['ground-of-the-lane', { ground: 'contested' }, row({ lane: 'ordinary' }), false],
    ['in-expedited', {}, {}, true], ['in-expedited', {}, row({ lane: 'market' }), false], ['in-market', {}, row({ lane: 'market' }), true],
  ])('%s, of %j and %j: %s', (name, input, change, expected) => {
    expect(holds(name, input, change)).toBe(expected);
  });

  it('names what stands in the way', () => {
    const details = (name: string, input: Record<string, unknown>, change: Partial<PassageFacts> = {}): unknown => GUARDS[name]?.details?.({ ...FACTS, ...change, input });
    expect(details('conditions-met', { lane: 'expedited' }, row({ conditions: ['simple'] }))).toEqual(['right-live']);
    expect([details('no-other-passage', { other: 'p-1' }), details('readmitted-by-the-head', { ejected: 'p-2' }), details('ground-of-the-lane', {}), details('ground-of-the-lane', {}, row({ lane: 'nowhere' }))]).toEqual([{ passage: 'p-1' }, { passage: 'p-2' }, ['contested'], []]);
  });

  it('lets exactly one clock start, whatever the lane', () => {
    for (const lane of PASSABLE) expect(PASSABLE.filter((other) => holds(`in-${other}`, {}, row({ lane })))).toEqual([lane]);
  });
});

describe('the lanes', () => {
  it('are those of the cases, each with a rule, a target that is marked as internal, and words in both languages', () => {
    expect([...PASSABLE].sort()).toEqual(LANES.map(({ code }) => code).sort());
    expect(LANE_RULES.map(({ code }) => code).sort()).toEqual([...PASSABLE].sort());
    expect(LANE_RULES.at(-1)).toMatchObject({ code: 'ordinary', entry: [] });
    for (const lane of PASSABLE) {
      const kind = DEADLINE_KINDS.find(({ code }) => code === `lane.${lane}`);
      expect([lane, kind?.rule.label.zh.startsWith('内部目标：'), kind?.rule.basis.status, kind?.rule.basis.note]).toEqual([lane, true, 'unverified', '内部目标，未见法定依据，不是法定期限；不改变、不替代任何法定期限']);
    }
    for (const { zh, en } of [...Object.values(CONDITION_LABELS), ...Object.values(GROUND_LABELS)]) expect([zh.trim(), en.trim()]).not.toContain('');
    expect(Object.keys(GROUND_LABELS).sort()).toEqual([...GROUNDS].sort());
    expect(() => ruleOf('nowhere')).toThrow('no rule');
  });

  it('keep what is contested and whoever acted in bad faith out of the expedited one', () => {
    expect(ruleOf('expedited').entry).toEqual(['right-live', 'parties-known', 'not-contested', 'no-foreign-evidence', 'simple']);
    expect(ruleOf('expedited').exits).toEqual(['contested', 'right-attacked', 'facts-unclear', 'amount-exceeded', 'evidence-missing', 'party-unknown', 'foreign-evidence', 'turned-grave', 'bad-faith']);
  });

  it('have places until they are full, and never less than none', () => {
    expect([placesLeft(null, 9_000), placesLeft(3, 0), placesLeft(3, 2), placesLeft(3, 3), placesLeft(3, 8)]).toEqual([null, 3, 1, 0, 0]);
  });

  it('are proposed only where nothing lacks, and the first that fits', () => {
    const some = fc.uniqueArray(fc.constantFrom(...(Object.keys(CONDITION_LABELS) as Condition[])));
    fc.assert(fc.property(some, (met) => {
      const { lane, lacking } = proposal(LANE_RULES, met);
      expect(lacking[lane]).toEqual([]);
      const before = LANE_RULES.slice(0, LANE_RULES.findIndex(({ code }) => code === lane));
      for (const { code, entry } of before) expect([code, lacking[code]?.length === 0, unmet(entry, met).length === 0]).toEqual([code, false, false]);
    }));
  });

  it('lose nothing by a condition more: what may enter still may', () => {
    const all = Object.keys(CONDITION_LABELS) as Condition[];
    fc.assert(fc.property(fc.subarray(all), fc.constantFrom(...all), (met, more) => {
      for (const { entry } of LANE_RULES) expect(unmet(entry, [...met, more]).length).toBeLessThanOrEqual(unmet(entry, met).length);
    }));
  });
});
