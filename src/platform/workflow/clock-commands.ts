import { ClockError } from '../../kernel/clock/index.js';
import { decide, type Move } from '../../kernel/lifecycle/index.js';
import type { Clocks } from '../clocks/clocks.js';
import { Deadline } from '../clocks/deadline.entity.js';
import { DEADLINE_GUARDS, DEADLINE_LIFECYCLE, type ClockFacts } from '../clocks/deadline.lifecycle.js';
import { stateAt } from '../clocks/transitions.js';
import type { Query, Transaction } from '../database/database.js';
import type { RowMapper } from '../database/row-mapper.js';
import type { Acting, Answer } from '../http/acting.js';
import { httpProblem } from '../http/http.errors.js';
import type { Idempotency } from '../http/idempotency.js';
import { headValues, MOVE_HEAD, outboxRow, record, recordInserts, type Head } from './records.js';
import { refreshNextDue, refreshWithin, saveDeadline } from './statements.js';
import type { Subject } from './subject.js';
import { refusal } from './workflow.errors.js';

/** A command on a clock itself, and what it makes of it. */
export interface ClockCommand {
  readonly id: string;
  readonly command: 'pause' | 'resume' | 'extend' | 'satisfy';
  readonly input: Readonly<Record<string, unknown>>;
  readonly change: (clocks: Clocks, facts: ClockFacts) => Deadline;
  /** Facts for the ledger, without personal data. */
  readonly data: (facts: ClockFacts) => Readonly<Record<string, unknown>>;
}

interface Locked {
  readonly deadline: Deadline;
  readonly head: Head;
  /** What shows the date that is due next: the subject, the file that it belongs to. */
  readonly shown: readonly Query[];
}

/** Locked in the order of a move of the subject: file, subject, head of its chain, clock. So the two never wait for each other in a ring. */
const LOCK_HEAD = {
  name: 'clock-lock-head',
  text: 'SELECT h.seq, h.sha256, h.sm3 FROM deadline d JOIN ledger_head h ON h.subject_type = d.subject_type AND h.subject_id = d.subject_id WHERE d.id = $1 FOR UPDATE OF h',
};
const LOCK_CLOCK = { name: 'clock-lock', text: 'SELECT * FROM deadline WHERE id = $1 FOR UPDATE' };

/** Commands of officers on a clock: the clock, the ledger of its subject, the outbox and `next_due` change together or not at all. */
export class ClockCommands {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly clocks: Clocks,
    private readonly rows: RowMapper,
    private readonly subjects: readonly Subject[],
  ) {}

  /** If-Match is the version of the clock, not of its subject: an officer decides on the dates that the clock showed. Throws 400, 404, 409, 412, 428 as problems. */
  async execute<Body>(acting: Acting, command: ClockCommand, answer: (after: Deadline) => Body): Promise<Answer<Body>> {
    const { ifMatch } = acting;
    if (ifMatch === undefined) throw httpProblem('precondition.required');
    return this.idempotency.transact(acting, this.locks(command.id), async (transaction, found) => {
      const locked = this.locked(found);
      const { deadline } = locked;
      const state = stateAt(deadline, acting.at);
      if (deadline.version !== ifMatch) throw httpProblem('precondition.failed', { members: { currentVersion: deadline.version, state } });
      const facts = { deadline, rule: this.clocks.lawOf(deadline).rule, actor: { agency: acting.agency, agencies: acting.claims.agencies }, input: command.input };
      const move = allowed(state, command, facts);
      const after = { ...this.changed(command, facts), version: deadline.version + 1 };
      await this.write(transaction, acting, { locked, move, after, data: command.data(facts) });
      return { status: 200, body: answer(after) };
    });
  }

  private locks(id: string): Query[] {
    const subjects = this.subjects.map(({ lifecycle, entity }) => {
      const table = this.rows.table(entity);
      return { statement: { name: `clock-lock-${table}`, text: `SELECT id FROM ${table} WHERE id = (SELECT subject_id FROM deadline WHERE id = $1 AND subject_type = $2) FOR UPDATE` }, values: [id, lifecycle.subject] };
    });
    return [...this.files.map((file) => ({ statement: { name: `clock-lock-file-${file}`, text: `SELECT id FROM ${file} WHERE id = (SELECT within_id FROM deadline WHERE id = $1) FOR UPDATE` }, values: [id] })), ...subjects, { statement: LOCK_HEAD, values: [id] }, { statement: LOCK_CLOCK, values: [id] }];
  }

  private locked(found: readonly object[][]): Locked {
    const rows = found.slice(this.files.length);
    const [[head] = [], [row] = []] = rows.slice(this.subjects.length);
    const subject = this.subjects.find((_, index) => rows[index]?.length === 1);
    if (row === undefined || head === undefined || subject === undefined) throw httpProblem('subject.not-found');
    const deadline = this.rows.map(Deadline, row);
    return { deadline, head: head as Head, shown: this.shown(subject, deadline) };
  }

  private get files(): string[] {
    return [...new Set(this.subjects.flatMap(({ within }) => (within === undefined ? [] : [this.rows.table(within.entity)])))];
  }

  private shown({ entity, within }: Subject, { subjectId, withinId }: Deadline): Query[] {
    const own = this.rows.has(entity, 'nextDue') && within?.entity !== entity ? [refreshNextDue(this.rows.table(entity), [subjectId])] : [];
    return within === undefined || withinId === null ? own : [...own, refreshWithin(this.rows.table(within.entity), [withinId])];
  }

  /** An amount that the rung does not allow is a fault of the request. */
  private changed({ change }: ClockCommand, facts: ClockFacts): Deadline {
    try {
      return change(this.clocks, facts);
    } catch (error) {
      if (!(error instanceof ClockError)) throw error;
      throw httpProblem('request.invalid', { members: { errors: [{ path: 'amount', code: error.code, message: AMOUNT }] } });
    }
  }

  private async write(transaction: Transaction, { at, claims }: Acting, { locked, move, after, data }: { locked: Locked; move: Move; after: Deadline; data: Readonly<Record<string, unknown>> }): Promise<void> {
    const { deadline: before, head, shown } = locked;
    const { subjectType, subjectId, id, kind } = before;
    const [event = ''] = move.emits;
    const recorded = record({ subjectType, subjectId, at, actor: claims.actor, event, data: { deadlineId: id, kind, command: move.command, before: dates(before), after: dates(after), ...data } }, head);
    const updates = [saveDeadline(after), { statement: MOVE_HEAD, values: headValues(recorded) }, ...shown];
    const results = await transaction.batch([...updates, transaction.insert(recordInserts([recorded], [outboxRow(event, 'deadline', id, recorded.entry.seq, at)]))]);
    if (updates.some((_, index) => results[index]?.length !== 1)) throw new Error('A clock command lost a row that it had locked');
  }
}

const AMOUNT = { zh: '延长的数量：法律定有天数的不填，未定的须填写且不得超出上限', en: 'Leave the amount out where the law fixes it; give it, within its bounds, where it does not' };

function allowed(state: string, { command, input }: ClockCommand, facts: ClockFacts): Move {
  const decision = decide({ lifecycle: DEADLINE_LIFECYCLE, guards: DEADLINE_GUARDS, state, command, facts, input });
  if (!decision.ok) throw refusal('deadline', state, command, decision);
  return decision.move;
}

function dates({ status, legalDue, safeDue, provisional }: Deadline): object {
  return { status, legalDue, safeDue, provisional };
}
