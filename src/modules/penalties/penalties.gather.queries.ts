import type { Acting } from '../../platform/http/acting.js';
import type { Gather } from '../../platform/workflow/workflow.js';
import { moneyGather } from '../fines/index.js';

/** The last clock of a kind, whether it runs or not: a period that was cut short by its use still says when it would have ended. */
const CLOCKS = { name: 'penalty-clocks', text: `SELECT DISTINCT ON (kind) kind, legal_due AS "legalDue" FROM deadline WHERE subject_id = $1 AND kind IN ('hearing.request', 'hearing.notice') ORDER BY kind, id DESC` };
const PARTY = {
  name: 'penalty-party-known', text: `SELECT id FROM case_party WHERE id = $2 AND case_id = (SELECT case_id FROM penalty WHERE id = $1) AND removed_at IS NULL AND role NOT IN ('complainant-right-holder', 'agent', 'witness')`,
};
const NATURAL = { name: 'penalty-party-natural', text: 'SELECT c.person_id IS NOT NULL AS natural FROM penalty p JOIN case_party c ON c.id = p.party WHERE p.id = $1' };

/** What the guards of the table need besides what every proceeding knows of its case. */
export function penaltyGather({ at }: Acting, id: string): Gather {
  return {
    queries: [{ statement: CLOCKS, values: [id] }],
    facts: ([clocks = []]) => {
      const due = (kind: string): string | null => (clocks as { kind: string; legalDue: Date | null }[]).find((row) => row.kind === kind)?.legalDue?.toISOString() ?? null;
      return { now: at.toISOString(), hearingPeriodEnds: due('hearing.request'), hearingNoticeDue: due('hearing.notice') };
    },
  };
}

/** Besides, whether a party stands in the case as somebody who can be punished. */
export function partyGather(acting: Acting, id: string, party: string): Gather {
  return alongside(penaltyGather(acting, id), { queries: [{ statement: PARTY, values: [id, party] }], facts: ([found = []]) => ({ partyKnown: found.length === 1 }) });
}

/** Besides, whether the party is a natural person: other sums give it the right to a hearing. */
export function naturalGather(acting: Acting, id: string): Gather {
  return alongside(penaltyGather(acting, id), { queries: [{ statement: NATURAL, values: [id] }], facts: ([found = []]) => ({ naturalPerson: (found as { natural: boolean }[])[0]?.natural === true }) });
}

/** Besides, the money of the decision that is not settled yet. */
export function attackGather(acting: Acting, id: string): Gather {
  return alongside(penaltyGather(acting, id), moneyGather(id));
}

function alongside(one: Gather, other: Gather): Gather {
  const { length } = one.queries;
  return { queries: [...one.queries, ...other.queries], facts: (results) => ({ ...one.facts(results.slice(0, length)), ...other.facts(results.slice(length)) }) };
}
