import { basisOn } from './basis.js';
import type { Decision, FailedGuard, Guard, GuardSet, Lifecycle, Move } from './lifecycle.js';

export interface Question<Facts> {
  readonly lifecycle: Lifecycle;
  readonly guards: GuardSet<Facts>;
  /** Current state, `null` for a subject that does not exist yet. */
  readonly state: string | null;
  readonly command: string;
  readonly facts: Facts;
  readonly input: Readonly<Record<string, unknown>>;
  /** Day whose law is applied, YYYY-MM-DD in Asia/Shanghai: what is refused names its ground as it stood then. Left out: the last version. */
  readonly lawDay?: string;
}

const LAST_DAY = '9999-12-31';

/**
 * May this command be carried out now? Pure: the answer follows from the table and the facts alone.
 * Every failed guard is reported, not only the first, so that the caller can mend everything at once.
 */
export function decide<Facts>(question: Question<Facts>): Decision {
  const { lifecycle, state, command, input } = question;
  const refuse = refusal(lifecycle, state);
  const rows = lifecycle.moves.filter((move) => move.command === command);
  if (rows.length === 0) return refuse('unknown-command');
  const move = rows.find((row) => row.from === state);
  if (move === undefined) return refuse('not-allowed-now');
  const missing = (move.requires ?? []).filter((field) => !Object.hasOwn(input, field) || isAbsent(input[field]));
  if (missing.length > 0) return { ...refuse('input-missing'), missing };
  const failed = failedGuards(move, question);
  return failed.length === 0 ? { ok: true, move } : { ...refuse('guard-failed'), failed };
}

/** Commands that the table offers in this state, in table order, without looking at guards. */
export function allowedCommands(lifecycle: Lifecycle, state: string | null): string[] {
  return [...new Set(lifecycle.moves.filter((move) => move.from === state && move.carried !== true).map((move) => move.command))];
}

type Refusal = Exclude<Decision, { ok: true }>;

function refusal(lifecycle: Lifecycle, state: string | null): (reason: Refusal['reason']) => Refusal {
  return (reason) => ({ ok: false, reason, failed: [], missing: [], allowed: allowedCommands(lifecycle, state) });
}

function failedGuards<Facts>(move: Move, { guards, facts, lawDay = LAST_DAY }: Question<Facts>): FailedGuard[] {
  const failed: FailedGuard[] = [];
  for (const name of move.guards ?? []) {
    const guard = Object.hasOwn(guards, name) ? guards[name] : undefined;
    // The validator refuses unknown names at boot; fail closed if one slips through.
    if (guard === undefined) throw new Error(`Guard ${name} of ${move.command} does not exist`);
    if (!guard.holds(facts)) failed.push(failure(name, guard, facts, lawDay));
  }
  return failed;
}

function failure<Facts>(name: string, { code, text, basis, details }: Guard<Facts>, facts: Facts, lawDay: string): FailedGuard {
  return { guard: name, code, text, ...(basis === undefined ? {} : { basis: basisOn({ basis }, lawDay) }), ...(details === undefined ? {} : { details: details(facts) }) };
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}
