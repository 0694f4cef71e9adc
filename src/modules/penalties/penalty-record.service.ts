import { newId } from '../../platform/database/id.js';
import { insertInto } from '../../platform/database/insert-statements.js';
import type { Acting } from '../../platform/http/acting.js';
import type { Also } from '../../platform/workflow/workflow.js';
import type { MemberDto } from '../proceedings/index.js';
import type { Penalty } from './penalty.entity.js';
import { PenaltyRecord, type RecordKind } from './penalty-record.entity.js';

interface Written {
  readonly kind: RecordKind;
  /** RFC 3339; the instant of the request where left out. */
  readonly at?: string;
  readonly until?: string;
  readonly place?: string;
  /** Who acted; who wrote it down where left out. */
  readonly members?: readonly MemberDto[];
  readonly evidence?: string;
  readonly party?: string;
  readonly content: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** An act put on record, written with the move that makes it. */
export function recorded({ at: now, claims: { actor } }: Acting, { id: penaltyId, caseId }: Penalty, written: Written): Also {
  const { kind, at, until, place = null, members = [{ account: actor, role: 'clerk' }], evidence = null, party = null, content, details = {} } = written;
  const people = members.map(({ account, role, credential }) => given({ account, role, credential }) as PenaltyRecord['people'][number]);
  const row: PenaltyRecord = { id: newId(), penaltyId, caseId, kind, at: instant(at) ?? now, until: instant(until), place, people, evidence, party, content, details: given(details), writtenBy: actor, writtenAt: now };
  return { inserts: [insertInto(PenaltyRecord, row)] };
}

function instant(text: string | undefined): Date | null {
  return text === undefined ? null : new Date(text);
}

function given(details: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));
}
