import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { databaseTime, memoryOf, processorTime, startFloor, startLoad, startSystem, stopAll, type Child } from './children.js';
import { prepareGround, startPostgres, type Ground } from './ground.js';
import { copyCase, copyComplaint, NUMBERS, openDeadlines, settle } from './grow.js';
import type { Measured, Order } from './load.js';
import { optionsOf, type Options } from './options.js';
import { pgbenchOf } from './pgbench.js';
import { measureRouting } from './routing.js';
import { interleaved, table, type Result, type Run, type Side } from './rounds.js';
import type { Sample, ScenarioName } from './scenarios.js';
import { CountingProxy } from './wire.js';

type Load = (order: Order) => Promise<Measured>;
const FOLDER = '.data/bench';
const GOALS = { file: 0.6, worklist: 0.7, trips: 3, megabytes: 300, decisions: 10_000, growth: 1.3 };
/** Complaints and cases of the small and the large database. */
const SIZES = { complaints: [10_000, 200_000], cases: [100_000, 2_000_000] } as const;
/** More than any side does of a command in a second: each needs a complaint of its own. */
const COMMANDS_PER_SECOND = 1200;

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const goal = (met: boolean, text: string): void => say(`  ${met ? 'MET   ' : 'MISSED'} ${text}`);

/** Numbers are never used twice on one database. */
let numbers = 1;

class Bench {
  constructor(
    private readonly options: Options,
    private readonly load: Load,
    private readonly ground: Ground,
  ) {}

  async send(port: number, sample: Sample, seconds: number, more: Partial<Order> = {}): Promise<Measured> {
    const order: Order = { port, sample, connections: this.options.connections, milliseconds: seconds * 1000, from: numbers, ...more };
    numbers += 1_000_000;
    const measured = await this.load(order);
    if (measured.failed > 0) throw new Error(`${measured.failed} of ${measured.count} answers to ${sample.method} ${sample.path} were not ${sample.status}; the first: ${measured.failure}`);
    return measured;
  }

  /** The same with the processor time that it took. */
  async run(child: Child, sample: Sample, seconds: number, more: Partial<Order> = {}): Promise<Run> {
    const times = (): [number, number] => [processorTime(child.pid), databaseTime(this.ground.postmaster)];
    const before = times();
    const measured = await this.send(child.port, sample, seconds, more);
    const after = times();
    return { ...measured, server: (after[0] - before[0]) / measured.count, database: (after[1] - before[1]) / measured.count };
  }

  async compare(scenario: ScenarioName, floor: Child, system: Child, client: pg.Client): Promise<void> {
    const sides = scenario === 'accept' ? this.commandSides(floor, system, client) : this.sides(scenario, floor, system);
    if (scenario === 'accept') await settle(client);
    const results = await interleaved(sides, this.options.rounds, this.options.seconds);
    say(`\n${scenario}: ${this.options.rounds} rounds of ${this.options.seconds} s, ${this.options.connections} connections, pool ${this.options.pool}; medians, ratio to the floor`);
    say(table(results));
    this.judge(scenario, results);
  }

  private sides(scenario: ScenarioName, floor: Child, system: Child): Side[] {
    const sample = this.ground.samples[scenario];
    const sides: Side[] = [floor, system].map((child, index) => ({ name: index === 0 ? 'floor (node:http + pg)' : 'Zhiheng', measure: (seconds) => this.run(child, sample, seconds) }));
    if (scenario !== 'file') return sides;
    const pgbench = pgbenchOf(this.ground.templates.file, this.ground.address.appUrl, FOLDER, this.options.pool);
    if (pgbench === null) say('pgbench is not installed: its side is skipped');
    return pgbench === null ? sides : [...sides, { name: `pgbench -c ${this.options.pool}`, measure: async (seconds, round) => ({ perSecond: await pgbench(seconds, round + 1), p50: NaN, p99: NaN, server: NaN, database: NaN }) }];
  }

  private commandSides(floor: Child, system: Child, client: pg.Client): Side[] {
    const fresh = (seconds: number, name: string, round: number): Promise<string[]> => copyComplaint(client, this.ground.complaint, Math.ceil(seconds * COMMANDS_PER_SECOND), `T${name}${round}`, false);
    return [floor, system].map((child, index) => ({
      name: index === 0 ? 'floor (node:http + pg)' : 'Zhiheng',
      measure: async (seconds, round) => {
        const targets = await fresh(seconds, String(index), round);
        if (child === floor) await floor.ask({ deadlines: await openDeadlines(client, targets) });
        return this.run(child, this.ground.samples.accept, seconds, { targets });
      },
    }));
  }

  private judge(scenario: ScenarioName, results: readonly Result[]): void {
    const ours = results.find(({ name }) => name === 'Zhiheng');
    if (ours === undefined || scenario === 'accept') return;
    const wanted = GOALS[scenario];
    goal(ours.ratio >= wanted, `${scenario} does ${(100 * ours.ratio).toFixed(0)} % of the bare handler (goal: ${100 * wanted} %)`);
  }

  /** Every message between the system and PostgreSQL passes a proxy that counts. */
  async countTrips(client: pg.Client): Promise<void> {
    const { hostname, port } = new URL(this.ground.address.appUrl);
    const proxy = new CountingProxy({ host: hostname, port: Number(port) });
    const url = new URL(this.ground.address.appUrl);
    url.port = String(await proxy.listen());
    const system = await startSystem({ ...this.ground.env, DATABASE_URL: url.toString() }, null);
    say('\nRound trips to PostgreSQL for one request, counted on the wire (640 requests; numbers are fetched in blocks of 64)');
    for (const [scenario, sample] of Object.entries(this.ground.samples)) {
      const targets = scenario === 'accept' ? await copyComplaint(client, this.ground.complaint, 660, 'TRIPS', false) : undefined;
      await this.send(system.port, sample, 60, { requests: 20, targets: targets?.slice(0, 20) });
      [proxy.trips, proxy.statements] = [0, 0];
      const { count } = await this.send(system.port, sample, 60, { requests: 640, targets: targets?.slice(20) });
      say(`  ${scenario.padEnd(10)} ${(proxy.trips / count).toFixed(2)} round trips, ${(proxy.statements / count).toFixed(2)} statements`);
      if (scenario === 'file') goal(proxy.trips / count <= GOALS.trips, `filing takes at most ${GOALS.trips} round trips`);
    }
    await system.stop();
    proxy.close();
  }

  async soak(system: Child): Promise<void> {
    const before = memoryOf(system.pid);
    const steps: number[] = [];
    for (let step = 0; step < 10; step += 1) {
      for (const scenario of ['file', 'worklist'] as const) await this.send(system.port, this.ground.samples[scenario], 600, { requests: this.options.soak / 20 });
      steps.push(memoryOf(system.pid));
    }
    say(`\nResident memory over ${this.options.soak} requests, half filing and half worklist: ${before} MB before, then ${steps.join(', ')} MB`);
    goal((steps.at(-1) ?? Infinity) < GOALS.megabytes, `less than ${GOALS.megabytes} MB after ${this.options.soak} requests`);
  }
}

/** Needs no database and few seconds: it is measured in every run. */
async function decisions(): Promise<void> {
  const { rules, decided, written, bytes } = await measureRouting(3, 1);
  say(`\nRouting in one process, ${rules} rules, median of 3 rounds: ${Math.round(decided)} decisions/s, ${Math.round(written)} with the row of each (${bytes} bytes)`);
  goal(written >= GOALS.decisions, `at least ${GOALS.decisions} decisions a second`);
}

async function main(): Promise<void> {
  const options = optionsOf(process.argv.slice(2));
  mkdirSync(FOLDER, { recursive: true });
  await decisions();
  const postgres = await startPostgres();
  try {
    const load = await startLoad();
    await compareAll(options, load, await prepareGround(postgres, 'zhiheng_bench', options.pool));
    if (options.growth) await growth(options, load, [await prepareGround(postgres, 'zhiheng_bench_small', options.pool), await prepareGround(postgres, 'zhiheng_bench_large', options.pool)]);
  } finally {
    stopAll();
    await postgres.stop();
  }
}

async function compareAll(options: Options, load: Load, ground: Ground): Promise<void> {
  const bench = new Bench(options, load, ground);
  const client = await ground.admin();
  await copyCase(client, ground.caseFile, options.cases);
  await settle(client);
  say(`Node.js ${process.version}, ${options.cases} cases over 10 agencies`);
  await bench.countTrips(client);
  const { file, worklist, accept } = ground.templates;
  const floor = await startFloor({ databaseUrl: ground.address.appUrl, pool: options.pool, file, worklist, accept });
  const system = await startSystem(ground.env, options.profile ? join(FOLDER, 'profile') : null);
  for (const scenario of options.scenarios) await bench.compare(scenario, floor, system, client);
  if (options.soak > 0) await bench.soak(system);
  else say(`\nResident memory of the system now: ${memoryOf(system.pid)} MB (--soak: after 100,000 requests)`);
  await client.end();
  await Promise.all([system.stop(), floor.stop()]);
}

/** The same system on a small and on a large database. */
async function growth(options: Options, load: Load, grounds: readonly Ground[]): Promise<void> {
  const systems: { bench: Bench; ground: Ground; system: Child; name: string }[] = [];
  for (const [index, ground] of grounds.entries()) {
    const client = await ground.admin();
    const [size = 0, cases = 0] = [SIZES.complaints[index], SIZES.cases[index]];
    for (let done = 0; done < size; done += 10_000) await copyComplaint(client, ground.complaint, 10_000, `G${done}`, true);
    await copyCase(client, ground.caseFile, cases);
    await settle(client);
    await client.end();
    systems.push({ bench: new Bench(options, load, ground), ground, system: await startSystem(ground.env, null), name: `${size} / ${cases}` });
  }
  const lists = {
    complaints: '/v1/complaints?limit=50', deadlines: '/v1/deadlines?limit=50', 'cases in two states': '/v1/cases?limit=20&state=open,assigned', 'cases that nobody has': '/v1/cases?limit=20&assignee=none',
    'cases with a frequent word': `/v1/cases?limit=20&q=${encodeURIComponent('不锈钢')}`, 'cases with a number': `/v1/cases?limit=20&q=${NUMBERS + 12_340}`,
  };
  say(`\nTwo databases, complaints / cases: ${systems.map(({ name }) => name).join(' and ')}`);
  const compare = async (title: string, pick: (ground: Ground) => Sample): Promise<readonly Result[]> => {
    const sides = systems.map(({ bench, ground, system, name }) => ({ name, measure: (seconds: number) => bench.run(system, pick(ground), seconds) }));
    const results = await interleaved(sides, options.rounds, options.seconds);
    say(`\nGrowth, ${title}\n${table(results)}`);
    return results;
  };
  const [small, large] = await compare('worklist of 20 cases', ({ samples }) => samples.worklist);
  const grown = (large?.p99 ?? NaN) / (small?.p99 ?? NaN);
  goal(grown <= GOALS.growth, `p99 of the worklist grows ${grown.toFixed(2)} times from ${SIZES.cases.join(' to ')} cases (goal: ${GOALS.growth} at most)`);
  for (const [name, path] of Object.entries(lists)) await compare(`list of ${name}`, ({ samples }) => ({ ...samples.worklist, path }));
  await compare('filing', ({ samples }) => samples.file);
  for (const { system } of systems) await system.stop();
}

await main().then(() => process.exit(0), (error: unknown) => {
  stopAll();
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
