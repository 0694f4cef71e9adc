import type { DeadlineDto } from '../http/shared.dto.js';
import type { Deadline } from './deadline.entity.js';

/** A deadline as the API shows it. Instants are RFC 3339 UTC. */
export function showDeadline(deadline: Deadline): DeadlineDto {
  const { id, kind, status, version, holder, agency, triggerAt, legalDue, safeDue, provisional, derivation, warnings, basis } = deadline;
  return { id, kind, status, version, holder, agency, triggerAt: triggerAt.toISOString(), legalDue: legalDue?.toISOString() ?? null, safeDue: safeDue?.toISOString() ?? null, provisional, derivation, warnings, basis };
}
