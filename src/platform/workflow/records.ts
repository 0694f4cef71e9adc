import { chainEntry } from '../../kernel/ledger/index.js';
import type { Query } from '../database/database.js';
import { newId } from '../database/id.js';
import { insertInto, type Insert } from '../database/insert-statements.js';
import { LedgerEntry, LedgerHead } from '../ledger/ledger-entry.entity.js';
import { OutboxRow } from '../outbox/outbox.entity.js';

export interface Head {
  readonly seq: number;
  readonly sha256: string;
  readonly sm3: string;
}

/** A fact about to be recorded. `data` is canonical JSON without personal data. */
export interface Fact {
  readonly subjectType: string;
  readonly subjectId: string;
  readonly at: Date;
  readonly actor: string;
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface Recorded {
  readonly entry: LedgerEntry;
  readonly head: LedgerHead;
}

/** The next entry of the subject's chain. */
export function record(fact: Fact, previous: Head | null): Recorded {
  const { at, data, ...rest } = fact;
  const plain = plainOf(data) as Record<string, unknown>;
  const link = chainEntry(previous, { ...rest, at: at.toISOString(), data: plain });
  const { seq, sha256, sm3, prevSha256, prevSm3 } = link;
  const { subjectType, subjectId } = fact;
  return {
    entry: { ...rest, at, data: plain, seq, sha256, sm3, prevSha256, prevSm3 },
    head: { subjectType, subjectId, seq, sha256, sm3 },
  };
}

/**
 * What is hashed is what the database gives back, as JSON would have it: dates as text, absent members gone. What JSON cannot carry
 * stays as it is, so that the hash refuses it.
 */
function plainOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => (item === undefined ? null : plainOf(item)));
  const { toJSON } = value as { toJSON?: () => unknown };
  return typeof toJSON === 'function' ? plainOf(toJSON.call(value)) : plainObject(value as Readonly<Record<string, unknown>>);
}

function plainObject(object: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const plain: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(object)) if (item !== undefined) define(plain, name, plainOf(item));
  return plain;
}

/** Assigned, a member of this name would become the prototype. */
function define(object: Record<string, unknown>, name: string, value: unknown): void {
  if (name === '__proto__') Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
  else object[name] = value;
}

/** Ledger entries and the outbox rows that tell of them. */
export function recordInserts(recorded: readonly Recorded[], events: readonly OutboxRow[]): Insert[] {
  return [insertInto(LedgerEntry, ...recorded.map(({ entry }) => entry)), insertInto(OutboxRow, ...events)];
}

export function outboxRow(event: string, subjectType: string, subjectId: string, seq: number, createdAt: Date): OutboxRow {
  return { id: newId(), event, subjectType, subjectId, seq, createdAt, dispatchedAt: null, remaining: null, completedAt: null };
}

export function newHead(recorded: Recorded): Insert {
  return insertInto(LedgerHead, recorded.head);
}

export const MOVE_HEAD = {
  name: 'move-ledger-head',
  text: 'UPDATE ledger_head SET seq = $3, sha256 = $4, sm3 = $5 WHERE subject_type = $1 AND subject_id = $2 RETURNING seq',
};

/** Many heads in one statement; a chain may be there once only. */
export function moveHeads(recorded: readonly Recorded[]): Query {
  const heads = recorded.map(({ head }) => head);
  const values = [heads.map(({ subjectType }) => subjectType), heads.map(({ subjectId }) => subjectId), heads.map(({ seq }) => seq), heads.map(({ sha256 }) => sha256), heads.map(({ sm3 }) => sm3)];
  return { statement: MOVE_HEADS, values };
}

const MOVE_HEADS = {
  name: 'move-ledger-heads',
  text: `UPDATE ledger_head h SET seq = n.seq, sha256 = n.sha256, sm3 = n.sm3 FROM unnest($1::text[], $2::uuid[], $3::integer[], $4::text[], $5::text[]) AS n (subject_type, subject_id, seq, sha256, sm3)
         WHERE h.subject_type = n.subject_type AND h.subject_id = n.subject_id RETURNING h.seq`,
};

export function headValues({ head }: Recorded): unknown[] {
  return [head.subjectType, head.subjectId, head.seq, head.sha256, head.sm3];
}
