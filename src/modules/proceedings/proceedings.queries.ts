import { Injectable } from '@nestjs/common';
import { Deadline } from '../../platform/clocks/deadline.entity.js';
import { showDeadline } from '../../platform/clocks/show-deadline.js';
import { Database, type Query } from '../../platform/database/database.js';
import { RowMapper } from '../../platform/database/row-mapper.js';
import type { Acting } from '../../platform/http/acting.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import { decodeCursor, pageOf, type Page, type PageQuery } from '../../platform/http/pagination.js';
import type { Subject } from '../../platform/workflow/subject.js';
import { SubjectQueries, type AvailableCommandsDto, type TimelineEntryDto } from '../../platform/workflow/subject.queries.js';
import type { Gather } from '../../platform/workflow/workflow.js';
import { shownProceeding, type ProceedingDeadlines, type ProceedingDto, type ProceedingListQuery } from './proceeding.dto.js';
import { Proceeding, type ProceedingColumns } from './proceeding.entity.js';
import { gatherOf } from './proceedings.gather.queries.js';
import { RecusalRequest } from './recusal-request.entity.js';
import type { RecusalRequests } from './recusal.dto.js';

const DEADLINES = { name: 'proceeding-deadlines', text: 'SELECT * FROM deadline WHERE subject_id = $1 ORDER BY ended_at IS NOT NULL, safe_due, id' };
const RECUSALS = { name: 'proceeding-recusals', text: 'SELECT * FROM recusal_request WHERE proceeding_id = $1 ORDER BY id' };
const KIND = "replace(p.tableoid::regclass::text, '_', '-') AS subject";

/** A row with its clocks, for the rooms to show with their own columns. */
export interface Found<Row> {
  readonly row: Row;
  readonly deadlines: readonly Deadline[];
}

/** Reads that every kind of proceeding has. */
@Injectable()
export class ProceedingQueries {
  constructor(
    private readonly database: Database,
    private readonly rows: RowMapper,
    private readonly subjects: SubjectQueries,
  ) {}

  /** Of one kind, or of all kinds where none is given; newest first. */
  async list(acting: Acting, query: ProceedingListQuery, subject?: Pick<Subject, 'lifecycle'>): Promise<Page<ProceedingDto>> {
    const rows = await this.database.readAll(acting.claims, [listQuery(acting, query, subject?.lifecycle.subject.replaceAll('-', '_') ?? 'proceeding')]);
    return pageOf((rows[0] ?? []).map((raw) => shownProceeding((raw as { subject: string }).subject, this.rows.map(Proceeding, raw))), query.limit, ({ id }) => [id]);
  }

  /** Throws 404 where there is none, or none for this account. */
  async one<Row extends ProceedingColumns>({ claims }: Acting, { entity }: Subject<Row>, id: string): Promise<Found<Row>> {
    const table = this.rows.table(entity);
    const [[found] = [], deadlines = []] = await this.database.readAll(claims, [{ statement: { name: `one-${table}`, text: `SELECT * FROM ${table} WHERE id = $1` }, values: [id] }, { statement: DEADLINES, values: [id] }]);
    if (found === undefined) throw httpProblem('subject.not-found');
    return { row: this.rows.map(entity, found), deadlines: deadlines.map((raw) => this.rows.map(Deadline, raw)) };
  }

  async deadlines<Row extends ProceedingColumns>(acting: Acting, subject: Subject<Row>, id: string): Promise<ProceedingDeadlines> {
    return { items: (await this.one(acting, subject, id)).deadlines.map(showDeadline) };
  }

  timeline<Row extends ProceedingColumns>(acting: Acting, subject: Subject<Row>, id: string, page: PageQuery): Promise<Page<TimelineEntryDto>> {
    return this.subjects.timeline(acting, subject, id, page);
  }

  /** `more`: what the guards of the room need besides. */
  available<Row extends ProceedingColumns>(acting: Acting, subject: Subject<Row>, id: string, more?: Gather): Promise<AvailableCommandsDto> {
    return this.subjects.available(acting, subject, id, gatherOf(subject, id, more));
  }

  async recusals<Row extends ProceedingColumns>(acting: Acting, subject: Subject<Row>, id: string): Promise<RecusalRequests> {
    await this.one(acting, subject, id);
    const [rows = []] = await this.database.readAll(acting.claims, [{ statement: RECUSALS, values: [id] }]);
    return { items: rows.map((raw) => shownRequest(this.rows.map(RecusalRequest, raw))) };
  }
}

function shownRequest({ id, member, raisedBy, ground, reason, requestedAt, decision, decidedAt }: RecusalRequest): RecusalRequests['items'][number] {
  return { id, member, raisedBy, ground, reason, requestedAt: requestedAt.toISOString(), decision, decidedAt: decidedAt?.toISOString() ?? null };
}

/** By case, or by the agencies that may be seen: either has an index on every table. */
function listQuery({ claims }: Acting, { case: caseId, agency, state, cursor, limit }: ProceedingListQuery, table: string): Query {
  const [after = null] = decodeCursor(cursor, 'uuid') ?? [];
  const rest = '($2::text IS NULL OR p.agency = $2) AND ($3::text IS NULL OR p.state = $3) AND ($4::uuid IS NULL OR p.id < $4) ORDER BY p.id DESC LIMIT $5';
  const values = [agency ?? null, state ?? null, after, limit + 1];
  if (caseId !== undefined) return { statement: { name: `list-${table}-case`, text: `SELECT p.*, ${KIND} FROM ${table} p WHERE p.case_id = $1 AND ${rest}` }, values: [caseId, ...values] };
  if (claims.scope !== 'agencies') return { statement: { name: `list-${table}-all`, text: `SELECT p.*, ${KIND} FROM ${table} p WHERE $1::text IS NOT NULL AND ${rest}` }, values: [claims.actor, ...values] };
  const text = `SELECT row.* FROM unnest($1::text[]) AS mine CROSS JOIN LATERAL (SELECT p.*, ${KIND} FROM ${table} p WHERE p.agency = mine AND ${rest}) row ORDER BY row.id DESC LIMIT $5`;
  return { statement: { name: `list-${table}-mine`, text }, values: [claims.agencies, ...values] };
}
