import { createHash } from 'node:crypto';
import type { Deadline } from '../clocks/deadline.entity.js';
import type { Query, Statement } from '../database/database.js';
import type { EntityClass } from '../database/insert-statements.js';
import type { RowMapper } from '../database/row-mapper.js';
import type { SubjectRow } from './subject.js';

export const LOCK_HEAD: Statement = { name: 'lock-head', text: 'SELECT seq, sha256, sm3 FROM ledger_head WHERE subject_type = $1 AND subject_id = $2 FOR UPDATE' };
export const LOCK_DEADLINES: Statement = { name: 'lock-deadlines', text: 'SELECT * FROM deadline WHERE subject_id = $1 AND ended_at IS NULL ORDER BY id FOR UPDATE' };

const SAVE_DEADLINE: Statement = {
  name: 'save-deadline',
  text: `UPDATE deadline SET status = $2, agency = $3, region = $4, legal_due = $5, safe_due = $6, provisional = $7, derivation = $8, warnings = $9, pauses = $10, extensions = $11, ended_at = $12, overdue_at = $13,
         remind_at = $14, reminded_at = $15, version = $16
         WHERE id = $1 AND version = $16 - 1 AND ended_at IS NULL RETURNING id`,
};

export function lockSubject(rows: RowMapper, entity: EntityClass): Statement {
  const table = rows.table(entity);
  return { name: `lock-${table}`, text: `SELECT * FROM ${table} WHERE id = $1 FOR UPDATE` };
}

/** Locks the file that a row belongs to, before the row. */
export function lockWithin(rows: RowMapper, entity: EntityClass, within: EntityClass, property: string): Statement {
  const [table, file] = [rows.table(entity), rows.table(within)];
  const text = `SELECT id FROM ${file} WHERE id = (SELECT ${rows.column(entity, property)} FROM ${table} WHERE id = $1) FOR UPDATE`;
  return { name: `lock-within-${table}`, text };
}

/** A clock that goes on under another subject. Its dates stay. */
export function carryDeadline({ id, subjectType, subjectId, withinId, agency, intakeAgency, region, version }: Deadline): Query {
  return { statement: CARRY_DEADLINE, values: [id, subjectType, subjectId, withinId, agency, intakeAgency, region, version] };
}

const CARRY_DEADLINE: Statement = {
  name: 'carry-deadline',
  text: 'UPDATE deadline SET subject_type = $2, subject_id = $3, within_id = $4, agency = $5, intake_agency = $6, region = $7, version = $8 WHERE id = $1 AND version = $8 - 1 AND ended_at IS NULL RETURNING id',
};

/** The earliest date in a file, read again from all the clocks in it. `touchedAt`: when a person did something in it; null where it was time or the system. */
export function refreshWithin(file: string, ids: readonly string[], touchedAt: Date | null = null): Query {
  const text = `UPDATE ${file} s SET next_due = (SELECT min(d.safe_due) FROM deadline d WHERE d.within_id = s.id AND d.ended_at IS NULL), touched_at = coalesce($2, touched_at) WHERE s.id = ANY($1::uuid[]) RETURNING s.id`;
  return { statement: { name: `refresh-within-${file}`, text }, values: [ids, touchedAt] };
}

/** The update repeats what was read under the lock: state and version. */
export function saveSubject<Row extends SubjectRow>(rows: RowMapper, entity: EntityClass<Row>, before: Row, after: Row, patched: readonly string[]): Query {
  const table = rows.table(entity);
  const sets = patched.map((property, index) => `, ${rows.column(entity, property)} = $${index + 5}`);
  const values = patched.map((property) => rows.parameter(entity, property, after[property as keyof Row]));
  return {
    statement: { name: `save-${table}-${digest(patched)}`, text: `UPDATE ${table} SET state = $4, version = version + 1${sets.join('')} WHERE id = $1 AND state = $2 AND version = $3 RETURNING id` },
    values: [before.id, before.state, before.version, after.state, ...values],
  };
}

/** `deadline` is the row as it is to be, with the next version. */
export function saveDeadline(deadline: Deadline): Query {
  const { id, status, agency, region, legalDue, safeDue, provisional, derivation, warnings, pauses, extensions, endedAt, overdueAt, remindAt, remindedAt, version } = deadline;
  const json = (value: unknown): string => JSON.stringify(value);
  return { statement: SAVE_DEADLINE, values: [id, status, agency, region, legalDue, safeDue, provisional, json(derivation), json(warnings), json(pauses), json(extensions), endedAt, overdueAt, remindAt, remindedAt, version] };
}

/** PostgreSQL cuts names of statements off after 63 bytes, so that two long lists of columns could meet. */
function digest(columns: readonly string[]): string {
  return createHash('sha256').update(columns.join()).digest('hex').slice(0, 16);
}

/** What is due next on subjects, read again from their clocks, for the worklist. No change of the subjects themselves: their versions stay. */
export function refreshNextDue(table: string, ids: readonly string[]): Query {
  const text = `UPDATE ${table} s SET next_due = (SELECT min(d.safe_due) FROM deadline d WHERE d.subject_id = s.id AND d.ended_at IS NULL) WHERE s.id = ANY($1::uuid[]) RETURNING s.id`;
  return { statement: { name: `refresh-next-due-${table}`, text }, values: [ids] };
}

const HELD = new Map<string, Statement>();

/** The same update, held to changing one row. */
export function ofOneRow({ statement: { name, text }, values }: Query): Query {
  const statement = HELD.get(text) ?? { name, text: `WITH changed AS (${text}) SELECT sec.one_row(count(*), '${name}') FROM changed` };
  HELD.set(text, statement);
  return { statement, values };
}

const EXPIRE: Statement = {
  name: 'expire-deadlines',
  text: `UPDATE deadline d SET status = n.status, overdue_at = n.overdue_at, remind_at = NULL, version = n.version FROM unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::integer[]) AS n (id, status, overdue_at, version)
         WHERE d.id = n.id AND d.version = n.version - 1 AND d.ended_at IS NULL RETURNING d.id`,
};

/** Rows as they are to be, with the next version: what running out changes of a clock, of many in one statement. */
export function expireDeadlines(deadlines: readonly Deadline[]): Query {
  return { statement: EXPIRE, values: [deadlines.map(({ id }) => id), deadlines.map(({ status }) => status), deadlines.map(({ overdueAt }) => overdueAt), deadlines.map(({ version }) => version)] };
}

const REMIND: Statement = {
  name: 'remind-deadlines',
  text: `UPDATE deadline d SET remind_at = n.remind_at, reminded_at = $4 FROM unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[]) AS n (id, was, remind_at) WHERE d.id = n.id AND d.remind_at = n.was RETURNING d.id`,
};

/** Reminders are used up, each with the next one, if any. No change that anybody has to know of before a decision: the version stays. */
export function saveReminders(used: readonly { readonly deadline: Deadline; readonly next: Date | null }[], at: Date): Query {
  return { statement: REMIND, values: [used.map(({ deadline }) => deadline.id), used.map(({ deadline }) => deadline.remindAt), used.map(({ next }) => next), at] };
}
