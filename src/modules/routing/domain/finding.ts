import type { LocalizedText } from '../../../kernel/text.js';
import type { RoutingFacts } from './facts.js';

export interface Finding {
  readonly code: string;
  /** An error forbids submission and publication; a warning is for the eyes of whoever publishes. */
  readonly severity: 'error' | 'warning';
  readonly rule: string | null;
  readonly text: LocalizedText;
  /** A matter that shows it. */
  readonly example?: RoutingFacts;
}

export function errorsOf(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ severity }) => severity === 'error');
}
