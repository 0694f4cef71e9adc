// The floor of the look-up: a bare Fastify handler that asks one prepared statement by credit code, without claims or row-level security, and
// writes what it found. No token, no permission, no two times, no effects.
import Fastify from 'fastify';
import pg from 'pg';

export interface RegistryFloorOrder {
  readonly databaseUrl: string;
  readonly pool: number;
}

const CHECK = 'SELECT id, list, agency, name, ground, decision_number AS "decisionNumber", valid_from AS "validFrom", valid_until AS "validUntil" FROM registry_entry WHERE uscc = $1 AND known_until IS NULL';

process.on('message', ({ databaseUrl, pool: max }: RegistryFloorOrder) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max });
  const app = Fastify();
  app.get<{ Querystring: { uscc: string } }>('/v1/registries/blacklist/check', async ({ query: { uscc } }) => {
    const { rows } = await pool.query<object>({ name: 'check', text: CHECK, values: [uscc] });
    return { uscc, listed: rows.length > 0, entries: rows };
  });
  app.listen({ port: 0, host: '127.0.0.1' }).then(() => {
    const address = app.server.address();
    process.send?.({ port: typeof address === 'object' && address !== null ? address.port : 0 });
  }, () => process.exit(1));
});
process.on('disconnect', () => process.exit(0));
