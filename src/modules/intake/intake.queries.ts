import { Injectable } from '@nestjs/common';
import { allowedCommands } from '../../kernel/lifecycle/index.js';
import { showDeadline } from '../../platform/clocks/show-deadline.js';
import { Deadline } from '../../platform/clocks/deadline.entity.js';
import type { Claims } from '../../platform/database/claims.js';
import { Database, type Query, type Statement } from '../../platform/database/database.js';
import { RowMapper } from '../../platform/database/row-mapper.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import { COUNT_CAP, countOf, decodeCursor, pageOf, withTotal, type Page } from '../../platform/http/pagination.js';
import { Vault, type MaskedIdentity, type ReporterIdentity } from '../../platform/security/vault.js';
import { Workflow } from '../../platform/workflow/workflow.js';
import type { ComplaintDto, ComplaintListQuery, ComplaintRowDto } from './complaint-view.dto.js';
import type { UnmaskDto } from './complaint.dto.js';
import { COMPLAINT } from './complaint.subject.js';
import { Complaint } from './complaint.entity.js';

const ROW = `id, receipt_number AS "receiptNumber", state, version, channel, classification, track, region, handling_agency AS "handlingAgency", right_type AS "rightType", target_name AS "targetName", assignee, case_id AS "caseId", filed_at AS "filedAt"`;
const ONE = { name: 'complaint-one', text: 'SELECT * FROM complaint WHERE id = $1' };
const ROUTES = { name: 'complaint-routes', text: 'SELECT rule, rule_set_version AS "ruleSetVersion", facts, tried, outcome, decided_at AS "decidedAt" FROM routing_decision WHERE complaint_id = $1 ORDER BY id' };
const DEADLINES = { name: 'complaint-deadlines', text: 'SELECT * FROM deadline WHERE subject_id = $1 ORDER BY id' };

@Injectable()
export class IntakeQueries {
  constructor(
    private readonly database: Database,
    private readonly rows: RowMapper,
    private readonly vault: Vault,
    private readonly workflow: Workflow,
  ) {}

  /** Newest first: what the caller's agencies have to handle, or with `desk` what they filed. Instants are UTC. */
  async list({ claims }: Acting, query: ComplaintListQuery): Promise<Page<ComplaintRowDto>> {
    const [after = null] = decodeCursor(query.cursor, 'uuid') ?? [];
    const queries = [listQuery(claims, query, 'page', after), ...(query.count === 'yes' ? [listQuery(claims, query, 'count', null)] : [])];
    const [rows = [], counted] = await this.database.readAll(claims, queries);
    return withTotal(pageOf(rows as ComplaintRowDto[], query.limit, ({ id }) => [id]), counted);
  }

  /** With why it went where it went, its clocks, and the reporter masked for those who may see that much. */
  async one({ claims, permissions }: Acting, id: string): Promise<ComplaintDto> {
    const [[found] = [], routes = [], deadlines = []] = await this.database.readAll(claims, [{ statement: ONE, values: [id] }, { statement: ROUTES, values: [id] }, { statement: DEADLINES, values: [id] }]);
    if (found === undefined) throw httpProblem('subject.not-found');
    const { submissionDigest: _, ...row } = this.rows.map(Complaint, found);
    const reporter: MaskedIdentity | null = permissions.has('identity.view-masked') ? await this.vault.masked(claims, id) : null;
    return { ...row, reporter, routes, deadlines: deadlines.map((raw) => showDeadline(this.rows.map(Deadline, raw))), allowedCommands: allowedCommands(COMPLAINT.lifecycle, row.state) } as unknown as ComplaintDto;
  }

  /** The reporter in clear. Who, when and why is in the ledger before anything is shown. */
  async unmask(acting: Acting, id: string, { purpose, reason }: UnmaskDto): Promise<Answer<ReporterIdentity>> {
    await this.workflow.note(acting, COMPLAINT, id, { event: 'identity.unmasked', data: { purpose, reason } });
    const identity = await this.vault.open(acting.claims, id, purpose);
    if (identity === null) throw httpProblem('subject.not-found');
    return { status: 200, body: identity };
  }
}

function listQuery(claims: Claims, { state, desk, limit }: ComplaintListQuery, what: 'page' | 'count', after: string | null): Query {
  const by = claims.scope !== 'agencies' ? 'all' : desk === 'mine' ? 'intake_agency' : 'handling_agency';
  const most = what === 'page' ? limit + 1 : COUNT_CAP + 1;
  return { statement: listStatement(by, state !== undefined, what), values: [by === 'all' ? claims.actor : claims.agencies, after, most, ...(state === undefined ? [] : [state])] };
}

function listStatement(by: 'all' | 'intake_agency' | 'handling_agency', withState: boolean, what: 'page' | 'count'): Statement {
  const where = `($2::uuid IS NULL OR id < $2)${withState ? ' AND state = $4' : ''}`;
  const all = `SELECT ${ROW} FROM complaint WHERE $1::text IS NOT NULL AND ${where}`;
  const mine = `SELECT row.* FROM unnest($1::text[]) AS mine CROSS JOIN LATERAL (SELECT ${ROW} FROM complaint WHERE ${by} = mine AND ${where} ORDER BY id DESC LIMIT $3) row`;
  const page = `${by === 'all' ? all : mine} ORDER BY id DESC LIMIT $3`;
  return { name: `complaint-${what}-${by}${withState ? '-state' : ''}`, text: what === 'page' ? page : countOf(page) };
}
