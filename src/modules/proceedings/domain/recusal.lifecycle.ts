import { staying, type Lifecycle, type Move } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';

/** In which states members may be asked to keep out, and by what law. */
export interface RecusalRule {
  readonly states: readonly string[];
  readonly basis: Basis;
}

/** The rows that every proceeding with members has: a request is recorded, a superior decides. Until then decisions wait ('no-recusal-open'). */
export function withRecusal(lifecycle: Lifecycle, { states, basis }: RecusalRule): Lifecycle {
  const { subject } = lifecycle;
  const moves: Move[] = [
    ...staying(states, {
      command: 'request-recusal', permission: 'proceeding.request-recusal', guards: ['in-own-agency', 'recusal-concerns-member'], requires: ['member', 'raisedBy', 'ground', 'reason'],
      emits: [`${subject}.recusal-requested`], basis,
    }),
    ...staying(states, {
      command: 'decide-recusal', permission: 'proceeding.decide-recusal', guards: ['in-own-agency', 'recusal-is-open', 'recusal-decided-by-another'], requires: ['request', 'decision'],
      emits: [`${subject}.recusal-decided`], document: 'recusal-decision', basis,
    }),
  ];
  return { ...lifecycle, moves: [...lifecycle.moves, ...moves] };
}
