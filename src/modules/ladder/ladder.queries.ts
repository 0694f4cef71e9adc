import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../../platform/database/database.js';
import { RowMapper } from '../../platform/database/row-mapper.js';
import type { Acting } from '../../platform/http/acting.js';
import { decodeCursor, pageOf, type Page } from '../../platform/http/pagination.js';
import { LADDER } from './data/ladder.data.js';
import type { StepCondition } from './domain/ladder.rules.js';
import { EscalationStep } from './escalation-step.entity.js';
import type { EscalationStepDto, EscalationStepQuery } from './ladder.dto.js';

export const BATCH = 100;
const NOT_YET = (cause: string): string => `NOT EXISTS (SELECT 1 FROM escalation_step s WHERE s.cause = ${cause} AND s.rule = $1)`;
const CLOCK = 'd.id AS cause, d.kind, d.legal_due AS due, NULL::int AS count';
const ALL = '$4::uuid[] IS NULL';
const SOME = (cause: string): string => `${cause} = ANY ($4::uuid[])`;

// $1 rule, $2 the date that a clock has come to or passed, or the number of urgings, $3 now or the channel, $4 clocks, urgings or cases that are asked about.
const WARNED = `SELECT d.within_id AS "caseId", ${CLOCK} FROM deadline d WHERE d.status = 'running' AND d.reminded_at IS NOT NULL AND d.holder = 'agency' AND d.within_id IS NOT NULL
  AND d.safe_due <= $2::timestamptz AND d.legal_due >= $3::timestamptz AND ${NOT_YET('d.id')}`;
const LATE = `SELECT d.within_id AS "caseId", ${CLOCK} FROM deadline d WHERE d.status = 'overdue' AND d.holder = 'agency' AND d.within_id IS NOT NULL
  AND d.legal_due <= $2::timestamptz AND $3::timestamptz IS NOT NULL AND ${NOT_YET('d.id')}`;
const UNANSWERED = `SELECT u.case_id AS "caseId", ${CLOCK} FROM deadline d JOIN urging u ON u.id = d.subject_id WHERE d.subject_type = 'urging' AND d.status = 'overdue'
  AND d.legal_due <= $2::timestamptz AND $3::timestamptz IS NOT NULL AND ${NOT_YET('d.id')}`;
const URGED = (asked: string): string => `SELECT u.case_id AS "caseId", u.case_id AS cause, NULL AS kind, NULL::timestamptz AS due, count(*)::int AS count FROM urging u
  WHERE u.channel = $3 AND u.state <> 'withdrawn' AND ${NOT_YET('u.case_id')} AND ${asked} GROUP BY u.case_id HAVING count(*) >= $2::int ORDER BY u.case_id LIMIT ${BATCH}`;

/** The same for everything, for what a job names, and for one cause under the lock of its case. */
export interface Asked {
  readonly everything: Statement;
  readonly named: Statement;
  readonly again: Statement;
}

const clocks = (name: string, from: string, order: string): Asked => {
  const of = (suffix: string, asked: string): Statement => ({ name: `ladder-${name}-${suffix}`, text: `${from} AND ${asked} ORDER BY ${order}, d.id LIMIT ${BATCH}` });
  return { everything: of('all', ALL), named: of('named', SOME('d.id')), again: of('again', SOME('d.id')) };
};
const ASKED = {
  warned: clocks('warned', WARNED, 'd.safe_due'),
  late: clocks('late', LATE, 'd.legal_due'),
  unanswered: clocks('unanswered', UNANSWERED, 'd.legal_due'),
  urged: {
    everything: { name: 'ladder-urged-all', text: URGED(ALL) },
    named: { name: 'ladder-urged-named', text: URGED('u.case_id IN (SELECT n.case_id FROM urging n WHERE n.id = ANY ($4::uuid[]))') },
    again: { name: 'ladder-urged-again', text: URGED(SOME('u.case_id')) },
  },
} satisfies Readonly<Record<string, Asked>>;

/** What finds the causes of a rule that have not climbed by it yet. */
export function askedFor(when: StepCondition): Asked {
  if (when.on === 'urgings') return ASKED.urged;
  if ('workingDaysLeft' in when) return ASKED.warned;
  return when.on === 'urging-clock' ? ASKED.unanswered : ASKED.late;
}

const OF_CASE: Statement = { name: 'escalation-steps-of-case', text: 'SELECT * FROM escalation_step WHERE case_id = $1 AND ($2::text IS NULL OR told = $2) AND ($3::text IS NULL OR rung = $3) AND ($4::uuid IS NULL OR id < $4) ORDER BY id DESC LIMIT $5' };
const STEPS: Statement = { name: 'escalation-steps', text: 'SELECT * FROM escalation_step WHERE $1::uuid IS NULL AND ($2::text IS NULL OR told = $2) AND ($3::text IS NULL OR rung = $3) AND ($4::uuid IS NULL OR id < $4) ORDER BY id DESC LIMIT $5' };

/** Steps up the ladder, under the claims of who reads. */
@Injectable()
export class LadderQueries {
  constructor(
    private readonly database: Database,
    private readonly rows: RowMapper,
  ) {}

  async list({ claims }: Acting, { case: caseId, told, rung, cursor, limit }: EscalationStepQuery): Promise<Page<EscalationStepDto>> {
    const [after = null] = decodeCursor(cursor, 'uuid') ?? [];
    const found = await this.database.read<object & Record<string, never>>(claims, caseId === undefined ? STEPS : OF_CASE, [caseId ?? null, told ?? null, rung ?? null, after, limit + 1]);
    return pageOf(found.map((raw) => shownStep(this.rows.map(EscalationStep, raw))), limit, ({ id }) => [id]);
  }
}

/** A rule may have left the ladder since. */
function wordsOf(rule: string): Pick<EscalationStepDto, 'label' | 'explanation' | 'warning'> {
  const row = LADDER.find(({ code }) => code === rule);
  return row === undefined ? { label: null, explanation: null, warning: null } : { label: row.label, explanation: row.explanation, warning: row.warning ?? null };
}

function shownStep({ id, rule, rung, cause, caseId, agency, told, officer, kind, due, count, listed, takenAt }: EscalationStep): EscalationStepDto {
  return { id, rule, ...wordsOf(rule), rung, cause, caseId, agency, told, officer, kind, due: due?.toISOString() ?? null, count, listed, takenAt: takenAt.toISOString() };
}
