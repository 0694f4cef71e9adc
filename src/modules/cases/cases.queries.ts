import { Injectable } from '@nestjs/common';
import { showDeadline } from '../../platform/clocks/show-deadline.js';
import { Deadline } from '../../platform/clocks/deadline.entity.js';
import type { Claims } from '../../platform/database/claims.js';
import { Database, type Query, type Statement } from '../../platform/database/database.js';
import { RowMapper } from '../../platform/database/row-mapper.js';
import type { Acting } from '../../platform/http/acting.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import { COUNT_CAP, countOf, decodeCursor, pageOf, withTotal, type Page } from '../../platform/http/pagination.js';
import type { CaseDto, CaseListQuery, CaseRowDto } from './case.dto.js';

const COLUMNS = `id, case_number AS "caseNumber", state, version, track, agency, region, right_type AS "rightType", target_name AS "targetName", assignee, opened_at AS "openedAt"`;

/** One statement per way of asking, each served by an index: nobody's list gets slower because others have many cases. */
function listStatement(by: 'agencies' | 'assignee' | 'all', withState: boolean, what: 'page' | 'count'): Statement {
  const state = withState ? ' AND state = $4' : '';
  const after = what === 'page' ? '($2::uuid IS NULL OR id < $2)' : '$2::uuid IS NULL';
  const rows = {
    // Row by row from each agency's own index, then merged: the shape that keeps keyset order over several agencies.
    agencies: `SELECT row.* FROM unnest($1::text[]) AS mine CROSS JOIN LATERAL (SELECT ${COLUMNS} FROM case_file WHERE agency = mine AND ${after}${state} ORDER BY id DESC LIMIT $3) row`,
    assignee: `SELECT ${COLUMNS} FROM case_file WHERE assignee = $1 AND ${after}${state}`,
    all: `SELECT ${COLUMNS} FROM case_file WHERE $1::text IS NOT NULL AND ${after}${state}`,
  }[by];
  const page = `${rows} ORDER BY id DESC LIMIT $3`;
  return { name: `case-${what}-${by}${withState ? '-state' : ''}`, text: what === 'page' ? page : countOf(page) };
}

const ONE = { name: 'case-one', text: `SELECT ${COLUMNS}, complaint_id AS "complaintId", closed_at AS "closedAt", outcome FROM case_file WHERE id = $1` };
const DEADLINES = { name: 'case-deadlines', text: 'SELECT * FROM deadline WHERE subject_id = $1 ORDER BY id' };

@Injectable()
export class CasesQueries {
  constructor(
    private readonly database: Database,
    private readonly rows: RowMapper,
  ) {}

  /** Newest first. Instants are UTC. */
  async list({ claims }: Acting, query: CaseListQuery): Promise<Page<CaseRowDto>> {
    const [after = null] = decodeCursor(query.cursor, 'uuid') ?? [];
    const queries = [listQuery(claims, query, 'page', after), ...(query.count === 'yes' ? [listQuery(claims, query, 'count', null)] : [])];
    const [rows = [], counted] = await this.database.readAll(claims, queries);
    return withTotal(pageOf(rows as CaseRowDto[], query.limit, ({ id }) => [id]), counted);
  }

  async one({ claims }: Acting, id: string): Promise<CaseDto> {
    const [[found] = [], deadlines = []] = await this.database.readAll(claims, [{ statement: ONE, values: [id] }, { statement: DEADLINES, values: [id] }]);
    if (found === undefined) throw httpProblem('subject.not-found');
    return { ...found, deadlines: deadlines.map((raw) => showDeadline(this.rows.map(Deadline, raw))) } as unknown as CaseDto;
  }
}

function listQuery(claims: Claims, { state, assignee, limit }: CaseListQuery, what: 'page' | 'count', after: string | null): Query {
  const by = assignee === 'me' ? 'assignee' : claims.scope === 'agencies' ? 'agencies' : 'all';
  const who = by === 'agencies' ? claims.agencies : claims.actor;
  const most = what === 'page' ? limit + 1 : COUNT_CAP + 1;
  return { statement: listStatement(by, state !== undefined, what), values: [who, after, most, ...(state === undefined ? [] : [state])] };
}
