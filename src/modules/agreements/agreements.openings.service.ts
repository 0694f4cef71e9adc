import { Injectable } from '@nestjs/common';
import { legalDay } from '../../platform/clocks/clocks.js';
import type { Acting } from '../../platform/http/acting.js';
import type { Opening } from '../../platform/workflow/workflow.js';
import { Proceedings, type CaseOfProceeding } from '../proceedings/index.js';
import { AGREEMENT_TERM } from './agreement-term.subject.js';

/** What an agreement says of one term. Amounts in CNY, days YYYY-MM-DD. */
export interface TermOrder {
  readonly debtor: string;
  readonly creditor: string;
  readonly text: string;
  readonly amount: string | null;
  readonly due: string;
}

const CLOCK = 'agreement.performance';
const DAY = 86_400_000;

/** Terms about to be opened with the agreement that they stand in. */
@Injectable()
export class AgreementOpenings {
  constructor(private readonly proceedings: Proceedings) {}

  /** One function for each term: it fills in what comes from the case. */
  opening(acting: Acting, { kind, agency, mediation, effectiveAt }: { kind: string; agency: string; mediation: string; effectiveAt: Date }, { debtor, creditor, text, amount, due }: TermOrder): Promise<(file: CaseOfProceeding) => Opening> {
    const own = { debtor, creditor, text, amount, paid: '0.00', dueOn: due, notarised: false, performedAt: null };
    return this.proceedings.opening(acting, { subject: AGREEMENT_TERM, prefix: 'LX', kind, source: 'agreement', agency, parentId: mediation, own, data: { dueOn: due, amount }, ...untilDue(effectiveAt, due) });
  }
}

/** The clock ends on the day agreed. What was due at once or before counts its one day from the day before it. */
function untilDue(effectiveAt: Date, due: string): { triggers: Record<string, Date>; amounts: Record<string, number> } {
  const days = Math.round((Date.parse(due) - Date.parse(legalDay(effectiveAt))) / DAY);
  if (days >= 1) return { triggers: { [CLOCK]: effectiveAt }, amounts: { [CLOCK]: days } };
  return { triggers: { [CLOCK]: new Date(Date.parse(`${due}T12:00:00+08:00`) - DAY) }, amounts: { [CLOCK]: 1 } };
}
