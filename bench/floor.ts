// The floor: the least that any server on this runtime does for the same result. A bare node:http handler reads the body,
// sends the very statements of the real system in the same round trips, and writes the same answer. No routing, no
// validation, no decision, no digest, no cipher.
import { createServer, type IncomingMessage } from 'node:http';
import pg from 'pg';
import { v7 } from 'uuid';
import { inOneWrite } from '../src/platform/database/database.js';
import { filled, type Template } from './template.js';

export interface FloorOrder {
  readonly databaseUrl: string;
  readonly pool: number;
  readonly file: Template;
  readonly worklist: Template;
  readonly accept: Template;
}

let pool: pg.Pool;
let order: FloorOrder;
let receipts = 0;
/** Open deadlines of the complaints that are to be accepted. */
const deadlines = new Map<string, readonly string[]>();

async function run(template: Template, given: readonly string[]): Promise<pg.QueryResult[]> {
  const replacements = [...given, ...template.marks.slice(given.length).map(() => v7())];
  const client = await pool.connect();
  try {
    let results: pg.QueryResult[] = [];
    for (const trip of template.trips) results = await Promise.all(inOneWrite(client, () => trip.map((query) => client.query(filled(query, replacements)))));
    return results;
  } finally {
    client.release();
  }
}

async function file(request: IncomingMessage): Promise<string> {
  const { externalNumber } = JSON.parse(await bodyOf(request)) as { externalNumber: string };
  receipts += 1;
  const number = String(receipts).padStart(7, '0');
  await run(order.file, [externalNumber, String(request.headers['idempotency-key']), `FL20260000${number}`, `FLOOR${number}`]);
  return JSON.stringify(order.file.answer);
}

async function worklist(): Promise<string> {
  const results = await run(order.worklist, []);
  return JSON.stringify({ items: results.find(({ rows }) => rows.length > 1)?.rows.slice(0, 20) });
}

async function accept(request: IncomingMessage): Promise<string> {
  JSON.parse(await bodyOf(request));
  const id = request.url?.split('/')[3] ?? '';
  await run(order.accept, [String(request.headers['idempotency-key']), id, ...(deadlines.get(id) ?? [])]);
  return JSON.stringify(order.accept.answer);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

const server = createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
  const handle = request.method === 'GET' ? worklist : request.url === '/v1/complaints' ? file : accept;
  const answer = (status: number, text: string): void => void response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }).end(text);
  handle(request).then((text) => answer(handle === file ? 201 : 200, text), (error: unknown) => answer(500, JSON.stringify({ error: String(error) })));
});

interface Refill { readonly deadlines: readonly (readonly [string, readonly string[]])[] }

process.on('message', (message: FloorOrder | Refill) => {
  if ('deadlines' in message) {
    deadlines.clear();
    for (const [id, own] of message.deadlines) deadlines.set(id, own);
    process.send?.({ ready: true });
    return;
  }
  order = message;
  pool = new pg.Pool({ connectionString: order.databaseUrl, max: order.pool, pipeline: true } as pg.PoolConfig);
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    process.send?.({ port: typeof address === 'object' && address !== null ? address.port : 0 });
  });
});
process.on('disconnect', () => process.exit(0));
