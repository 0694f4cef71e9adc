import type { Clocks } from '../clocks/clocks.js';
import { Deadline } from '../clocks/deadline.entity.js';
import { systemClaims } from '../database/claims.js';
import type { Database, Query, Statement, Transaction } from '../database/database.js';
import type { RowMapper } from '../database/row-mapper.js';
import type { OutboxRow } from '../outbox/outbox.entity.js';
import { headValues, MOVE_HEAD, outboxRow, record, recordInserts, type Head, type Recorded } from './records.js';
import { saveDeadline } from './statements.js';

const BATCH = 100;
// The head is locked with the deadline, so that a command on the same subject and the sweep never wait for each other in a ring.
const HEAD = 'JOIN ledger_head h ON h.subject_type = d.subject_type AND h.subject_id = d.subject_id';
const COLUMNS = 'd.*, h.seq AS head_seq, h.sha256 AS head_sha256, h.sm3 AS head_sm3';
const DUE: Statement = {
  name: 'sweep-due',
  text: `SELECT ${COLUMNS} FROM deadline d ${HEAD} WHERE d.status = 'running' AND d.legal_due < $1 ORDER BY d.legal_due, d.id LIMIT ${BATCH} FOR UPDATE OF d, h SKIP LOCKED`,
};
const PROVISIONAL: Statement = {
  name: 'sweep-provisional',
  text: `SELECT ${COLUMNS} FROM deadline d ${HEAD} WHERE d.provisional AND d.ended_at IS NULL AND d.id > $1 ORDER BY d.id LIMIT ${BATCH} FOR UPDATE OF d, h SKIP LOCKED`,
};
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

interface Found {
  readonly deadline: Deadline;
  readonly head: Head;
}

interface Change {
  readonly deadline: Deadline;
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What time does to clocks: it makes them overdue, and a newly loaded calendar moves those that were provisional. */
export class Sweep {
  constructor(
    private readonly database: Database,
    private readonly clocks: Clocks,
    private readonly rows: RowMapper,
  ) {}

  /** Marks deadlines whose last legal instant has passed. Returns how many; a full batch means that there may be more. */
  async overdue(at: Date): Promise<{ marked: number; more: boolean }> {
    return this.database.transact(systemClaims('sweeper'), [{ statement: DUE, values: [at] }], async (transaction, [raw = []]) => {
      const changes = this.found(raw).map(({ deadline, head }) => {
        const late: Deadline = { ...deadline, version: deadline.version + 1, status: 'overdue', overdueAt: at };
        return { head, change: { deadline: late, event: 'deadline.overdue', data: { deadlineId: late.id, kind: late.kind, legalDue: late.legalDue, basis: late.basis } } };
      });
      await this.write(transaction, changes, at);
      return { marked: changes.length, more: raw.length === BATCH };
    });
  }

  /** Counts provisional deadlines again and records those that a new calendar has changed. Returns how many changed. */
  async recount(at: Date): Promise<number> {
    let changed = 0;
    for (let after: string | null = FIRST_ID; after !== null; ) {
      const from: string = after;
      after = await this.database.transact(systemClaims('sweeper'), [{ statement: PROVISIONAL, values: [from] }], async (transaction, [raw = []]) => {
        const found = this.found(raw);
        const changes = found.flatMap(({ deadline, head }) => {
          const next = { ...this.clocks.recount(deadline), version: deadline.version + 1 };
          return same(deadline, next) ? [] : [{ head, change: recounted(deadline, next) }];
        });
        await this.write(transaction, changes, at);
        changed += changes.length;
        return raw.length === BATCH ? (found.at(-1)?.deadline.id ?? null) : null;
      });
    }
    return changed;
  }

  private found(raw: readonly object[]): Found[] {
    return raw.map((row) => {
      const { head_seq: seq, head_sha256: sha256, head_sm3: sm3 } = row as { head_seq: number; head_sha256: string; head_sm3: string };
      return { deadline: this.rows.map(Deadline, row), head: { seq, sha256, sm3 } };
    });
  }

  /** Two clocks of one subject in a batch follow each other in its chain. */
  private async write(transaction: Transaction, changes: readonly { head: Head; change: Change }[], at: Date): Promise<void> {
    if (changes.length === 0) return;
    const heads = new Map<string, Recorded>();
    const recorded: Recorded[] = [];
    const events: OutboxRow[] = [];
    for (const { head, change } of changes) {
      const { subjectType, subjectId, id } = change.deadline;
      const next = record({ subjectType, subjectId, at, actor: 'system:sweeper', event: change.event, data: change.data }, heads.get(subjectId)?.head ?? head);
      heads.set(subjectId, next);
      recorded.push(next);
      events.push(outboxRow(change.event, 'deadline', id, next.entry.seq, at));
    }
    const updates: Query[] = [...changes.map(({ change }) => saveDeadline(change.deadline)), ...[...heads.values()].map((last) => ({ statement: MOVE_HEAD, values: headValues(last) }))];
    const results = await transaction.batch([...updates, transaction.insert(recordInserts(recorded, events))]);
    if (updates.some((_, index) => results[index]?.length !== 1)) throw new Error('The sweep lost a row that it had locked');
  }
}

function recounted(before: Deadline, next: Deadline): Change {
  const due = ({ legalDue, safeDue, provisional }: Deadline): object => ({ legalDue, safeDue, provisional });
  return { deadline: next, event: 'deadline.recounted', data: { deadlineId: next.id, kind: next.kind, before: due(before), after: due(next) } };
}

function same(one: Deadline, other: Deadline): boolean {
  return one.provisional === other.provisional && one.legalDue?.getTime() === other.legalDue?.getTime() && one.safeDue?.getTime() === other.safeDue?.getTime();
}
