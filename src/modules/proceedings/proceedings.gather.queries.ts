import type { Query, Statement } from '../../platform/database/database.js';
import type { Subject } from '../../platform/workflow/subject.js';
import type { Gather } from '../../platform/workflow/workflow.js';
import type { Gathered, Sibling } from './domain/proceeding.guards.js';
import type { ProceedingColumns } from './proceeding.entity.js';

/** Who mediated between the parties keeps out of every decision on them; who wrote the minutes does not. */
const SIBLING = `replace(p.tableoid::regclass::text, '_', '-') AS kind, p.kind AS variant, p.id, p.parent_id AS "parentId", p.number, p.state, p.ended_at IS NOT NULL AS ended, p.marks, p.agency,
  CASE WHEN p.tableoid::regclass::text = 'mediation' THEN p.members ELSE '[]' END AS members`;
const RECUSED = (file: string): string => `SELECT officer AS account FROM case_recusal WHERE case_id = ${file} AND decision = 'granted' UNION SELECT member FROM recusal_request WHERE case_id = ${file} AND decision = 'granted'`;

const OF_CASE: readonly Statement[] = [
  { name: 'proceedings-of-case', text: `SELECT ${SIBLING} FROM proceeding p WHERE p.case_id = $1 ORDER BY p.id` },
  { name: 'recused-of-case', text: RECUSED('$1') },
];

type SiblingRow = Sibling & { readonly members: readonly { readonly account: string; readonly role: string }[] };

/** What guards of a proceeding need from its case, read under the lock of the case. */
export function gatherOf<Row extends ProceedingColumns>({ lifecycle: { subject } }: Pick<Subject<Row>, 'lifecycle'>, id: string, more: Gather = { queries: [], facts: () => ({}) }): Gather {
  const table = subject.replaceAll('-', '_');
  const file = `(SELECT case_id FROM ${table} WHERE id = $1)`;
  const queries: Query[] = [
    { statement: { name: `siblings-of-${subject}`, text: `SELECT ${SIBLING} FROM proceeding p WHERE p.case_id = ${file} AND p.id <> $1 ORDER BY p.id` }, values: [id] },
    { statement: { name: `recused-of-${subject}`, text: RECUSED(file) }, values: [id] },
    { statement: { name: 'recusals-open', text: 'SELECT id FROM recusal_request WHERE proceeding_id = $1 AND decision IS NULL' }, values: [id] },
    ...more.queries,
  ];
  return { queries, facts: ([siblings = [], recused = [], open = [], ...rest]) => ({ ...gathered(subject, siblings, recused, open.length), ...more.facts(rest) }) };
}

export function gatherOfCase(caseId: string): Gather {
  return { queries: OF_CASE.map((statement) => ({ statement, values: [caseId] })), facts: ([siblings = [], recused = []]) => ({ ...gathered('', siblings, recused, 0) }) };
}

function gathered(subject: string, siblings: readonly object[], recused: readonly object[], openRecusals: number): Gathered {
  const rows = siblings as readonly SiblingRow[];
  const mediators = subject === 'mediation' ? [] : rows.flatMap(({ members }) => members.filter(({ role }) => role === 'mediator').map(({ account }) => account));
  return {
    siblings: rows.map(({ kind, variant, id, parentId, number, state, ended, marks, agency }) => ({ kind, variant, id, parentId, number, state, ended, marks, agency })),
    excluded: [...new Set([...(recused as readonly { account: string }[]).map(({ account }) => account), ...mediators])],
    openRecusals,
  };
}

/** From now on the agency sees the case: a proceeding of the case is with it. */
export function involving(caseId: string, agency: string): Query {
  return { statement: INVOLVE, values: [caseId, agency] };
}

const INVOLVE: Statement = { name: 'case-involve', text: 'UPDATE case_file SET involved = CASE WHEN $2 = agency OR $2 = ANY(involved) THEN involved ELSE involved || $2 END WHERE id = $1 RETURNING id' };
