import { agedAt } from '../../cases/index.js';
import { byRank, type Ranked } from './order.rules.js';

const HOUR = 3_600_000;

/** Hours since the beginning. */
export interface Case extends Ranked {
  readonly lane: string;
  readonly listedAt: number;
  /** Hours of work. */
  readonly effort: number;
  begunAt: number | null;
}

export interface Day {
  readonly officers: number;
  readonly until: number;
  /** In order of time. */
  readonly arrivals: readonly Case[];
  /** A lane that is never empty: whenever one of it is taken, the next one comes. */
  readonly full?: () => Omit<Case, 'id' | 'listedAt' | 'rankAt' | 'begunAt'>;
  readonly size?: number;
  readonly order?: (one: Case, other: Case) => number;
}

export function caseOf(id: string, lane: string, listedAt: number, effort: number, due: number | null = null): Case {
  const aged = agedAt(lane, new Date(listedAt * HOUR)).getTime() / HOUR;
  return { id, lane, listedAt, effort, rankAt: Math.min(aged, due ?? aged), begunAt: null };
}

/** Who waits, and what comes next. */
class List {
  readonly all: Case[] = [];
  private readonly waiting: Case[] = [];
  private next = 0;
  private made = 0;

  constructor(private readonly day: Day) {
    for (let count = 0; count < (day.size ?? 0); count += 1) this.refill(0);
  }

  /** When an officer who is free at this instant finds a case: at once, or with the next arrival. */
  foundAt(at: number): number {
    return this.waiting.length > 0 ? at : Math.max(at, this.day.arrivals[this.next]?.listedAt ?? Infinity);
  }

  takeFirst(at: number): Case {
    const { arrivals, order = byRank } = this.day;
    for (let arrival = arrivals[this.next]; arrival !== undefined && arrival.listedAt <= at; arrival = arrivals[(this.next += 1)]) this.add({ ...arrival });
    const first = this.waiting.reduce((best, one) => (order(one, best) < 0 ? one : best));
    this.waiting.splice(this.waiting.indexOf(first), 1);
    if (first.id.startsWith('full-')) this.refill(at);
    return first;
  }

  private refill(at: number): void {
    const made = this.day.full?.();
    if (made !== undefined) this.add(caseOf(`full-${String((this.made += 1)).padStart(9, '0')}`, made.lane, at, made.effort));
  }

  private add(one: Case): void {
    this.all.push(one);
    this.waiting.push(one);
  }
}

/** Every officer takes the first of the list when he has finished the last one. Returns all cases, those that nobody began included. */
export function simulate(day: Day): Case[] {
  const list = new List(day);
  const free = Array.from({ length: day.officers }, () => 0);
  for (;;) {
    const earliest = Math.min(...free);
    const at = list.foundAt(earliest);
    if (at > day.until) return list.all;
    const first = list.takeFirst(at);
    first.begunAt = at;
    free[free.indexOf(earliest)] = at + first.effort;
  }
}

/** Cases that stood before it, and waited still, at the instant at which it ranks; of the same instant those with a smaller id. */
export function aheadOf(one: Case, all: readonly Case[]): number {
  return all.filter((other) => other !== one && other.listedAt <= one.rankAt && byRank(other, one) < 0 && (other.begunAt === null || other.begunAt >= one.rankAt)).length;
}

/** The same numbers in every run (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What a month brings, by lane: share of the cases, and the hours that one takes at most. */
const MIX: readonly (readonly [lane: string, share: number, longest: number])[] = [
  ['expedited', 0.32, 6], ['exhibition', 0.03, 4], ['platform', 0.08, 6], ['market', 0.05, 6], ['rapid-centre', 0.06, 8], ['major', 0.04, 24], ['ordinary', 0.42, 16],
];
export const LONGEST = 24;

/** Arrivals by chance at a load of the capacity: the work that comes in an hour, in officers. */
export function month(seed: number, officers: number, load: number, hours: number, only: (lane: string) => boolean = () => true): Case[] {
  const random = numbers(seed);
  const mix = MIX.filter(([lane]) => only(lane));
  const shares = mix.reduce((sum, [, share]) => sum + share, 0);
  // Efforts are spread evenly from nothing to the longest.
  const mean = mix.reduce((sum, [, share, longest]) => sum + (share / shares) * (longest / 2), 0);
  const arrivals: Case[] = [];
  for (let at = 0; at < hours; ) {
    at += (-Math.log(1 - random()) * mean) / (load * officers);
    let left = random() * shares;
    const [lane, , longest] = mix.find(([, share]) => (left -= share) < 0) ?? ['ordinary', 0, 0];
    // A third has a date by statute: fifteen working days are three weeks.
    const due = random() < 1 / 3 ? at + 504 : null;
    arrivals.push(caseOf(`c-${String(arrivals.length).padStart(9, '0')}`, lane, at, random() * longest, due));
  }
  return arrivals;
}

export interface Waits {
  readonly lane: string;
  readonly cases: number;
  readonly p99: number;
  readonly max: number;
}

/** Hours from the list to the beginning; a case that nobody began has waited until the end. */
export function waitsOf(all: readonly Case[], until: number): Waits[] {
  return [...new Set(all.map(({ lane }) => lane))].sort().map((lane) => {
    const waits = all.filter((one) => one.lane === lane).map(({ listedAt, begunAt }) => (begunAt ?? until) - listedAt).sort((one, other) => one - other);
    return { lane, cases: waits.length, p99: waits[Math.min(waits.length - 1, Math.floor(waits.length * 0.99))] ?? 0, max: waits.at(-1) ?? 0 };
  });
}
