import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { Background } from '../../src/platform/background.js';
import { SUBJECTS } from '../../src/subjects.js';
import { startTestApp, type Client, type Json, type TestApp } from '../support/app.js';
import { report } from '../support/builders.js';
import { until } from '../support/wait.js';
import { ROLES } from '../../src/modules/identity/data/roles.data.js';
import { STARTS, type Start } from './beginnings.js';
import { bodyOf, OPENINGS, ROUTES, type Choose, type Known } from './bodies.js';
import { wrongIn } from './invariants.js';

// Thousands of requests: a walk of this length takes minutes on a busy machine.
jest.setTimeout(900_000);

const CITY = 'cz-market-regulation';
/** The same walks in every run, so that what is red here was broken here. `WALK_SEED=random WALKS=200` goes elsewhere. */
const SEED = process.env['WALK_SEED'] === 'random' ? undefined : Number(process.env['WALK_SEED'] ?? 20_210_423);
/** From each start. */
const WALKS = Number(process.env['WALKS'] ?? 2);
const STEPS = 150;
const DAY = 86_400_000;
const START = Date.parse('2026-06-08T01:00:00Z');

/** Where each kind of proceeding is opened in a case that is there. */
const OPENED_AT = [
  ['administrative-proceedings', 'penalty.handle'], ['adjudications', 'adjudication.handle'], ['mediations', 'mediation.handle'], ['referrals', 'referral.handle'], ['civil-suits', 'civil-suit.record'],
  ['seizures', 'seizure.handle'], ['preservations', 'seizure.handle'], ['assistance-letters', 'seizure.handle'], ['simplified-penalties', 'penalty.handle'],
] as const;
/** Where a subject comes to its end: walks that end at once show nothing. */
const ENDS = new Set(SUBJECTS.flatMap(({ lifecycle: { subject, states } }) => Object.entries(states).flatMap(([state, { final }]) => (final === true ? [`${subject} ${state}`] : []))));
/** Steps after which nobody may have been in the way: typed from the law (行政处罚法 第四十三条; 移送规定 第十一条; 令81 第十二条), not from the tables. */
const DECISIONS = ['penalty.decide', 'penalty.decide-no-penalty', 'adjudication.decide'];

let app: TestApp;
/** Who takes part: post and agency. */
const CAST = [
  ['enforcement-officer', CITY], ['enforcement-officer', CITY], ['agency-head', CITY], ['legal-reviewer', CITY], ['mediator', 'cz-ip-mediation-committee'], ['mediation-secretary', 'cz-ip-mediation-committee'],
  ['court-liaison', 'cz-court'], ['police-liaison', 'cz-police'], ['prosecutor-liaison', 'cz-procuratorate'],
] as const;

let cast: readonly Client[];
let reader: Client;
let operator: Client;
const carriedOut = new Map<string, number>();
/** The same, of the walk at hand. */
const walked = new Map<string, number>();
let sent = 0;

beforeAll(async () => {
  app = await startTestApp({ env: { ROLE: 'all', SWEEP_MILLISECONDS: '3600000' } });
  app.now.set(new Date(START).toISOString());
  cast = await Promise.all(CAST.map(([role, agency]) => app.as(role, agency)));
  [reader, operator] = await Promise.all([app.as('intake-clerk'), app.as('hotline-operator')]);
});
afterAll(() => app.close());

const MATTERS: Readonly<Record<Start['matter'], Record<string, unknown>>> = {
  secret: { right: { type: 'trade_secret_technical', holder: 'self', number: '配方' }, matter: 'infringement' },
  design: { right: { type: 'patent', number: '202630000001.X', holder: 'self' }, matter: 'infringement', requestType: 'complaint' },
  counterfeit: { right: { type: 'trademark', number: '12345678', holder: 'none' }, matter: 'counterfeit' },
};

/** A case of the city office, from a work order, with its parties, brought to where the walk begins. */
async function newCase({ matter, begin }: Start): Promise<string> {
  const [officer, colleague, head, reviewer, mediator, secretary, court, police] = cast as readonly [Client, Client, Client, Client, Client, Client, Client, Client];
  const filed = await operator.post('/v1/complaints', report({ region: '445100', ...MATTERS[matter] }));
  expect([filed.status, filed.body]).toMatchObject([201, { route: { agency: CITY } }]);
  const { id } = filed.body;
  const opened = await officer.command(`/v1/complaints/${id}/open-case`, matter === 'design' ? 1 : (await officer.command(`/v1/complaints/${id}/accept`, 1)).body.version);
  expect([opened.status, opened.body]).toEqual([200, expect.anything()]);
  const caseId: string = opened.body.caseId;
  await until('the parties of the case', async () => (await head.get(`/v1/cases/${caseId}/parties`)).body.items?.length > 0);
  const enter = async (role: string, name: string): Promise<string> => (await officer.post(`/v1/cases/${caseId}/parties`, { role, person: { name }, reason: '测试' })).body.id;
  const [claimant, respondent] = [await enter('complainant-right-holder', '张测试'), await enter('respondent', '李测试')];
  await begin({ app, officer, colleague, head, reviewer, mediator, secretary, court, police }, { caseId, claimant, respondent });
  return caseId;
}

async function known(subject: string, caseId: string, rows: Json[], members: Json[] = []): Promise<Known> {
  const [parties, documents, requests] = await Promise.all([
    app.sql.admin<{ id: string }>('SELECT id FROM case_party WHERE case_id = $1', [caseId]),
    app.sql.admin<{ id: string }>('SELECT id FROM official_document WHERE case_id = $1 ORDER BY issued_at DESC, id DESC LIMIT 3', [caseId]),
    app.sql.admin<{ id: string }>('SELECT id FROM recusal_request WHERE case_id = $1 AND decision IS NULL', [caseId]),
  ]);
  const ids = (found: { id: string }[]): string[] => found.map(({ id }) => id);
  return { subject, seated: members.map(({ account }) => account), accounts: cast.map(({ id }) => id), parties: ids(parties), documents: ids(documents), requests: ids(requests), rows: rows.map(({ id }) => id), now: app.now.date() };
}

/** A command on one of the proceedings, mostly one that the table offers to whoever tries it. Returns what was carried out. */
async function command(caseId: string, rows: Json[], choose: Choose): Promise<string | null> {
  const alive = rows.filter(({ endedAt }) => endedAt === null);
  const from = alive.length > 0 && choose(8) > 0 ? alive : rows;
  const row = from[choose(from.length)];
  const path = PATHS.get(row.subject);
  if (path === undefined) return null;
  const offered = await reader.get(`${path}/${row.id}/available-commands`);
  if (offered.status >= 500) throw new Error(`${path}/${row.id} (${row.state}): ${JSON.stringify(offered.body)}`);
  if (offered.status !== 200) return null;
  const commands: Json[] = offered.body.commands.filter(({ to }: Json) => !ENDS.has(`${row.subject} ${to}`) || choose(12) === 0);
  const chosen = rarer(row.subject, commands[choose(commands.length)], commands[choose(commands.length)]);
  if (chosen === undefined) return null;
  const by = somebody(chosen.permission, row, choose);
  const route = ROUTES.get(`${row.subject}.${chosen.command}`);
  if (route === undefined) return null;
  const answer = await by.command(route.path.replace('{id}', row.id), offered.body.version, bodyOf(route.body, await known(row.subject, caseId, rows, row.members), choose));
  sent += 1;
  const name = `${row.subject}.${chosen.command}`;
  if (answer.status >= 500) throw new Error(`${name}: ${JSON.stringify(answer.body)}`);
  if (answer.status !== 200) return null;
  if (DECISIONS.includes(name)) expect(await against(caseId, row.id, by.id, name)).toEqual([]);
  if (row.subject === 'mediation') expect(await states(caseId, 'penalty')).toEqual(rows.filter(({ subject }) => subject === 'penalty').map(({ id, state }) => ({ id, state })));
  return name;
}

/** Of two commands the one that was carried out less often in this walk. */
function rarer(subject: string, one: Json, other: Json): Json {
  const times = (command: Json): number => walked.get(`${subject}.${command.command}`) ?? 0;
  return one === undefined || times(other) < times(one) ? other : one;
}

/** Mostly somebody whose post it is, and who works on it; now and then anybody. */
function somebody(permission: string, { agency, members }: Json, choose: Choose): Client {
  const posts = cast.filter((_, index) => ROLES.find(({ code }) => code === CAST[index]?.[0])?.permissions.some((held) => held === permission));
  const own = posts.filter((client) => client.agency === agency);
  const fit = own.length > 0 && choose(12) > 0 ? own : posts;
  const named = fit.filter(({ id }) => (members ?? []).some(({ account }: Json) => account === id));
  const pool = named.length > 0 && choose(3) > 0 ? named : fit.length > 0 && choose(12) > 0 ? fit : cast;
  return pool[choose(pool.length)] as Client;
}

const states = async (caseId: string, table: string): Promise<object[]> => app.sql.admin(`SELECT id, state FROM ${table} WHERE case_id = $1 ORDER BY id`, [caseId]);

/** What should have forbidden a decision that was just made. */
async function against(caseId: string, id: string, actor: string, name: string): Promise<string[]> {
  const [undecided, excluded, suits, referrals] = await Promise.all([
    app.sql.admin('SELECT 1 FROM recusal_request WHERE proceeding_id = $1 AND decision IS NULL', [id]),
    app.sql.admin("SELECT 1 FROM recusal_request WHERE case_id = $1 AND member = $2 AND decision = 'granted' UNION ALL SELECT 1 FROM mediation WHERE case_id = $1 AND members @> jsonb_build_array(jsonb_build_object('account', $2::text))", [caseId, actor]),
    app.sql.admin("SELECT 1 FROM civil_suit WHERE case_id = $1 AND kind = 'ordinary' AND ended_at IS NULL", [caseId]),
    app.sql.admin("SELECT 1 FROM referral r, penalty p WHERE r.case_id = $1 AND r.ended_at IS NULL AND p.id = $2 AND p.marks @> ARRAY['fine-imposed']", [caseId, id]),
  ]);
  return [
    ...(undecided.length > 0 ? ['a request for recusal is undecided'] : []), ...(excluded.length > 0 ? ['whoever decided keeps out'] : []),
    ...(name.startsWith('adjudication') && suits.length > 0 ? ['a suit is open'] : []), ...(name === 'penalty.decide' && referrals.length > 0 ? ['a fine beside an open referral'] : []),
  ];
}

async function open(caseId: string, rows: Json[], choose: Choose): Promise<string | null> {
  const [resource, permission] = OPENED_AT[choose(OPENED_AT.length)] ?? OPENED_AT[0];
  const by = somebody(permission, { agency: CITY, members: [] }, choose);
  const schema = OPENINGS.get(`/v1/${resource}`);
  if (schema === undefined) return null;
  const body = { ...(bodyOf(schema, await known(resource, caseId, rows), choose) as object), caseId };
  const answer = await by.post(`/v1/${resource}`, body);
  sent += 1;
  if (answer.status >= 500) throw new Error(`POST ${resource}: ${JSON.stringify(answer.body)}`);
  return answer.status === 201 ? `${answer.body.subject}.open` : null;
}

async function wait(choose: Choose): Promise<null> {
  app.now.set(new Date(app.now.date().getTime() + (1 + choose(9)) * DAY).toISOString());
  while (await app.app.get(Background).round());
  return null;
}

const PATHS = new Map([...ROUTES].map(([name, { path }]) => [name.split('.')[0] ?? '', path.replace(/\/\{id\}\/[\w-]+$/, '')]));

describe('walks at random: no interlock breaks, everything that waits is on the clock, the history tells the state', () => {
  it.each(STARTS)('from $name', async (start) => {
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (gen) => {
        const choose: Choose = (below) => gen(fc.nat, { max: Math.max(0, below - 1) });
        walked.clear();
        const caseId = await newCase(start);
        expect(await wrongIn(app, caseId)).toEqual([]);
        for (let step = 0; step < STEPS; step += 1) {
          const rows: Json[] = (await reader.get(`/v1/proceedings?case=${caseId}`)).body.items;
          const what = choose(20);
          const done = what < 17 ? await command(caseId, rows, choose) : what < 18 || rows.every(({ endedAt }) => endedAt !== null) ? await open(caseId, rows, choose) : await wait(choose);
          if (done === null) continue;
          for (const counts of [carriedOut, walked]) counts.set(done, (counts.get(done) ?? 0) + 1);
          expect([done, await wrongIn(app, caseId)]).toEqual([done, []]);
        }
      }),
      { numRuns: WALKS, endOnFailure: true, ...(SEED === undefined ? {} : { seed: SEED }) },
    );
  });

  it('and goes far enough: a walk that is refused everywhere proves nothing', () => {
    const total = [...carriedOut.values()].reduce((sum, count) => sum + count, 0);
    process.stdout.write(`${sent} commands sent, ${total} carried out, ${carriedOut.size} different ones\n`);
    expect(total).toBeGreaterThan(STARTS.length * WALKS * STEPS * 0.15);
    expect(carriedOut.size).toBeGreaterThan(90);
  });
});
