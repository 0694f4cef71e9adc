import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../../platform/database/database.js';
import { RowMapper } from '../../platform/database/row-mapper.js';
import type { Acting } from '../../platform/http/acting.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import { decodeCursor, pageOf, type Page, type PageQuery } from '../../platform/http/pagination.js';
import { OFFICERS_PER_CHECK, REPEATED } from './data/spot-checks.data.js';
import type { CheckDrawDto, CheckDrawWithPoolDto, DrawListQuery, KeyTargetDto, KeyTargetListQuery, RepeatedFirmDto, SpotCheckDto, SpotCheckListQuery } from './spot-check.dto.js';
import { CheckDraw, KeyTarget, SpotCheck } from './spot-check.entity.js';

const KEY_TARGETS: Statement = { name: 'key-targets', text: 'SELECT * FROM key_target WHERE ($1::text IS NULL OR state = $1) AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3' };
const DRAWS: Statement = { name: 'check-draws', text: 'SELECT * FROM check_draw WHERE ($1::text IS NULL OR state = $1) AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3' };
const DRAW: Statement = { name: 'check-draw-one', text: 'SELECT * FROM check_draw WHERE id = $1' };
const CHECKS: Statement = { name: 'spot-checks', text: 'SELECT * FROM spot_check WHERE ($1::text IS NULL OR state = $1) AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3' };
const CHECKS_OF: Statement = { name: 'spot-checks-of', text: 'SELECT * FROM spot_check WHERE draw_id = $4 AND ($1::text IS NULL OR state = $1) AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3' };
const CHECK: Statement = { name: 'spot-check-one', text: 'SELECT * FROM spot_check WHERE id = $1' };
const AGAIN: Statement = {
  name: 'spot-checks-again',
  text: `SELECT identifier, (array_agg(name ORDER BY drawn_at DESC))[1] AS name, jsonb_agg(jsonb_build_object('id', id, 'drawnAt', drawn_at, 'agency', agency, 'keyGround', key_ground, 'result', result) ORDER BY drawn_at DESC, id DESC) AS checks
         FROM spot_check WHERE drawn_at >= $1::timestamptz - make_interval(months => $2) AND ($4::text IS NULL OR identifier > $4) GROUP BY identifier HAVING count(*) >= $3 ORDER BY identifier LIMIT $5`,
};

/** Key list, draws and checks, under the claims of who reads. */
@Injectable()
export class SpotChecksQueries {
  constructor(
    private readonly database: Database,
    private readonly rows: RowMapper,
  ) {}

  async keyTargets(acting: Acting, { state, ...page }: KeyTargetListQuery): Promise<Page<KeyTargetDto>> {
    return this.page(acting, KEY_TARGETS, page, [state ?? null], (raw) => shownKeyTarget(this.rows.map(KeyTarget, raw)));
  }

  async draws(acting: Acting, { state, ...page }: DrawListQuery): Promise<Page<CheckDrawDto>> {
    return this.page(acting, DRAWS, page, [state ?? null], (raw) => shownDraw(this.rows.map(CheckDraw, raw)));
  }

  async checks(acting: Acting, { state, draw, ...page }: SpotCheckListQuery): Promise<Page<SpotCheckDto>> {
    return this.page(acting, draw === undefined ? CHECKS : CHECKS_OF, page, [state ?? null], (raw) => shownCheck(this.rows.map(SpotCheck, raw)), draw === undefined ? [] : [draw]);
  }

  /** Throws 404 where there is none, or none for this account. */
  async draw(acting: Acting, id: string): Promise<CheckDrawWithPoolDto> {
    const row = this.rows.map(CheckDraw, await this.one(acting, DRAW, id));
    return { ...shownDraw(row), pool: row.pool, officers: row.officers, officersPerCheck: OFFICERS_PER_CHECK.count };
  }

  async check(acting: Acting, id: string): Promise<SpotCheckDto> {
    return shownCheck(this.rows.map(SpotCheck, await this.one(acting, CHECK, id)));
  }

  /** Firms that were drawn several times in the months before now: for those who supervise. */
  async again({ claims, at }: Acting, { cursor, limit }: PageQuery): Promise<Page<RepeatedFirmDto>> {
    const [after = null] = decodeCursor(cursor, 'text') ?? [];
    const found = await this.database.read<RepeatedFirmDto & object>(claims, AGAIN, [at, REPEATED.months, REPEATED.checks, after, limit + 1]);
    const firms = found.map(({ identifier, name, checks }) => ({ identifier, name, checks: checks.map((check) => ({ ...check, drawnAt: new Date(check.drawnAt).toISOString() })) }));
    return pageOf(firms, limit, ({ identifier }) => [identifier]);
  }

  private async page<Dto extends { readonly id: string }>({ claims }: Acting, statement: Statement, { cursor, limit }: PageQuery, values: readonly unknown[], shown: (raw: object) => Dto, more: readonly unknown[] = []): Promise<Page<Dto>> {
    const [after = null] = decodeCursor(cursor, 'uuid') ?? [];
    const [found = []] = await this.database.readAll(claims, [{ statement, values: [...values, after, limit + 1, ...more] }]);
    return pageOf(found.map(shown), limit, ({ id }) => [id]);
  }

  private async one({ claims }: Acting, statement: Statement, id: string): Promise<object> {
    const [[found] = []] = await this.database.readAll(claims, [{ statement, values: [id] }]);
    if (found === undefined) throw httpProblem('subject.not-found');
    return found;
  }
}

const instant = (at: Date | null): string | null => at?.toISOString() ?? null;

export function shownKeyTarget({ id, state, version, agency, name, uscc, region, ground, documentId, listedAt, removedAt, reason }: KeyTarget): KeyTargetDto {
  return { id, state, version, agency, name, uscc, region, ground, documentId, listedAt: listedAt.toISOString(), removedAt: instant(removedAt), reason };
}

export function shownDraw({ id, state, version, agency, name, matter, poolSha256, shareGeneral, shareKey, days, seed, drawnAt, reason }: CheckDraw): CheckDrawDto {
  return { id, state, version, agency, name, matter, poolSha256, shareGeneral, shareKey, days, seed, drawnAt: instant(drawnAt), reason };
}

export function shownCheck({ id, state, version, drawId, agency, identifier, name, region, keyGround, before, officers, drawnAt, result, note, caseId, recordedAt, channel, publishedAt, nextDue }: SpotCheck): SpotCheckDto {
  return {
    id, state, version, drawId, agency, identifier, name, region, keyGround, before, officers, drawnAt: drawnAt.toISOString(), result, note, caseId, recordedAt: instant(recordedAt), channel, publishedAt: instant(publishedAt), nextDue: instant(nextDue),
  };
}
