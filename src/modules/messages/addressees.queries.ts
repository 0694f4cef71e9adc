import type { Statement } from '../../platform/database/database.js';
import type { About } from './data/moments.data.js';

/** Where an event leads: the matter, its agency, and who has it. */
export interface Found {
  /** Subject of the event. */
  readonly id: string;
  readonly aboutType: string;
  readonly aboutId: string;
  readonly number: string | null;
  /** Whose heads it concerns. */
  readonly agency: string | null;
  readonly owner: string | null;
  readonly person: string | null;
  readonly clock: string | null;
  readonly due: Date | null;
}

const NO_CLOCK = 'NULL AS clock, NULL::timestamptz AS due';
const CASE = `'case' AS "aboutType", f.id AS "aboutId", f.case_number AS number`;
const ofCase = (name: string, from: string, agency = 'f.agency'): Statement => ({
  name: `message-of-${name}`,
  text: `SELECT s.id, ${CASE}, ${agency} AS agency, f.assignee AS owner, NULL AS person, ${NO_CLOCK} FROM ${from} s JOIN case_file f ON f.id = s.case_id WHERE s.id = ANY($1::uuid[])`,
});
const byPerson = (name: string, type: string, columns: string, from: string): Statement => ({
  name: `message-of-${name}`,
  text: `SELECT s.id, '${type}' AS "aboutType", s.id AS "aboutId", NULL AS number, NULL AS agency, NULL AS owner, ${columns} AS person, ${NO_CLOCK} FROM ${from} s WHERE s.id = ANY($1::uuid[])`,
});

/** The clocks of rewards are told to nobody, nor are those of a party: its period is no duty of the office. */
const OF_CLOCK = `SELECT d.id, CASE WHEN f.id IS NULL THEN d.subject_type ELSE 'case' END AS "aboutType", coalesce(f.id, d.subject_id) AS "aboutId", coalesce(f.case_number, c.receipt_number) AS number,
    d.agency, f.assignee AS owner, NULL AS person, d.kind AS clock, d.legal_due AS due
  FROM deadline d LEFT JOIN case_file f ON f.id = CASE WHEN d.subject_type = 'case' THEN d.subject_id ELSE d.within_id END LEFT JOIN complaint c ON d.subject_type = 'complaint' AND c.id = d.subject_id
  WHERE d.id = ANY($1::uuid[]) AND d.holder = 'agency' AND d.subject_type <> 'reward'`;

/** What finds it, for each kind of subject. */
export const FOUND_BY: Readonly<Record<About, Statement>> = {
  case: { name: 'message-of-case', text: `SELECT f.id, ${CASE}, f.agency, f.assignee AS owner, NULL AS person, ${NO_CLOCK} FROM case_file f WHERE f.id = ANY($1::uuid[])` },
  clock: { name: 'message-of-clock', text: OF_CLOCK },
  urging: ofCase('urging', 'urging'),
  'urging-sender': { name: 'message-of-urging-sender', text: `SELECT s.id, ${CASE}, NULL AS agency, NULL AS owner, s.sent_by AS person, ${NO_CLOCK} FROM urging s JOIN case_file f ON f.id = s.case_id WHERE s.id = ANY($1::uuid[])` },
  supervision: ofCase('supervision', 'supervision'),
  supervisor: ofCase('supervisor', 'supervision', 's.agency'),
  step: ofCase('step', 'escalation_step', 's.told'),
  // A finding may be about the office and no single case.
  finding: {
    name: 'message-of-finding',
    text: `SELECT s.id, CASE WHEN f.id IS NULL THEN 'inspection-finding' ELSE 'case' END AS "aboutType", coalesce(f.id, s.id) AS "aboutId", f.case_number AS number, s.agency, f.assignee AS owner, NULL AS person, ${NO_CLOCK}
           FROM inspection_finding s LEFT JOIN case_file f ON f.id = s.case_id WHERE s.id = ANY($1::uuid[])`,
  },
  measure: ofCase('measure', 'proceeding', 's.agency'),
  reply: { name: 'message-of-reply', text: `SELECT s.id, 'reply' AS "aboutType", s.id AS "aboutId", NULL AS number, s.agency, NULL AS owner, NULL AS person, ${NO_CLOCK} FROM reply_obligation s WHERE s.id = ANY($1::uuid[])` },
  recall: { name: 'message-of-recall', text: `SELECT s.id, 'registry-recall' AS "aboutType", s.id AS "aboutId", NULL AS number, s.agency, NULL AS owner, NULL AS person, ${NO_CLOCK} FROM registry_recall s WHERE s.id = ANY($1::uuid[])` },
  'watch-alert': { name: 'message-of-watch-alert', text: `SELECT s.id, 'watch-alert' AS "aboutType", s.id AS "aboutId", NULL AS number, s.agency, NULL AS owner, NULL AS person, ${NO_CLOCK} FROM watch_alert s WHERE s.id = ANY($1::uuid[])` },
  import: byPerson('import', 'import', 's.uploaded_by', 'complaint_import'),
  'bulk-command': byPerson('bulk-command', 'bulk-command', 's.asked_by', 'bulk_command'),
};
