import { Injectable } from '@nestjs/common';
import { Deadline } from '../../platform/clocks/deadline.entity.js';
import { showDeadline } from '../../platform/clocks/show-deadline.js';
import { systemClaims } from '../../platform/database/claims.js';
import { Database, type Query, type Statement } from '../../platform/database/database.js';
import { RowMapper } from '../../platform/database/row-mapper.js';
import type { Acting } from '../../platform/http/acting.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import { decodeCursor, pageOf, type Page, type PageQuery } from '../../platform/http/pagination.js';
import { SEVERITIES } from './data/inspections.data.js';
import type { DrawnFactsDto, InspectionFindingCountDto, InspectionFindingDto, InspectionFindingListQuery, FindingWithClocksDto, InspectedCaseDto, InspectedCaseNowDto, DrawnInspectionDto, DrawnInspectionListQuery, InspectionWithFindingsDto } from './inspection.dto.js';
import { Inspection, InspectionCase, InspectionFinding } from './inspection.entity.js';

/** What an inspection shows of a case. No complaint, no words, nobody's name but that of whom it is against. */
export const FACTS = `jsonb_build_object('caseNumber', f.case_number, 'state', f.state, 'lane', f.lane, 'track', f.track, 'rightType', f.right_type, 'targetName', f.target_name, 'openedAt', f.opened_at, 'closedAt', f.closed_at, 'nextDue', f.next_due,
  'overdue', f.closed_at IS NULL AND coalesce(f.next_due < $2, false))`;

const LIST: Statement = { name: 'inspections', text: 'SELECT * FROM inspection WHERE ($1::text IS NULL OR state = $1) AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3' };
const ONE: Statement = { name: 'inspection-one', text: 'SELECT * FROM inspection WHERE id = $1' };
/** Some dozens: what people write down of five hundred cases at most. */
const COUNTS: Statement = { name: 'inspection-counts', text: 'SELECT agency, state, count(*)::int AS count FROM inspection_finding WHERE inspection_id = $1 GROUP BY 1, 2 ORDER BY 1, 2' };
const CASES: Statement = { name: 'inspection-cases', text: 'SELECT * FROM inspection_case WHERE inspection_id = $1 AND seq > $2::int ORDER BY seq LIMIT $3' };
const CASE_IN_IT: Statement = { name: 'inspection-case', text: 'SELECT * FROM inspection_case WHERE inspection_id = $1 AND case_id = $2' };
const FINDINGS: Statement = { name: 'inspection-findings', text: 'SELECT * FROM inspection_finding WHERE inspection_id = $1 AND ($2::text IS NULL OR state = $2) AND ($3::text IS NULL OR agency = $3) AND ($4::uuid IS NULL OR id > $4) ORDER BY id LIMIT $5' };
const FINDING: Statement = { name: 'inspection-finding', text: 'SELECT * FROM inspection_finding WHERE id = $1' };
const CLOCKS: Statement = { name: 'inspection-finding-clocks', text: 'SELECT * FROM deadline WHERE subject_id = $1 ORDER BY id' };

// Read for a reader who was shown that the case is in the set, and who sees no case by himself.
const CLAIMS = systemClaims('inspections');
const NOW: Statement = { name: 'inspection-case-now', text: `SELECT ${FACTS} AS facts FROM case_file f WHERE f.id = $1` };
const CASE_CLOCKS: Statement = {
  name: 'inspection-case-clocks',
  text: `SELECT d.* FROM deadline d JOIN (SELECT $1::uuid AS id UNION ALL SELECT c.id FROM complaint c WHERE c.case_id = $1 UNION ALL SELECT c.reply_id FROM complaint c WHERE c.case_id = $1 AND c.reply_id IS NOT NULL UNION ALL SELECT p.id FROM proceeding p WHERE p.case_id = $1) s ON s.id = d.subject_id ORDER BY d.id`,
};
const PROCEEDINGS: Statement = { name: 'inspection-proceedings', text: `SELECT replace(tableoid::regclass::text, '_', '-') AS kind, number, state, agency, opened_at AS "openedAt", ended_at AS "endedAt" FROM proceeding WHERE case_id = $1 ORDER BY id` };
const EVENTS: Statement = { name: 'inspection-events', text: "SELECT at, event FROM ledger_entry WHERE subject_type = 'case' AND subject_id = $1 ORDER BY seq DESC LIMIT 200" };

@Injectable()
export class InspectionsQueries {
  constructor(
    private readonly database: Database,
    private readonly rows: RowMapper,
  ) {}

  async list({ claims }: Acting, { state, cursor, limit }: DrawnInspectionListQuery): Promise<Page<DrawnInspectionDto>> {
    const [after = null] = decodeCursor(cursor, 'uuid') ?? [];
    const [found = []] = await this.database.readAll(claims, [{ statement: LIST, values: [state ?? null, after, limit + 1] }]);
    return pageOf(found.map((raw) => shownInspection(this.rows.map(Inspection, raw))), limit, ({ id }) => [id]);
  }

  async one(acting: Acting, id: string): Promise<InspectionWithFindingsDto> {
    const [inspection, counts] = await this.within(acting, id, { statement: COUNTS, values: [id] });
    return { ...inspection, findings: counts as InspectionFindingCountDto[] };
  }

  async cases(acting: Acting, id: string, { cursor, limit }: PageQuery): Promise<Page<InspectedCaseDto>> {
    const [after = '0'] = decodeCursor(cursor, 'count') ?? [];
    const [, found] = await this.within(acting, id, { statement: CASES, values: [id, after, limit + 1] });
    return pageOf(found.map((raw) => shownCase(this.rows.map(InspectionCase, raw as never))), limit, ({ seq }) => [String(seq)]);
  }

  /** How a case of the set stands now, beside how it stood when it was drawn. */
  async caseNow(acting: Acting, id: string, caseId: string): Promise<InspectedCaseNowDto> {
    const [, [raw]] = await this.within(acting, id, { statement: CASE_IN_IT, values: [id, caseId] });
    if (raw === undefined) throw httpProblem('subject.not-found');
    const [[now] = [], clocks = [], proceedings = [], events = []] = await this.database.readAll(CLAIMS, [{ statement: NOW, values: [caseId, acting.at] }, ...[CASE_CLOCKS, PROCEEDINGS, EVENTS].map((statement) => ({ statement, values: [caseId] }))]);
    return {
      ...shownCase(this.rows.map(InspectionCase, raw)), now: (now as { facts: DrawnFactsDto }).facts, clocks: clocks.map((one) => showDeadline(this.rows.map(Deadline, one))),
      proceedings: proceedings as unknown as InspectedCaseNowDto['proceedings'], events: events as unknown as InspectedCaseNowDto['events'],
    };
  }

  async findings(acting: Acting, id: string, { state, agency, cursor, limit }: InspectionFindingListQuery): Promise<Page<InspectionFindingDto>> {
    const [after = null] = decodeCursor(cursor, 'uuid') ?? [];
    const [, found] = await this.within(acting, id, { statement: FINDINGS, values: [id, state ?? null, agency ?? null, after, limit + 1] });
    return pageOf(found.map((raw) => shownFinding(this.rows.map(InspectionFinding, raw as never))), limit, ({ id: last }) => [last]);
  }

  async finding({ claims }: Acting, id: string): Promise<FindingWithClocksDto> {
    const [[found] = [], clocks = []] = await this.database.readAll(claims, [{ statement: FINDING, values: [id] }, { statement: CLOCKS, values: [id] }]);
    if (found === undefined) throw httpProblem('subject.not-found');
    return { ...shownFinding(this.rows.map(InspectionFinding, found)), clocks: clocks.map((one) => showDeadline(this.rows.map(Deadline, one))) };
  }

  /** Throws 404 where there is no such inspection, or none for this account. */
  private async within({ claims }: Acting, id: string, more: Query): Promise<[DrawnInspectionDto, object[]]> {
    const [[found] = [], rows = []] = await this.database.readAll(claims, [{ statement: ONE, values: [id] }, more]);
    if (found === undefined) throw httpProblem('subject.not-found');
    return [shownInspection(this.rows.map(Inspection, found)), rows];
  }
}

export function shownInspection({ nextDue: _, criteria, drawnAt, endedAt, ...row }: Inspection & { nextDue?: unknown }): DrawnInspectionDto {
  return { ...row, criteria: criteria as object, drawnAt: drawnAt.toISOString(), endedAt: endedAt?.toISOString() ?? null };
}

function shownCase({ seq, caseId, agency, facts }: InspectionCase): InspectedCaseDto {
  return { seq, caseId, agency, drawn: facts as DrawnFactsDto };
}

export function shownFinding({ raisedAt, answeredAt, decidedAt, nextDue, ...row }: InspectionFinding): InspectionFindingDto {
  const at = (instant: Date | null): string | null => instant?.toISOString() ?? null;
  const label = SEVERITIES.find(({ code }) => code === row.severity)?.label;
  return { ...row, severityLabel: label as unknown as string, raisedAt: raisedAt.toISOString(), answeredAt: at(answeredAt), decidedAt: at(decidedAt), nextDue: at(nextDue) };
}
