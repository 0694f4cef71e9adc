import type { Measured } from './load.js';

/** What one side did in one round. Processor times are milliseconds for one request, of the server and of PostgreSQL. */
export interface Run extends Pick<Measured, 'perSecond' | 'p50' | 'p99'> {
  readonly server: number;
  readonly database: number;
}

/** One side of a comparison: measures so many seconds. */
export interface Side {
  readonly name: string;
  measure(seconds: number, round: number): Promise<Run>;
}

export interface Result extends Run {
  readonly name: string;
  /** To the first side, of the same round; the median and the extremes of all rounds. */
  readonly ratio: number;
  readonly lowest: number;
  readonly highest: number;
}

/** A B A B …, every other round the other way round, after a warm-up of each. Other work on the machine hits both sides alike. */
export async function interleaved(sides: readonly Side[], rounds: number, seconds: number): Promise<Result[]> {
  for (const side of sides) await side.measure(Math.max(2, seconds), 0);
  const measured = new Map<string, Run[]>(sides.map(({ name }) => [name, []]));
  for (let round = 1; round <= rounds; round += 1)
    for (const side of round % 2 === 0 ? [...sides].reverse() : sides) measured.get(side.name)?.push(await side.measure(seconds, round));
  const first = measured.get(sides[0]?.name ?? '') ?? [];
  return sides.map(({ name }) => {
    const runs = measured.get(name) ?? [];
    const ratios = runs.map(({ perSecond }, index) => perSecond / (first[index]?.perSecond ?? NaN));
    const of = (pick: (run: Run) => number): number => median(runs.map(pick));
    return { name, perSecond: of((run) => run.perSecond), p50: of((run) => run.p50), p99: of((run) => run.p99), server: of((run) => run.server), database: of((run) => run.database), ratio: median(ratios), lowest: Math.min(...ratios), highest: Math.max(...ratios) };
  });
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

export function table(results: readonly Result[]): string {
  const number = (value: number, digits: number, width: number): string => (Number.isNaN(value) ? '–' : value.toFixed(digits)).padStart(width);
  const head = `  ${''.padEnd(22)} requests/s   p50 ms   p99 ms   processor ms/request: server  PostgreSQL   ratio (lowest–highest)`;
  const rows = results.map(({ name, perSecond, p50, p99, server, database, ratio, lowest, highest }) =>
    `  ${name.padEnd(22)} ${number(perSecond, 0, 10)} ${number(p50, 1, 8)} ${number(p99, 1, 8)} ${number(server, 2, 29)} ${number(database, 2, 11)}   ${ratio.toFixed(2)} (${lowest.toFixed(2)}–${highest.toFixed(2)})`);
  return [head, ...rows].join('\n');
}
