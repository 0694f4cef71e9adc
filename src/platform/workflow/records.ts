import { chainEntry } from '../../kernel/ledger/index.js';
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
  // What is hashed is what the database gives back: dates as text, absent members gone.
  const plain = JSON.parse(JSON.stringify(data)) as Record<string, unknown>;
  const link = chainEntry(previous, { ...rest, at: at.toISOString(), data: plain });
  const { seq, sha256, sm3, prevSha256, prevSm3 } = link;
  const { subjectType, subjectId } = fact;
  return {
    entry: { ...rest, at, data: plain, seq, sha256, sm3, prevSha256, prevSm3 },
    head: { subjectType, subjectId, seq, sha256, sm3 },
  };
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

export function headValues({ head }: Recorded): unknown[] {
  return [head.subjectType, head.subjectId, head.seq, head.sha256, head.sm3];
}
