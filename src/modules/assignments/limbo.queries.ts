import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../../platform/database/database.js';
import type { Acting } from '../../platform/http/acting.js';
import { decodeCursor, pageOf, type Page } from '../../platform/http/pagination.js';
import { CASE_ROW, rankedRow, type CaseFile, type CaseListRow } from '../cases/index.js';
import { AGENCIES, Principals } from '../identity/index.js';
import { cutoff, EXPLANATIONS, FINDINGS, findingsOf, type Finding, type When } from './domain/limbo.rules.js';
import type { LimboQuery, LimboRowDto } from './limbo.dto.js';

const COLUMNS = `${CASE_ROW}, touched_at AS "touchedAt"`;
const LIMBO: Statement = {
  name: 'limbo',
  text: `SELECT ${COLUMNS} FROM case_file WHERE rank_at IS NOT NULL AND (assignee IS NULL OR next_due IS NULL OR touched_at < $1)
         AND ($2::text IS NULL OR agency = $2) AND ($3::timestamptz IS NULL OR (rank_at, id) > ($3, $4::uuid)) ORDER BY rank_at, id LIMIT $5`,
};

/** One finding alone has an index that gives it in its order, agency by agency: it reads the page, and nothing besides. */
const alone = (finding: string, where: string, order: 'rank_at' | 'touched_at'): Alone => ({
  keyOf: ({ rankAt, touchedAt }) => (order === 'rank_at' ? rankAt : touchedAt),
  statement: {
    name: `limbo-${finding}`,
    text: `SELECT f.* FROM unnest($2::text[]) AS a CROSS JOIN LATERAL (SELECT ${COLUMNS} FROM case_file
             WHERE agency = a AND rank_at IS NOT NULL AND $1::timestamptz IS NOT NULL AND ${where} AND ($3::timestamptz IS NULL OR (${order}, id) > ($3, $4::uuid)) ORDER BY ${order}, id LIMIT $5) f
           ORDER BY ${order === 'rank_at' ? '"rankAt"' : '"touchedAt"'}, id LIMIT $5`,
  },
});
export const ALONE: Readonly<Record<Finding, Alone>> = {
  'no-owner': alone('no-owner', 'assignee IS NULL', 'rank_at'), 'no-clock': alone('no-clock', 'next_due IS NULL', 'rank_at'), untouched: alone('untouched', 'touched_at < $1', 'touched_at'),
};

interface Alone {
  readonly statement: Statement;
  readonly keyOf: (row: LimboRowDto) => string;
}

type Row = CaseListRow & Pick<CaseFile, 'touchedAt'>;

/** Every open case that could be forgotten, and why it is not. */
@Injectable()
export class LimboQueries {
  constructor(
    private readonly database: Database,
    private readonly principals: Principals,
  ) {}

  async page(acting: Acting, query: LimboQuery): Promise<Page<LimboRowDto>> {
    const { days, finding, limit } = query;
    const { statement, where, keyOf } = finding === undefined ? { statement: LIMBO, where: query.agency ?? null, keyOf: ({ rankAt }: LimboRowDto) => rankAt } : { ...ALONE[finding], where: agenciesOf(acting, query.agency) };
    const values = [cutoff(acting.at, days), where, ...placeAfter(query), limit + 1];
    const [rows, staffed] = await Promise.all([this.database.read<Row>(acting.claims, statement, values), this.principals.staffedAgencies()]);
    return pageOf(rows.map((row) => shown(row, { at: acting.at, days, staffed: staffed.includes(row.agency) })), limit, (row) => [keyOf(row), row.id]);
  }
}

function placeAfter({ cursor }: LimboQuery): (string | null)[] {
  return decodeCursor(cursor, 'instant', 'uuid') ?? [null, null];
}

function agenciesOf({ claims }: Acting, agency: string | undefined): readonly string[] {
  if (agency !== undefined) return [agency];
  return claims.scope === 'agencies' ? claims.agencies : AGENCIES.map(({ code }) => code);
}

function shown(row: Row, when: When): LimboRowDto {
  const findings = findingsOf({ ...row, rankAt: row.rankAt ?? row.agedAt }, when);
  return {
    ...rankedRow(row), touchedAt: row.touchedAt.toISOString(), explained: findings.every(({ explanation }) => explanation !== null),
    findings: findings.map(({ finding, explanation }) => ({ finding, text: FINDINGS[finding], explanation, because: explanation === null ? null : EXPLANATIONS[explanation] })),
  };
}
