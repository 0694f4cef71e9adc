import type { Basis } from '../text.js';
import type { ClockRule, ExtensionStep } from './types.js';

/** A limit as law, with what the commands on its clock need to know. */
export interface KindRule extends ClockRule {
  readonly holder: 'agency' | 'party';
  readonly extensions: readonly ExtensionStep[];
  /** Codes of the reasons for which time does not count. */
  readonly pauses: readonly string[];
  /** Where it is written that this time does not count; null where nothing stops the clock. */
  readonly pauseBasis: Basis | null;
  /** Done outside the system, so that somebody has to say so: no move of a lifecycle stops it. */
  readonly satisfiable: boolean;
  /** Command that time itself carries out on the subject when the limit has run out: what the law lets happen by itself. */
  readonly onExpiry?: string;
  /** Numbers of the measures of 2021 that the limit serves. */
  readonly measures: readonly number[];
}
