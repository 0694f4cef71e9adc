import { Injectable } from '@nestjs/common';
import { Database, type Query, type Statement } from '../../platform/database/database.js';
import { RowMapper } from '../../platform/database/row-mapper.js';
import type { Acting } from '../../platform/http/acting.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import { decodeCursor, pageOf, type Page } from '../../platform/http/pagination.js';
import type { BulkCommandDto, BulkCommandListQuery, BulkItemListQuery, BulkItemResultDto } from './bulk-command.dto.js';
import { BulkCommand } from './bulk-command.entity.js';
import { bulkCommandOf } from './data/bulk-commands.data.js';

const ONE: Statement = { name: 'bulk-command-one', text: 'SELECT * FROM bulk_command WHERE id = $1' };
const MINE: Statement = { name: 'bulk-commands-mine', text: 'SELECT * FROM bulk_command WHERE asked_by = $1 AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3' };
const AGENCY: Statement = {
  name: 'bulk-commands-agency',
  text: `SELECT own.* FROM unnest($1::text[]) AS mine CROSS JOIN LATERAL (SELECT * FROM bulk_command WHERE agency = mine AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3) own ORDER BY own.id DESC LIMIT $3`,
};
const REST = 'b.cleared_at AS "clearedAt", r.outcome, r.new_version AS "newVersion", r.problem, r.at';
const ITEMS: Statement = {
  name: 'bulk-items',
  text: `SELECT i.seq::int AS seq, i.item, b.state, ${REST} FROM bulk_command b CROSS JOIN LATERAL jsonb_array_elements(b.items) WITH ORDINALITY AS i (item, seq) LEFT JOIN bulk_result r ON r.bulk_id = b.id AND r.seq = i.seq
         WHERE b.id = $1 AND i.seq > $2::int ORDER BY i.seq LIMIT $3`,
};
const RESULTS = (outcome: string): Statement => ({
  name: `bulk-items-${outcome}`,
  text: `SELECT r.seq, b.items -> (r.seq - 1) AS item, b.state, ${REST} FROM bulk_result r JOIN bulk_command b ON b.id = r.bulk_id WHERE r.bulk_id = $1 AND r.seq > $2::int AND r.outcome = '${outcome}' ORDER BY r.seq LIMIT $3`,
});
const BY_OUTCOME: Readonly<Record<string, Statement>> = { done: RESULTS('done'), refused: RESULTS('refused') };

interface ItemRow {
  readonly seq: number;
  readonly item: { readonly caseId: string; readonly version: number };
  readonly state: string;
  readonly outcome: string | null;
  readonly newVersion: number | null;
  readonly problem: object | null;
  readonly at: Date | null;
  readonly clearedAt: Date | null;
}

@Injectable()
export class BulkCommandsQueries {
  constructor(
    private readonly database: Database,
    private readonly rows: RowMapper,
  ) {}

  async list({ claims }: Acting, { of, cursor, limit }: BulkCommandListQuery): Promise<Page<BulkCommandDto>> {
    const [after = null] = decodeCursor(cursor, 'uuid') ?? [];
    const query: Query = of === 'mine' ? { statement: MINE, values: [claims.actor, after, limit + 1] } : { statement: AGENCY, values: [claims.agencies, after, limit + 1] };
    const [found = []] = await this.database.readAll(claims, [query]);
    return pageOf(found.map((raw) => shownCommand(this.rows.map(BulkCommand, raw))), limit, ({ id }) => [id]);
  }

  async one({ claims }: Acting, id: string): Promise<BulkCommandDto> {
    const [found] = await this.database.read<object & Record<string, never>>(claims, ONE, [id]);
    if (found === undefined) throw httpProblem('subject.not-found');
    return shownCommand(this.rows.map(BulkCommand, found));
  }

  /** In the order in which they were sent. */
  async items({ claims }: Acting, id: string, { outcome, cursor, limit }: BulkItemListQuery): Promise<Page<BulkItemResultDto>> {
    const [after = '0'] = decodeCursor(cursor, 'count') ?? [];
    const statement = BY_OUTCOME[outcome ?? ''] ?? ITEMS;
    const [[seen] = [], found = []] = await this.database.readAll(claims, [{ statement: ONE, values: [id] }, { statement, values: [id, after, limit + 1] }]);
    if (seen === undefined) throw httpProblem('subject.not-found');
    return pageOf((found as unknown as ItemRow[]).map(shownItem), limit, ({ seq }) => [String(seq)]);
  }
}

function shownItem({ seq, item: { caseId, version }, outcome, newVersion, problem, at, ...of }: ItemRow): BulkItemResultDto {
  return { seq, caseId, version, outcome: outcome ?? withoutResult(of), newVersion, problem, at: at?.toISOString() ?? null };
}

function withoutResult({ state, clearedAt }: Pick<ItemRow, 'state' | 'clearedAt'>): string {
  if (clearedAt !== null) return 'cleared';
  return state === 'cancelled' ? 'cancelled' : 'open';
}

export function shownCommand({ id, state, version, agency, askedBy, command, input, total, done, refused, askedAt, endedAt, clearedAt }: BulkCommand): BulkCommandDto {
  const left = total - done - refused;
  const cancelled = state === 'cancelled' ? left : 0;
  return {
    id, state, version, agency, askedBy, command, label: bulkCommandOf(command).label, input: input as object, progress: { total, done, refused, open: left - cancelled, cancelled },
    askedAt: askedAt.toISOString(), endedAt: endedAt?.toISOString() ?? null, clearedAt: clearedAt?.toISOString() ?? null,
  };
}
