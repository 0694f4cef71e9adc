import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { furnitureProblems, LARGE, lengthProblems, NAMED, roomSizeProblems } from './furniture.js';
import { RULES } from './rules.js';
import { parse, readSources, type Source } from './source.js';

const FIXTURES = 'test/architecture/fixtures';
const RED = '// red';

/** `path:line` of what a fixture says is wrong with it. */
function marked(sources: readonly Source[]): string[] {
  return sources.flatMap(({ path, text }) => text.split('\n').flatMap((line, index) => (line.endsWith(RED) ? [`${path}:${index + 1}`] : []))).sort();
}

const house = readSources('.', 'src', 'migrations', 'test');

describe('imports', () => {
  let found: { folder: string; rule: string; from: string; to: string }[] = [];
  let rules: string[] = [];
  beforeAll(() => {
    const folders = readdirSync(FIXTURES).map((name) => join(FIXTURES, name));
    const rows = JSON.parse(execFileSync(process.execPath, ['test/architecture/cruise.mjs', '.', ...folders], { encoding: 'utf8', maxBuffer: 1 << 26 })) as [string, string, string, string][];
    found = rows.map(([folder, rule, from, to]) => ({ folder: folder.replaceAll('\\', '/').replace(`${FIXTURES}/`, ''), rule, from, to }));
    const names = execFileSync(process.execPath, ['-e', "import('./.dependency-cruiser.mjs').then(({ default: c }) => console.log(JSON.stringify(c.forbidden.map((r) => r.name))))"], { encoding: 'utf8' });
    rules = JSON.parse(names) as string[];
  }, 60_000);

  it('keep the rules of the house', () => {
    expect(found.filter(({ folder }) => folder === '.')).toEqual([]);
  });

  it('are refused by every rule in its own fixture, and there only where it is marked', () => {
    const fixtureOf = (rule: string): string => (rule.startsWith('direction-') ? 'direction' : rule);
    for (const rule of rules) expect([rule, found.some((row) => row.folder === fixtureOf(rule) && row.rule === rule)]).toEqual([rule, true]);
    for (const folder of new Set(rules.map(fixtureOf))) {
      const expected = [...new Set(marked(readSources(join(FIXTURES, folder), 'src')).map((at) => at.replace(/:\d+$/, '')))];
      const refused = [...new Set(found.filter((row) => row.folder === folder && fixtureOf(row.rule) === folder).map(({ from }) => from))].sort();
      expect([folder, refused]).toEqual([folder, expected]);
    }
  });

  it('have a direction for every room that there is', () => {
    const rooms = readdirSync('src/modules').map((room) => `direction-${room}`);
    expect(rooms.filter((rule) => !rules.includes(rule))).toEqual([]);
  });
});

describe('source text', () => {
  it.each(RULES)('$name: $why', ({ check }) => {
    expect(check(house).map(({ path, line, what }) => `${path}:${line} ${what}`)).toEqual([]);
  });

  it.each(RULES)('$name goes red on every marked line of its fixture, and on no other', ({ name, check }) => {
    const sources = readSources(join(FIXTURES, name), 'src');
    const lines = marked(sources);
    expect(lines.length).toBeGreaterThan(0);
    expect(check(sources).map(({ path, line }) => `${path}:${line}`).sort()).toEqual(lines);
  });

  it('has a rule for every fixture', () => {
    const used = new Set<string>(RULES.map(({ name }) => name));
    const imports = /direction|pure|packages|business|door|roof|cycles|bullmq|resolves|no-test/;
    expect(readdirSync(FIXTURES).filter((name) => !used.has(name) && !imports.test(name))).toEqual([]);
  });

  it('knows a spec that asserts nothing at all', () => {
    const rule = RULES.find(({ name }) => name === 'every-test-asserts');
    expect(rule?.check([parse('src/kernel/empty.spec.ts', 'export {};')])).toEqual([{ path: 'src/kernel/empty.spec.ts', line: 0, what: 'has no assertion at all' }]);
  });
});

describe('furniture', () => {
  const file = (path: string, lines = 1): Source => parse(path, '\n'.repeat(lines));

  it('of every room comes from the list', () => {
    expect(furnitureProblems(house)).toEqual([]);
  });

  it('that nobody knows is named', () => {
    const strange = ['src/modules/cases/case.helper.ts', 'src/modules/cases/utils/text.ts', 'src/modules/cases/domain/case.service.ts', 'src/modules/integrations/court/court.helper.ts'].map((path) => file(path));
    expect(furnitureProblems(strange).map(({ path }) => path)).toEqual(strange.map(({ path }) => path));
    const usual = ['cases/cases.assignment.service.ts', 'cases/domain/case.rules.ts', 'cases/data/anything.ts', 'integrations/court/court.service.ts', 'cases/case.spec.ts'];
    expect(furnitureProblems(usual.map((path) => file(`src/modules/${path}`)))).toEqual([]);
  });

  it('with a name of its own still stands there', () => {
    const there = new Set(house.map(({ path }) => path.replace('src/modules/', '')));
    expect(Object.keys(NAMED).filter((path) => !there.has(path))).toEqual([]);
    expect([...Object.values(NAMED), ...Object.values(LARGE)].filter((reason) => reason.length < 10)).toEqual([]);
  });

  it('leaves a room of a size that one can know', () => {
    expect(roomSizeProblems(house)).toEqual([]);
    expect(roomSizeProblems(house, {}).map(({ path }) => path)).toEqual(Object.keys(LARGE).map((room) => `src/modules/${room}`));
    const sixteen = Array.from({ length: 16 }, (_, index) => file(`src/modules/cases/a${index}.dto.ts`));
    expect(roomSizeProblems(sixteen)).toHaveLength(1);
    expect(roomSizeProblems([...sixteen.slice(1), file('src/modules/cases/a.spec.ts'), file('src/modules/cases/data/a.ts'), file('src/modules/cases/domain/a.rules.ts')])).toEqual([]);
  });

  it('has no file of more than 400 lines', () => {
    expect(lengthProblems(house)).toEqual([]);
    expect(lengthProblems([file('src/kernel/long.ts', 401), file('src/kernel/fits.ts', 400), file('src/kernel/long.spec.ts', 500)])).toEqual([{ path: 'src/kernel/long.ts', line: 0, what: '401 lines' }]);
  });
});
