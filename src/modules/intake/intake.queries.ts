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
import type { ComplaintDto, ComplaintListQuery, ComplaintRowDto, RespondentViewDto, RevisionDto } from './complaint-view.dto.js';
import type { UnmaskDto } from './complaint-commands.dto.js';
import { COMPLAINT } from './complaint.subject.js';
import { intakeProblem } from './intake.errors.js';
import { instrumentsOn } from '../deadlines/index.js';
import { Complaint } from './complaint.entity.js';

const ROW = `id, receipt_number AS "receiptNumber", state, version, channel, classification, track, region, handling_agency AS "handlingAgency", right_type AS "rightType", target_name AS "targetName", assignee, case_id AS "caseId", filed_at AS "filedAt", leg, lane, flags, next_due AS "nextDue"`;
const ONE = { name: 'complaint-one', text: 'SELECT c.*, (SELECT count(*)::int FROM complaint_revision r WHERE r.complaint_id = coalesce(c.lead_id, c.id)) AS revisions FROM complaint c WHERE id = $1' };
const ROUTES = { name: 'complaint-routes', text: 'SELECT id, kind, rule, rule_set_version AS "ruleSetVersion", facts, outcome, decided_at AS "decidedAt" FROM routing_decision WHERE complaint_id = $1 ORDER BY id' };
const OTHER_LEGS = { name: 'complaint-other-legs', text: 'SELECT o.id, o.receipt_number AS "receiptNumber", o.classification, o.state FROM complaint c JOIN complaint o ON o.id <> c.id AND coalesce(o.lead_id, o.id) = coalesce(c.lead_id, c.id) WHERE c.id = $1 ORDER BY o.leg' };
const RESPONDENT = {
  name: 'complaint-respondent-view',
  text: `SELECT c.classification, c.target_name AS "targetName", c.claims, c.facts, c.dispute_facts AS "disputeFacts", c.asks, c.handling_agency AS "handlingAgency",
           (SELECT d.legal_due FROM deadline d WHERE d.subject_id = c.id AND d.kind = 'mediation.consumer' ORDER BY d.id DESC LIMIT 1) AS "mediationDue" FROM complaint c WHERE c.id = $1`,
};
const REVISIONS = { name: 'complaint-revisions', text: 'SELECT revision, changed, facts, received_at AS "receivedAt" FROM complaint_revision WHERE complaint_id = (SELECT coalesce(lead_id, id) FROM complaint WHERE id = $1) ORDER BY revision' };
/** What runs no clock sorts behind everything that does. */
const NEVER = '9999-12-31T00:00:00.000Z';
const DEADLINES = { name: 'complaint-deadlines', text: 'SELECT * FROM deadline WHERE subject_id = $1 ORDER BY id' };

@Injectable()
export class IntakeQueries {
  constructor(
    private readonly database: Database,
    private readonly rows: RowMapper,
    private readonly vault: Vault,
    private readonly workflow: Workflow,
  ) {}

  /** What the caller's agencies have to handle, or with `desk` what they filed. Instants are UTC. */
  async list({ claims }: Acting, query: ComplaintListQuery): Promise<Page<ComplaintRowDto>> {
    const after = cursorOf(query);
    const queries = [listQuery(claims, query, 'page', after), ...(query.count === 'yes' ? [listQuery(claims, query, 'count', [null, null])] : [])];
    const [rows = [], counted] = await this.database.readAll(claims, queries);
    const place = ({ id, nextDue }: ComplaintRowDto): string[] => (query.order === 'due' ? [nextDue === null ? NEVER : new Date(nextDue).toISOString(), id] : [id]);
    return withTotal(pageOf(rows as ComplaintRowDto[], query.limit, place), counted);
  }

  /** With why it went where it went, its clocks, and the reporter masked for those who may see that much. */
  async one({ claims, permissions }: Acting, id: string): Promise<ComplaintDto> {
    const [[found] = [], routes = [], deadlines = [], otherLegs = []] = await this.database.readAll(claims, [ONE, ROUTES, DEADLINES, OTHER_LEGS].map((statement) => ({ statement, values: [id] })));
    if (found === undefined) throw httpProblem('subject.not-found');
    // The code is the caller's key to the public page: it is told once, at filing.
    const { submissionDigest: _, receiptCode: __, tokens: ___, ...row } = this.rows.map(Complaint, found);
    const reporter: MaskedIdentity | null = permissions.has('identity.view-masked') ? await this.vault.masked(claims, id) : null;
    return { ...row, revision: found['revisions'] as number, otherLegs, law: instrumentsOn(row.lawVersion), reporter, routes, deadlines: deadlines.map((raw) => showDeadline(this.rows.map(Deadline, raw))), allowedCommands: allowedCommands(COMPLAINT.lifecycle, row.state) } as unknown as ComplaintDto;
  }

  /** Throws complaint.no-respondent-view where nothing may be shown: only a mediation has a respondent who is told of it. */
  async respondentView({ claims }: Acting, id: string): Promise<RespondentViewDto> {
    const [found] = await this.database.read<RespondentRow & Record<string, unknown>>(claims, RESPONDENT, [id]);
    if (found === undefined) throw httpProblem('subject.not-found');
    const { classification, targetName, claims: claimed, facts, disputeFacts, asks, handlingAgency, mediationDue } = found;
    if (!MEDIATED.has(classification)) throw intakeProblem('complaint.no-respondent-view');
    // A story that holds a report is not shown: the clerk writes down the part of the dispute (第三十七条).
    const told = disputeFacts ?? (asks.includes('investigate') ? null : facts);
    return { targetName, claims: claimed, facts: told, handlingAgency, mediationDue: mediationDue === null ? null : mediationDue.toISOString() };
  }

  revisions({ claims }: Acting, id: string): Promise<RevisionDto[]> {
    return this.database.read<RevisionDto & Record<string, never>>(claims, REVISIONS, [id]);
  }

  /** The reporter in clear. Who, when and why is in the ledger before anything is shown. */
  async unmask(acting: Acting, id: string, { purpose, reason }: UnmaskDto): Promise<Answer<ReporterIdentity>> {
    await this.workflow.note(acting, COMPLAINT, id, { event: 'identity.unmasked', data: { purpose, reason } });
    const identity = await this.vault.open(acting.claims, id, purpose);
    if (identity === null) throw httpProblem('subject.not-found');
    return { status: 200, body: identity };
  }
}

interface RespondentRow {
  readonly classification: string;
  readonly targetName: string;
  readonly claims: string[];
  readonly facts: string;
  readonly disputeFacts: string | null;
  readonly asks: string[];
  readonly handlingAgency: string;
  readonly mediationDue: Date | null;
}

const MEDIATED: ReadonlySet<string> = new Set(['consumer-complaint', 'patent-mediation']);

function cursorOf({ order, cursor }: ComplaintListQuery): readonly (string | null)[] {
  if (order === 'due') return decodeCursor(cursor, 'instant', 'uuid') ?? [null, null];
  const [id = null] = decodeCursor(cursor, 'uuid') ?? [];
  return [null, id];
}

function listQuery(claims: Claims, query: ComplaintListQuery, what: 'page' | 'count', after: readonly (string | null)[]): Query {
  const { state, classification, desk, limit } = query;
  const by = claims.scope !== 'agencies' ? 'all' : desk === 'mine' ? 'intake_agency' : 'handling_agency';
  const most = what === 'page' ? limit + 1 : COUNT_CAP + 1;
  return { statement: listStatement(by, query, what), values: [by === 'all' ? claims.actor : claims.agencies, ...after, most, state ?? null, classification ?? null] };
}

const DUE = "coalesce(next_due, 'infinity')";
/** By what has to be done first, of what is not ended; or newest first. Each is served by an index. */
const ORDERS = {
  due: {
    after: `state IN ('registered', 'returned', 'accepted') AND ($2::timestamptz IS NULL OR (${DUE}, id) > (CASE WHEN $2 >= '9999-12-31Z' THEN 'infinity' ELSE $2 END, $3::uuid))`,
    inner: `${DUE}, id`, outer: `coalesce("nextDue", 'infinity'), id`,
  },
  newest: { after: '($2::timestamptz IS NULL AND ($3::uuid IS NULL OR id < $3))', inner: 'id DESC', outer: 'id DESC' },
} as const;

function listStatement(by: 'all' | 'intake_agency' | 'handling_agency', { order, state, classification }: ComplaintListQuery, what: 'page' | 'count'): Statement {
  const { after, inner, outer } = ORDERS[order];
  // A filter that is not asked for stands as a test of its empty parameter, so that the statement keeps its plan.
  const filters = [state === undefined ? '$5::text IS NULL' : 'state = $5', classification === undefined ? '$6::text IS NULL' : 'classification = $6'];
  const where = [after, ...filters].join(' AND ');
  const all = `SELECT ${ROW} FROM complaint WHERE $1::text IS NOT NULL AND ${where} ORDER BY ${inner} LIMIT $4`;
  const mine = `SELECT row.* FROM unnest($1::text[]) AS mine CROSS JOIN LATERAL (SELECT ${ROW} FROM complaint WHERE ${by} = mine AND ${where} ORDER BY ${inner} LIMIT $4) row ORDER BY ${outer} LIMIT $4`;
  const page = by === 'all' ? all : mine;
  const asked = [order, ...(state === undefined ? [] : ['state']), ...(classification === undefined ? [] : ['class'])].join('-');
  return { name: `complaint-${what}-${by}-${asked}`, text: what === 'page' ? page : countOf(page) };
}
