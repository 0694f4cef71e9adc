import type { Deadline } from '../../platform/clocks/deadline.entity.js';
import { showDeadline } from '../../platform/clocks/show-deadline.js';
import type { CaseFile } from './case.entity.js';
import type { CaseRowDto } from './case-list.dto.js';
import type { MovedCaseDto } from './case-view.dto.js';

/** The columns of a list. */
export type CaseListRow = Pick<CaseFile, keyof CaseRowDto>;

/** Instants are RFC 3339 UTC. */
export function shownRow({ id, caseNumber, state, version, track, agency, region, rightType, rightNumber, targetName, assignee, lane, flags, nextDue, openedAt }: CaseListRow): CaseRowDto {
  return { id, caseNumber, state, version, track, agency, region, rightType, rightNumber, targetName, assignee, lane, flags, nextDue: shownInstant(nextDue), openedAt: openedAt.toISOString() };
}

export function movedCase(row: CaseFile, deadlines: readonly Deadline[]): MovedCaseDto {
  return { ...shownRow(row), closedAt: shownInstant(row.closedAt), outcome: row.outcome, deadlines: deadlines.map(showDeadline) };
}

export function shownInstant(instant: Date | null): string | null {
  return instant?.toISOString() ?? null;
}
