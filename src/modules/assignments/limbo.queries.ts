import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../../platform/database/database.js';
import type { Acting } from '../../platform/http/acting.js';
import { decodeCursor, pageOf, type Page } from '../../platform/http/pagination.js';
import { CASE_ROW, rankedRow, type CaseFile, type CaseListRow } from '../cases/index.js';
import { Principals } from '../identity/index.js';
import { cutoff, EXPLANATIONS, FINDINGS, findingsOf, type When } from './domain/limbo.rules.js';
import type { LimboQuery, LimboRowDto } from './limbo.dto.js';

const LIMBO: Statement = {
  name: 'limbo',
  text: `SELECT ${CASE_ROW}, touched_at AS "touchedAt" FROM case_file
         WHERE rank_at IS NOT NULL
           AND ((assignee IS NULL AND coalesce($3::text, 'no-owner') = 'no-owner') OR (next_due IS NULL AND coalesce($3, 'no-clock') = 'no-clock') OR (touched_at < $1 AND coalesce($3, 'untouched') = 'untouched'))
         AND ($2::text IS NULL OR agency = $2) AND ($4::timestamptz IS NULL OR (rank_at, id) > ($4, $5::uuid)) ORDER BY rank_at, id LIMIT $6`,
};

type Row = CaseListRow & Pick<CaseFile, 'touchedAt'>;

/** Every open case that could be forgotten, and why it is not. */
@Injectable()
export class LimboQueries {
  constructor(
    private readonly database: Database,
    private readonly principals: Principals,
  ) {}

  async page({ claims, at }: Acting, { days, agency, finding, cursor, limit }: LimboQuery): Promise<Page<LimboRowDto>> {
    const [rank = null, id = null] = decodeCursor(cursor, 'instant', 'uuid') ?? [];
    const [rows, staffed] = await Promise.all([this.database.read<Row>(claims, LIMBO, [cutoff(at, days), agency ?? null, finding ?? null, rank, id, limit + 1]), this.principals.staffedAgencies()]);
    return pageOf(rows.map((row) => shown(row, { at, days, staffed: staffed.includes(row.agency) })), limit, ({ rankAt, id: last }) => [rankAt, last]);
  }
}

function shown(row: Row, when: When): LimboRowDto {
  const findings = findingsOf({ ...row, rankAt: row.rankAt ?? row.agedAt }, when);
  return {
    ...rankedRow(row), touchedAt: row.touchedAt.toISOString(), explained: findings.every(({ explanation }) => explanation !== null),
    findings: findings.map(({ finding, explanation }) => ({ finding, text: FINDINGS[finding], explanation, because: explanation === null ? null : EXPLANATIONS[explanation] })),
  };
}
