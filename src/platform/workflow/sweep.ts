import type { Clocks } from '../clocks/clocks.js';
import { Deadline } from '../clocks/deadline.entity.js';
import { expired, leadsTo } from '../clocks/transitions.js';
import { systemClaims } from '../database/claims.js';
import type { Database, Query, Statement, Transaction } from '../database/database.js';
import type { RowMapper } from '../database/row-mapper.js';
import type { OutboxRow } from '../outbox/outbox.entity.js';
import type { Expiry } from './expiry.js';
import { moveHeads, outboxRow, record, recordInserts, type Head, type Recorded } from './records.js';
import { expireDeadlines, refreshNextDue, refreshWithin, saveDeadline, saveReminders } from './statements.js';
import type { Subject } from './subject.js';

const BATCH = 100;
// The head is locked with the deadline, so that a command on the same subject and the sweep never wait for each other in a ring.
const HEAD = 'JOIN ledger_head h ON h.subject_type = d.subject_type AND h.subject_id = d.subject_id';
const COLUMNS = 'd.*, h.seq AS head_seq, h.sha256 AS head_sha256, h.sm3 AS head_sm3';
const DUE: Statement = {
  name: 'sweep-due',
  text: `SELECT ${COLUMNS} FROM deadline d ${HEAD} WHERE d.status = 'running' AND d.legal_due < $1 ORDER BY d.legal_due, d.id LIMIT ${BATCH} FOR UPDATE OF d, h SKIP LOCKED`,
};
const REMIND: Statement = {
  name: 'sweep-remind',
  text: `SELECT ${COLUMNS} FROM deadline d ${HEAD} WHERE d.status = 'running' AND d.remind_at <= $1 AND d.legal_due >= $1 ORDER BY d.remind_at, d.id LIMIT ${BATCH} FOR UPDATE OF d, h SKIP LOCKED`,
};
const PROVISIONAL: Statement = { name: 'sweep-provisional-kinds', text: 'SELECT DISTINCT subject_type AS "subjectType" FROM deadline WHERE provisional AND ended_at IS NULL' };
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

interface Found {
  readonly deadline: Deadline;
  readonly head: Head;
}

interface Change {
  readonly found: Found;
  /** The row as it is to be. */
  readonly after: Deadline;
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What time does to clocks: it reminds of them, makes them overdue, and a newly loaded calendar moves those that were provisional. */
export class Sweep {
  constructor(
    private readonly database: Database,
    private readonly clocks: Clocks,
    private readonly rows: RowMapper,
    private readonly subjects: readonly Subject[],
    /** What happens by itself when a clock runs out; comes before clocks are marked. */
    readonly expiry: Expiry,
  ) {}

  /** Marks deadlines whose last legal instant has passed. Returns how many; a full batch means that there may be more. */
  overdue(at: Date): Promise<{ marked: number; more: boolean }> {
    return this.batch(DUE, at, (changes) => expireDeadlines(changes.map(({ after }) => after)), (found) => {
      const late = { ...expired(found.deadline, at), version: found.deadline.version + 1 };
      return { found, after: late, event: 'deadline.overdue', data: { deadlineId: late.id, kind: late.kind, legalDue: late.legalDue, basis: late.basis } };
    });
  }

  /** Reminds of what is due soon. Reminders that were missed come as one. Each is used up in the transaction that reminds. */
  remind(at: Date): Promise<{ marked: number; more: boolean }> {
    const save = (changes: readonly Change[]): Query => saveReminders(changes.map(({ found: { deadline }, after }) => ({ deadline, next: after.remindAt })), at);
    return this.batch(REMIND, at, save, (found) => {
      const { id, kind, holder, legalDue, safeDue, remindAt } = found.deadline;
      return { found, after: { ...found.deadline, remindAt: this.clocks.nextReminder(found.deadline, at) }, event: 'deadline.reminder', data: { deadlineId: id, kind, holder, remindAt, legalDue, safeDue } };
    });
  }

  /** Counts provisional deadlines again and records those that a new calendar has changed. Returns how many changed. */
  async recount(at: Date): Promise<number> {
    let changed = 0;
    const rows = await this.database.read<{ subjectType: string }>(systemClaims('sweeper'), PROVISIONAL, []);
    // Subjects without such a clock are not looked at: their tables may be locked by whoever changes them.
    const subjects = this.subjects.filter(({ lifecycle }) => rows.some(({ subjectType }) => subjectType === lifecycle.subject));
    for (const subject of subjects) for (let after: string | null = FIRST_ID; after !== null; ) after = await this.recountBatch(subject, at, after, (count) => (changed += count));
    return changed;
  }

  private batch(statement: Statement, at: Date, save: (changes: readonly Change[]) => Query, change: (found: Found) => Change): Promise<{ marked: number; more: boolean }> {
    return this.database.transact(systemClaims('sweeper'), [{ statement, values: [at] }], async (transaction, [raw = []]) => {
      const changes = this.found(raw).map(change);
      if (changes.length > 0) await this.write(transaction, changes, at, [save(changes)]);
      return { marked: raw.length, more: raw.length === BATCH };
    });
  }

  /** The id to go on behind; null when the batch was not full. The subject is locked too, for what is due next on it may change. */
  private recountBatch({ lifecycle, entity, within }: Subject, at: Date, after: string, tell: (count: number) => void): Promise<string | null> {
    const table = this.rows.table(entity);
    const provisional: Statement = {
      name: `sweep-provisional-${table}`,
      text: `SELECT ${COLUMNS} FROM deadline d JOIN ${table} s ON s.id = d.subject_id ${HEAD} WHERE d.provisional AND d.ended_at IS NULL AND d.subject_type = $2 AND d.id > $1 ORDER BY d.id LIMIT ${BATCH} FOR UPDATE OF s, d, h SKIP LOCKED`,
    };
    return this.database.transact(systemClaims('sweeper'), [{ statement: provisional, values: [after, lifecycle.subject] }], async (transaction, [raw = []]) => {
      const found = this.found(raw);
      const changes = found.flatMap((one) => this.recounted(one, at));
      const ids = [...new Set(changes.map((change) => change.found.deadline.subjectId))];
      const files = [...new Set(changes.flatMap((change) => change.found.deadline.withinId ?? []))].sort();
      await this.write(transaction, changes, at, changes.map(({ after }) => saveDeadline(after)), [...(this.rows.has(entity, 'nextDue') ? [refreshNextDue(table, ids)] : []), ...(within === undefined ? [] : [refreshWithin(this.rows.table(within.entity), files)])]);
      tell(changes.length);
      return raw.length === BATCH ? (found.at(-1)?.deadline.id ?? null) : null;
    });
  }

  private recounted(found: Found, at: Date): Change[] {
    const before = found.deadline;
    const counted = this.clocks.recount(before);
    if (same(before, counted)) return [];
    // The notice of the year may show that the time had not run out when it was thought to have.
    const cleared = before.status === 'overdue' && counted.legalDue !== null && counted.legalDue >= at;
    const after = { ...counted, ...(cleared ? { status: leadsTo(before, 'clear', at) ?? before.status, overdueAt: null } : {}), version: before.version + 1 };
    return [{ found, after, event: 'deadline.recounted', data: { deadlineId: after.id, kind: after.kind, before: dates(before, cleared), after: dates(after, cleared) } }];
  }

  private found(raw: readonly object[]): Found[] {
    return raw.map((row) => {
      const { head_seq: seq, head_sha256: sha256, head_sm3: sm3 } = row as { head_seq: number; head_sha256: string; head_sm3: string };
      return { deadline: this.rows.map(Deadline, row), head: { seq, sha256, sm3 } };
    });
  }

  /** Two clocks of one subject in a batch follow each other in its chain. `also` may touch several rows. */
  private async write(transaction: Transaction, changes: readonly Change[], at: Date, saves: readonly Query[], also: readonly Query[] = []): Promise<void> {
    if (changes.length === 0) return;
    const heads = new Map<string, Recorded>();
    const recorded: Recorded[] = [];
    const events: OutboxRow[] = [];
    for (const { found: { deadline, head }, event, data } of changes) {
      const { subjectType, subjectId, id } = deadline;
      const next = record({ subjectType, subjectId, at, actor: 'system:sweeper', event, data }, heads.get(subjectId)?.head ?? head);
      heads.set(subjectId, next);
      recorded.push(next);
      events.push(outboxRow(event, 'deadline', id, next.entry.seq, at));
    }
    const results = await transaction.batch([...saves, moveHeads([...heads.values()]), ...also, transaction.insert(recordInserts(recorded, events))]);
    const written = results.slice(0, saves.length + 1).reduce((sum, rows) => sum + rows.length, 0);
    if (written !== changes.length + heads.size) throw new Error('The sweep lost a row that it had locked');
  }
}

function dates({ legalDue, safeDue, provisional, status }: Deadline, withStatus: boolean): object {
  return { legalDue, safeDue, provisional, ...(withStatus ? { status } : {}) };
}

function same(one: Deadline, other: Deadline): boolean {
  return one.provisional === other.provisional && one.legalDue?.getTime() === other.legalDue?.getTime() && one.safeDue?.getTime() === other.safeDue?.getTime();
}
