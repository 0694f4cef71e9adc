import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ENTITIES } from '../../src/entities.js';
import { CASCADE_ONLY, lifecycleProblems, routeProblems, type Route } from '../../src/wiring.js';
import { DEADLINE_KINDS } from '../../src/modules/deadlines/index.js';
import { SUBJECTS } from '../../src/subjects.js';

interface Source {
  readonly path: string;
  readonly text: string;
}

function files(folder: string): Source[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
    .filter((path) => !path.includes('/fixtures/'))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

const SOURCE = files('src').filter(({ path }) => !path.endsWith('.spec.ts') && !path.endsWith('.spec-support.ts'));

/** What must not be written, where it may be all the same, and a line that must be caught. */
const FORBIDDEN: readonly { readonly what: string; readonly pattern: RegExp; readonly except?: RegExp; readonly caught: string; readonly allowed: string }[] = [
  { what: 'a state column written outside the workflow', pattern: /\bUPDATE\s+(?:complaint|case_file|deadline)\b/i, except: /^src\/platform\/workflow\//, caught: "text: 'UPDATE complaint SET state = $2'", allowed: "text: 'UPDATE notice SET read_at = $2'" },
  { what: 'a ledger entry changed', pattern: /\b(?:UPDATE|DELETE\s+FROM|TRUNCATE)\s+ledger_entry\b/i, caught: 'DELETE FROM ledger_entry', allowed: 'INSERT INTO ledger_entry' },
  { what: 'paging by offset', pattern: /\bOFFSET\s+\$?\d/i, caught: 'LIMIT 10 OFFSET 20', allowed: 'LIMIT 10' },
  { what: 'TypeORM doing work behind our back', pattern: /\.save\(|synchronize:\s*true|cascade:\s*true|eager:\s*true|@(?:Before|After)(?:Insert|Update|Remove)|EntitySubscriberInterface/, caught: 'await repository.save(complaint)', allowed: 'await repository.insert(complaint)' },
  { what: 'an outbound call', pattern: /\bfetch\(|\baxios\b|\bundici\b/, except: /^src\/(?:modules\/integrations\/|platform\/security\/oidc\.ts)/, caught: "await fetch('https://court')", allowed: 'await this.numbers.fetchBlock' },
  { what: 'a clock read in the core', pattern: /Date\.now\(\)|new Date\(\)|Math\.random\(\)/, except: /^src\/(?!kernel\/|modules\/[^/]+\/domain\/)/, caught: 'const now = new Date()', allowed: 'const day = new Date(given)' },
  { what: 'an open end', pattern: /\b(?:TODO|FIXME|XXX|HACK)\b/, caught: '// TODO later', allowed: '// later' },
  { what: 'a type check switched off', pattern: /@ts-(?:ignore|nocheck|expect-error)/, caught: '// @ts-ignore', allowed: '// ignore' },
];

describe.each(FORBIDDEN)('$what', ({ pattern, except, caught, allowed }) => {
  it('stands nowhere in the source', () => {
    expect(SOURCE.filter(({ path, text }) => except?.test(path) !== true && pattern.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('would be caught, and nothing else', () => {
    expect([pattern.test(caught), pattern.test(allowed)]).toEqual([true, false]);
  });
});

describe('size and furniture', () => {
  const lines = ({ text }: Source): number => text.split('\n').length;

  it('no source file has more than 400 lines', () => {
    expect(SOURCE.filter((file) => lines(file) > 400).map(({ path }) => path)).toEqual([]);
  });

  it('a room has at most some fifteen files beside its domain and data', () => {
    const more: Readonly<Record<string, string>> = { identity: 'accounts, sessions and reference reads; splits when account management grows', intake: 'two services, views and their documented classes' };
    const counts = readdirSync('src/modules').map((room) => ({ room, count: readdirSync(join('src/modules', room)).filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts')).length }));
    expect(counts.filter(({ room, count }) => count > 15 && !(room in more))).toEqual([]);
  });

  it('every room has a door', () => {
    expect(readdirSync('src/modules').filter((room) => !readdirSync(join('src/modules', room)).includes('index.ts'))).toEqual([]);
  });

  it('every entity is in the list of tables', () => {
    const declared = SOURCE.filter(({ path }) => path.endsWith('.entity.ts')).flatMap(({ text }) => [...text.matchAll(/^export class (\w+)/gm)].map(([, name]) => name));
    expect([...declared].sort()).toEqual(ENTITIES.map(({ name }) => name).sort());
  });

  it('every test file asserts something', () => {
    const tests = [...files('src'), ...files('test')].filter(({ path }) => /[.-]spec\.ts$/.test(path));
    expect(tests.filter(({ text }) => !/\bexpect\(|fc\.assert\(/.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('nothing is skipped or singled out', () => {
    const marked = [...files('src'), ...files('test')].filter(({ path, text }) => /[.-]spec\.ts$/.test(path) && path !== 'test/architecture/source.arch-spec.ts' && /\b(?:it|describe|test)\.(?:skip|only|todo)\b|\bx(?:it|describe)\(/.test(text));
    expect(marked.map(({ path }) => path)).toEqual([]);
  });
});

describe('wiring that would not boot', () => {
  const commands = SUBJECTS.flatMap(({ lifecycle }) => lifecycle.moves.map((move) => ({ command: `${lifecycle.subject}.${move.command}`, permission: move.permission })));
  const whole: Route[] = [...new Map(commands.filter(({ command }) => !(command in CASCADE_ONLY)).map((move) => [move.command, { name: `Route.${move.command}`, ...move }])).values()];
  const [first] = whole;
  if (first === undefined) throw new Error('There are no commands');
  const rest = whole.slice(1);

  it('is told from whole wiring', () => {
    expect(routeProblems(whole)).toEqual([]);
    expect(lifecycleProblems(new Set(DEADLINE_KINDS.map(({ code }) => code)))).toEqual([]);
  });

  it.each<[string, Route[], string]>([
    ['a route that declares nothing', [...whole, { name: 'Bare.route' }], 'Bare.route declares neither'],
    ['an open route without a reason', [...whole, { name: 'Bare.open', open: ' ' }], 'Bare.open declares neither'],
    ['a route that is open and guarded', [...whole, { name: 'Both.ways', open: 'because', permission: 'case.read' }], 'Both.ways is both'],
    ['a permission that does not exist', [...whole, { name: 'Lost.key', permission: 'case.fly' }], 'case.fly does not exist'],
    ['a command without a route', rest, `command ${first.command ?? ''} has 0 routes`],
    ['a command with two routes', [...whole, first], `command ${first.command ?? ''} has 2 routes`],
    ['a command of no table', [...whole, { name: 'Odd.one', permission: 'case.read', command: 'case.fly' }], 'case.fly stands in no table'],
    ['a route with another permission than its table', [...rest, { ...first, permission: 'case.read' }], 'asks for case.read'],
  ])('%s', (_, routes, problem) => {
    expect(routeProblems(routes).join('\n')).toContain(problem);
  });

  it('a clock that no kind describes', () => {
    expect(lifecycleProblems(new Set()).join('\n')).toContain('does not exist');
  });
});
