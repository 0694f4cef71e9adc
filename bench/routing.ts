// How many decisions one process makes: the rules in force, over matters of every kind, with the row that is written of each.
// Nothing here waits for a database; the statement that carries the row is measured with filing.
import { CURRENT_RULE_SET, FACT_VALUES, factsWith, RoutingService, type RoutingFacts } from '../src/modules/routing/index.js';
import type { Database } from '../src/platform/database/database.js';
import { newId } from '../src/platform/database/id.js';
import { SystemNow } from '../src/platform/http/clock.js';

export interface RoutingMeasured {
  readonly rules: number;
  /** Median decisions per second of the rounds, and bytes of a row as it goes to the database. */
  readonly decided: number;
  readonly written: number;
  readonly bytes: number;
}

const MATTERS = 2_000;
const STEP = 500;

/** Every fact at random, the same in every run. */
function matters(): RoutingFacts[] {
  let seed = 42;
  const next = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  return Array.from({ length: MATTERS }, () => factsWith(Object.fromEntries(Object.entries(FACT_VALUES).map(([fact, values]) => [fact, values[next(values.length)]])) as Partial<RoutingFacts>));
}

async function service(): Promise<RoutingService> {
  const stored = [{ number: 2, effectiveFrom: '2026-06-01', digest: '', rules: JSON.parse(JSON.stringify(CURRENT_RULE_SET)) as unknown }];
  const routing = new RoutingService({ read: async () => stored } as unknown as Database, new SystemNow());
  await routing.refresh();
  return routing;
}

function perSecond(milliseconds: number, work: (index: number) => void): number {
  const end = performance.now() + milliseconds;
  const start = performance.now();
  let done = 0;
  while (performance.now() < end) for (let step = 0; step < STEP; step += 1, done += 1) work(done % MATTERS);
  return (1000 * done) / (performance.now() - start);
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;
}

/** Both ways in turn, round after round, so that neither has the quiet moments for itself. */
export async function measureRouting(rounds: number, seconds: number): Promise<RoutingMeasured> {
  const routing = await service();
  const sample = matters();
  const of = (index: number): RoutingFacts => sample[index] ?? factsWith({});
  let bytes = 0;
  const decide = (index: number): void => void routing.route(of(index));
  const write = (index: number): void => {
    bytes = JSON.stringify(routing.decision(newId(), of(index), routing.route(of(index)), new Date()).rows).length;
  };
  const [decided, written]: [number[], number[]] = [[], []];
  for (const work of [decide, write]) perSecond(500, work);
  for (let round = 0; round < rounds; round += 1) {
    decided.push(perSecond(500 * seconds, decide));
    written.push(perSecond(500 * seconds, write));
  }
  return { rules: CURRENT_RULE_SET.rules.length, decided: median(decided), written: median(written), bytes };
}
