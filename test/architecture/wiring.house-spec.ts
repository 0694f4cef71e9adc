import { describe, expect, it } from '@jest/globals';
import { DEADLINE_KINDS } from '../../src/modules/deadlines/index.js';
import { TABLES } from '../../src/subjects.js';
import { CASCADE_ONLY, lifecycleProblems, routeProblems, type Route } from '../../src/wiring.js';

/** One route for every command of the tables, as it should be. */
const COMPLETE: readonly Route[] = [...new Map(TABLES.flatMap(({ lifecycle }) => lifecycle.moves.map(({ command, permission }): [string, Route] => {
  const name = `${lifecycle.subject}.${command}`;
  return [name, { name, permission, command: name }];
})).filter(([name]) => !(name in CASCADE_ONLY))).values()];
const [FIRST] = COMPLETE as [Route];
const without = (route: Route): Route[] => COMPLETE.filter((other) => other !== route);
const clocks = new Set(DEADLINE_KINDS.map(({ code }) => code));

describe('routes', () => {
  it('that are complete pass', () => {
    expect(COMPLETE.length).toBeGreaterThan(5);
    expect(routeProblems([...COMPLETE, { name: 'Health.live', open: 'Answers the load balancer' }])).toEqual([]);
  });

  it.each<[string, Route, string]>([
    ['neither guarded nor open', { name: 'A.b' }, 'route A.b declares neither a permission nor why it is open'],
    ['open without a reason', { name: 'A.b', open: '  ' }, 'route A.b declares neither a permission nor why it is open'],
    ['open and guarded', { name: 'A.b', open: 'for everybody', permission: FIRST.permission ?? '' }, 'route A.b is both open and guarded'],
    ['behind a permission that does not exist', { name: 'A.b', permission: 'case.everything' }, 'route A.b: permission case.everything does not exist'],
    ['with a command that stands in no table', { name: 'A.b', permission: FIRST.permission ?? '', command: 'case.fly' }, 'route A.b: command case.fly stands in no table'],
  ])('%s are named', (_, route, problem) => {
    expect(routeProblems([...COMPLETE, route])).toEqual([problem]);
  });

  it.each(COMPLETE)('are missed: $command without one, with two, or behind another permission', (route) => {
    expect(routeProblems(without(route))).toEqual([`command ${route.command} has 0 routes instead of one`]);
    expect(routeProblems([...COMPLETE, route])).toEqual([`command ${route.command} has 2 routes instead of one`]);
    expect(routeProblems([...without(route), { ...route, permission: 'ledger.verify' }])).toContain(`route ${route.name} asks for ledger.verify, its table for ${route.permission}`);
  });

  it('may be left out only for commands that cascades carry in, and those exist', () => {
    const commands = new Set(TABLES.flatMap(({ lifecycle }) => lifecycle.moves.map(({ command }) => `${lifecycle.subject}.${command}`)));
    expect(Object.keys(CASCADE_ONLY).filter((command) => !commands.has(command))).toEqual([]);
  });
});

describe('lifecycles', () => {
  it('that are complete pass', () => {
    expect(lifecycleProblems(clocks)).toEqual([]);
  });

  it('name every clock that does not exist', () => {
    const used = new Set(TABLES.flatMap(({ lifecycle }) => Object.values(lifecycle.states).flatMap((state) => state.clocks ?? [])));
    expect(used.size).toBeGreaterThan(0);
    for (const missing of used) {
      const problems = lifecycleProblems(new Set([...clocks].filter((code) => code !== missing)));
      expect(problems.filter((problem) => problem.includes(`clock ${missing}, which does not exist`) || problem.includes(`clock ${missing} does not exist`)).length).toBeGreaterThan(0);
    }
  });
});
