import { SUBJECTS } from '../../src/subjects.js';
import type { TestApp } from '../support/app.js';

/** What holds for a case after every step, whatever was done. Asked of PostgreSQL, with the login that sees everything; each query names what is wrong. */
const WRONG: Readonly<Record<string, string>> = {
  'a state that the history does not tell': `
    SELECT p.number || ': ' || p.state || ' but ' || coalesce(e.data->>'to', 'nothing') AS what FROM proceeding p
    LEFT JOIN LATERAL (SELECT data FROM ledger_entry WHERE subject_id = p.id AND data ? 'to' ORDER BY seq DESC LIMIT 1) e ON true WHERE p.case_id = $1 AND p.state IS DISTINCT FROM e.data->>'to'`,
  'a version that is not the number of moves': `
    SELECT p.number || ': ' || p.version AS what FROM proceeding p WHERE p.case_id = $1 AND p.version <> (SELECT count(*) FROM ledger_entry e WHERE e.subject_id = p.id AND e.data ? 'to')`,
  'a history with a hole': `
    SELECT subject_type || ' ' || subject_id AS what FROM ledger_entry WHERE subject_id IN (SELECT id FROM proceeding WHERE case_id = $1) GROUP BY 1 HAVING count(*) <> max(seq)`,
  'two clocks of one kind': `
    SELECT d.kind AS what FROM deadline d WHERE d.within_id = $1 AND d.ended_at IS NULL GROUP BY d.subject_id, d.kind HAVING count(*) > 1`,
  'a clock that no entry started': `
    SELECT d.kind AS what FROM deadline d WHERE d.within_id = $1 AND NOT EXISTS (
      SELECT 1 FROM ledger_entry e, jsonb_array_elements(coalesce(e.data->'clocks'->'started', '[]')) s WHERE s->>'id' = d.id::text)`,
  'a clock that was started and is gone': `
    SELECT e.subject_type || ' ' || (s->>'kind') AS what FROM ledger_entry e, jsonb_array_elements(coalesce(e.data->'clocks'->'started', '[]')) s
    WHERE e.subject_id IN (SELECT id FROM proceeding WHERE case_id = $1) AND NOT EXISTS (SELECT 1 FROM deadline d WHERE d.id::text = s->>'id')`,
  'an open clock of a proceeding that is closed to every command, which nobody outside may end either': `
    SELECT p.number || ' ' || d.kind AS what FROM proceeding p JOIN deadline d ON d.subject_id = p.id AND d.ended_at IS NULL WHERE p.case_id = $1 AND replace(p.tableoid::regclass::text, '_', '-') || ' ' || p.state = ANY($2) AND NOT EXISTS (SELECT 1 FROM deadline_kind k WHERE k.code = d.kind AND (k.rule->>'satisfiable')::boolean)`,
  'a date of the case that is not the earliest': `
    SELECT f.next_due::text AS what FROM case_file f WHERE f.id = $1 AND f.next_due IS DISTINCT FROM (SELECT min(safe_due) FROM deadline WHERE within_id = $1 AND ended_at IS NULL)`,
  'a closed case with an open proceeding': `
    SELECT p.number AS what FROM proceeding p JOIN case_file f ON f.id = p.case_id WHERE f.id = $1 AND f.state = 'closed' AND p.ended_at IS NULL`,
  'a document number left out': `
    SELECT signer || word || year AS what FROM official_document WHERE word IS NOT NULL GROUP BY signer, word, year HAVING count(*) <> max(serial) OR count(DISTINCT serial) <> count(*)`,
  'a member who keeps out': `
    SELECT p.number || ' ' || r.member AS what FROM proceeding p JOIN recusal_request r ON r.proceeding_id = p.id AND r.decision = 'granted' WHERE p.case_id = $1 AND p.members @> jsonb_build_array(jsonb_build_object('account', r.member))`,
};

/** States that wait for a clock, by table; typed nowhere else than in the lifecycles, whose words about clocks are what is tested here. */
const TIMED = SUBJECTS.flatMap(({ lifecycle: { subject, states } }) => Object.entries(states).flatMap(([state, { clocks }]) => (clocks === undefined ? [] : [{ subject, state, clocks }])));
const FINAL = SUBJECTS.flatMap(({ lifecycle: { subject, states } }) => Object.entries(states).flatMap(([state, { final }]) => (final === true ? [`${subject} ${state}`] : [])));

export async function wrongIn(app: TestApp, caseId: string): Promise<string[]> {
  const found: string[] = [];
  for (const [name, text] of Object.entries(WRONG)) {
    const rows = await app.sql.admin<{ what: string }>(text, text.includes('$2') ? [caseId, FINAL] : text.includes('$1') ? [caseId] : []);
    found.push(...rows.map(({ what }) => `${name}: ${what}`));
  }
  return [...found, ...(await unbounded(app, caseId))];
}

/** Suits with foreign elements have no limit for the trial (民事诉讼法第二百八十七条). */
const FOREIGN = 'EXISTS (SELECT 1 FROM civil_suit s WHERE s.id = p.id AND s.parties @> \'[{"abroad": true}]\')';

/** Whatever waits has a running clock of those that its state names; paused and late ones count, ended ones do not. */
async function unbounded(app: TestApp, caseId: string): Promise<string[]> {
  const rows = await app.sql.admin<{ subject: string; state: string; number: string; kinds: string[] }>(
    `SELECT replace(p.tableoid::regclass::text, '_', '-') AS subject, p.state, p.number, array(SELECT d.kind FROM deadline d WHERE d.subject_id = p.id AND d.ended_at IS NULL) AS kinds FROM proceeding p WHERE p.case_id = $1 AND NOT ${FOREIGN}`, [caseId]);
  return rows.flatMap(({ subject, state, number, kinds }) => {
    const timed = TIMED.find((one) => one.subject === subject && one.state === state);
    return timed === undefined || kinds.some((kind) => timed.clocks.includes(kind)) ? [] : [`no clock runs: ${subject} ${number} in ${state} waits for ${timed.clocks.join(' or ')}`];
  });
}
