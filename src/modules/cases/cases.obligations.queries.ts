import type { Query } from '../../platform/database/database.js';
import type { Gather } from '../../platform/workflow/workflow.js';

/** Everything that keeps a case open, in one statement: kind, id, and the number for people. */
const OBLIGATIONS = {
  name: 'case-obligations',
  text: `SELECT 'reply' AS kind, r.id, r.source_system || ' ' || r.external_number AS number FROM complaint c JOIN reply_obligation r ON r.id = c.reply_id WHERE c.case_id = $1 AND r.state = 'owed'
         UNION ALL SELECT replace(p.tableoid::regclass::text, '_', '-'), p.id, p.number FROM proceeding p WHERE p.case_id = $1 AND p.ended_at IS NULL
         UNION ALL SELECT 'listing', l.id, l.party_name FROM listing l WHERE l.case_id = $1 AND l.state IN ('proposed', 'notice-issued', 'notified', 'consent-asked', 'consented') ORDER BY 2`,
};
const RECUSED = { name: 'case-recused', text: "SELECT officer FROM case_recusal WHERE case_id = $1 AND decision = 'granted'" };

const ABSENCE = { name: 'officer-absence', text: "SELECT max(until_at) AS until FROM absence WHERE officer = $1 AND state = 'planned' AND from_at <= $2 AND until_at > $2" };
const OPEN_OF = { name: 'open-cases-of', text: 'SELECT id, escalated_at IS NOT NULL AS escalated, escalated_for AS "escalatedFor" FROM case_file WHERE assignee = $1 AND rank_at IS NOT NULL ORDER BY id FOR UPDATE' };

/** Until when an officer is away, for the guards: `absentUntil`, null where he is not. */
export function absenceOf(officer: string, at: Date): { readonly query: Query; readonly facts: (rows: readonly object[]) => { absentUntil: Date | null } } {
  return { query: { statement: ABSENCE, values: [officer, at] }, facts: ([row]) => ({ absentUntil: (row as { until: Date | null } | undefined)?.until ?? null }) };
}

/** The open cases that an officer is in charge of, locked: `id`, whether it is on the list of the head (`escalated`), and why (`escalatedFor`). */
export function openCasesOf(officer: string): Query {
  return { statement: OPEN_OF, values: [officer] };
}

/** What the guards of a case need from other tables: who keeps out of it. `more` is asked in the same round trip. */
export function gatherFor(id: string, more: readonly Query[] = [], facts: Gather['facts'] = () => ({})): Gather {
  return {
    queries: [{ statement: RECUSED, values: [id] }, ...more],
    facts: ([recused = [], ...rest]) => ({ recused: (recused as { officer: string }[]).map(({ officer }) => officer), ...facts(rest) }),
  };
}

/** The same for what may end it: what is still owed. That looks into every kind of proceeding, so nobody asks it without need. */
export function gatherToClose(id: string, more: readonly Query[] = [], facts: Gather['facts'] = () => ({})): Gather {
  return gatherFor(id, [{ statement: OBLIGATIONS, values: [id] }, ...more], ([obligations = [], ...rest]) => ({ obligations, ...facts(rest) }));
}
