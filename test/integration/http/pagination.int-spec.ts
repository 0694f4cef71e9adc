import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type Client, type Json, type Reply, type TestApp } from '../../support/app.js';
import { report } from '../../support/builders.js';

/** Copies of the first row of a table with an id of its own each, written behind the scenes: quicker than two hundred requests. */
const COPIES = (table: string, unique: string): string => `INSERT INTO ${table} SELECT r.* FROM (SELECT * FROM ${table} LIMIT 1) one, generate_series(1, $1::int) n, LATERAL jsonb_populate_record(NULL::${table}, to_jsonb(one) || jsonb_build_object('id', gen_random_uuid()) || ${unique}) r`;
const MANY: Readonly<Record<string, string>> = {
  complaint: COPIES('complaint', "jsonb_build_object('receipt_number', 'X' || $2::text || n, 'external_number', 'X' || $2::text || n, 'receipt_code', NULL)"),
  case_file: COPIES('case_file', "jsonb_build_object('case_number', 'X' || $2::text || n)"),
  // Some dates fall together, some clocks are paused and have none.
  deadline: COPIES('deadline', "jsonb_build_object('ended_at', NULL) || CASE WHEN n % 5 = 0 THEN jsonb_build_object('status', 'paused', 'legal_due', NULL, 'safe_due', NULL, 'kind', $2::text) ELSE jsonb_build_object('safe_due', timestamptz '2027-01-01T15:59:59.999Z' + (n % 4) * interval '1 day', 'kind', $2::text) END"),
  notice: COPIES('notice', "jsonb_build_object('created_at', timestamptz '2026-10-01T00:00:00Z' + (n % 3) * interval '1 millisecond', 'event', $2::text)"),
};

describe('pages', () => {
  let app: TestApp;
  let officer: Client;
  let chief: Client;
  let clerk: Client;

  beforeAll(async () => {
    app = await startTestApp({ at: '2026-10-30T10:00:00+08:00' });
    const operator = await app.as('hotline-operator');
    [officer, chief, clerk] = await Promise.all([app.as('enforcement-officer', 'chaoan-market-regulation'), app.as('enforcement-officer', 'cz-market-regulation'), app.as('intake-clerk')]);
    const { id } = (await operator.post('/v1/complaints', report())).body;
    await officer.command(`/v1/complaints/${id}/accept`, 1);
    await officer.command(`/v1/complaints/${id}/open-case`, 2);
    await app.sql.admin("INSERT INTO notice (id, agency, event, subject_type, subject_id, created_at) VALUES (gen_random_uuid(), 'chaoan-market-regulation', 'first', 'complaint', $1, '2026-10-01')", [id]);
    for (const table of Object.keys(MANY)) await more(table, 40, 'seed');
    // The city office sees the counties below it: half of the rows go to another agency, to be merged.
    for (const [table, column] of [['complaint', 'handling_agency'], ['case_file', 'agency'], ['deadline', 'agency']] as const) await app.sql.admin(`UPDATE ${table} SET ${column} = 'xiangqiao-market-regulation' WHERE id IN (SELECT id FROM ${table} ORDER BY md5(id::text) LIMIT 20)`);
  }, 30_000);
  afterAll(() => app.close());

  async function more(table: string, count: number, mark: string): Promise<void> {
    await app.sql.admin(MANY[table] ?? '', [count, mark]);
  }

  const next = (answer: Reply<Json>): string | null => /^<([^>]+)>; rel="next"$/.exec(answer.headers.get('link') ?? '')?.[1] ?? null;

  /** Every row of a list by following Link, with `between` done after each page. */
  async function walk(reader: Client, path: string, between: () => Promise<void> = async () => undefined): Promise<Json[]> {
    const rows: Json[] = [];
    for (let at: string | null = path; at !== null; ) {
      const answer: Reply<Json> = await reader.get(at);
      expect([at, answer.status]).toEqual([at, 200]);
      rows.push(...answer.body.items);
      at = next(answer);
      if (at !== null) {
        expect(answer.body.items).toHaveLength(Number(/limit=(\d+)/.exec(path)?.[1] ?? 50));
        await between();
      }
    }
    return rows;
  }

  const idsOf = (rows: Json[]): string[] => rows.map(({ id }) => id);
  const LISTS: [string, string, string][] = [
    ['complaints', '/v1/complaints', 'complaint'], ['complaints of one state', '/v1/complaints?state=in-case', 'complaint'], ['cases', '/v1/cases', 'case_file'], ['cases of one state', '/v1/cases?state=open', 'case_file'], ['deadlines', '/v1/deadlines', 'deadline'],
  ];

  it.each(LISTS)('%s: every row once, in one order, whatever the size of a page', async (_, path) => {
    const all = idsOf(await walk(chief, `${path}${path.includes('?') ? '&' : '?'}limit=200`));
    expect(all.length).toBeGreaterThanOrEqual(40);
    expect(new Set(all).size).toBe(all.length);
    for (const limit of [1, 7, 20]) expect(idsOf(await walk(chief, `${path}${path.includes('?') ? '&' : '?'}limit=${limit}`))).toEqual(all);
  }, 30_000);

  it.each([...LISTS.filter(([, path]) => !path.includes('?')), ['notices', '/v1/notices', 'notice'] as [string, string, string]])('%s: no gap and no repeat while rows are added between pages', async (name, path, table) => {
    const reader = name === 'notices' ? officer : chief;
    const before = idsOf(await walk(reader, `${path}?limit=200`));
    let round = 0;
    const walked = idsOf(await walk(reader, `${path}?limit=6`, async () => {
      round += 1;
      // At most ten times: of a list with the oldest first the end would move away for ever.
      if (round <= 10) await more(table, 2, `between-${name}-${round}`);
    }));
    expect(round).toBeGreaterThan(4);
    expect(new Set(walked).size).toBe(walked.length);
    const kept = new Set(before);
    expect(walked.filter((id) => kept.has(id))).toEqual(before);
  }, 30_000);

  it('deadlines: by the safe date, and those without one behind all others', async () => {
    const rows = await walk(chief, '/v1/deadlines?limit=3');
    const dates = rows.map(({ safeDue }) => safeDue ?? '9999');
    expect(dates).toEqual([...dates].sort());
    expect(rows.filter(({ safeDue }) => safeDue === null).length).toBeGreaterThan(5);
    expect(rows.at(-1).safeDue).toBeNull();
  });

  it.each([['the whole city', () => clerk], ['one agency', () => officer]] as [string, () => Client][])('the lists of %s agree with the tables', async (_, reader) => {
    for (const [path, table, column] of [['/v1/complaints', 'complaint', 'handling_agency'], ['/v1/cases', 'case_file', 'agency'], ['/v1/deadlines', 'deadline', 'agency']] as const) {
      const where = reader() === clerk ? '' : ` AND ${column} = 'chaoan-market-regulation'`;
      const there = await app.sql.admin<{ id: string }>(`SELECT id FROM ${table} WHERE ${table === 'deadline' ? 'ended_at IS NULL' : 'true'}${where}`);
      expect([path, idsOf(await walk(reader(), `${path}?limit=13`)).sort()]).toEqual([path, there.map(({ id }) => id).sort()]);
    }
  });

  it('keeps the question in the address of the next page', async () => {
    const answer = await chief.get('/v1/cases?state=open&limit=2&count=yes');
    expect(next(answer)).toMatch(/^\/v1\/cases\?state=open&limit=2&count=yes&cursor=[\w-]+$/);
    const last = await chief.get('/v1/cases?state=closed&limit=2');
    expect([last.body.items, last.headers.get('link')]).toEqual([[], null]);
  });

  it('counts when asked, the same on every page, and only then', async () => {
    for (const path of ['/v1/complaints', '/v1/cases', '/v1/deadlines']) {
      const all = await walk(chief, `${path}?limit=200`);
      const first = await chief.get(`${path}?limit=5&count=yes`);
      expect([path, first.headers.get('total-count')]).toEqual([path, String(all.length)]);
      const second = await chief.get(next(first) ?? '');
      expect([path, second.headers.get('total-count')]).toEqual([path, String(all.length)]);
      expect((await chief.get(`${path}?limit=5`)).headers.get('total-count')).toBeNull();
    }
  });

  it.each([['nonsense', 'x'], ['another list’s', Buffer.from('["2026-01-01T00:00:00.000Z","019aa1b2-0000-7000-8000-000000000000"]').toString('base64url')], ['SQL', Buffer.from('["\'; DROP TABLE complaint --"]').toString('base64url')], ['no list', Buffer.from('{"a":1}').toString('base64url')], ['numbers', Buffer.from('[1]').toString('base64url')], ['nothing', '']])('refuses a cursor of %s', async (_, cursor) => {
    const answer = await chief.get(`/v1/complaints?cursor=${encodeURIComponent(cursor)}`);
    expect([answer.status, answer.body.code]).toEqual([400, 'request.cursor-invalid']);
  });

  it('refuses a date in a cursor that no calendar has', async () => {
    for (const at of ['2026-02-31T99:00:00Z', '2026-13-01T00:00:00Z', '999999-01-01T00:00:00Z']) {
      const cursor = Buffer.from(JSON.stringify([at, '019aa1b2-0000-7000-8000-000000000000'])).toString('base64url');
      expect([at, (await chief.get(`/v1/deadlines?cursor=${cursor}`)).status]).toEqual([at, 400]);
    }
  });

  it.each([['0', 400], ['201', 400], ['-1', 400], ['1.5', 400], ['ten', 400], ['', 400], ['1', 200], ['200', 200]])('takes a limit from 1 to 200: %s', async (limit, status) => {
    for (const path of ['/v1/complaints', '/v1/cases', '/v1/deadlines', '/v1/notices']) expect([path, (await chief.get(`${path}?limit=${limit}`)).status]).toEqual([path, status]);
  });

  it('refuses what it does not know: offset, page, another filter', async () => {
    for (const query of ['offset=10', 'page=2', 'state=everything', 'count=maybe']) expect([query, (await chief.get(`/v1/complaints?${query}`)).status]).toEqual([query, 400]);
  });

  // Last: ten thousand rows stay in the tables.
  it('counts up to a cap', async () => {
    for (const table of ['complaint', 'case_file', 'deadline']) await more(table, 10_100, 'cap');
    for (const path of ['/v1/complaints', '/v1/cases', '/v1/deadlines']) expect([path, (await clerk.get(`${path}?limit=1&count=yes`)).headers.get('total-count')]).toEqual([path, '10000+']);
  }, 60_000);
});
