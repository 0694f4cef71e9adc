import type { Measured } from './load.js';

/** One side of a comparison: measures so many seconds. */
export interface Side {
  readonly name: string;
  measure(seconds: number, round: number): Promise<Pick<Measured, 'perSecond' | 'p50' | 'p99'>>;
}

export interface Result {
  readonly name: string;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** To the first side, of the same round; the median and the extremes of all rounds. */
  readonly ratio: number;
  readonly lowest: number;
  readonly highest: number;
}

/** A B A B …, every other round the other way round, after a warm-up of each. Other work on the machine hits both sides alike. */
export async function interleaved(sides: readonly Side[], rounds: number, seconds: number): Promise<Result[]> {
  for (const side of sides) await side.measure(Math.max(2, seconds / 2), 0);
  const measured = new Map(sides.map(({ name }) => [name, [] as Pick<Measured, 'perSecond' | 'p50' | 'p99'>[]]));
  for (let round = 1; round <= rounds; round += 1)
    for (const side of round % 2 === 0 ? [...sides].reverse() : sides) measured.get(side.name)?.push(await side.measure(seconds, round));
  const first = measured.get(sides[0]?.name ?? '') ?? [];
  return sides.map(({ name }) => {
    const runs = measured.get(name) ?? [];
    const ratios = runs.map(({ perSecond }, index) => perSecond / (first[index]?.perSecond ?? NaN));
    return { name, perSecond: median(runs.map((run) => run.perSecond)), p50: median(runs.map((run) => run.p50)), p99: median(runs.map((run) => run.p99)), ratio: median(ratios), lowest: Math.min(...ratios), highest: Math.max(...ratios) };
  });
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

export function table(results: readonly Result[]): string {
  const rows = results.map(({ name, perSecond, p50, p99, ratio, lowest, highest }) =>
    `  ${name.padEnd(22)} ${perSecond.toFixed(0).padStart(7)} /s   p50 ${p50.toFixed(1).padStart(6)} ms   p99 ${p99.toFixed(1).padStart(6)} ms   ratio ${ratio.toFixed(2)} (${lowest.toFixed(2)}–${highest.toFixed(2)})`);
  return rows.join('\n');
}
