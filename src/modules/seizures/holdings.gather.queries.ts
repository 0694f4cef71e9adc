import { legalDay } from '../../platform/clocks/clocks.js';
import type { Query, Statement } from '../../platform/database/database.js';
import type { Acting } from '../../platform/http/acting.js';
import type { Gather } from '../../platform/workflow/workflow.js';
import { AGENCIES } from '../identity/index.js';
import { SEIZURE_POWERS } from './data/powers.data.js';
import { powerOn } from './domain/seizure.rules.js';

const HELD: Statement = { name: 'holding-goods', text: 'SELECT id, name, specification, unit, quantity, remark FROM held_good WHERE holding_id = $1 AND fate IS NULL ORDER BY position' };
const DECISION: Statement = { name: 'holding-decision', text: "SELECT number FROM official_document WHERE subject_id = $1 AND kind IN ('seizure-decision', 'preservation-notice') ORDER BY id LIMIT 1" };
const TERM: Statement = { name: 'holding-term', text: "SELECT legal_due AS \"legalDue\" FROM deadline WHERE subject_id = $1 AND kind = 'seizure.term' AND ended_at IS NULL" };
const LAW: Statement = { name: 'seizure-law', text: 'SELECT law FROM seizure WHERE id = $1' };
const EXAMINER: Statement = { name: 'seizure-examiner', text: 'SELECT e.examiner FROM examination e JOIN seizure s ON s.testing = e.id WHERE s.id = $1' };
const party = (table: string): Statement => ({ name: `${table}-party`, text: `SELECT c.id FROM ${table} h JOIN case_party c ON c.id = h.party AND c.case_id = h.case_id AND c.removed_at IS NULL WHERE h.id = $1` });
const REPLY_DUE: Statement = { name: 'assistance-due', text: "SELECT legal_due AS \"legalDue\" FROM deadline WHERE subject_id = $1 AND kind = 'assistance.reply' AND ended_at IS NULL" };

/** A good of the list that is still held, as documents state it. */
export interface Held {
  readonly id: string;
  readonly name: string;
  readonly specification: string | null;
  readonly unit: string;
  readonly quantity: string;
  readonly remark: string | null;
}

export interface HoldingGathered {
  readonly now: string;
  readonly today: string;
  readonly partyKnown: boolean;
  /** Ids, for the guards. */
  readonly held: readonly string[];
  readonly goodsHeld: readonly Held[];
  readonly decision: string | null;
  /** Institution of the test that is under way. */
  readonly examiner: string | null;
}

/** What guards and documents of a preservation or seizure need besides what every proceeding knows of its case. */
export function holdingGather(acting: Acting, table: 'preservation' | 'seizure', id: string): Gather {
  const { at } = acting;
  const queries: Query[] = [HELD, DECISION, party(table), ...(table === 'seizure' ? [TERM, LAW, EXAMINER] : [])].map((statement) => ({ statement, values: [id] }));
  return {
    queries,
    facts: ([goods = [], decisions = [], parties = [], ...seizure]) => {
      const goodsHeld = goods as Held[];
      const shared = { now: at.toISOString(), today: legalDay(at), partyKnown: parties.length === 1, held: goodsHeld.map((good) => good.id), goodsHeld, decision: first<{ number: string | null }>(decisions)?.number ?? null };
      return table === 'seizure' ? { ...shared, ...seizureFacts(acting, seizure) } : shared;
    },
  };
}

/** Whether the term is over, who would have to approve and how high the actor is. */
function seizureFacts({ at, agency }: Acting, [terms = [], laws = [], examiners = []]: readonly (readonly object[])[]): Readonly<Record<string, unknown>> {
  const examiner = first<{ examiner: string }>(examiners)?.examiner ?? null;
  return { ...powerFacts(legalDay(at), first<{ law: string }>(laws)?.law), level: levelOf(agency), termOver: isPast(first(terms), at), examiner };
}

function powerFacts(day: string, law = ''): Readonly<Record<string, unknown>> {
  const power = powerOn(SEIZURE_POWERS, law, day);
  return { approver: power?.approver ?? null, approvalBasis: power?.approval ?? null };
}

function levelOf(agency: string): string | null {
  return AGENCIES.find(({ code }) => code === agency)?.level ?? null;
}

function isPast(term: { legalDue: Date | null } | undefined, at: Date): boolean {
  return term?.legalDue instanceof Date && term.legalDue < at;
}

function first<Found>(rows: readonly object[]): Found | undefined {
  return rows[0] as Found | undefined;
}

export function assistanceGather({ at }: Acting, id: string): Gather {
  return {
    queries: [{ statement: REPLY_DUE, values: [id] }],
    facts: ([found = []]) => ({ now: at.toISOString(), due: first<{ legalDue: Date | null }>(found)?.legalDue?.toISOString() ?? null }),
  };
}
