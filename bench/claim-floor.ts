// The floor of claims: a bare node:http handler that gives whoever asks the next open case, by FOR UPDATE SKIP LOCKED, under the claims of an
// officer and row-level security. `facts`: it also writes what a claim leaves behind: history, message, stored answer.
import { createServer } from 'node:http';
import pg from 'pg';
import { v7 } from 'uuid';
import { inOneWrite } from '../src/platform/database/database.js';

export interface ClaimFloorOrder {
  readonly databaseUrl: string;
  readonly pool: number;
  readonly agency: string;
  readonly facts: boolean;
}

const CLAIMS = "SELECT set_config('zhiheng.scope', 'agencies', true), set_config('zhiheng.actor', $1, true), set_config('zhiheng.agencies', $2, true), set_config('zhiheng.regions', '', true), set_config('zhiheng.purpose', '', true)";
/** The index of unassigned cases leads to the next one. */
const NEXT = "SELECT id FROM case_file WHERE assignee IS NULL AND agency = $2 AND state = 'open' ORDER BY (CASE WHEN next_due IS NULL THEN 'infinity'::timestamptz ELSE next_due END), id LIMIT 1 FOR UPDATE SKIP LOCKED";
const CLAIM = `UPDATE case_file SET assignee = $1, state = 'assigned', version = version + 1 WHERE id = (${NEXT}) RETURNING id`;
const WITH_FACTS = `WITH claimed AS (${CLAIM}),
  moved AS (UPDATE ledger_head h SET seq = seq + 1 FROM claimed c WHERE h.subject_type = 'case' AND h.subject_id = c.id RETURNING h.subject_id, h.seq, h.sha256, h.sm3),
  entered AS (INSERT INTO ledger_entry (subject_type, subject_id, seq, at, actor, event, data, sha256, sm3, prev_sha256, prev_sm3)
    SELECT 'case', subject_id, seq, now(), $1, 'case.claimed', jsonb_build_object('officer', $1::text), sha256, sm3, sha256, sm3 FROM moved),
  told AS (INSERT INTO outbox (id, event, subject_type, subject_id, seq, created_at) SELECT $3::uuid, 'case.claimed', 'case', subject_id, seq, now() FROM moved),
  kept AS (INSERT INTO idempotency (actor, key, digest, status, body, created_at) SELECT $1, $4, $4, 200, jsonb_build_object('id', id), now() FROM claimed)
  SELECT id FROM claimed`;

let pool: pg.Pool;
let order: ClaimFloorOrder;
const officer = v7();

async function claim(key: string): Promise<string> {
  const { agency, facts } = order;
  const queries: (string | pg.QueryConfig)[] = [
    'BEGIN', { name: 'claims', text: CLAIMS, values: [officer, `{${agency}}`] },
    facts ? { name: 'facts', text: WITH_FACTS, values: [officer, agency, v7(), key] } : { name: 'claim', text: CLAIM, values: [officer, agency] }, 'COMMIT',
  ];
  const client = await pool.connect();
  try {
    const results = await Promise.all(inOneWrite(client, () => queries.map((query) => client.query<{ id: string }>(query as pg.QueryConfig))));
    const id = results[2]?.rows[0]?.id;
    if (id === undefined) throw new Error('no case is left');
    return id;
  } finally {
    client.release();
  }
}

const server = createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
  const answer = (status: number, body: object): void => {
    const text = JSON.stringify(body);
    response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }).end(text);
  };
  request.resume();
  claim(String(request.headers['idempotency-key'])).then((id) => answer(200, { id, state: 'assigned', assignee: officer }), (error: unknown) => answer(500, { error: String(error) }));
});

process.on('message', (message: ClaimFloorOrder) => {
  order = message;
  pool = new pg.Pool({ connectionString: order.databaseUrl, max: order.pool, pipeline: true } as pg.PoolConfig);
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    process.send?.({ port: typeof address === 'object' && address !== null ? address.port : 0 });
  });
});
process.on('disconnect', () => process.exit(0));
