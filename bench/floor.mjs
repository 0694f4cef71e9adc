// The floor: node:http and pg, nothing else. Sends the statements that the real system was seen to send, with fresh ids,
// over a pool of the same size, and answers JSON of the same form. What it does not do is what the system is measured by.
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { dist, POOL } from './common.mjs';

const { appUrl, capture } = JSON.parse(process.argv[2]);
const { newId } = await dist('platform/database/id.js');
const { captured, keep } = JSON.parse(readFileSync(capture, 'utf8'));
const pool = new pg.Pool({ connectionString: appUrl, max: POOL, pipeline: true });
const FRESH = /([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|CZ\d{15,})/;
const start = BigInt(Date.now()) * 1000n;
let receipts = 0n;

const plans = Object.fromEntries(Object.entries(captured).map(([name, { groups, text, complaint }]) => [name, { groups: groups.map((group) => group.map(compiled)), answer: template(text), complaint, unique: uniqueOf(groups) }]));

createServer((request, response) => {
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', () => {
    serve(request, Buffer.concat(parts)).then(
      ({ status, body }) => response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body) }).end(body),
      (error) => response.writeHead(500).end(String(error.message)),
    );
  });
}).listen(0, '127.0.0.1', function listening() { process.send({ port: this.address().port }); });
process.on('disconnect', () => process.exit(0));

async function serve(request, body) {
  if (request.method === 'GET') return worklist();
  if (body.length > 0) JSON.parse(body.toString());
  const id = /^\/v1\/complaints\/([^/]+)\/accept$/.exec(request.url)?.[1];
  const plan = id === undefined ? plans.file : plans.accept;
  const fresh = freshIds(plan, request.headers['idempotency-key'], id);
  await run(plan.groups, fresh);
  return { status: id === undefined ? 201 : 200, body: plan.answer(fresh) };
}

async function worklist() {
  const [results] = await run(plans.worklist.groups, String);
  return { status: 200, body: JSON.stringify({ items: results[2].rows.slice(0, 50) }) };
}

async function run(groups, fresh) {
  const client = await pool.connect();
  try {
    const all = [];
    for (const group of groups) all.push(await Promise.all(group.map((make) => client.query(make(fresh)))));
    return all;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

/** Every id of the capture becomes a new one, the same wherever it stands; accounts stay, key and complaint come from the request. */
function freshIds({ unique, complaint }, key, id) {
  const known = new Map([[unique, key], ...keep.map((account) => [account, account])]);
  if (id !== undefined) known.set(complaint, id);
  return (token) => {
    const found = known.get(token);
    if (found !== undefined) return found;
    const made = token.startsWith('CZ') ? receipt() : newId();
    known.set(token, made);
    return made;
  };
}

function receipt() {
  receipts += 1n;
  return `CZF${start + receipts}`;
}

function compiled({ name, text, values }) {
  if (name === undefined) return () => text;
  const makers = values.map((value) => (typeof value === 'string' ? template(value) : () => value));
  return (fresh) => ({ name, text, values: makers.map((make) => make(fresh)) });
}

function template(text) {
  const parts = text.split(FRESH);
  if (parts.length === 1) return () => text;
  return (fresh) => parts.map((part, index) => (index % 2 === 1 ? fresh(part) : part)).join('');
}

/** The idempotency key is the one random (version 4) id; those of the system are of version 7. */
function uniqueOf(groups) {
  return /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/.exec(JSON.stringify(groups))?.[0];
}
