import { describe, expect, it } from '@jest/globals';
import { decide, type Decision } from '../../../kernel/lifecycle/index.js';
import { ABSENCE_GUARDS, type AbsenceFacts } from './absence.guards.js';
import { ABSENCE_LIFECYCLE } from './absence.lifecycle.js';
import { TEAM_GUARDS, type TeamFacts } from './team.guards.js';
import { TEAM_LIFECYCLE } from './team.lifecycle.js';

const HEAD: TeamFacts = { row: { agency: 'chaoan' }, actor: { agencies: ['chaoan'] }, input: { name: '商标组', members: [], unfit: [], openCases: [] } };
const team = (state: string | null, command: string, more: Partial<TeamFacts> = {}): Decision => {
  const facts = { ...HEAD, ...more };
  return decide({ lifecycle: TEAM_LIFECYCLE, guards: TEAM_GUARDS, state, command, facts, input: facts.input });
};

describe('a team', () => {
  // Typed by hand: a dash is a refusal.
  it.each<[string | null, string, string]>([
    [null, 'form', 'formed'], [null, 'rearrange', '-'], [null, 'dissolve', '-'], ['formed', 'form', '-'], ['formed', 'rearrange', 'formed'], ['formed', 'dissolve', 'dissolved'], ['dissolved', 'form', '-'], ['dissolved', 'rearrange', '-'], ['dissolved', 'dissolve', '-'],
  ])('%s: %s → %s', (state, command, to) => {
    const decision = team(state, command);
    expect(decision.ok ? decision.move.to : '-').toBe(to);
    if (decision.ok) expect(decision.move.permission).toBe('team.manage');
  });

  it('is of the agency, with people who work there, and does not end while it has open cases', () => {
    for (const [state, command] of [[null, 'form'], ['formed', 'rearrange'], ['formed', 'dissolve']] as const) expect(team(state, command, { actor: { agencies: ['raoping'] } })).toMatchObject({ reason: 'guard-failed', failed: [{ code: 'team.foreign-agency' }] });
    for (const [state, command] of [[null, 'form'], ['formed', 'rearrange']] as const) expect(team(state, command, { input: { ...HEAD.input, unfit: ['x'] } })).toMatchObject({ failed: [{ code: 'team.members-unfit', details: ['x'] }] });
    expect(team('formed', 'dissolve', { input: { ...HEAD.input, openCases: [{ id: 'c' }] } })).toMatchObject({ failed: [{ code: 'team.has-open-cases', details: [{ id: 'c' }] }] });
    expect(team('formed', 'rearrange', { input: {} })).toMatchObject({ reason: 'input-missing', missing: ['name', 'members'] });
  });
});

const at = new Date('2026-11-23T01:00:00Z');
const OWN: AbsenceFacts = {
  row: { officer: 'officer', agency: 'chaoan', fromAt: new Date('2026-11-22T01:00:00Z'), untilAt: new Date('2026-11-25T01:00:00Z') },
  actor: { id: 'officer', agencies: ['chaoan'], permissions: new Set(['absence.plan']) }, input: { at },
};
const absence = (state: string | null, command: string, more: Partial<AbsenceFacts> = {}): Decision => {
  const facts = { ...OWN, ...more };
  return decide({ lifecycle: ABSENCE_LIFECYCLE, guards: ABSENCE_GUARDS, state, command, facts, input: facts.input });
};

describe('an absence', () => {
  it.each<[string | null, string, string]>([[null, 'plan', 'planned'], [null, 'cancel', '-'], ['planned', 'plan', '-'], ['planned', 'cancel', 'cancelled'], ['cancelled', 'plan', '-'], ['cancelled', 'cancel', '-']])('%s: %s → %s', (state, command, to) => {
    const decision = absence(state, command);
    expect(decision.ok ? decision.move.to : '-').toBe(to);
    if (decision.ok) expect(decision.move.permission).toBe('absence.plan');
  });

  it.each<[string, AbsenceFacts['actor'], boolean]>([
    ['the officer', OWN.actor, true], ['a colleague', { ...OWN.actor, id: 'another' }, false], ['the head', { id: 'head', agencies: ['city', 'chaoan'], permissions: new Set(['team.manage']) }, true],
    ['the head of another agency', { id: 'head', agencies: ['raoping'], permissions: new Set(['team.manage']) }, false],
  ])('is entered and cancelled by %s: %j → %p', (_, actor, fits) => {
    for (const [state, command] of [[null, 'plan'], ['planned', 'cancel']] as const) {
      const decision = absence(state, command, { actor });
      expect(decision.ok ? [] : decision.failed.map(({ code }) => code)).toEqual(fits ? [] : ['absence.of-another']);
    }
  });

  it('has a length, and is not over', () => {
    const row = (from: string, until: string): Partial<AbsenceFacts> => ({ row: { ...OWN.row, fromAt: new Date(from), untilAt: new Date(until) } });
    const codes = (decision: Decision): string[] => (decision.ok ? [] : decision.failed.map(({ code }) => code));
    expect(codes(absence(null, 'plan', row('2026-12-02T00:00:00Z', '2026-12-01T00:00:00Z')))).toEqual(['absence.without-length']);
    expect(codes(absence(null, 'plan', row('2026-12-01T00:00:00Z', '2026-12-01T00:00:00Z')))).toEqual(['absence.without-length']);
    for (const [state, command] of [[null, 'plan'], ['planned', 'cancel']] as const) expect(codes(absence(state, command, row('2026-11-01T00:00:00Z', '2026-11-23T01:00:00Z')))).toEqual(['absence.over']);
    expect(codes(absence('planned', 'cancel', row('2026-11-01T00:00:00Z', '2026-11-23T01:00:01Z')))).toEqual([]);
  });
});
