import { Injectable } from '@nestjs/common';
import { systemClaims, type Claims } from '../../platform/database/claims.js';
import { Database, type Statement } from '../../platform/database/database.js';
import { CASE_ROW, rankedRow, type CaseListRow, type RankedCaseDto } from '../cases/index.js';
import type { Place, Position, Worklist } from './domain/list.rules.js';

/** What changed for the readers of a list: a case as it stands now, or that it stands there no more. */
export type Change = { readonly position: Position } & ({ readonly event: 'case'; readonly row: RankedCaseDto } | { readonly event: 'gone'; readonly id: string });

export interface Read {
  readonly changes: readonly Change[];
  /** Where the next read begins. */
  readonly position: Position;
  readonly more: boolean;
}

export interface Moved {
  readonly was: Place;
  readonly now: Place;
}

const MOST = 500;
/** Hours for which a reader may stay away and go on where he was. Changes are kept for one more. */
const BACK_HOURS = 24;
const SAFE = `SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS safe, extract(epoch FROM now())::bigint AS at`;
const NOW: Statement = { name: 'worklist-now', text: `${SAFE}` };
const MOVED: Statement = {
  name: 'worklist-moved',
  text: `WITH here AS MATERIALIZED (${SAFE}) SELECT here.safe, c.was_listed, c.was_agency, c.was_lane, c.was_assignee, c.was_team, c.was_escalated, c.listed, c.agency, c.lane, c.assignee, c.team, c.escalated
         FROM here LEFT JOIN case_change c ON c.xid >= $1 AND c.xid < here.safe`,
};
const FORGET: Statement = { name: 'worklist-forget', text: `DELETE FROM case_change WHERE at < now() - interval '${BACK_HOURS + 1} hours'` };
/** A place in a list, as a condition on the columns of a case, or on those of a change before (`was_`) and after it. */
const STANDS: Readonly<Record<Worklist['kind'], (listed: string, prefix: string, escalated: string) => string>> = {
  me: (listed, prefix) => `${listed} AND ${prefix}assignee = $3`,
  agency: (listed, prefix) => `${listed} AND ${prefix}agency = $3`,
  lane: (listed, prefix) => `${listed} AND ${prefix}agency = $3 AND ${prefix}lane = $4`,
  team: (listed, prefix) => `${listed} AND ${prefix}team = $3::uuid`,
  head: (listed, prefix, escalated) => `${listed} AND ${prefix}agency = $3 AND ${escalated}`,
};

/** The feed: changes in the order in which they were committed, under the claims of who reads. */
@Injectable()
export class WorklistFeed {
  constructor(private readonly database: Database) {}

  /** Here begins who comes now: everything below is in the lists already. */
  async start(claims: Claims): Promise<Position> {
    const [row] = await this.database.read<{ safe: string; at: string }>(claims, NOW, []);
    return { xid: String(row?.safe), seq: '0', at: String(row?.at) };
  }

  /** Whether everything since then is still kept. A position of the future is one of another database. */
  async reachable(claims: Claims, { xid, at }: Position): Promise<boolean> {
    const now = await this.start(claims);
    return BigInt(xid) <= BigInt(now.xid) && Number(now.at) - Number(at) < BACK_HOURS * 3600;
  }

  /** What was committed since transaction `from`, for deciding whom to wake. */
  async moved(from: string): Promise<{ readonly safe: string; readonly moved: readonly Moved[] }> {
    const rows = await this.database.read<MovedRow>(systemClaims('worklists'), MOVED, [from]);
    const found = rows.filter(({ listed }) => listed !== null);
    return { safe: String(rows[0]?.safe ?? from), moved: found.map(movedOf) };
  }

  /** The next changes of one list. Each case once, as it stands when it is read. */
  async read(claims: Claims, list: Worklist, { xid, seq }: Position): Promise<Read> {
    const rows = await this.database.read<ChangeRow>(claims, readStatement(list.kind), [xid, seq, ...namedBy(claims, list)]);
    const first = rows[0];
    if (first === undefined) throw new Error('The feed gave no row: it always tells how far it has come');
    const at = String(first.readAt);
    const found = rows.filter((row) => row.xid !== null);
    const more = found.length === MOST;
    const last = found.at(-1);
    const position = more && last !== undefined ? { xid: String(last.xid), seq: String(last.seq), at } : { xid: String(first.safe), seq: '0', at };
    return { changes: latest(found).map((row) => changeOf(row, at)), position, more };
  }

  async forget(): Promise<void> {
    await this.database.transact(systemClaims('housekeeper'), [{ statement: FORGET, values: [] }], async () => undefined);
  }
}

interface MovedRow {
  readonly safe: string;
  readonly was_listed: boolean | null;
  readonly was_agency: string | null;
  readonly was_lane: string | null;
  readonly was_assignee: string | null;
  readonly was_team: string | null;
  readonly was_escalated: boolean | null;
  readonly listed: boolean | null;
  readonly agency: string | null;
  readonly lane: string | null;
  readonly assignee: string | null;
  readonly team: string | null;
  readonly escalated: boolean | null;
}

interface ChangeRow extends CaseListRow {
  readonly xid: string | null;
  readonly seq: string;
  readonly safe: string;
  readonly readAt: string;
  readonly changed: string;
}

function movedOf(row: MovedRow): Moved {
  return {
    was: { listed: row.was_listed === true, agency: row.was_agency, lane: row.was_lane, assignee: row.was_assignee, team: row.was_team, escalated: row.was_escalated === true },
    now: { listed: row.listed === true, agency: row.agency, lane: row.lane, assignee: row.assignee, team: row.team, escalated: row.escalated === true },
  };
}

/** The parameters of a list, from the third on. */
function namedBy({ actor }: Claims, list: Worklist): readonly string[] {
  if (list.kind === 'me') return [actor];
  if (list.kind === 'team') return [list.team];
  return list.kind === 'lane' ? [list.agency, list.lane] : [list.agency];
}

/** One row at least: how far the feed goes now. A case that the reader does not see, or that stands elsewhere by now, has no columns. */
function readStatement(kind: Worklist['kind']): Statement {
  const stands = STANDS[kind];
  const text = `WITH here AS MATERIALIZED (${SAFE})
    SELECT here.safe, here.at AS "readAt", c.xid, c.seq, c.case_id AS changed, f.*
    FROM here LEFT JOIN LATERAL (
      SELECT xid, seq, case_id FROM case_change WHERE (xid, seq) > ($1::bigint, $2::bigint) AND xid < here.safe AND ((${stands('was_listed', 'was_', 'was_escalated')}) OR (${stands('listed', '', 'escalated')})) ORDER BY xid, seq LIMIT ${MOST}) c ON true
    LEFT JOIN LATERAL (SELECT ${CASE_ROW} FROM case_file WHERE id = c.case_id AND ${stands('rank_at IS NOT NULL', '', 'escalated_at IS NOT NULL')}) f ON true
    ORDER BY c.xid, c.seq`;
  return { name: `worklist-read-${kind}`, text };
}

/** Of several changes of a case the last one: its row is read as it stands anyway. */
function latest(rows: readonly ChangeRow[]): ChangeRow[] {
  const last = new Map(rows.map((row) => [row.changed, row]));
  return rows.filter((row) => last.get(row.changed) === row);
}

function changeOf(row: ChangeRow, at: string): Change {
  const position = { xid: String(row.xid), seq: String(row.seq), at };
  return (row.id as string | null) === null ? { position, event: 'gone', id: row.changed } : { position, event: 'case', row: rankedRow(row) };
}
