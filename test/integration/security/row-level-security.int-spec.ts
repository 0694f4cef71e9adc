import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { DataSource, type QueryRunner } from 'typeorm';
import { ENTITIES } from '../../../src/entities.js';
import { TABLES } from '../../../src/subjects.js';
import type { Claims } from '../../../src/platform/database/claims.js';
import { rowByRow } from '../../../migrations/policies.js';
import { startTestApp, type Client, type TestApp } from '../../support/app.js';
import { report } from '../../support/builders.js';
import { until } from '../../support/wait.js';

// Hundreds of statements in one test: on a busy machine that takes more than the usual five seconds.
jest.setTimeout(60_000);

interface Filed { readonly id: string; readonly caseId: string }
interface TableRow { readonly name: string; readonly kind: string; readonly enabled: boolean; readonly forced: boolean; readonly policies: number; readonly owner: string }

const CATALOGUE = `SELECT n.nspname || '.' || c.relname AS name, c.relkind AS kind, c.relrowsecurity AS enabled, c.relforcerowsecurity AS forced, pg_get_userbyid(c.relowner) AS owner,
    (SELECT count(*)::int FROM pg_policy p WHERE p.polrelid = c.oid) AS policies
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname IN ('public', 'vault') AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT (n.nspname = 'public' AND c.relname = 'migration') ORDER BY 1`;
const REFUSED = '42501';
/** A value of each type. */
const SOME: Readonly<Record<string, string>> = {
  uuid: 'gen_random_uuid()', text: "'x'", integer: '1', bigint: '1', smallint: '1', numeric: '1', boolean: 'true', 'timestamp with time zone': 'now()', date: 'current_date', jsonb: "'[]'::jsonb", 'text[]': "'{}'::text[]", 'uuid[]': "'{}'::uuid[]", 'integer[]': "'{}'::integer[]",
  tstzrange: "tstzrange(now(), now() + interval '1 hour')", tsvector: "''::tsvector", bytea: "''::bytea",
};

/** PostgreSQL itself is asked, with the application's own login: what a forgotten WHERE, or a stolen connection, would get. */
describe('row-level security', () => {
  let app: TestApp;
  let operator: Client;
  let chaoan: Client;
  let xiangqiao: Client;
  let head: Client;
  let ours: Filed;
  let theirs: Filed;
  let tables: string[];

  beforeAll(async () => {
    app = await startTestApp({ env: { ROLE: 'all' } });
    [operator, chaoan, head, xiangqiao] = await Promise.all([app.as('hotline-operator'), app.as('enforcement-officer', 'chaoan-market-regulation'), app.as('agency-head', 'chaoan-market-regulation'), app.as('enforcement-officer', 'xiangqiao-market-regulation')]);
    ours = await intoCase(chaoan, '445103');
    theirs = await intoCase(xiangqiao, '445102');
    await app.sql.admin("INSERT INTO refresh_token (id, account_id, family, digest, expires_at) VALUES (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'test', now())");
    for (const officer of [chaoan, xiangqiao]) await until('both notices', async () => (await officer.get('/v1/notices')).body.items.length === 2);
    await Promise.all([chaoan.post('/v1/organisations', { name: '某厂（测试）' }), chaoan.post('/v1/rights', { type: 'patent', number: '202630000001.X' })]);
    await chaoan.post(`/v1/cases/${ours.caseId}/parties`, { role: 'third-party', person: { name: '林测试' }, reason: '测试' });
    // A revision, and a link between two of them: every table has a row.
    const sent = report({ region: '445122' });
    const [{ body: one }, { body: other }] = [await operator.post('/v1/complaints', sent), await operator.post('/v1/complaints', report({ region: '445122' }))];
    await operator.post('/v1/complaints', { ...sent, facts: '另一内容' });
    await (await app.as('enforcement-officer', 'raoping-market-regulation')).command(`/v1/complaints/${one.id}/link`, 1, { other: other.id, kind: 'related' });
    const file = await fetch(`${app.url}/v1/complaints/imports`, { method: 'POST', headers: { authorization: `Bearer ${(await app.as('intake-clerk')).token}`, 'content-type': 'application/x-ndjson' }, body: JSON.stringify(report({ region: '445122' })) });
    expect(file.status).toBe(202);
    await until('the import to end', async () => (await app.sql.admin("SELECT 1 FROM complaint_import WHERE state = 'finished'")).length === 1);
    await app.sql.admin('INSERT INTO import_lease (import_id, holder, until, done_before, attempts) VALUES (gen_random_uuid(), gen_random_uuid(), now(), 0, 1)');
    // A name stands there only by a served decision: its trigger is asked elsewhere.
    await app.sql.admin(`SET session_replication_role = replica; INSERT INTO registry_entry (id, list, listing_id, decision_id, agency, uscc, name, ground, valid_from, known_from)
      VALUES (gen_random_uuid(), 'x', gen_random_uuid(), gen_random_uuid(), 'x', 'x', 'x', 'x', now(), now())`);
    // Tables that take some words only.
    await app.sql.admin("INSERT INTO referral_intervention (id, referral_id, case_id, form, opinion, at, recorded_by) VALUES (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'meeting', 'x', now(), 'x')");
    await app.sql.admin("INSERT INTO civil_suit_entry (id, suit_id, case_id, kind, at, details, recorded_by) VALUES (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'hearing', now(), '{}', 'x')");
    await until('parties and rights of both cases', async () => (await app.sql.admin<{ n: number }>('SELECT count(*)::int AS n FROM case_right'))[0]?.n === 2);
    await (await app.as('intake-clerk')).post('/v1/routing/backtests', { ruleSet: 2, last: 1 });
    // The city office sees both counties: it links their cases. The links come last, for they count as changes.
    await head.command(`/v1/cases/${ours.caseId}/note`, 1, { text: '测试' });
    await head.command(`/v1/cases/${ours.caseId}/recuse`, 2, { officer: chaoan.id, raisedBy: 'party', ground: 'other-relation', reason: '测试', decision: 'refused' });
    await (await app.as('enforcement-officer', 'cz-market-regulation')).command(`/v1/cases/${ours.caseId}/link`, 3, { other: theirs.caseId, kind: 'related', reason: '测试' });
    tables = (await app.sql.admin<TableRow>(CATALOGUE)).map(({ name }) => name);
    for (const table of tables) await fill(table);
  });
  afterAll(() => app.close());

  async function intoCase(officer: Client, region: string): Promise<Filed> {
    const filed = await operator.post('/v1/complaints', report({ region }));
    const id: string = filed.body.id;
    await officer.command(`/v1/complaints/${id}/accept`, 1);
    const opened = await officer.command(`/v1/complaints/${id}/open-case`, 2);
    return { id, caseId: opened.body.caseId };
  }

  /** Runs statements as the application role on a connection of its own, each in its own transaction, with the claims given or none. */
  async function asApp<T>(claims: Partial<Record<'scope' | 'actor' | 'agencies' | 'regions' | 'purpose', string>> | null, work: (query: (text: string, values?: unknown[]) => Promise<{ code: string | null; rows: Record<string, unknown>[]; count: number }>) => Promise<T>): Promise<T> {
    const client = new pg.Client({ connectionString: app.sql.address.appUrl });
    await client.connect();
    try {
      return await work(async (text, values = []) => {
        await client.query('BEGIN');
        try {
          for (const [name, value] of Object.entries(claims ?? {})) await client.query('SELECT set_config($1, $2, true)', [`zhiheng.${name}`, value]);
          const { rows, rowCount } = await client.query<Record<string, unknown>>(text, values);
          return { code: null, rows, count: rowCount ?? 0 };
        } catch (error) {
          return { code: (error as { code?: string }).code ?? 'unknown', rows: [], count: 0 };
        } finally {
          await client.query('ROLLBACK');
        }
      });
    } finally {
      await client.end();
    }
  }

  /** A row for a table that the matters above have left empty: what matters here is who sees it, not what it says. */
  async function fill(table: string): Promise<void> {
    if ((await app.sql.admin(`SELECT 1 FROM ${table} LIMIT 1`)).length > 0) return;
    const columns = await app.sql.admin<{ name: string; type: string }>("SELECT quote_ident(attname) AS name, format_type(atttypid, NULL) AS type FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attnotnull AND attgenerated = ''", [table]);
    await app.sql.admin(`INSERT INTO ${table} (${columns.map(({ name }) => name).join()}) VALUES (${columns.map(({ type }) => `(${SOME[type] ?? `NULL::${type}`})`).join()})`);
  }

  const columnsOf = async (table: string): Promise<string[]> => (await app.sql.admin<{ name: string }>('SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped', [table])).map(({ name }) => name);
  const countAll = async (): Promise<Record<string, number>> => {
    const counts = await Promise.all(tables.map(async (table) => [table, (await app.sql.admin<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`))[0]?.n ?? 0] as const));
    return Object.fromEntries(counts);
  };

  /** Tries a copy of a real row, an update of every column to itself, and a delete of everything, in every table. Returns what got through. */
  async function writesThatGotThrough(claims: Parameters<typeof asApp>[0]): Promise<string[]> {
    const through: string[] = [];
    await asApp(claims, async (query) => {
      for (const table of tables) {
        const [sample] = await app.sql.admin<{ row: object }>(`SELECT row_to_json(t) AS row FROM ${table} t LIMIT 1`);
        const inserted = await query(`INSERT INTO ${table} SELECT * FROM jsonb_populate_record(NULL::${table}, $1::jsonb)`, [JSON.stringify(sample?.row)]);
        if (inserted.code !== REFUSED) through.push(`insert ${table}: ${inserted.code ?? inserted.count}`);
        for (const column of await columnsOf(table)) {
          const updated = await query(`UPDATE ${table} SET ${column} = ${column}`);
          if (updated.code !== REFUSED && updated.count !== 0) through.push(`update ${table}.${column}: ${updated.code ?? updated.count}`);
        }
        const deleted = await query(`DELETE FROM ${table}`);
        if (deleted.code !== REFUSED && deleted.count !== 0) through.push(`delete ${table}: ${deleted.count}`);
        const truncated = await query(`TRUNCATE ${table}`);
        if (truncated.code !== REFUSED) through.push(`truncate ${table}`);
      }
    });
    return through;
  }

  describe('on every table', () => {
    it('is enabled, forced, and has a policy', async () => {
      const rows = await app.sql.admin<TableRow>(CATALOGUE);
      expect(rows.length).toBeGreaterThan(15);
      // A view would run with the rights of its owner: there is none, and one that comes must be security_invoker and be named here.
      expect(rows.filter(({ kind }) => !['r', 'p'].includes(kind))).toEqual([]);
      expect(rows.filter(({ enabled, forced, policies }) => !enabled || !forced || policies === 0)).toEqual([]);
    });

    it('knows every table of the system, and no other', () => {
      const { entityMetadatas } = app.app.get(DataSource);
      expect(entityMetadatas).toHaveLength(ENTITIES.length);
      expect(tables).toEqual(entityMetadatas.map(({ schema, tableName }) => `${schema ?? 'public'}.${tableName}`).sort());
    });

    it('is no matter for a role that could go around it', async () => {
      const roles = await app.sql.admin("SELECT rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole FROM pg_roles WHERE rolname IN ('zhiheng_app', 'zhiheng_owner') ORDER BY 1");
      expect(roles).toEqual(['zhiheng_app', 'zhiheng_owner'].map((rolname) => ({ rolname, rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false })));
      const owners = await app.sql.admin<TableRow>(CATALOGUE);
      expect(new Set(owners.map(({ owner }) => owner))).toEqual(new Set(['zhiheng_owner']));
      const owned = await app.sql.admin("SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE pg_get_userbyid(c.relowner) = 'zhiheng_app' AND n.nspname IN ('public', 'vault', 'sec') UNION ALL SELECT p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = 'sec' AND (pg_get_userbyid(p.proowner) = 'zhiheng_app' OR p.prosecdef)");
      expect(owned).toEqual([]);
      const member = await app.sql.admin("SELECT 1 FROM pg_auth_members WHERE member = 'zhiheng_app'::regrole");
      expect(member).toEqual([]);
      const creates = await app.sql.admin("SELECT has_schema_privilege('zhiheng_app', 'public', 'CREATE') AS public, has_schema_privilege('zhiheng_app', 'vault', 'CREATE') AS vault, has_schema_privilege('zhiheng_app', 'sec', 'CREATE') AS sec");
      expect(creates).toEqual([{ public: false, vault: false, sec: false }]);
    });

    it('shows the history of every kind of subject to those who see the subject', async () => {
      const [{ body } = { body: '' }] = await app.sql.admin<{ body: string }>("SELECT prosrc AS body FROM pg_proc WHERE oid = 'sec.sees_subject(text, uuid)'::regprocedure");
      const own = (await app.sql.admin<{ name: string }>("SELECT policyname AS name FROM pg_policies WHERE tablename = 'ledger_head' AND policyname LIKE 'rows\\_select\\_%'")).map(({ name }) => name);
      const forgotten = TABLES.map(({ lifecycle }) => lifecycle.subject).filter((subject) => !body.includes(`WHEN '${subject}' THEN`) && !own.includes(`rows_select_${subject.replaceAll('-', '_')}`));
      // A clock has no chain of its own: what happens to it stands in that of its subject.
      expect(forgotten).toEqual(['deadline']);
    });

    it('asks for files row by row: with EXISTS, PostgreSQL may read them all for a page', async () => {
      expect(await app.sql.admin("SELECT tablename, policyname FROM pg_policies WHERE qual LIKE '%EXISTS%' OR with_check LIKE '%EXISTS%'")).toEqual([]);
    });

    it.each([
      ['(SELECT sec.is_system())', '(SELECT sec.is_system())'],
      ['x OR EXISTS (SELECT 1 FROM a WHERE (a.id = (b))) AND y', 'x OR COALESCE((SELECT true FROM a WHERE (a.id = (b)) LIMIT 1), false) AND y'],
      ['NOT (EXISTS ( SELECT 1\n FROM a WHERE EXISTS (SELECT 1 FROM c)))', 'NOT (COALESCE((SELECT true\n FROM a WHERE COALESCE((SELECT true FROM c LIMIT 1), false) LIMIT 1), false))'],
      ['EXISTS (SELECT 1 FROM a) OR EXISTS (SELECT 1 FROM b)', 'COALESCE((SELECT true FROM a LIMIT 1), false) OR COALESCE((SELECT true FROM b LIMIT 1), false)'],
    ])('%s', (given, expected) => {
      expect(rowByRow(given)).toBe(expected);
    });

    it('leaves the application nothing but reading and adding on the ledger', async () => {
      const rights = await app.sql.admin<{ right: string; has: boolean }>("SELECT r AS right, has_table_privilege('zhiheng_app', 'ledger_entry', r) AS has FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER', 'REFERENCES']) r");
      expect(rights.filter(({ has }) => has).map(({ right }) => right)).toEqual(['SELECT', 'INSERT']);
      const columns = await app.sql.admin("SELECT attname FROM pg_attribute WHERE attrelid = 'ledger_entry'::regclass AND attnum > 0 AND has_column_privilege('zhiheng_app', attrelid, attnum, 'UPDATE')");
      expect(columns).toEqual([]);
    });
  });

  describe('without claims', () => {
    it('shows no row of any table, though every table has rows', async () => {
      const there = await countAll();
      expect(Object.entries(there).filter(([, n]) => n === 0)).toEqual([]);
      await asApp(null, async (query) => {
        for (const table of tables) expect([table, await query(`SELECT * FROM ${table}`)]).toEqual([table, { code: null, rows: [], count: 0 }]);
      });
    });

    it.each([
      ['a scope without an actor', { scope: 'system' }],
      ['an actor without a scope', { actor: 'nobody' }],
      ['a scope that does not exist', { scope: 'everything', actor: 'nobody', purpose: 'curiosity' }],
      ['empty settings, as the end of a transaction leaves them', { scope: '', actor: '', agencies: '', regions: '', purpose: '' }],
    ])('counts %s as no claim', async (_, claims) => {
      await asApp(claims, async (query) => {
        for (const table of tables) expect([table, (await query(`SELECT * FROM ${table}`)).count]).toEqual([table, 0]);
      });
    });

    it('lets nothing in, changes nothing and removes nothing', async () => {
      const before = await countAll();
      expect(await writesThatGotThrough(null)).toEqual([]);
      expect(await countAll()).toEqual(before);
    });
  });

  describe('on a pooled connection', () => {
    let single: TestApp;
    let held: QueryRunner;
    // Two connections, of which the test holds one: every request and every look shares the other.
    beforeAll(async () => {
      single = await startTestApp({ env: { DATABASE_POOL: '2' } });
      held = single.app.get(DataSource).createQueryRunner();
      await held.connect();
    });
    afterAll(async () => {
      await held.release();
      await single.close();
    });

    const looked = async (): Promise<unknown> => single.app.get(DataSource).query("SELECT pg_backend_pid() AS pid, coalesce(current_setting('zhiheng.scope', true), '') AS scope, coalesce(current_setting('zhiheng.actor', true), '') AS actor, (SELECT count(*)::int FROM agency) AS agencies, (SELECT count(*)::int FROM complaint) AS complaints");

    it('leaks no claims to the next user: not after a read, a write, a refusal or a failure', async () => {
      const clerk = await single.as('intake-clerk');
      const desk = await single.as('hotline-operator');
      const [{ pid }] = (await looked()) as [{ pid: number }];
      const clean = [{ pid, scope: '', actor: '', agencies: 0, complaints: 0 }];
      const body = report();
      const filed = await desk.post('/v1/complaints', body);
      expect(filed.status).toBe(201);
      expect(await looked()).toEqual(clean);
      expect((await clerk.get('/v1/complaints')).body.items).toHaveLength(1);
      expect(await looked()).toEqual(clean);
      expect((await clerk.command(`/v1/complaints/${filed.body.id}/accept`, 1)).status).toBe(409);
      expect(await looked()).toEqual(clean);
      expect((await desk.post('/v1/complaints', { ...body, facts: '另一内容' })).status).toBe(200);
      expect(await looked()).toEqual(clean);
    });
  });

  describe('by scope', () => {
    const visible = async (claims: Claims, table: string): Promise<number> => (await app.database.read<{ n: number }>(claims, { name: `count ${table}`, text: `SELECT count(*)::int AS n FROM ${table}` }, []))[0]?.n ?? -1;
    const CASE_TABLES = ['complaint', 'case_file', 'case_note', 'case_recusal', 'case_link', 'deadline', 'routing_decision', 'ledger_entry', 'ledger_head'];
    const agencies = (list: string[], regions: string[] | null = null): Claims => ({ scope: 'agencies', actor: 'test', agencies: list, regions });

    it('city-read reads every matter', async () => {
      const there = await countAll();
      for (const table of CASE_TABLES) expect([table, await visible({ scope: 'city-read', actor: 'test', agencies: [], regions: null }, table)]).toEqual([table, there[`public.${table}`]]);
    });

    it('city-read writes nothing anywhere, whatever purpose it states', async () => {
      const before = await countAll();
      expect(await writesThatGotThrough({ scope: 'city-read', actor: 'test', agencies: '{chaoan-market-regulation}', purpose: 'key-rotation' })).toEqual([]);
      expect(await countAll()).toEqual(before);
    });

    it('agencies sees its own matters, with what hangs on them, and no other', async () => {
      for (const [agency, mine] of [['chaoan-market-regulation', ours], ['xiangqiao-market-regulation', theirs]] as const) {
        const claims = agencies([agency]);
        expect(await app.database.read(claims, { name: 'ids', text: 'SELECT id FROM complaint' }, [])).toEqual([{ id: mine.id }]);
        expect(await app.database.read(claims, { name: 'case-ids', text: 'SELECT id FROM case_file' }, [])).toEqual([{ id: mine.caseId }]);
        const [penalty] = await app.sql.admin<{ id: string }>('SELECT id FROM penalty WHERE case_id = $1', [mine.caseId]);
        expect(await app.database.read(claims, { name: 'proceeding-ids', text: 'SELECT id FROM proceeding' }, [])).toEqual([penalty]);
        // The clock of the report went on with the penalty procedure of the case.
        expect(await app.database.read(claims, { name: 'clocks', text: "SELECT DISTINCT subject_id AS id FROM deadline WHERE subject_type IN ('complaint', 'case', 'penalty')" }, [])).toEqual([penalty]);
        for (const table of ['ledger_entry', 'ledger_head']) {
          const seen = await app.database.read<{ id: string }>(claims, { name: `subjects-${table}`, text: `SELECT DISTINCT subject_id AS id FROM ${table} WHERE subject_type IN ('complaint', 'case') ORDER BY 1` }, []);
          expect([table, seen.map(({ id }) => id)]).toEqual([table, [mine.id, mine.caseId].sort()]);
        }
        expect(await app.database.read(claims, { name: 'routed', text: 'SELECT complaint_id AS id FROM routing_decision' }, [])).toEqual([{ id: mine.id }]);
        expect(await app.database.read({ ...claims, purpose: 'test' }, { name: 'sealed', text: "SELECT DISTINCT subject_id AS id FROM vault.record WHERE part IN ('reporter', 'submission')" }, [])).toEqual([{ id: mine.id }]);
        expect(await app.database.read(claims, { name: 'told', text: 'SELECT DISTINCT agency FROM notice' }, [])).toEqual([{ agency }]);
        expect(await visible(claims, 'vault.record')).toBe(0);
        expect(await visible(claims, 'outbox')).toBe(0);
      }
    });

    it('agencies changes no row of another, and cannot give a row away', async () => {
      const claims = { scope: 'agencies', actor: 'test', agencies: '{xiangqiao-market-regulation}' };
      await asApp(claims, async (query) => {
        for (const table of ['complaint', 'case_file']) expect([table, (await query(`UPDATE ${table} SET version = version WHERE id = ANY($1::uuid[])`, [[ours.id, ours.caseId]])).count]).toEqual([table, 0]);
        for (const table of ['deadline', 'ledger_head']) expect([table, (await query(`UPDATE ${table} SET subject_id = subject_id WHERE subject_id = ANY($1::uuid[])`, [[ours.id, ours.caseId]])).count]).toEqual([table, 0]);
        expect((await query("UPDATE complaint SET handling_agency = 'chaoan-market-regulation', intake_agency = 'chaoan-market-regulation', assignee = NULL")).code).toBe(REFUSED);
        expect((await query("UPDATE case_file SET agency = 'chaoan-market-regulation', assignee = NULL")).code).toBe(REFUSED);
      });
    });

    it('confines an account to its regions, in the database and over HTTP', async () => {
      const both = ['chaoan-market-regulation', 'xiangqiao-market-regulation'];
      expect(await visible(agencies(both), 'complaint')).toBe(2);
      expect(await visible(agencies(both, ['445103']), 'complaint')).toBe(1);
      expect(await visible(agencies(both, []), 'complaint')).toBe(0);
      expect(await visible(agencies(both, ['445103']), 'deadline')).toBe(await visible(agencies(['chaoan-market-regulation']), 'deadline'));
      const confined = await app.as('enforcement-officer', 'cz-hotline-12345', ['445103']);
      expect((await confined.get('/v1/complaints?desk=mine')).body.items.map(({ id }: { id: string }) => id)).toEqual([ours.id]);
      expect((await confined.get(`/v1/complaints/${ours.id}`)).status).toBe(200);
      expect((await confined.get(`/v1/complaints/${theirs.id}`)).status).toBe(404);
    });

    it('none sees reference data and no matter', async () => {
      const administrator = await app.as('administrator');
      expect((await administrator.get(`/v1/complaints/${ours.id}`)).status).toBe(403);
      const statistician = agencies([], []);
      // Rule sets are reference data, and so is who wrote and published them.
      const ofMatters = (table: string): string => (table.startsWith('ledger_') ? `${table} WHERE subject_type <> 'rule-set'` : table);
      for (const table of CASE_TABLES) expect([table, await visible(statistician, ofMatters(table))]).toEqual([table, 0]);
      expect(await visible(statistician, 'agency')).toBeGreaterThan(10);
    });
  });

  describe('over HTTP', () => {
    it('oversight sees every matter and never who reported it', async () => {
      const oversight = await app.as('oversight');
      expect((await oversight.get('/v1/complaints')).body.items).toHaveLength(5);
      expect((await oversight.get('/v1/cases')).body.items).toHaveLength(2);
      expect((await oversight.get(`/v1/complaints/${ours.id}`)).body).toMatchObject({ id: ours.id, reporter: null });
      expect((await oversight.command(`/v1/complaints/${ours.id}/unmask`, 3, { purpose: 'identity-check', reason: '测试' })).status).toBe(403);
      const seen = await Promise.all(['', '/timeline', '/available-commands'].flatMap((tail) => [`/v1/complaints/${ours.id}${tail}`, `/v1/cases/${ours.caseId}${tail}`]).map((path) => oversight.get(path)));
      expect(seen.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
      expect(JSON.stringify(seen.map(({ body }) => body))).not.toMatch(/陈测试|13800000000|陈\*|138\*/);
    });

    it('answers an officer of another county as if the matter did not exist', async () => {
      const nothing = '019aa1b2-0000-7000-8000-000000000000';
      const reason = { reason: '测试' };
      const decline = { ground: 'no-competence', ...reason };
      const attempts: [string, string, unknown][] = [
        ...['', '/timeline', '/available-commands'].flatMap((tail): [string, string, unknown][] => [['GET', `/v1/complaints/:complaint${tail}`, null], ['GET', `/v1/cases/:case${tail}`, null]]),
        ['POST', '/v1/complaints/:complaint/accept', undefined], ['POST', '/v1/complaints/:complaint/decline', decline], ['POST', '/v1/complaints/:complaint/return-to-intake', reason],
        ['POST', '/v1/complaints/:complaint/open-case', undefined], ['POST', '/v1/complaints/:complaint/conclude', reason], ['POST', '/v1/complaints/:complaint/unmask', { purpose: 'identity-check', ...reason }],
        ['POST', '/v1/cases/:case/assign', { officer: nothing }], ['POST', '/v1/cases/:case/close', { outcome: '测试' }], ['POST', '/v1/cases/:case/reopen', reason],
      ];
      const stranger = await app.as('agency-head', 'xiangqiao-market-regulation');
      for (const [method, path, body] of attempts) {
        const ask = async (complaint: string, caseId: string): Promise<unknown> => {
          const at = path.replace(':complaint', complaint).replace(':case', caseId);
          const answer = method === 'GET' ? await stranger.get(at) : await stranger.command(at, 1, body);
          const { instance: _, traceId: __, ...rest } = answer.body;
          return { path, status: answer.status, rest };
        };
        const foreign = await ask(ours.id, ours.caseId);
        expect(foreign).toMatchObject({ path, status: 404, rest: { code: 'subject.not-found' } });
        expect(foreign).toEqual(await ask(nothing, nothing));
      }
      expect((await stranger.get(`/v1/complaints?state=in-case`)).body.items.map(({ id }: { id: string }) => id)).toEqual([theirs.id]);
      const { body } = await head.get(`/v1/complaints/${ours.id}/timeline`);
      expect(body.items.map(({ event }: { event: string }) => event)).toEqual(['complaint.registered', 'complaint.accepted', 'complaint.case-opened']);
    });

    it('hides another agency’s notice from whoever knows its id', async () => {
      const [{ id }] = (await chaoan.get('/v1/notices')).body.items;
      expect((await xiangqiao.post(`/v1/notices/${id}/read`)).status).toBe(404);
      expect((await chaoan.get('/v1/notices')).body.items.map((row: { id: string }) => row.id)).toContain(id);
    });
  });
});
