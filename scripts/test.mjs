// `npm test`: builds, starts a PostgreSQL for the tests, makes the migrated template that every test file clones, runs
// Jest, and says at the end which queue backends were tested. Arguments go to Jest.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from './build.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = (path) => import(pathToFileURL(join(root, 'dist/src', path)).href);

/** What Jest counted; the last lines here and in CI are read from it. */
const results = join(root, '.data/test-results.json');

const redis = await startRedis();
if (redis === null && process.env.REQUIRE_REDIS === '1') {
  process.stderr.write('REQUIRE_REDIS=1, but there is neither TEST_REDIS_URL nor a redis-server on this machine: install Redis or unset it\n');
  process.exit(1);
}
build();
const { startEmbeddedPostgres } = await dist('platform/database/embedded-postgres.js');
const { ensureRoles, withClient } = await dist('platform/database/connect.js');
const { makeTemplate } = await dist('test-template.js');

const folder = join(root, '.data/test');
const postgres = await startEmbeddedPostgres(folder);
const template = `zhiheng_template_${randomBytes(4).toString('hex')}`;
let status = 1;
rmSync(results, { force: true });
try {
  await withClient(postgres.adminUrl('postgres'), async (client) => {
    await ensureRoles(client, postgres.appPassword);
    const { rows } = await client.query("SELECT datname FROM pg_database WHERE datname LIKE 'zhiheng\\_t%'");
    for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS "${datname}" WITH (FORCE)`);
  });
  await makeTemplate(postgres, template);
  status = await jest({ ZHIHENG_TEST_ADMIN: postgres.adminUrl('postgres'), ZHIHENG_TEST_APP_PASSWORD: postgres.appPassword, ZHIHENG_TEST_TEMPLATE: template, ...(redis === null ? {} : { TEST_REDIS_URL: redis.url }) });
} finally {
  await withClient(postgres.adminUrl('postgres'), (client) => client.query(`DROP DATABASE IF EXISTS "${template}" WITH (FORCE)`)).catch(() => undefined);
  await postgres.stop();
  redis?.stop();
}
process.stdout.write(totals());
process.stdout.write(redis === null ? '\nNOT RUN: the queue suite on Redis (no redis-server here; CI runs it with REQUIRE_REDIS=1). PostgreSQL backend: run.\n' : '\nQueue suite: run on PostgreSQL and on Redis.\n');
process.exit(status);

function jest(env) {
  const bin = createRequire(import.meta.url).resolve('jest/bin/jest');
  const child = spawn(process.execPath, ['--experimental-vm-modules', '--no-warnings', bin, '--maxWorkers=2', '--json', `--outputFile=${results}`, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit', env: { ...process.env, ...env, NODE_ENV: 'test' } });
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
}

function totals() {
  if (!existsSync(results)) return '\nJest ended without results\n';
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(results, 'utf8'));
  return `\n${numPassedTests} passed, ${numFailedTests} failed\n`;
}

/** A Redis that was given, or one of our own on a free port, or none. */
async function startRedis() {
  if (process.env.TEST_REDIS_URL) return { url: process.env.TEST_REDIS_URL, stop: () => undefined };
  const binary = ['/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'].map((path) => join(path, 'redis-server')).find((path) => existsSync(path));
  if (binary === undefined) return null;
  const port = await freePort();
  const data = mkdtempSync(join(tmpdir(), 'zhiheng-redis-'));
  const child = spawn(binary, ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', data, '--maxmemory-policy', 'noeviction'], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((ready, failed) => {
    child.stdout.on('data', (chunk) => String(chunk).includes('Ready to accept connections') && ready());
    child.once('exit', () => failed(new Error('redis-server ended before it was ready')));
  });
  child.stdout.resume();
  return { url: `redis://127.0.0.1:${port}`, stop: () => { child.kill(); rmSync(data, { recursive: true, force: true }); } };
}

function freePort() {
  return new Promise((found, failed) => {
    const probe = createServer().once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => found(port));
    });
  });
}
