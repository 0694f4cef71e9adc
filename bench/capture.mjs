// A process of its own: runs the real system once in-process, behind a counting proxy, and writes down which statements
// one filing, one worklist and one acceptance send, how many round trips they take, and tokens for the load.
import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import pg from 'pg';
import { dist } from './common.mjs';
import { countingProxy } from './proxy.mjs';
import { requestOf } from './scenarios.mjs';

const SERIAL = 64;
const { ownerUrl, appUrl, out } = JSON.parse(process.argv[2]);
const { makeApp, prepare } = await dist('boot.js');
const { loadConfig } = await dist('platform/config/config.js');
const { fillDevelopmentSecrets } = await dist('platform/config/secrets.js');
const { Database } = await dist('platform/database/database.js');
const { systemClaims } = await dist('platform/database/claims.js');
const { insertInto } = await dist('platform/database/insert-statements.js');
const { newId } = await dist('platform/database/id.js');
const { AccessTokens } = await dist('platform/security/tokens.js');
const { Account } = await dist('modules/identity/index.js');

const proxy = await countingProxy(new URL(appUrl));
const config = loadConfig({ ...process.env, PORT: '0', MIGRATE_ON_START: 'no', DATABASE_POOL: '2' });
fillDevelopmentSecrets(config);
const app = await makeApp(config, await prepare(config, { ownerUrl, appUrl: proxy.url, embedded: null }));
await app.listen(0, '127.0.0.1');
const url = await app.getUrl();

const accounts = { operator: await account('hotline-operator', 'cz-hotline-12345', 'person'), officer: await account('enforcement-officer', 'chaoan-market-regulation', 'person') };
const tokens = Object.fromEntries(Object.entries(accounts).map(([name, { token }]) => [name, token]));
const recorder = record();
const seen = { file: [], worklist: [], accept: [] };
const filed = [];
for (let index = 0; index < SERIAL; index += 1) {
  seen.file.push(await one('file'));
  filed.push(seen.file.at(-1).body.id);
}
for (let index = 0; index < SERIAL; index += 1) seen.worklist.push(await one('worklist'));
for (const id of filed) seen.accept.push(await one('accept', id));

// The last of each: by then every statement is prepared. For the filing, the usual shape: no new block of numbers.
const usual = (list) => list.findLast(({ flights }) => flights === median(list.map((each) => each.flights)));
const kept = Object.fromEntries(Object.entries(seen).map(([name, list]) => [name, usual(list)]));
const flights = Object.fromEntries(Object.entries(seen).map(([name, list]) => [name, { median: median(list.map((each) => each.flights)), mean: mean(list.slice(1).map((each) => each.flights)), of: SERIAL }]));
writeFileSync(out, JSON.stringify({ tokens, keep: Object.values(accounts).map(({ id }) => id), flights, captured: kept }));
await app.close();
await proxy.close();
process.exit(0);

async function account(role, agency, kind) {
  const id = newId();
  const login = `bench-${role}-${id}`;
  const row = { id, kind, login, secretHash: 'no log-in', roles: [role], agency, regions: null, failures: 0, lockedUntil: null, active: true, demo: false, createdAt: new Date() };
  await app.get(Database).transact(systemClaims('bench'), [], (transaction) => transaction.batch([transaction.insert([insertInto(Account, row)])]));
  return { id, token: await app.get(AccessTokens).issue({ sub: id, login, kind, roles: [role], agency, regions: null }) };
}

async function one(scenario, id) {
  const { method, path, headers, body } = requestOf(scenario, tokens, randomUUID(), id);
  recorder.start();
  proxy.reset();
  const answer = await fetch(`${url}${path}`, { method, headers, body });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${scenario} answered ${answer.status}: ${text}`);
  return { flights: proxy.flights(), groups: recorder.stop(), status: answer.status, text, body: JSON.parse(text), complaint: id };
}

/** Statements that go out together form a group: what the floor sends together too. */
function record() {
  const { query } = pg.Client.prototype;
  let groups = null;
  let open = null;
  pg.Client.prototype.query = function recorded(...given) {
    if (groups !== null) note(given[0]);
    return query.apply(this, given);
  };
  function note(config) {
    if (open === null) {
      open = [];
      groups.push(open);
      queueMicrotask(() => { open = null; });
    }
    open.push(typeof config === 'string' ? { text: config } : { name: config.name, text: config.text, values: config.values });
  }
  return { start: () => { groups = []; }, stop: () => { const done = groups; groups = null; return done; } };
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function mean(values) {
  return Math.round((100 * values.reduce((sum, value) => sum + value, 0)) / values.length) / 100;
}
