import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EXPECTATIONS, INSTRUMENTS, type Answered, type ExpectedLeg, type Refused } from '../../demo/expectations.js';
import { startTestApp, type Client, type Json, type Reply, type TestApp } from '../support/app.js';
import { until } from '../support/wait.js';

interface WorkOrder {
  readonly id: string;
  readonly title: string;
  readonly as: string;
  /** What the clock of the system shows when it comes; the usual morning where it is left out. */
  readonly at?: string;
  readonly broken?: true;
  readonly body: { readonly sourceSystem: string; readonly externalNumber: string };
}

const MORNING = '2026-11-23T09:00:00+08:00';
const ORDERS = readFileSync('demo/work-orders.ndjson', 'utf8').trim().split('\n').map((line) => JSON.parse(line) as WorkOrder);

let app: TestApp;
const clients = new Map<string, Client>();
const answers = new Map<string, Reply<Json>>();

/** Tokens end by the clock of the system: one for each role and time. */
async function clientOf(role: string, at: string): Promise<Client> {
  const client = clients.get(`${role} ${at}`) ?? (await app.as(role));
  clients.set(`${role} ${at}`, client);
  return client;
}

async function file({ as, at = MORNING, body }: WorkOrder): Promise<Reply<Json>> {
  app.now.set(at);
  return (await clientOf(as, at)).post('/v1/complaints', body);
}

/** Last days in Beijing, by kind. A clock ends with its day. */
function daysOf(deadlines: readonly Json[]): Record<string, string> {
  for (const { legalDue } of deadlines) expect(legalDue).toMatch(/T15:59:59\.999Z$/);
  return Object.fromEntries(deadlines.map(({ kind, legalDue }) => [kind, legalDue.slice(0, 10)]));
}

function legOf({ classification, route, deadlines }: Json): Omit<ExpectedLeg, 'by'> {
  const { tracks, agency, flags, lane } = route;
  return { classification, tracks, agency, flags: [...flags].sort(), due: daysOf(deadlines), ...(lane === 'expedited' ? { lane } : {}) };
}

/** What the rule cites, as the expectation writes it: S2 第七条. */
function cites({ source, article }: { source: string; article: string }, by: string): boolean {
  return by.split(' / ').some((one) => {
    const [instrument = '', wanted = ''] = one.split(' ');
    return INSTRUMENTS[instrument as keyof typeof INSTRUMENTS].test(source) && article.includes(wanted);
  });
}

/** Rows of every table that holds case data: those that show nothing without claims. */
async function counted(): Promise<Record<string, number>> {
  const tables = await app.sql.admin<{ name: string }>("SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relforcerowsecurity AND c.relkind IN ('r', 'p') ORDER BY 1");
  const rows = await app.sql.admin<{ name: string; count: number }>(tables.map(({ name }) => `SELECT '${name}' AS name, count(*)::int AS count FROM ${name}`).join(' UNION ALL '));
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
}

const answered = ORDERS.filter(({ id }) => EXPECTATIONS[id] !== undefined && 'legs' in (EXPECTATIONS[id])).map(({ id, title }) => [id, title, EXPECTATIONS[id] as Answered] as const);
const refused = ORDERS.filter(({ id }) => EXPECTATIONS[id] !== undefined && 'problems' in (EXPECTATIONS[id])).map(({ id, title }) => [id, title, EXPECTATIONS[id] as Refused] as const);

describe('a day of work orders of both lines', () => {
  beforeAll(async () => {
    app = await startTestApp();
    for (const order of ORDERS) answers.set(order.id, await file(order));
  }, 120_000);
  afterAll(() => app.close());

  it('is expected order by order: nothing without an expectation, no expectation without an answer', () => {
    expect(ORDERS.length).toBeGreaterThanOrEqual(90);
    expect(ORDERS.map(({ id }) => id)).toEqual(Object.keys(EXPECTATIONS).sort());
    expect([...answers.values()].filter(({ status }) => status >= 500)).toEqual([]);
    expect(ORDERS.filter(({ broken }) => broken).map(({ id }) => id)).toEqual(refused.map(([id]) => id));
  });

  it.each(answered)('%s %s', (id, _, { outcome, legs, reply, warnings, provisional }) => {
    const { status, body } = answers.get(id) as Reply<Json>;
    expect([status, body.outcome]).toEqual([outcome === 'filed' ? 201 : 200, outcome]);
    const all: Json[] = [body, ...body.otherLegs];
    expect(all.map(legOf)).toEqual(legs.map(({ by: _by, ...leg }) => ({ ...leg, flags: [...leg.flags].sort() })));
    expect(all.map(({ route }, index) => [route.rule, route.basis, cites(route.basis, legs[index]?.by ?? '')])).toEqual(all.map(({ route }) => [route.rule, route.basis, true]));
    expect(body.reply === null ? null : Object.entries(daysOf(body.reply.deadlines))[0]).toEqual(reply);
    expect(body.warnings.map(({ path, code }: Json) => [path, code].filter((part) => part !== undefined).join(' '))).toEqual(warnings);
    expect([...all, ...(body.reply === null ? [] : [body.reply])].flatMap(({ deadlines }) => deadlines).some((clock: Json) => clock.provisional)).toBe(provisional);
  });

  it.each(refused)('%s %s', (id, _, { status, problems }) => {
    const { status: was, body } = answers.get(id) as Reply<Json>;
    expect([was, body.code]).toEqual([status, 'request.invalid']);
    expect(body.errors.map(({ path, code }: Json) => `${path} ${code}`).sort()).toEqual([...problems].sort());
  });

  it('keeps one row a leg, and each number once', async () => {
    const filed = answered.filter(([, , { outcome }]) => outcome === 'filed');
    expect(await app.sql.admin('SELECT count(*)::int AS legs, count(DISTINCT (source_system, external_number))::int AS numbers, count(DISTINCT receipt_number)::int AS receipts FROM complaint'))
      .toEqual([{ legs: filed.flatMap(([, , { legs }]) => legs).length, numbers: filed.length, receipts: filed.flatMap(([, , { legs }]) => legs).length }]);
  });

  it('is the same after the whole file came ten times more', async () => {
    const before = await counted();
    const statuses = new Set<number>();
    for (let time = 0; time < 10; time += 1) for (const order of ORDERS) statuses.add((await file(order)).status);
    expect([...statuses].sort()).toEqual([200, 400]);
    expect(await counted()).toEqual(before);
  }, 180_000);
});

/** The orders about one factory: over both lines, again, and with new facts. Workers look for what belongs together. */
describe('one matter under several numbers', () => {
  const about = new Set(['W089', 'W090', 'W091', 'W092']);
  beforeAll(async () => {
    clients.clear();
    app = await startTestApp({ env: { ROLE: 'all' } });
    for (const order of ORDERS.filter(({ id }) => about.has(id))) answers.set(order.id, await file(order));
    await until('every event to be worked off', async () => (await app.sql.admin('SELECT 1 FROM outbox WHERE completed_at IS NULL')).length === 0);
  });
  afterAll(() => app.close());

  it('owes an answer under each', async () => {
    const owed = await app.sql.admin<{ number: string }>('SELECT source_system AS number FROM reply_obligation ORDER BY id');
    expect(owed.map(({ number }) => number)).toEqual(['GD12345', 'CN12315', 'GD12345', 'GD12345']);
  });

  it('marks the same matter of both lines, and what only says it again, over whichever line (S1 35 II)', async () => {
    const numbered = new Map([...answers].map(([id, { body }]) => [body.id, id]));
    const links = await app.sql.admin<{ complaint_id: string; other_id: string; kind: string }>('SELECT complaint_id, other_id, kind FROM complaint_link ORDER BY complaint_id, kind');
    expect(links.map(({ complaint_id, other_id, kind }) => `${numbered.get(complaint_id)} ${kind} ${numbered.get(other_id)}`)).toEqual(['W090 repeat W089', 'W090 same-matter W089', 'W091 repeat W089']);
  });
});
