import type { Gather } from '../../platform/workflow/workflow.js';

const DUES = { name: 'dues-of-proceeding', text: 'SELECT DISTINCT ON (kind) kind, legal_due AS due FROM deadline WHERE subject_id = $1 AND ended_at IS NULL ORDER BY kind, id DESC' };

/** For guards that ask whether time has run out: `dues`, the last instant in law of each clock that has not ended, overdue or not, and `now`. One that is paused has none. */
export function duesOf(id: string, at: Date): Gather {
  return {
    queries: [{ statement: DUES, values: [id] }],
    facts: ([rows = []]) => ({ now: at, dues: Object.fromEntries((rows as readonly { kind: string; due: Date | null }[]).flatMap(({ kind, due }) => (due === null ? [] : [[kind, due]]))) }),
  };
}
