import { Injectable } from '@nestjs/common';
import type { Claims } from '../../platform/database/claims.js';
import { Database, type Query, type Statement } from '../../platform/database/database.js';
import { RowMapper } from '../../platform/database/row-mapper.js';
import type { Acting } from '../../platform/http/acting.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import { decodeCursor, pageOf, type Page } from '../../platform/http/pagination.js';
import type { OfficerAbsenceDto, AbsenceListQuery, CaseTeamDto, TeamListQuery } from './staffing.dto.js';
import { Absence, Team } from './staffing.entity.js';

const ONE_TEAM: Statement = { name: 'team-one', text: 'SELECT * FROM team WHERE id = $1' };
const TEAMS: Statement = { name: 'teams', text: "SELECT * FROM team WHERE state = 'formed' AND ($1::text IS NULL OR agency = $1) AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3" };
const NAMES: Statement = { name: 'team-names', text: "SELECT id, agency, name FROM team WHERE state = 'formed' ORDER BY agency, name, id" };
const ONE_ABSENCE: Statement = { name: 'absence-one', text: 'SELECT * FROM absence WHERE id = $1' };
const CALENDAR: Statement = {
  name: 'absence-calendar',
  text: `SELECT * FROM absence WHERE state = 'planned' AND until_at > $1 AND ($2::text IS NULL OR officer = $2) AND ($3::text IS NULL OR agency = $3) AND ($4::timestamptz IS NULL OR (until_at, id) > ($4, $5::uuid))
         ORDER BY until_at, id LIMIT $6`,
};
const FORMED: Statement = { name: 'teams-of-agency', text: "SELECT id, members FROM team WHERE agency = $1 AND state = 'formed' ORDER BY id" };
const AWAY: Statement = { name: 'officers-away', text: `SELECT officer, max(until_at) AS until FROM absence WHERE officer = ANY($1::text[]) AND state = 'planned' AND from_at <= $2 AND until_at > $2 GROUP BY officer` };

export type TeamName = Pick<Team, 'id' | 'agency' | 'name'>;

/** Teams and absences, under the claims of who reads. */
@Injectable()
export class StaffingQueries {
  constructor(
    private readonly database: Database,
    private readonly rows: RowMapper,
  ) {}

  async teams({ claims }: Acting, { agency, cursor, limit }: TeamListQuery): Promise<Page<CaseTeamDto>> {
    const [after = null] = decodeCursor(cursor, 'uuid') ?? [];
    const found = await this.database.read<Raw>(claims, TEAMS, [agency ?? null, after, limit + 1]);
    return pageOf(found.map((raw) => shownTeam(this.rows.map(Team, raw))), limit, ({ id }) => [id]);
  }

  async team({ claims }: Acting, id: string): Promise<CaseTeamDto> {
    return shownTeam(this.rows.map(Team, await this.one(claims, ONE_TEAM, id)));
  }

  /** Teams at work, of all agencies that the reader sees. */
  names(claims: Claims): Promise<TeamName[]> {
    return this.database.read<TeamName & Raw>(claims, NAMES, []);
  }

  async absences({ claims, at }: Acting, { after, officer, agency, cursor, limit }: AbsenceListQuery): Promise<Page<OfficerAbsenceDto>> {
    const [until = null, id = null] = decodeCursor(cursor, 'instant', 'uuid') ?? [];
    const found = await this.database.read<Raw>(claims, CALENDAR, [after ?? at, officer ?? null, agency ?? null, until, id, limit + 1]);
    return pageOf(found.map((raw) => shownAbsence(this.rows.map(Absence, raw))), limit, (shown) => [shown.until, shown.id]);
  }

  async absence({ claims }: Acting, id: string): Promise<OfficerAbsenceDto> {
    return shownAbsence(this.rows.map(Absence, await this.one(claims, ONE_ABSENCE, id)));
  }

  /** 404 and not-yours look the same. */
  private async one(claims: Claims, statement: Statement, id: string): Promise<Raw> {
    const [found] = await this.database.read<Raw>(claims, statement, [id]);
    if (found === undefined) throw httpProblem('subject.not-found');
    return found;
  }
}

type Raw = object & Record<string, never>;

/** Teams at work of an agency: `id` and `members`. */
export function teamsOf(agency: string): Query {
  return { statement: FORMED, values: [agency] };
}

/** Who of these is away at the instant, and `until` when. */
export function awayAt(officers: readonly string[], at: Date): Query {
  return { statement: AWAY, values: [officers, at] };
}

export function shownTeam({ id, state, version, agency, name, members, formedAt, dissolvedAt }: Team): CaseTeamDto {
  return { id, state, version, agency, name, members: members.map(({ officer, rightTypes }) => ({ officer, rightTypes: [...rightTypes] })), formedAt: formedAt.toISOString(), dissolvedAt: dissolvedAt?.toISOString() ?? null };
}

export function shownAbsence({ id, state, version, officer, agency, kind, fromAt, untilAt, cancelledAt }: Absence): OfficerAbsenceDto {
  return { id, state, version, officer, agency, kind, from: fromAt.toISOString(), until: untilAt.toISOString(), cancelledAt: cancelledAt?.toISOString() ?? null };
}
