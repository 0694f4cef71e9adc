// `npm run bench [-- --soak] [-- --rounds 5] [-- --seconds 3] [-- --only file]`: the real system against a floor that
// sends the same statements, in turns on the same database. docs/benchmarks.md says what the numbers mean.
import { fork, spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { CONNECTIONS, median, POOL } from '../bench/common.mjs';
import { CASES, freePort, makeGround, pgbenchWorklist } from '../bench/ground.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, '.data/bench');
const capture = join(folder, 'capture.json');
const GOALS = { file: { share: 0.6, flights: 3 }, worklist: { share: 0.7 }, accept: {} };
const SOAK_REQUESTS = 100_000;
const SOAK_MEGABYTES = 300;

const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`);
  return at === -1 ? fallback : (process.argv[at + 1] ?? fallback);
};
const rounds = Number(option('rounds', '5'));
const milliseconds = Number(option('seconds', '3')) * 1000;
const scenarios = Object.keys(GOALS).filter((name) => [undefined, name].includes(option('only')) || (option('only') === 'accept' && name === 'file'));
const say = (text) => process.stdout.write(`${text}\n`);

build();
mkdirSync(folder, { recursive: true });
const ground = await makeGround(folder);
const children = [];
process.once('SIGINT', () => process.exit(130));
process.on('exit', () => children.forEach((child) => child.kill()));
try {
  await main();
} finally {
  children.forEach((child) => child.kill());
  await ground.stop();
}
process.exit(process.exitCode ?? 0);

async function main() {
  say(`${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.version}, PostgreSQL ${ground.version}, pool ${POOL}, ${CONNECTIONS} connections, ${CASES} case files`);
  const env = environment();
  await captured(env);
  const { tokens, flights, captured: seen } = JSON.parse(readFileSync(capture, 'utf8'));
  const load = fork(join(root, 'bench/load.mjs'));
  children.push(load);
  const real = await startReal(env);
  const ask = (target, more) => command(load, { port: target.port, connections: CONNECTIONS, tokens, ...more });
  if (process.argv.includes('--soak')) return soak(real, ask);
  const floor = await startFloor();
  for (const [name, { median: usual, mean, of }] of Object.entries(flights)) say(`round trips to PostgreSQL, ${name}: ${usual} (mean of ${of}: ${mean})`);
  const outcomes = [];
  const pool = [];
  for (const scenario of scenarios) outcomes.push(await compare(scenario, { real, floor }, ask, pool));
  sayPgbench(seen.worklist.groups);
  sayGoals(outcomes, flights);
}

function environment() {
  return { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'development', ROLE: 'api', HOST: '127.0.0.1', DATA_DIR: folder, DATABASE_URL: ground.appUrl, DATABASE_OWNER_URL: ground.ownerUrl, DATABASE_POOL: String(POOL), MIGRATE_ON_START: 'no', DEMO_ACCOUNTS: 'no', LOG_LEVEL: 'info', RATE_LIMIT_PER_MINUTE: '10000000', ACCESS_TOKEN_SECONDS: '3600' };
}

async function captured(env) {
  const child = spawn(process.execPath, [join(root, 'bench/capture.mjs'), JSON.stringify({ ...ground, out: capture })], { env, stdio: ['ignore', openSync(join(folder, 'capture.log'), 'w'), 'inherit'] });
  const code = await new Promise((ended) => child.on('exit', ended));
  if (code !== 0) throw new Error(`The capture ended with ${code}: ${join(folder, 'capture.log')}`);
}

async function startReal(env) {
  const port = await freePort();
  const log = openSync(join(folder, 'real.log'), 'w');
  const flags = process.env.BENCH_PROFILE === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${process.env.BENCH_PROFILE}`];
  const child = spawn(process.execPath, [...flags, join(root, 'dist/src/main.js')], { env: { ...env, PORT: String(port) }, stdio: ['ignore', log, log] });
  children.push(child);
  for (let tries = 0; tries < 150; tries += 1) {
    const up = await fetch(`http://127.0.0.1:${port}/health/ready`).then(({ ok }) => ok, () => false);
    if (up) return { name: 'system', port, pid: child.pid };
    await new Promise((later) => setTimeout(later, 200));
  }
  throw new Error(`The system did not start: ${join(folder, 'real.log')}`);
}

async function startFloor() {
  const child = fork(join(root, 'bench/floor.mjs'), [JSON.stringify({ appUrl: ground.appUrl, capture })]);
  children.push(child);
  const { port } = await new Promise((ready, failed) => child.once('message', ready).once('exit', failed));
  return { name: 'floor', port, pid: child.pid };
}

function command(child, message) {
  return new Promise((done, failed) => {
    const ended = () => failed(new Error('The load generator ended'));
    child.once('exit', ended).once('message', (answer) => {
      child.off('exit', ended);
      done(answer);
    });
    child.send(message);
  });
}

/** Warm-up, then rounds in turns; who goes first changes with every round. `pool`: complaints to accept, from the filings. */
async function compare(scenario, targets, ask, pool) {
  const results = { system: [], floor: [] };
  const [real, floor] = [targets.real, targets.floor];
  for (let round = -1; round < rounds; round += 1) {
    for (const target of round % 2 === 0 ? [real, floor] : [floor, real]) {
      const result = await measured(scenario, target, ask, pool);
      if (round >= 0) results[target.name].push(result);
    }
  }
  await ground.vacuum();
  const ratios = results.system.map(({ perSecond }, round) => perSecond / results.floor[round].perSecond);
  const cpu = (name) => median(results[name].map((each) => each.cpu));
  say(`\n${scenario}`);
  for (const name of ['system', 'floor']) say(`  ${name.padEnd(6)} ${summary(results[name])}, ${cpu(name).toFixed(2)} ms of processor per request`);
  say(`  ratio per round ${ratios.map(percent).join(' ')}; median ${percent(median(ratios))}`);
  return { scenario, ratio: median(ratios) };
}

async function measured(scenario, target, ask, pool) {
  const ids = scenario === 'accept' ? pool.splice(0) : [];
  if (scenario === 'accept' && ids.length === 0) throw new Error('Nothing left to accept: file more first');
  const before = processorMilliseconds(target.pid);
  const { made, idsLeft, ...result } = await ask(target, { scenario, milliseconds, ids });
  const cpu = (processorMilliseconds(target.pid) - before) / result.done;
  pool.push(...made, ...idsLeft);
  const errors = Object.entries(result.errors);
  if (errors.length > 0) say(`  ERRORS from the ${target.name}: ${errors.map(([what, count]) => `${count} × ${what}`).join('; ')}`);
  return { ...result, cpu };
}

/** Linux counts in hundredths of a second. Elsewhere: not known. */
function processorMilliseconds(pid) {
  if (!existsSync(`/proc/${pid}/stat`)) return NaN;
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

function residentMegabytes(pid) {
  if (!existsSync(`/proc/${pid}/status`)) return NaN;
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}

function summary(results) {
  const of = (key) => median(results.map((result) => result[key]));
  return `${of('perSecond').toFixed(0)} requests/s, p50 ${of('p50').toFixed(1)} ms, p99 ${of('p99').toFixed(1)} ms`;
}

function percent(share) {
  return `${(100 * share).toFixed(1)} %`;
}

function sayPgbench(groups) {
  const result = pgbenchWorklist(ground.appUrl, folder, groups);
  say(`\npgbench, the same worklist, 12 clients: ${result === null ? 'NOT RUN, there is no pgbench on this machine' : (result.failed ?? `${result.perSecond.toFixed(0)} transactions/s`)}`);
}

function sayGoals(outcomes, flights) {
  say('');
  for (const { scenario, ratio } of outcomes) {
    const { share, flights: most } = GOALS[scenario];
    if (share !== undefined) say(`goal ${scenario} at least ${percent(share)} of the floor: ${percent(ratio)}, ${ratio >= share ? 'MET' : 'MISSED'}`);
    if (most !== undefined) say(`goal ${scenario} at most ${most} round trips: ${flights[scenario].median}, ${flights[scenario].median <= most ? 'MET' : 'MISSED'}`);
  }
}

/** Half filings, half worklists. */
async function soak(real, ask) {
  say(`resident memory at start: ${residentMegabytes(real.pid).toFixed(0)} MB`);
  const portion = SOAK_REQUESTS / 20;
  for (let done = 0; done < SOAK_REQUESTS; done += portion) {
    const scenario = (done / portion) % 2 === 0 ? 'file' : 'worklist';
    const result = await ask(real, { scenario, requests: portion });
    const errors = Object.keys(result.errors);
    say(`${String(done + portion).padStart(6)} requests (${scenario}): ${residentMegabytes(real.pid).toFixed(0)} MB${errors.length > 0 ? `, ERRORS ${errors.join('; ')}` : ''}`);
  }
  const final = residentMegabytes(real.pid);
  say(`goal resident memory below ${SOAK_MEGABYTES} MB after ${SOAK_REQUESTS} requests: ${final.toFixed(0)} MB, ${final < SOAK_MEGABYTES ? 'MET' : 'MISSED'}`);
}
