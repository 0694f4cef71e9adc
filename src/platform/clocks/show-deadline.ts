import type { Deadline } from './deadline.entity.js';

/** A deadline as the API shows it. Instants become RFC 3339 UTC when the answer is written. */
export function showDeadline(deadline: Deadline): Record<string, unknown> {
  const { id, kind, status, agency, triggerAt, legalDue, safeDue, provisional, derivation, warnings, basis } = deadline;
  return { id, kind, status, agency, triggerAt, legalDue, safeDue, provisional, derivation, warnings, basis };
}
