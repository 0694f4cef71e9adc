import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { CaseListQuery } from '../../../src/modules/cases/case-list.dto.js';
import { worklistQueries } from '../../../src/modules/cases/cases.worklist.queries.js';
import type { Claims } from '../../../src/platform/database/claims.js';
import { startTestApp, type Client, type Json, type Reply, type TestApp } from '../../support/app.js';
import { castOf, CHAOAN, CITY, idsOf, openCase, XIANGQIAO, type Cast } from './cases.ground.js';

jest.setTimeout(60_000);

/** A copy of the first case with other columns; the name says what it is. */
interface Made {
  readonly name: string;
  readonly [column: string]: unknown;
}

const DAY = (day: number): string => `2026-12-${String(day).padStart(2, '0')}T15:59:59.999Z`;

describe('the worklist', () => {
  let app: TestApp;
  let cast: Cast;
  let template: string;
  const ids = new Map<string, string>();

  beforeAll(async () => {
    app = await startTestApp();
    cast = await castOf(app);
    template = (await openCase(cast)).id;
    await app.sql.admin("UPDATE case_file SET next_due = '2027-06-30T15:59:59.999Z', aged_at = '2027-12-31T09:00:00.000Z' WHERE id = $1", [template]);
    ids.set('template', template);
    const rows: Made[] = [
      { name: 'due-3', next_due: DAY(3), state: 'assigned', assignee: cast.officer.id },
      { name: 'due-1', next_due: DAY(1), state: 'open' },
      { name: 'due-2-expedited', next_due: DAY(2), state: 'open', lane: 'expedited' },
      { name: 'same-day-a', next_due: DAY(5), state: 'assigned', assignee: cast.colleague.id, right_type: 'patent' },
      { name: 'same-day-b', next_due: DAY(5), state: 'reopened', assignee: cast.officer.id, region: '445102' },
      { name: 'closed', next_due: null, state: 'closed', assignee: cast.officer.id, closed_at: DAY(1) },
      { name: 'undated', next_due: null, state: 'open', track: 'mediation' },
      { name: 'flagged', next_due: DAY(6), state: 'open', flags: ['repeat-infringer', 'criminal-suspicion'] },
      { name: 'flagged-once', next_due: DAY(7), state: 'assigned', assignee: cast.colleague.id, flags: ['repeat-infringer'] },
      { name: 'of-the-city', next_due: DAY(4), state: 'open', agency: CITY, region: '445100', right_type: 'trade_secret_technical' },
      { name: 'of-xiangqiao', next_due: DAY(2), state: 'open', agency: XIANGQIAO, region: '445102' },
      { name: 'lent-to-xiangqiao', next_due: DAY(8), state: 'assigned', agency: XIANGQIAO, region: '445102', assignee: cast.officer.id },
    ];
    for (const row of rows) await make(row);
  });
  afterAll(() => app.close());

  async function make({ name, ...columns }: Made): Promise<string> {
    const base = { lane: 'ordinary', flags: [], assignee: null, agency: CHAOAN, region: '445103', right_type: 'trademark', track: 'administrative' };
    const [row] = await app.sql.admin<{ id: string }>(
      "INSERT INTO case_file SELECT r.* FROM case_file one, LATERAL jsonb_populate_record(one, $2::jsonb || jsonb_build_object('id', uuidv7())) r WHERE one.id = $1 RETURNING id",
      [template, JSON.stringify({ ...base, ...columns, case_number: name })],
    );
    ids.set(name, row?.id ?? '');
    return row?.id ?? '';
  }

  const namesOf = (rows: Json[]): string[] => rows.map(({ id }) => [...ids].find(([, one]) => one === id)?.[0] ?? id);
  const ask = async (query: string, reader: Client = cast.officer): Promise<string[]> => {
    const answer = await reader.get(`/v1/cases?limit=200${query === '' ? '' : `&${query}`}`);
    expect([query, answer.status, answer.body.errors]).toEqual([query, 200, undefined]);
    return namesOf(answer.body.items);
  };

  const MINE = ['due-1', 'due-2-expedited', 'due-3', 'same-day-a', 'same-day-b', 'flagged', 'flagged-once', 'template', 'closed', 'undated'];

  describe('order', () => {
    it('is by the next safe date, the older first on the same, those without one last', async () => {
      expect(await ask('')).toEqual(MINE);
      expect(await ask('order=due')).toEqual(MINE);
    });

    it('newest turns it to the day of opening', async () => {
      expect(await ask('order=newest')).toEqual(['flagged-once', 'flagged', 'undated', 'closed', 'same-day-b', 'same-day-a', 'due-2-expedited', 'due-1', 'due-3', 'template']);
    });

    it('merges the lists of an office and those below it', async () => {
      expect(await ask('', cast.city)).toEqual(['due-1', 'due-2-expedited', 'of-xiangqiao', 'due-3', 'of-the-city', 'same-day-a', 'same-day-b', 'flagged', 'flagged-once', 'lent-to-xiangqiao', 'template', 'closed', 'undated']);
      expect(await ask('', cast.clerk)).toEqual(await ask('', cast.city));
      expect(await ask('order=newest', cast.clerk)).toEqual(await ask('order=newest', cast.city));
    });

    it('rank is by what is due or has waited long enough, of open cases only', async () => {
      expect(await ask('order=rank')).toEqual(['due-1', 'due-2-expedited', 'due-3', 'same-day-a', 'same-day-b', 'flagged', 'flagged-once', 'template', 'undated']);
      for (const [name, aged] of [['undated', '2026-12-02T09:00:00.000Z'], ['template', '2026-11-01T09:00:00.000Z']]) await app.sql.admin('UPDATE case_file SET aged_at = $2 WHERE id = $1', [ids.get(String(name)), aged]);
      expect(await ask('order=rank')).toEqual(['template', 'due-1', 'undated', 'due-2-expedited', 'due-3', 'same-day-a', 'same-day-b', 'flagged', 'flagged-once']);
      expect(await ask('order=rank&assignee=me')).toEqual(['due-3', 'same-day-b', 'lent-to-xiangqiao']);
      expect(await ask('order=rank&lane=expedited')).toEqual(['due-2-expedited']);
      expect(await ask('order=rank&assignee=none&state=open')).toEqual(['template', 'due-1', 'undated', 'due-2-expedited', 'flagged']);
      expect(await ask('order=rank&flags=repeat-infringer')).toEqual(['flagged', 'flagged-once']);
      expect(await ask('order=rank&q=不锈钢')).toEqual(await ask('order=rank'));
      for (const reader of [cast.city, cast.clerk]) expect(await ask('order=rank', reader)).toEqual(['template', 'due-1', 'undated', 'due-2-expedited', 'of-xiangqiao', 'due-3', 'of-the-city', 'same-day-a', 'same-day-b', 'flagged', 'flagged-once', 'lent-to-xiangqiao']);
    });

    it('a case leaves the order of rank when it is closed, and is back in its place when it is opened again', async () => {
      const change = (closed: string | null): Promise<unknown> => app.sql.admin('UPDATE case_file SET closed_at = $2 WHERE id = $1', [ids.get('due-1'), closed]);
      await change(DAY(1));
      expect((await ask('order=rank')).slice(0, 2)).toEqual(['template', 'undated']);
      await change(null);
      expect((await ask('order=rank')).slice(0, 2)).toEqual(['template', 'due-1']);
    });

    it('shows the date that it goes by', async () => {
      const { body } = await cast.officer.get('/v1/cases?limit=1');
      expect(body.items[0]).toEqual({
        id: ids.get('due-1'), caseNumber: 'due-1', state: 'open', version: 1, track: 'administrative', agency: CHAOAN, region: '445103', rightType: 'trademark', rightNumber: '12345678', targetName: '潮州市潮安区某不锈钢制品厂（测试）',
        assignee: null, lane: 'ordinary', flags: [], nextDue: DAY(1), openedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/), team: null, escalatedAt: null, escalatedFor: null,
      });
    });
  });

  describe('filters', () => {
    it.each<[string, string[]]>([
      ['state=closed', ['closed']], ['state=open', ['due-1', 'due-2-expedited', 'flagged', 'template', 'undated']], ['state=assigned,reopened', ['due-3', 'same-day-a', 'same-day-b', 'flagged-once']], ['state=assigned&state=reopened', ['due-3', 'same-day-a', 'same-day-b', 'flagged-once']],
      ['track=mediation', ['undated']], ['track=judicial', []],
      ['region=445102', ['same-day-b']], ['region=445103', MINE.filter((name) => name !== 'same-day-b')], ['region=999999', []],
      ['rightType=patent', ['same-day-a']], ['rightType=plant_variety', []],
      ['lane=expedited', ['due-2-expedited']],
      ['flags=repeat-infringer', ['flagged', 'flagged-once']], ['flags=repeat-infringer,criminal-suspicion', ['flagged']], ['flags=unknown', []],
      ['assignee=none', ['due-1', 'due-2-expedited', 'flagged', 'template', 'undated']],
      [`dueAfter=${DAY(3)}&dueBefore=${DAY(6)}`, ['due-3', 'same-day-a', 'same-day-b']], [`dueBefore=${DAY(2)}`, ['due-1']], [`dueAfter=${DAY(7)}`, ['flagged-once', 'template']],
      [`dueBefore=${encodeURIComponent('2026-12-02T00:00:00+08:00')}`, ['due-1']],
      [`agency=${CHAOAN}`, MINE], [`agency=${XIANGQIAO}`, ['lent-to-xiangqiao']], ['agency=nowhere', []],
      ['state=open&lane=ordinary&rightType=trademark&track=administrative&region=445103&flags=criminal-suspicion&assignee=none', ['flagged']],
    ])('%s', async (query, expected) => {
      expect(await ask(query)).toEqual(expected);
    });

    it('by officer: me, somebody, nobody; a case lent to me by another agency is mine', async () => {
      expect(await ask('assignee=me')).toEqual(['due-3', 'same-day-b', 'lent-to-xiangqiao', 'closed']);
      expect(await ask('assignee=me&state=assigned,reopened')).toEqual(['due-3', 'same-day-b', 'lent-to-xiangqiao']);
      expect(await ask(`assignee=me&agency=${XIANGQIAO}`)).toEqual(['lent-to-xiangqiao']);
      expect(await ask(`assignee=${cast.officer.id}`)).toEqual(await ask('assignee=me'));
      expect(await ask(`assignee=${cast.officer.id}`, cast.head)).toEqual(['due-3', 'same-day-b', 'closed']);
      expect(await ask('assignee=me&order=newest')).toEqual(['lent-to-xiangqiao', 'closed', 'same-day-b', 'due-3']);
      expect(await ask('assignee=me', cast.colleague)).toEqual(['same-day-a', 'flagged-once']);
    });

    it('over the whole city, and over an office with those below it', async () => {
      for (const reader of [cast.clerk, cast.city]) {
        expect(await ask(`agency=${CITY}`, reader)).toEqual(['of-the-city']);
        expect(await ask('region=445102', reader)).toEqual(['of-xiangqiao', 'same-day-b', 'lent-to-xiangqiao']);
        expect(await ask('assignee=none&state=open', reader)).toEqual(['due-1', 'due-2-expedited', 'of-xiangqiao', 'of-the-city', 'flagged', 'template', 'undated']);
        expect(await ask('flags=repeat-infringer', reader)).toEqual(['flagged', 'flagged-once']);
        expect(await ask('rightType=trade_secret_technical&order=newest', reader)).toEqual(['of-the-city']);
      }
      expect(await ask('', cast.stranger)).toEqual(['of-xiangqiao', 'lent-to-xiangqiao']);
    });

    it.each([
      'state=everything', 'state=', 'track=everything', 'agency=', `agency=${encodeURIComponent("x' OR 1=1")}`, 'assignee=you', 'assignee=', 'region=a b', 'lane=fast', 'flags=', `flags=${encodeURIComponent('{a,b}')}`, 'dueAfter=tomorrow', 'dueBefore=2026-12-01',
      'order=oldest', 'q=', `q=${'x'.repeat(101)}`, 'offset=1',
    ])('refuses %s', async (query) => {
      expect([query, (await cast.officer.get(`/v1/cases?${query}`)).status]).toEqual([query, 400]);
    });

    it('counts when asked, capped, with the same filters', async () => {
      for (const [query, count] of [['', '10'], ['state=open', '5'], ['assignee=me', '4'], ['flags=repeat-infringer', '2'], ['q=不锈钢', '10'], ['q=！', '0']]) expect([query, (await cast.officer.get(`/v1/cases?limit=1&count=yes&${query}`)).headers.get('total-count')]).toEqual([query, count]);
      expect((await cast.officer.get('/v1/cases?limit=1')).headers.get('total-count')).toBeNull();
    });
  });

  describe('pages', () => {
    const next = (answer: Reply<Json>): string | null => /^<([^>]+)>; rel="next"$/.exec(answer.headers.get('link') ?? '')?.[1] ?? null;

    async function walk(path: string, reader: Client, between: (page: number) => Promise<void> = async () => undefined): Promise<string[]> {
      const found: string[] = [];
      let page = 0;
      for (let at: string | null = path; at !== null; page += 1) {
        const answer: Reply<Json> = await reader.get(at);
        found.push(...namesOf(answer.body.items));
        at = next(answer);
        if (at !== null) await between(page);
      }
      return found;
    }

    it.each(['', 'state=open,assigned', 'assignee=none', 'assignee=me', 'order=newest', 'order=rank', 'order=rank&assignee=me', 'order=rank&state=open', 'order=rank&q=不锈钢', 'q=不锈钢', 'q=12345678&order=newest', 'flags=repeat-infringer', `dueAfter=${DAY(2)}`])('by one, two and three: %s', async (query) => {
      for (const reader of [cast.officer, cast.city, cast.clerk]) {
        const all = await ask(query, reader);
        for (const limit of [1, 2, 3]) expect(await walk(`/v1/cases?limit=${limit}&${query}`, reader)).toEqual(all);
      }
    });

    it.each(['', 'q=不锈钢'])('a case whose date moves while they are read makes no other one vanish or come twice: %s', async (query) => {
      const rest = MINE.filter((name) => !['same-day-a', 'due-3', 'undated'].includes(name));
      const moves: [string, string | null][] = [['same-day-a', DAY(1)], ['due-3', null], ['undated', DAY(30)], ['same-day-a', null], ['due-3', DAY(1)]];
      try {
        const walked = await walk(`/v1/cases?limit=2&${query}`, cast.officer, async (page) => {
          const [name, due] = moves[page] ?? ['', null];
          if (name !== '') await app.sql.admin('UPDATE case_file SET next_due = $2 WHERE id = $1', [ids.get(name), due]);
        });
        expect(walked.filter((name) => rest.includes(name))).toEqual(rest);
      } finally {
        for (const [name, due] of [['same-day-a', DAY(5)], ['due-3', DAY(3)], ['undated', null]]) await app.sql.admin('UPDATE case_file SET next_due = $2 WHERE id = $1', [ids.get(String(name)), due]);
      }
      expect(await ask('')).toEqual(MINE);
    });

    it('keep to their order: a cursor of the other one is refused', async () => {
      const [due, newest] = await Promise.all(['due', 'newest'].map((order) => cast.officer.get(`/v1/cases?limit=1&order=${order}`)));
      const cursorOf = (answer: Reply<Json> | undefined): string => new URL(next(answer as Reply<Json>) ?? '', 'http://host').searchParams.get('cursor') ?? '';
      expect((await cast.officer.get(`/v1/cases?order=newest&cursor=${cursorOf(due)}`)).body.code).toBe('request.cursor-invalid');
      expect((await cast.officer.get(`/v1/cases?order=due&cursor=${cursorOf(newest)}`)).body.code).toBe('request.cursor-invalid');
    });
  });

  // Last: thousands of rows stay in the table.
  describe('plans', () => {
    const AGENCIES = [CHAOAN, XIANGQIAO, CITY, 'raoping-market-regulation', ...Array.from({ length: 6 }, (_, index) => `agency-${index}`)];
    const OFFICER: Claims = { scope: 'agencies', actor: 'officer-7', agencies: [CHAOAN], regions: null };
    const OFFICE: Claims = { ...OFFICER, agencies: AGENCIES.slice(0, 4) };
    const EVERYBODY: Claims = { scope: 'city', actor: 'clerk', agencies: [], regions: null };

    beforeAll(async () => {
      // Most cases are closed; of the rest a fifth has nobody in charge, one in fifty a flag, one in twenty the fast lane.
      await app.sql.admin(
        `INSERT INTO case_file SELECT r.* FROM case_file one, (SELECT n, hashint4(n) & 2147483647 AS h FROM generate_series(1, 20000) n) g,
           LATERAL jsonb_populate_record(one, jsonb_build_object('id', uuidv7(), 'case_number', 'P' || n, 'agency', ($2::text[])[1 + h % 10], 'state', CASE WHEN h / 10 % 5 < 3 THEN 'closed' WHEN h / 50 % 5 = 0 THEN 'open' ELSE 'assigned' END,
             'assignee', CASE WHEN h / 10 % 5 >= 3 AND h / 50 % 5 = 0 THEN NULL ELSE 'officer-' || h / 250 % 200 END, 'next_due', CASE WHEN h / 10 % 5 < 3 THEN NULL ELSE timestamptz '2026-12-01' + (h / 1000 % 90) * interval '1 day' END,
             'closed_at', CASE WHEN h / 10 % 5 < 3 THEN timestamptz '2026-11-01' END, 'aged_at', timestamptz '2026-12-01' + (h / 3000 % 120) * interval '1 day', 'region', (ARRAY['445103', '445102', '445122'])[1 + h / 7 % 3], 'right_type', (ARRAY['trademark', 'trademark', 'patent', 'copyright'])[1 + h / 11 % 4], 'lane', CASE WHEN h / 13 % 20 = 0 THEN 'expedited' ELSE 'ordinary' END,
             'flags', CASE WHEN h / 17 % 50 = 0 THEN '["repeat-infringer"]'::jsonb ELSE '[]'::jsonb END, 'names', 'p' || n, 'tokens', format('''%s'' ''词%s''', n, h % 5000))) r WHERE one.id = $1`,
        [template, AGENCIES],
      );
      await app.sql.admin('VACUUM ANALYZE case_file');
    });

    const parse = (parameters: string, more: Partial<CaseListQuery> = {}): CaseListQuery => {
      const given = Object.fromEntries(new URLSearchParams(parameters)) as Record<string, string>;
      const lists = Object.fromEntries(['state', 'flags'].flatMap((key) => (given[key] === undefined ? [] : [[key, given[key].split(',')]])));
      return Object.assign(new CaseListQuery(), given, lists, { limit: 20, ...more });
    };
    /** How PostgreSQL carries out exactly the statement of the list, row-level security and all. */
    const plan = async (claims: Claims, query: CaseListQuery): Promise<string> => {
      const [page] = worklistQueries(claims, query);
      if (page === undefined) throw new Error('no query');
      const rows = await app.database.read<{ 'QUERY PLAN': string }>(claims, { name: 'explain', text: `EXPLAIN (COSTS OFF) ${page.statement.text}` }, page.values);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    };
    const NEVER = '9999-12-31T00:00:00.000Z';
    const after = (...key: string[]): string => Buffer.from(JSON.stringify(key)).toString('base64url');
    const ANY_ID = '019aa1b2-0000-7000-8000-000000000000';

    const WAYS: readonly (readonly [claims: string, query: string, index: string])[] = [
      ...(['one', 'all'] as const).flatMap((who) => {
        const index = who === 'one' ? 'case_file_worklist' : 'case_file_city_worklist';
        return ['', 'state=open', 'state=open,assigned,reopened', 'region=445103', 'rightType=patent', 'track=administrative', 'lane=expedited', 'state=assigned&rightType=copyright&region=445102', 'dueBefore=2026-12-10T00:00:00Z', 'dueAfter=2026-12-10T00:00:00Z&dueBefore=2026-12-20T00:00:00Z'].map((query) => [who, query, index] as const);
      }),
      ['office', '', 'case_file_worklist'], ['office', 'state=open,assigned', 'case_file_worklist'], ['office', 'rightType=patent', 'case_file_worklist'], ['all', `agency=${XIANGQIAO}`, 'case_file_worklist'],
      ['one', 'assignee=me', 'case_file_own_worklist'],
      ['office', 'assignee=none', 'case_file_unassigned'], ['all', 'assignee=none', 'case_file_unassigned'], ['office', 'flags=repeat-infringer', 'case_file_flagged'], ['all', 'flags=repeat-infringer', 'case_file_flagged'],
      ['one', 'order=newest&state=open', 'case_file_newest'], ['all', 'order=newest', 'case_file_pk'],
    ];
    const CLAIMS: Readonly<Record<string, Claims>> = { one: OFFICER, office: OFFICE, all: EVERYBODY };

    it.each(WAYS)('%s, %s: along %s', async (who, query, index) => {
      const text = await plan(CLAIMS[who] ?? OFFICER, parse(query));
      expect(text).toContain(`using ${index} on case_file`);
      expect(text).not.toContain('Seq Scan on case_file');
      // One agency, one officer or the whole city are read in order; the lists of several agencies are short before they are sorted.
      if (who !== 'office' || /assignee|flags/.test(query)) expect(text).not.toContain('Sort');
      else expect(text).toMatch(/Sort(.*\n)+.*Nested Loop(.*\n)+.*Limit(.*\n)+.*Index Scan/);
    });

    it.each([['one', 'order=rank', 'case_file_lane_rank'], ['office', 'order=rank', 'case_file_lane_rank'], ['one', 'order=rank&state=open', 'case_file_lane_rank'], ['one', 'order=rank&lane=expedited', 'case_file_lane_rank'], ['all', 'order=rank', 'case_file_city_rank'], ['all', 'order=rank&region=445103', 'case_file_city_rank'], ['one', 'order=rank&assignee=me', 'case_file_own_rank']])(
      '%s, %s: along %s', async (who, query, index) => {
        for (const cursor of [undefined, after(DAY(10), ANY_ID)]) {
          const text = await plan(CLAIMS[who] ?? OFFICER, parse(query, cursor === undefined ? {} : { cursor }));
          // Where few are left, they are fetched together and sorted.
          expect(text).toMatch(new RegExp(`(using|Bitmap Index Scan on) ${index}`));
          expect(text).not.toContain('Seq Scan on case_file');
          if (cursor !== undefined) expect(text).toMatch(/Index Cond: .*ROW\(rank_at, id\)/);
        }
      });

    it('newest of one agency or of several: backwards along the index of the agency, or of all where the agency has many', async () => {
      for (const claims of [OFFICER, OFFICE]) {
        const text = await plan(claims, parse('order=newest'));
        expect(text).toMatch(/Index Scan Backward using case_file_(newest|pk) on case_file/);
        expect(text).not.toContain('Seq Scan on case_file');
      }
    });

    it('the cases of one officer, narrowed down: from the officer’s own, which are few', async () => {
      const text = await plan(OFFICER, parse('assignee=me&state=assigned'));
      expect(text).toMatch(/(using|Bitmap Index Scan on) case_file_own_worklist/);
      expect(text).not.toContain('Seq Scan on case_file');
    });

    it.each<[string, string[]]>([['due', [DAY(10), ANY_ID]], ['due', [NEVER, ANY_ID]], ['newest', [ANY_ID]]])('order %s, a page further on begins where the one before ended: %j', async (order, key) => {
      for (const claims of [OFFICER, OFFICE, EVERYBODY]) {
        const text = await plan(claims, parse(`order=${order}`, { cursor: after(...key) }));
        expect(text).toMatch(order === 'due' ? /Index Cond: .*ROW\(/ : /Index Cond: .*id < /);
        expect(text).not.toContain('Seq Scan on case_file');
      }
    });

    it('compares what narrows down in the index, before a row is read', async () => {
      expect(await plan(OFFICER, parse('state=open,assigned&rightType=patent&region=445103&lane=expedited&track=administrative'))).toMatch(/Index Cond: .*state = ANY.*right_type = .*region = .*track = .*lane = /s);
    });

    it.each(['q=词42', 'q=12345', 'q=无此词语', 'q=词42&state=assigned'])('%s: by the indexes of words and parts, and never through the table', async (query) => {
      for (const claims of [OFFICER, OFFICE, EVERYBODY]) {
        const text = await plan(claims, parse(query));
        expect(text).toContain('Bitmap Index Scan on case_file_tokens');
        expect(text).toContain('Bitmap Index Scan on case_file_names');
        expect(text).not.toContain('Seq Scan on case_file');
      }
    });

    it('finds the same, whichever half of the search finds it', async () => {
      // Frequent: the walk along the list fills the page. Rare: only the index of words does.
      await app.sql.admin("UPDATE case_file SET tokens = tokens || '''频'''::tsvector WHERE case_number LIKE 'P%' AND agency = $1", [CHAOAN]);
      const rare = await app.sql.admin<{ id: string }>("UPDATE case_file SET tokens = tokens || '''罕'''::tsvector WHERE case_number IN ('P19000', 'P19001', 'P19002', 'P19003', 'P19004', 'P19005', 'P19006') RETURNING id");
      for (const [query, expected] of [
        ['频', "SELECT id FROM case_file WHERE agency = 'chaoan-market-regulation' AND case_number LIKE 'P%' ORDER BY next_due, id"],
        ['罕', `SELECT id FROM case_file WHERE id IN (${rare.map(({ id }) => `'${id}'`).join()}) ORDER BY next_due, id`],
      ] as const) {
        const there = idsOf(await app.sql.admin(expected));
        const found: string[] = [];
        for (let at: string | null = `/v1/cases?limit=3&q=${query}`; at !== null && found.length < 12; ) {
          const answer: Reply<Json> = await cast.clerk.get(at);
          found.push(...idsOf(answer.body.items));
          at = next(answer);
        }
        expect(found).toEqual(there.slice(0, found.length));
        expect(found.length).toBe(Math.min(12, there.length));
      }
    });

    const next = (answer: Reply<Json>): string | null => /^<([^>]+)>; rel="next"$/.exec(answer.headers.get('link') ?? '')?.[1] ?? null;
  });
});
