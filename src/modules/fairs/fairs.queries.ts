import { Injectable } from '@nestjs/common';
import { Deadline } from '../../platform/clocks/deadline.entity.js';
import { showDeadline } from '../../platform/clocks/show-deadline.js';
import { Database, type Statement } from '../../platform/database/database.js';
import { RowMapper } from '../../platform/database/row-mapper.js';
import type { Acting } from '../../platform/http/acting.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import { decodeCursor, pageOf, type Page, type PageQuery } from '../../platform/http/pagination.js';
import { BAR_RULE } from './data/fair-law.data.js';
import { barringFrom, daysOf, type Strike } from './domain/fair.rules.js';
import type { BarredList, FairDto, FairListQuery, FairWithClocksDto, StallDto } from './fair.dto.js';
import { Fair, FairStall } from './fair.entity.js';

const ONE: Statement = { name: 'fair-one', text: 'SELECT * FROM fair WHERE id = $1' };
const DEADLINES: Statement = { name: 'fair-deadlines', text: 'SELECT * FROM deadline WHERE subject_id = $1 ORDER BY ended_at IS NOT NULL, safe_due, id' };
const LIST: Statement = { name: 'fair-list', text: 'SELECT * FROM fair WHERE ($1::text IS NULL OR series = $1) AND ($2::text IS NULL OR state = $2) AND ($3::uuid IS NULL OR id < $3) ORDER BY id DESC LIMIT $4' };
const STALLS: Statement = { name: 'fair-stalls', text: 'SELECT * FROM fair_stall WHERE fair_id = $1 AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3' };
/** What may bar: findings at the editions before. */
const STRIKES: Statement = {
  name: 'fair-strikes-before',
  text: `SELECT k.organisation_id AS "organisationId", k.edition, k.revoked_at IS NULL AS standing, k.found_at AS "foundAt" FROM fair f
           JOIN fair_strike k ON k.series = f.series AND k.edition < f.edition AND k.edition >= f.edition - $2 WHERE f.id = $1 ORDER BY k.organisation_id, k.found_at, k.id`,
};

interface StrikeRow extends Strike {
  readonly organisationId: string;
  readonly foundAt: Date;
}

@Injectable()
export class FairsQueries {
  constructor(
    private readonly database: Database,
    private readonly rows: RowMapper,
  ) {}

  async list({ claims }: Acting, { series, state, cursor, limit }: FairListQuery): Promise<Page<FairDto>> {
    const [after = null] = decodeCursor(cursor, 'uuid') ?? [];
    const found = await this.database.read<object & Record<string, never>>(claims, LIST, [series ?? null, state ?? null, after, limit + 1]);
    return pageOf(found.map((raw) => shownFair(this.rows.map(Fair, raw))), limit, ({ id }) => [id]);
  }

  async one({ claims }: Acting, id: string): Promise<FairWithClocksDto> {
    const [[found] = [], deadlines = []] = await this.database.readAll(claims, [{ statement: ONE, values: [id] }, { statement: DEADLINES, values: [id] }]);
    if (found === undefined) throw httpProblem('subject.not-found');
    return { ...shownFair(this.rows.map(Fair, found)), deadlines: deadlines.map((raw) => showDeadline(this.rows.map(Deadline, raw))) };
  }

  async stalls(acting: Acting, id: string, { cursor, limit }: PageQuery): Promise<Page<StallDto>> {
    const [after = null] = decodeCursor(cursor, 'uuid') ?? [];
    const [[fair] = [], found = []] = await this.database.readAll(acting.claims, [{ statement: ONE, values: [id] }, { statement: STALLS, values: [id, after, limit + 1] }]);
    if (fair === undefined) throw httpProblem('subject.not-found');
    return pageOf(found.map((raw) => shownStall(this.rows.map(FairStall, raw))), limit, (row) => [row.id]);
  }

  /** Who may not come to this edition, for the organiser (第三十一条). */
  async barred({ claims }: Acting, id: string): Promise<BarredList> {
    const [[raw] = [], found = []] = await this.database.readAll(claims, [{ statement: ONE, values: [id] }, { statement: STRIKES, values: [id, BAR_RULE.fairs] }]);
    if (raw === undefined) throw httpProblem('subject.not-found');
    const { edition } = this.rows.map(Fair, raw);
    const strikes = found as unknown as readonly StrikeRow[];
    const items = [...new Set(strikes.map(({ organisationId }) => organisationId))].flatMap((organisationId) => {
      const barring = barringFrom(BAR_RULE, strikes.filter((one) => one.organisationId === organisationId), edition);
      return barring.length === 0 ? [] : [{ organisationId, findings: barring.map((one) => ({ edition: one.edition, foundAt: one.foundAt.toISOString() })) }];
    });
    return { items, rule: BAR_RULE };
  }
}

/** Instants are RFC 3339 UTC. */
export function shownFair({ id, state, version, agency, region, series, edition, organiser, startsOn, endsOn, hasDesk, nextDue }: Fair): FairDto {
  return { id, state, version, agency, region, series, edition, organiser, startsOn, endsOn, days: daysOf(startsOn, endsOn), hasDesk, nextDue: nextDue?.toISOString() ?? null };
}

function shownStall({ id, number, organisationId, registeredAt }: FairStall): StallDto {
  return { id, number, organisationId, registeredAt: registeredAt.toISOString() };
}
