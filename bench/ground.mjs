// The ground that both stand on: a PostgreSQL, a migrated database, case files of several agencies.
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { dist, root } from './common.mjs';

export const CASES = 50_000;
const DATABASE = 'zhiheng_bench';
const AGENCIES = ['chaoan-market-regulation', 'xiangqiao-market-regulation', 'raoping-market-regulation', 'fengxi-market-regulation', 'cz-market-regulation'];

/** Case files in the order of their ids, agencies in turn: each has a fifth, spread over the whole. */
const SEED = `INSERT INTO case_file (id, case_number, state, version, track, agency, region, right_type, classification, complaint_id, target_name, assignee, opened_at)
  SELECT ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'BENCH-' || n, (ARRAY['opened', 'assigned', 'closed'])[1 + n / 5 % 3], 1, 'administrative', ($1::text[])[1 + n % 5], '445103', 'trademark', 'report',
    ('01900000-0000-7000-8001-' || lpad(to_hex(n), 12, '0'))::uuid, '潮州市某陶瓷厂（测试）' || n, NULL, timestamptz '2026-01-01' + n * interval '5 minutes'
  FROM generate_series(1, $2) n`;

export async function makeGround(folder) {
  const { startEmbeddedPostgres } = await dist('platform/database/embedded-postgres.js');
  const { embeddedAddress, ensureRoles, withClient } = await dist('platform/database/connect.js');
  const { makeTemplate } = await dist('test-template.js');
  const postgres = await startEmbeddedPostgres(folder);
  try {
    await withClient(postgres.adminUrl('postgres'), async (client) => {
      await ensureRoles(client, postgres.appPassword);
      await client.query(`DROP DATABASE IF EXISTS ${DATABASE} WITH (FORCE)`);
    });
    await makeTemplate(postgres, DATABASE);
    await withClient(postgres.adminUrl(DATABASE), async (client) => {
      await client.query(SEED, [AGENCIES, CASES]);
      await client.query('VACUUM ANALYZE');
    });
    const version = await withClient(postgres.adminUrl(DATABASE), async (client) => (await client.query('SHOW server_version')).rows[0].server_version);
    const { ownerUrl, appUrl } = embeddedAddress(postgres, DATABASE);
    const vacuum = () => withClient(postgres.adminUrl(DATABASE), (client) => client.query('VACUUM ANALYZE'));
    return { ownerUrl, appUrl, version, vacuum, stop: () => postgres.stop() };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

export function freePort() {
  return new Promise((found) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => found(port));
    });
  });
}

/** What PostgreSQL alone does with the worklist, asked by pgbench where there is one. Null: there is none. */
export function pgbenchWorklist(appUrl, folder, groups) {
  const binary = ['/usr/bin/pgbench', '/usr/local/bin/pgbench'].find((path) => existsSync(path));
  if (binary === undefined) return null;
  const script = join(folder, 'worklist.sql');
  const statements = groups.flat().map(({ text, values = [] }) => `${text.replace(/\$(\d+)/g, (_, number) => literal(values[number - 1]))};`);
  writeFileSync(script, `\\startpipeline\n${statements.map((line) => line.replace(/\s*\n\s*/g, ' ')).join('\n')}\n\\endpipeline\n`);
  const { stdout, stderr, status } = spawnSync(binary, ['-n', '-M', 'prepared', '-c', '12', '-j', '1', '-T', '5', '-f', script, appUrl], { encoding: 'utf8', timeout: 60_000, cwd: root });
  if (status !== 0) return { failed: stderr.trim().split('\n').at(-1) };
  return { perSecond: Number(/tps = ([\d.]+)/.exec(stdout)?.[1]) };
}

function literal(value) {
  if (value === null) return 'NULL';
  if (typeof value === 'number') return String(value);
  const text = Array.isArray(value) ? `{${value.map((item) => `"${item}"`).join(',')}}` : String(value);
  return `'${text.replaceAll("'", "''")}'`;
}
