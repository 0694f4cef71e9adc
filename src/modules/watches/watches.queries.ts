import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../../platform/database/database.js';
import { RowMapper } from '../../platform/database/row-mapper.js';
import type { Acting } from '../../platform/http/acting.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import { decodeCursor, pageOf, type Page } from '../../platform/http/pagination.js';
import type { WatchAlertDto, WatchAlertQuery } from './watch.dto.js';
import { WatchAlert } from './watch-alert.entity.js';

const NEWEST = 'AND ($2::text IS NULL OR state = $2) AND ($3::timestamptz IS NULL OR (raised_at, id) < ($3, $4::uuid)) ORDER BY raised_at DESC, id DESC LIMIT $5';
const LIST: Statement = { name: 'watch-alerts', text: `SELECT * FROM watch_alert WHERE $1::uuid IS NULL ${NEWEST}` };
const OF_ENTRY: Statement = { name: 'watch-alerts-of-entry', text: `SELECT * FROM watch_alert WHERE entry_id = $1 ${NEWEST}` };
const ONE: Statement = { name: 'watch-alert-one', text: 'SELECT * FROM watch_alert WHERE id = $1' };

/** Warnings under the claims of who reads. */
@Injectable()
export class WatchesQueries {
  constructor(
    private readonly database: Database,
    private readonly rows: RowMapper,
  ) {}

  async list({ claims }: Acting, { state, entry, cursor, limit }: WatchAlertQuery): Promise<Page<WatchAlertDto>> {
    const [at = null, id = null] = decodeCursor(cursor, 'instant', 'uuid') ?? [];
    const [found = []] = await this.database.readAll(claims, [{ statement: entry === undefined ? LIST : OF_ENTRY, values: [entry ?? null, state ?? null, at, id, limit + 1] }]);
    return pageOf(found.map((raw) => shownAlert(this.rows.map(WatchAlert, raw))), limit, (one) => [one.raisedAt, one.id]);
  }

  async one({ claims }: Acting, id: string): Promise<WatchAlertDto> {
    const [[found] = []] = await this.database.readAll(claims, [{ statement: ONE, values: [id] }]);
    if (found === undefined) throw httpProblem('subject.not-found');
    return shownAlert(this.rows.map(WatchAlert, found));
  }
}

export function shownAlert({ id, state, version, agency, entryId, touchedBy, aboutId, key, raisedAt, note }: WatchAlert): WatchAlertDto {
  return { id, state, version, agency, entryId, touchedBy, aboutId, key, raisedAt: raisedAt.toISOString(), note };
}
