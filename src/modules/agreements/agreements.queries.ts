import { Injectable } from '@nestjs/common';
import { legalDay } from '../../platform/clocks/clocks.js';
import { showDeadline } from '../../platform/clocks/show-deadline.js';
import { Database, type Statement } from '../../platform/database/database.js';
import type { Acting } from '../../platform/http/acting.js';
import type { Gather } from '../../platform/workflow/workflow.js';
import { ProceedingQueries, shownProceeding } from '../proceedings/index.js';
import type { AgreementTermDto, StepOffers } from './agreement-term.dto.js';
import { AGREEMENT_TERM } from './agreement-term.subject.js';
import { nextSteps, type DefaultFacts, type StepOffer } from './domain/agreement-term.rules.js';

/** The confirmation of the same agreement with the last days of its clocks, and whether a right is infringed. */
const FACTS: Statement = {
  name: 'agreement-term-facts',
  text: `SELECT (SELECT max(d.legal_due) FROM deadline d WHERE d.subject_id = t.id AND d.kind = 'agreement.performance') AS "performBy", t.kind AS mediation, t.notarised, f.right_type <> 'none' AS infringement, c.state,
           (SELECT max(d.legal_due) FROM deadline d WHERE d.subject_id = c.id AND d.kind = 'confirmation.application') AS "applyBy",
           (SELECT max(d.legal_due) FROM deadline d WHERE d.subject_id = c.id AND d.kind = 'execution.application') AS "executeBy"
         FROM agreement_term t JOIN case_file f ON f.id = t.case_id LEFT JOIN confirmation c ON c.parent_id = t.parent_id WHERE t.id = $1`,
};

interface Raw {
  readonly mediation: string;
  readonly notarised: boolean;
  /** The day agreed, or the day after it where it is a day off. */
  readonly performBy: Date | null;
  readonly infringement: boolean;
  readonly state: string | null;
  readonly applyBy: Date | null;
  readonly executeBy: Date | null;
}

@Injectable()
export class AgreementsQueries {
  constructor(
    private readonly database: Database,
    private readonly proceedings: ProceedingQueries,
  ) {}

  async one(acting: Acting, id: string): Promise<AgreementTermDto> {
    const { row, deadlines } = await this.proceedings.one(acting, AGREEMENT_TERM, id);
    const { debtor, creditor, text, amount, paid, dueOn, notarised, performedAt } = row;
    return { ...shownProceeding('agreement-term', row), debtor, creditor, text, amount, paid, dueOn, notarised, performedAt: performedAt?.toISOString() ?? null, deadlines: deadlines.map(showDeadline) };
  }

  /** The ways that a creditor has, open or not, by the law of today. */
  async steps(acting: Acting, id: string): Promise<StepOffers> {
    await this.proceedings.one(acting, AGREEMENT_TERM, id);
    const [found] = await this.database.read<Raw & object>(acting.claims, FACTS, [id]);
    return { items: found === undefined ? [] : offersOf(found, acting.at) };
  }
}

/** What guards of a term need from other tables. */
export function termFacts(id: string, at: Date): Gather {
  return {
    queries: [{ statement: FACTS, values: [id] }],
    facts: ([[found] = [undefined]]) => {
      const raw = found as Raw | undefined;
      return { pastDue: raw !== undefined && raw.performBy !== null && raw.performBy < at, offers: raw === undefined ? [] : offersOf(raw, at) };
    },
  };
}

function offersOf({ mediation, notarised, infringement, state, applyBy, executeBy }: Raw, at: Date): StepOffer[] {
  const day = (instant: Date | null): string | null => (instant === null ? null : legalDay(instant));
  const facts: DefaultFacts = { mediation, notarised, infringement, today: legalDay(at), confirmation: state === null ? null : { state, applyBy: day(applyBy), executeBy: day(executeBy) } };
  return nextSteps(facts);
}
