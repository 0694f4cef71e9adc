import { legalDay } from '../../platform/clocks/clocks.js';
import type { Query, Statement } from '../../platform/database/database.js';
import type { Acting } from '../../platform/http/acting.js';
import type { Gather } from '../../platform/workflow/workflow.js';
import type { DuePart, Payment } from './domain/fine.rules.js';

const PAYMENTS: Statement = { name: 'fine-payments', text: 'SELECT item, amount, paid_on AS "paidOn", way, receipt FROM fine_payment WHERE fine_id = $1 ORDER BY id' };
const PLAN: Statement = { name: 'fine-plan', text: 'SELECT i.amount, i.due_on AS "dueOn" FROM fine f JOIN fine_instalment i ON i.fine_id = f.id AND i.plan = f.plan WHERE f.id = $1 ORDER BY i.position' };
const CLOCKS: Statement = { name: 'fine-clocks', text: `SELECT DISTINCT ON (kind) kind, legal_due AS "legalDue" FROM deadline WHERE subject_id = $1 AND kind IN ('enforcement.demand', 'enforcement.application') ORDER BY kind, id DESC` };
const DECISION: Statement = { name: 'fine-decision', text: "SELECT d.number FROM fine f JOIN official_document d ON d.subject_id = f.parent_id AND d.kind IN ('penalty-decision', 'on-the-spot-decision') WHERE f.id = $1 ORDER BY d.id DESC LIMIT 1" };

export interface FineGathered {
  readonly now: string;
  readonly today: string;
  readonly payments: readonly (Payment & { readonly way: string; readonly receipt: string })[];
  readonly plan: readonly DuePart[];
  readonly decision: string | null;
}

/** Payments and plan, of the fine itself. */
export function sumsOf(id: string): Query[] {
  return [PAYMENTS, PLAN].map((statement) => ({ statement, values: [id] }));
}

/** What guards and documents of a fine need besides what every proceeding knows of its case. */
export function fineGather({ at }: Acting, id: string): Gather {
  return {
    queries: [...sumsOf(id), ...[CLOCKS, DECISION].map((statement) => ({ statement, values: [id] }))],
    facts: ([payments = [], plan = [], clocks = [], decisions = []]) => {
      const due = (kind: string): string | null => (clocks as { kind: string; legalDue: Date | null }[]).find((clock) => clock.kind === kind)?.legalDue?.toISOString() ?? null;
      const [decision] = decisions as { number: string | null }[];
      return { now: at.toISOString(), today: legalDay(at), payments, plan, demandDue: due('enforcement.demand'), applicationDue: due('enforcement.application'), decision: decision?.number ?? null };
    },
  };
}
