import { Injectable } from '@nestjs/common';
import { Deadline } from '../../platform/clocks/deadline.entity.js';
import { showDeadline } from '../../platform/clocks/show-deadline.js';
import { Database, type Statement } from '../../platform/database/database.js';
import { RowMapper } from '../../platform/database/row-mapper.js';
import type { Acting } from '../../platform/http/acting.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import { decodeCursor, pageOf, withTotal, type Page, type PageQuery } from '../../platform/http/pagination.js';
import { instrumentsOn } from '../deadlines/index.js';
import { CaseNote, CaseRecusal } from './case-records.entity.js';
import type { CaseListQuery, CaseNarrow, CaseRowDto, RankedCaseDto } from './case-list.dto.js';
import {
  rankedRow, shownInstant, shownRow,
  type CaseComplaintDto, type CaseDeadlineDto, type CaseDto, type CaseLinkDto, type CaseListRow, type CaseNoteDto, type CaseProceedingDto, type CaseRecusalDto, type CaseReplyDto, type CaseTimelineEntryDto,
} from './case-view.dto.js';
import { placeOf, ROW, worklistQueries } from './cases.worklist.queries.js';

interface OneRow extends CaseListRow {
  readonly classification: string;
  readonly tracks: string[];
  readonly targetUscc: string | null;
  readonly complaintId: string;
  readonly closedAt: Date | null;
  readonly outcome: string | null;
  readonly lawVersion: string;
}

/** A row of the database: its instants are dates. */
type Raw<Dto, Instants extends keyof Dto> = Omit<Dto, Instants> & { readonly [Key in Instants]: null extends Dto[Key] ? Date | null : Date };

const ONE = { name: 'case-one', text: `SELECT ${ROW}, classification, tracks, target_uscc AS "targetUscc", complaint_id AS "complaintId", closed_at AS "closedAt", outcome, law_version AS "lawVersion" FROM case_file WHERE id = $1` };
const OPEN_DEADLINES = { name: 'case-open-deadlines', text: 'SELECT * FROM deadline WHERE within_id = $1 AND ended_at IS NULL ORDER BY safe_due, id' };
const COMPLAINTS = {
  name: 'case-complaints',
  text: `SELECT id, receipt_number AS "receiptNumber", classification, state, channel, source_system AS "sourceSystem", external_number AS "externalNumber", next_due AS "nextDue", filed_at AS "filedAt" FROM complaint WHERE case_id = $1 ORDER BY id`,
};
const REPLIES = {
  name: 'case-replies',
  text: `SELECT r.id, r.complaint_id AS "complaintId", r.state, r.source_system AS "sourceSystem", r.external_number AS "externalNumber", r.agency, r.next_due AS "nextDue", r.answered_at AS "answeredAt"
         FROM complaint c JOIN reply_obligation r ON r.id = c.reply_id WHERE c.case_id = $1 ORDER BY r.id`,
};
const LINKS = {
  name: 'case-links',
  text: `SELECT f.id AS other, f.case_number AS "caseNumber", f.state, l.kind, l.reason, l.linked_at AS "linkedAt"
         FROM (SELECT * FROM case_link WHERE case_id = $1 UNION ALL SELECT * FROM case_link WHERE other_id = $1) l JOIN case_file f ON f.id IN (l.case_id, l.other_id) AND f.id <> $1 WHERE l.unlinked_at IS NULL ORDER BY l.id`,
};
const PROCEEDINGS = {
  name: 'case-proceedings',
  text: `SELECT replace(tableoid::regclass::text, '_', '-') AS subject, id, parent_id AS "parentId", number, kind, state, agency, ended_at AS "endedAt", outcome, next_due AS "nextDue" FROM proceeding WHERE case_id = $1 ORDER BY id`,
};
const RECUSALS = { name: 'case-recusals', text: 'SELECT * FROM case_recusal WHERE case_id = $1 ORDER BY id' };
const NOTES = { name: 'case-notes', text: 'SELECT * FROM case_note WHERE case_id = $1 AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3' };
const SEEN = { name: 'case-seen', text: 'SELECT id FROM case_file WHERE id = $1' };

/** The case, its complaints, proceedings and public notices: everything that has a history or clocks of its own. */
const SUBJECTS = `SELECT 'case'::text AS type, $1::uuid AS id UNION ALL SELECT 'complaint', id FROM complaint WHERE case_id = $1 UNION ALL SELECT replace(tableoid::regclass::text, '_', '-'), id FROM proceeding WHERE case_id = $1 UNION ALL SELECT 'public-notice', id FROM public_notice WHERE case_id = $1`;
const ALL_DEADLINES = {
  name: 'case-all-deadlines',
  text: `SELECT d.* FROM (${SUBJECTS} UNION ALL SELECT 'reply', reply_id FROM complaint WHERE case_id = $1 AND reply_id IS NOT NULL) s JOIN deadline d ON d.subject_id = s.id AND d.subject_type = s.type
         ORDER BY d.ended_at IS NOT NULL, d.safe_due, d.id`,
};
const HISTORY = {
  name: 'case-history',
  text: `SELECT e.subject_type AS "subjectType", e.subject_id AS "subjectId", e.seq, e.at, e.actor, e.event, e.data, e.sha256, e.sm3, e.prev_sha256 AS "prevSha256", e.prev_sm3 AS "prevSm3"
         FROM (${SUBJECTS}) s JOIN ledger_entry e ON e.subject_type = s.type AND e.subject_id = s.id
         WHERE $2::timestamptz IS NULL OR (e.at, e.subject_id, e.seq) > ($2, $3::uuid, $4::int) ORDER BY e.at, e.subject_id, e.seq LIMIT $5`,
};

@Injectable()
export class CasesQueries {
  constructor(
    private readonly database: Database,
    private readonly rows: RowMapper,
  ) {}

  /** The cases of the reader, narrowed down and searched. */
  list(acting: Acting, query: CaseListQuery): Promise<Page<CaseRowDto>> {
    return this.page(acting, query, shownRow);
  }

  /** The same in the order of worklists, with what it goes by. */
  ranked(acting: Acting, narrow: CaseNarrow): Promise<Page<RankedCaseDto>> {
    return this.page(acting, { ...narrow, order: 'rank' }, rankedRow);
  }

  private async page<Shown>({ claims }: Acting, query: CaseListQuery, shown: (row: CaseListRow) => Shown): Promise<Page<Shown>> {
    const queries = worklistQueries(claims, query);
    if (queries.length === 0) return { items: [], next: null, ...(query.count === 'yes' ? { total: '0' } : {}) };
    const [rows = [], counted] = await this.database.readAll(claims, queries);
    const page = pageOf(rows as CaseListRow[], query.limit, (row) => placeOf(query.order, row));
    return withTotal({ ...page, items: page.items.map(shown) }, counted);
  }

  async one({ claims }: Acting, id: string): Promise<CaseDto> {
    const [[found] = [], deadlines = [], recusals = [], ...belonging] = await this.database.readAll(claims, asking(id, ONE, OPEN_DEADLINES, RECUSALS, COMPLAINTS, REPLIES, LINKS, PROCEEDINGS));
    if (found === undefined) throw httpProblem('subject.not-found');
    const { classification, tracks, targetUscc, complaintId, closedAt, outcome, lawVersion } = found as OneRow;
    return {
      ...shownRow(found as OneRow), classification, tracks, targetUscc, complaintId, closedAt: shownInstant(closedAt), outcome,
      law: { version: lawVersion, instruments: instrumentsOn(lawVersion) },
      ...shownBelonging(belonging),
      recusals: recusals.map((raw) => shownRecusal(this.rows.map(CaseRecusal, raw))),
      deadlines: deadlines.map((raw) => showDeadline(this.rows.map(Deadline, raw))),
    };
  }

  /** Clocks of the case, its complaints and replies; open ones first, paused ones behind those with a date. */
  async deadlines({ claims }: Acting, id: string): Promise<{ items: CaseDeadlineDto[] }> {
    const [seen = [], raw = []] = await this.database.readAll(claims, asking(id, SEEN, ALL_DEADLINES));
    if (seen.length === 0) throw httpProblem('subject.not-found');
    return { items: raw.map((one) => this.rows.map(Deadline, one)).map((row) => ({ ...showDeadline(row), subjectType: row.subjectType, subjectId: row.subjectId })) };
  }

  /** The histories of the case and its complaints in order of time, each chain in its own order. */
  async history({ claims }: Acting, id: string, { limit, cursor }: PageQuery): Promise<Page<CaseTimelineEntryDto>> {
    const [at = null, subject = null, seq = null] = decodeCursor(cursor, 'instant', 'uuid', 'count') ?? [];
    const [seen = [], rows = []] = await this.database.readAll(claims, [...asking(id, SEEN), { statement: HISTORY, values: [id, at, subject, seq, limit + 1] }]);
    if (seen.length === 0) throw httpProblem('subject.not-found');
    const shown = (rows as Raw<CaseTimelineEntryDto, 'at'>[]).map((row): CaseTimelineEntryDto => ({ ...row, at: row.at.toISOString() }));
    return pageOf(shown, limit, ({ at: when, subjectId, seq: place }) => [when, subjectId, String(place)]);
  }

  /** Newest first. */
  async notes({ claims }: Acting, id: string, { limit, cursor }: PageQuery): Promise<Page<CaseNoteDto>> {
    const [after = null] = decodeCursor(cursor, 'uuid') ?? [];
    const [seen = [], raw = []] = await this.database.readAll(claims, [...asking(id, SEEN), { statement: NOTES, values: [id, after, limit + 1] }]);
    if (seen.length === 0) throw httpProblem('subject.not-found');
    return pageOf(raw.map((one) => shownNote(this.rows.map(CaseNote, one))), limit, (note) => [note.id]);
  }
}

function asking(id: string, ...statements: readonly Statement[]): { statement: Statement; values: string[] }[] {
  return statements.map((statement) => ({ statement, values: [id] }));
}

/** Complaints, replies, links and proceedings, in the order in which they were asked for. */
function shownBelonging([complaints = [], replies = [], links = [], proceedings = []]: readonly (readonly object[])[]): Pick<CaseDto, 'complaints' | 'replies' | 'links' | 'proceedings'> {
  return {
    complaints: (complaints as Raw<CaseComplaintDto, 'nextDue' | 'filedAt'>[]).map((row) => ({ ...row, nextDue: shownInstant(row.nextDue), filedAt: row.filedAt.toISOString() })),
    replies: (replies as Raw<CaseReplyDto, 'nextDue' | 'answeredAt'>[]).map((row) => ({ ...row, nextDue: shownInstant(row.nextDue), answeredAt: shownInstant(row.answeredAt) })),
    links: (links as Raw<CaseLinkDto, 'linkedAt'>[]).map((row) => ({ ...row, linkedAt: row.linkedAt.toISOString() })),
    proceedings: (proceedings as Raw<CaseProceedingDto, 'endedAt' | 'nextDue'>[]).map((row) => ({ ...row, endedAt: shownInstant(row.endedAt), nextDue: shownInstant(row.nextDue) })),
  };
}

export function shownNote({ id, text, writtenBy, writtenAt }: CaseNote): CaseNoteDto {
  return { id, text, writtenBy, writtenAt: writtenAt.toISOString() };
}

function shownRecusal({ officer, raisedBy, ground, reason, decision, decidedBy, decidedAt }: CaseRecusal): CaseRecusalDto {
  return { officer, raisedBy, ground, reason, decision, decidedBy, decidedAt: decidedAt.toISOString() };
}
