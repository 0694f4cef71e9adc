import { allowedCommands } from '../../kernel/lifecycle/index.js';
import type { ExtensionStep } from '../../kernel/clock/index.js';
import type { Clocks } from '../../platform/clocks/clocks.js';
import type { Deadline } from '../../platform/clocks/deadline.entity.js';
import { DEADLINE_LIFECYCLE, nextRung } from '../../platform/clocks/deadline.lifecycle.js';
import { showDeadline } from '../../platform/clocks/show-deadline.js';
import { stateAt } from '../../platform/clocks/transitions.js';
import type { DeadlineDetailDto, DeadlineRowDto, NextExtensionDto } from './deadline-list.dto.js';

/** What carries a clock by itself is no command for an officer. */
const BY_OFFICERS: ReadonlySet<string> = new Set(['pause', 'resume', 'extend', 'satisfy']);

export function showRow(row: Deadline): DeadlineRowDto {
  const { subjectType, subjectId, region } = row;
  return { ...showDeadline(row), subjectType, subjectId, region };
}

/** A clock in full, as things stand at an instant. */
export function showClock(clocks: Clocks, row: Deadline, at: Date): DeadlineDetailDto {
  const { rule } = clocks.lawOf(row);
  const { setAmount, pauses, extensions } = row;
  const rung = nextRung({ deadline: row, rule });
  return {
    ...showRow(row), label: rule.label, setAmount, pauses, extensions, nextExtension: rung === undefined ? null : showRung(rung), pauseReasons: rule.pauses,
    allowedCommands: allowedCommands(DEADLINE_LIFECYCLE, stateAt(row, at)).filter((command) => BY_OFFICERS.has(command)),
    remindAt: utc(row.remindAt), overdueAt: utc(row.overdueAt), endedAt: utc(row.endedAt),
  };
}

function showRung({ code, label, amount, unit, approver, basis }: ExtensionStep): NextExtensionDto {
  return { code, label, amount, unit, approver, basis };
}

function utc(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}
