import { evaluate, type CompiledRules } from './evaluate.js';
import { factsWith, type RoutingFacts } from './facts.js';
import type { Routed } from './rule.js';

/** A past decision, as far as it is compared. */
export interface PastDecision {
  readonly facts: Partial<RoutingFacts>;
  readonly rule: string;
  readonly outcome: Pick<Routed, 'track' | 'agency'> & Partial<Pick<Routed, 'tracks' | 'lane' | 'flags'>>;
}

const COMPARED = ['agency', 'tracks', 'lane', 'flags'] as const;
type Compared = Readonly<Record<(typeof COMPARED)[number], unknown>>;

export interface Move {
  readonly from: string;
  readonly to: string;
  count: number;
  readonly changes: readonly string[];
  readonly examples: { readonly facts: RoutingFacts; readonly before: Compared; readonly after: Compared }[];
}

/** Decides past matters again and keeps count of what would be different. */
export class Replay {
  considered = 0;
  changed = 0;
  private readonly found = new Map<string, Move>();

  constructor(private readonly rules: CompiledRules) {}

  add(past: PastDecision): void {
    this.considered += 1;
    const facts = factsWith(past.facts);
    const before = beforeOf(past);
    const { rule: to, after } = this.again(facts);
    const changes = COMPARED.filter((what) => JSON.stringify(before[what]) !== JSON.stringify(after[what]));
    if (changes.length === 0) return;
    this.changed += 1;
    const key = `${past.rule}\n${to}\n${changes.join()}`;
    const move = this.found.get(key) ?? { from: past.rule, to, count: 0, changes, examples: [] };
    move.count += 1;
    if (move.examples.length < 3) move.examples.push({ facts, before, after });
    this.found.set(key, move);
  }

  /** Most often first. */
  get moves(): readonly Move[] {
    return [...this.found.values()].sort((one, other) => other.count - one.count).slice(0, 200);
  }

  /** A draft may fail where a published set cannot: that is a difference like any other. */
  private again(facts: RoutingFacts): { rule: string; after: Compared } {
    try {
      const { rule, agency, tracks, lane, flags } = evaluate(this.rules, facts);
      return { rule, after: { agency, tracks, lane, flags } };
    } catch {
      return { rule: 'evaluation-error', after: { agency: null, tracks: [], lane: null, flags: [] } };
    }
  }
}

/** Decisions of version 1 knew one track, and neither lane nor flags. */
function beforeOf({ outcome: { agency, track, tracks = [track], lane = 'ordinary', flags = [] } }: PastDecision): Compared {
  return { agency, tracks, lane, flags };
}
