import type { Query, Statement } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { insertInto } from '../../platform/database/insert-statements.js';
import type { Acting } from '../../platform/http/acting.js';
import type { Also } from '../../platform/workflow/workflow.js';
import type { Member, MemberDto } from '../proceedings/index.js';
import type { AskIdentificationDto, BeginTestingDto, CarryOutDto, EndTestingDto, GoodDto, IdentificationDto, SendToTestingDto } from './holdings.dto.js';
import type { Held } from './holdings.gather.queries.js';
import { Examination, HeldGood, type CarriedOut, type HoldingColumns } from './holdings.entity.js';

const SETTLE: Statement = { name: 'held-good-settle', text: 'UPDATE held_good SET fate = $2, fate_at = $3, proceeds = $4 WHERE id = $1 AND fate IS NULL RETURNING id' };
const END: Statement = { name: 'examination-end', text: 'UPDATE examination SET ended_at = $2, report = $3, result = $4 WHERE id = $1 AND ended_at IS NULL RETURNING id' };

export type Place = Pick<HoldingColumns, 'id' | 'caseId'> & { readonly subject: 'preservation' | 'seizure' };

export function membersOf({ at }: Acting, members: readonly MemberDto[]): Member[] {
  const since = at.toISOString();
  return members.map(({ account, role, credential }) => ({ account, role, ...(credential === undefined ? {} : { credential }), since }));
}

export function shownMembers(members: readonly MemberDto[]): object[] {
  return members.map(({ account, credential }) => ({ account, credential }));
}

/** How it was carried out, as the row keeps it. */
export function carriedOut({ at, place, keptAt, partyPresent, witness, signed, remark, recording, urgency }: CarryOutDto & { readonly urgency?: string }): CarriedOut {
  return { at: new Date(at).toISOString(), place, keptAt, partyPresent, signed, ...(witness === undefined ? {} : { witness }), ...(remark === undefined ? {} : { remark }), ...(recording === undefined ? {} : { recording }), ...(urgency === undefined ? {} : { urgency }) };
}

/** The list, counted on the spot. */
export function listed({ id, caseId, subject }: Place, goods: readonly GoodDto[]): Also {
  const rows = goods.map(({ name, specification = null, unit, quantity, remark = null }, index): HeldGood => ({
    id: newId(), caseId, subject, holdingId: id, position: index + 1, name, specification, unit, quantity, remark, fate: null, fateAt: null, proceeds: null,
  }));
  return { inserts: [insertInto(HeldGood, ...rows)] };
}

export function shownGoods(goods: readonly GoodDto[]): object[] {
  return goods.map(({ name, specification, unit, quantity, remark }) => ({ name, specification, unit, quantity, remark }));
}

/** Goods that are still held, those named or all. */
export function heldGoods(held: readonly Held[], ids?: readonly string[]): object[] {
  return held.filter(({ id }) => ids === undefined || ids.includes(id)).map(({ name, specification, unit, quantity }) => ({ name, specification, unit, quantity }));
}

export function settled(ids: readonly string[], fate: string, at: Date, proceeds: string | null = null): Also {
  return { updates: ids.map((id): Query => ({ statement: SETTLE, values: [id, fate, at, proceeds] })) };
}

type Asked = { readonly id: string; readonly kind: string; readonly examiner: string; readonly goods: readonly string[]; readonly question: string; readonly from?: string; readonly until?: string };

/** A test or identification that begins; its id stands in the row until it ends. */
export function examined({ claims, at }: Acting, { id: holdingId, caseId, subject }: Place, { id, kind, examiner, goods, question, from, until }: Asked): Also {
  const row: Examination = { id, caseId, subject, holdingId, kind, examiner, goods: [...goods], question, fromDay: from ?? null, untilDay: until ?? null, endedAt: null, report: null, result: null, recordedBy: claims.actor, recordedAt: at };
  return { inserts: [insertInto(Examination, row)] };
}

export const asTesting = (id: string, { testing, institution, goods, question, from, until }: BeginTestingDto): Asked => ({ id, kind: testing, examiner: institution, goods, question, from, until });
export const asSent = (id: string, { testing, institution, question, until }: SendToTestingDto, goods: readonly string[]): Asked => ({ id, kind: testing, examiner: institution, goods, question, until });
export const asIdentification = (id: string, { rightHolder, goods, question }: AskIdentificationDto): Asked => ({ id, kind: 'identification', examiner: rightHolder, goods, question });

export function examinationEnded(id: string | null, { at, result, ...more }: Pick<EndTestingDto, 'at' | 'result' | 'report'> | IdentificationDto): Also {
  return id === null ? {} : { updates: [{ statement: END, values: [id, new Date(at), 'report' in more ? more.report : null, result] }] };
}
