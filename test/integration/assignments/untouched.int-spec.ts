import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { AGENCIES } from '../../../src/modules/identity/index.js';
import { UNOWNED, UNTOUCHED } from '../../../src/modules/assignments/assignments.watch.service.js';
import { ALONE } from '../../../src/modules/assignments/limbo.queries.js';
import { cutoff } from '../../../src/modules/assignments/domain/limbo.rules.js';
import { systemClaims, type Claims } from '../../../src/platform/database/claims.js';
import type { Statement } from '../../../src/platform/database/database.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { castOf, CHAOAN, openCase, XIANGQIAO, type Cast } from '../cases/cases.ground.js';

jest.setTimeout(120_000);

const NOON = '2026-11-23T04:00:00.000Z';
const AT = new Date(NOON);
const OPEN = 20_000;
/** Of these: so many that nobody has touched and nothing explains. */
const FORGOTTEN = 40;

interface Plan {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Plan[];
}

/** What is asked every hour of two million cases must not read what is in hand. Judged by the plan and by the rows it read, never by time. */
describe('what nobody touches', () => {
  let app: TestApp;
  let cast: Cast;
  beforeAll(async () => {
    app = await startTestApp({ at: NOON });
    cast = await castOf(app);
    const { id } = await openCase(cast);
    // Everything was touched today, but for one case in five hundred, and one in fifty that rests until its date; half of the rest are closed.
    await app.sql.admin(
      `INSERT INTO case_file SELECT r.* FROM case_file one, generate_series(1, ${OPEN}) n,
         LATERAL jsonb_populate_record(one, jsonb_build_object('id', uuidv7(), 'case_number', 'U' || n, 'agency', CASE WHEN n % 2 = 0 THEN $2 ELSE $3 END, 'region', CASE WHEN n % 2 = 0 THEN '445103' ELSE '445102' END,
           'state', 'assigned', 'assignee', 'officer-' || n % 100, 'names', 'u' || n, 'closed_at', CASE WHEN n % 4 = 3 THEN $4::timestamptz END,
           'touched_at', CASE WHEN n % 50 = 0 THEN $4::timestamptz - interval '60 days' ELSE $4::timestamptz END, 'aged_at', $4::timestamptz - interval '50 days',
           'next_due', CASE WHEN n % 500 = 0 THEN $4::timestamptz - interval '1 day' ELSE $4::timestamptz + interval '20 days' END)) r WHERE one.id = $1`,
      [id, CHAOAN, XIANGQIAO, NOON],
    );
    await app.sql.admin('VACUUM ANALYZE case_file');
  });
  afterAll(() => app.close());

  const SYSTEM = systemClaims('assignments');
  const CODES = AGENCIES.map(({ code }) => code);
  const indexesOf = (scan: Plan): string[] => nodes(scan).flatMap((node) => node['Index Name'] ?? []);
  const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];
  const rowsOf = ({ 'Actual Rows': found, 'Actual Loops': loops, 'Rows Removed by Filter': removed = 0 }: Plan): number => Math.round((found + removed) * loops);
  /** The nodes that read case_file, and how many rows the statement gives. */
  async function read(claims: Claims, { name, text }: Statement, values: unknown[]): Promise<{ scans: Plan[]; rows: number }> {
    const [row] = await app.database.read<{ 'QUERY PLAN': [{ Plan: Plan }] }>(claims, { name: `explain ${name}`, text: `EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${text}` }, values);
    const plan = row?.['QUERY PLAN'][0].Plan as Plan;
    return { scans: nodes(plan).filter((node) => 'Relation Name' in node && (node as { 'Relation Name'?: string })['Relation Name'] === 'case_file'), rows: plan['Actual Rows'] * plan['Actual Loops'] };
  }
  /** Along one index, and not a row more than it gives. */
  async function expectJust(index: string, rows: number, claims: Claims, statement: Statement, values: unknown[]): Promise<void> {
    const { scans, rows: given } = await read(claims, statement, values);
    expect([given, scans.flatMap(indexesOf)]).toEqual([rows, [index]]);
    // Averages over the loops, to two places.
    expect(scans.reduce((sum, scan) => sum + rowsOf(scan), 0)).toBeLessThanOrEqual(rows + 1);
  }

  it('is found by the watch along an index that gives just that', async () => {
    await expectJust('case_file_untouched', FORGOTTEN, SYSTEM, UNTOUCHED.statement, [AT, null, cutoff(AT, 30), CODES]);
    await expectJust('case_file_unowned', 0, SYSTEM, UNOWNED.statement, [AT, null, cutoff(AT, 30), CODES]);
  });

  it('is asked again under the lock for one case, along an index, and reads no other', async () => {
    const [found] = await app.database.read<{ id: string }>(SYSTEM, UNTOUCHED.statement, [AT, null, cutoff(AT, 30), CODES]);
    for (const [{ still }, rows] of [[UNTOUCHED, 1], [UNOWNED, 0]] as const) {
      if (still === undefined) throw new Error('not asked again');
      const { scans, rows: given } = await read(SYSTEM, still, [AT, found?.id, cutoff(AT, 30), CODES]);
      expect([given, scans.flatMap(indexesOf).length, scans.reduce((sum, scan) => sum + rowsOf(scan), 0)]).toEqual([rows, 1, rows]);
    }
  });

  it('is reported page by page along the same index, and so are the other findings', async () => {
    const head: Claims = { scope: 'agencies', actor: cast.head.id, agencies: [CHAOAN], regions: null };
    const page = (finding: keyof typeof ALONE, claims: Claims, agencies: string[], rows: number, index: string): Promise<void> => expectJust(index, rows, claims, ALONE[finding].statement, [cutoff(AT, 30), agencies, null, null, 51]);
    await page('untouched', head, [CHAOAN], 51, 'case_file_untouched');
    await page('untouched', { ...head, scope: 'city', agencies: [] }, [CHAOAN], 51, 'case_file_untouched');
    await page('no-owner', head, [CHAOAN], 1, 'case_file_unowned');
    await page('no-clock', head, [CHAOAN], 0, 'case_file_unclocked');
  });

  it('comes in the order in which it was left alone, each once over all pages, and is seen as before', async () => {
    const seen: string[] = [];
    const untouched: string[] = [];
    for (let next = '/v1/limbo?finding=untouched&limit=100'; next !== ''; ) {
      const { body, headers } = await cast.city.get(next);
      for (const { id, touchedAt, findings } of body.items) {
        seen.push(id);
        untouched.push(touchedAt);
        expect(findings.map(({ finding }: { finding: string }) => finding)).toContain('untouched');
      }
      next = /^<([^>]+)>/.exec(headers.get('link') ?? '')?.[1] ?? '';
    }
    const [{ n }] = (await app.sql.admin<{ n: number }>("SELECT count(*)::int AS n FROM case_file WHERE rank_at IS NOT NULL AND touched_at < $1::timestamptz - interval '30 days'", [NOON])) as [{ n: number }];
    expect([new Set(seen).size, seen.length]).toEqual([n, n]);
    expect(untouched).toEqual([...untouched].sort());
    expect((await cast.stranger.get('/v1/limbo?finding=untouched')).body.items.map(({ agency }: { agency: string }) => agency)).toEqual([]);
  });

  it('is not read again when it is with the head', async () => {
    await app.sql.admin("UPDATE case_file SET escalated_at = $1, escalated_for = 'in-limbo' WHERE rank_at IS NOT NULL AND touched_at < $1::timestamptz - interval '30 days' AND next_due < $1", [NOON]);
    await expectJust('case_file_untouched', 0, SYSTEM, UNTOUCHED.statement, [AT, null, cutoff(AT, 30), CODES]);
    expect((await cast.head.get('/v1/limbo?finding=untouched&limit=1')).body.items).toHaveLength(1);
  });
});
