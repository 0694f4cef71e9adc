import { Injectable } from '@nestjs/common';
import { Deadline } from '../../platform/clocks/deadline.entity.js';
import { showDeadline } from '../../platform/clocks/show-deadline.js';
import { Database, type Query, type Statement } from '../../platform/database/database.js';
import { RowMapper } from '../../platform/database/row-mapper.js';
import type { Acting } from '../../platform/http/acting.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import { decodeCursor, pageOf, type Page } from '../../platform/http/pagination.js';
import { SERVICE_MODES, SERVICE_WAYS } from './data/modes.data.js';
import type { AddressConfirmationDto, ServiceRecordDto, ServiceWayDto } from './document-service.dto.js';
import { shownConfirmation } from './document-services.service.js';
import { shownService } from './document-services.serving.service.js';
import type { NoticeListQuery, PublicNoticeDto, PublicNoticeWithClocksDto } from './public-notice.dto.js';
import { PublicNotice } from './public-notice.entity.js';
import { shownNotice } from './public-notices.service.js';
import { AddressConfirmation, ServiceRecord } from './service-record.entity.js';

const DOCUMENT: Statement = { name: 'services-document', text: 'SELECT 1 FROM official_document WHERE id = $1' };
const SERVICES: Statement = { name: 'services-of', text: 'SELECT * FROM service_record WHERE document_id = $1 ORDER BY served_at, id' };
const CASE: Statement = { name: 'confirmations-case', text: 'SELECT 1 FROM case_file WHERE id = $1' };
const CONFIRMATIONS: Statement = { name: 'confirmations-of', text: 'SELECT * FROM address_confirmation WHERE case_id = $1 ORDER BY id DESC' };
const NOTICE: Statement = { name: 'notice-one', text: 'SELECT * FROM public_notice WHERE id = $1' };
const DEADLINES: Statement = { name: 'notice-deadlines', text: 'SELECT * FROM deadline WHERE subject_id = $1 ORDER BY id' };

@Injectable()
export class DocumentServicesQueries {
  constructor(
    private readonly database: Database,
    private readonly rows: RowMapper,
  ) {}

  modes(): ServiceWayDto[] {
    return SERVICE_WAYS.map(({ mode, way, label: wayLabel, needs, servers, confirmed = null, day, basis }) => ({ mode, label: SERVICE_MODES[mode], way, wayLabel, needs, servers, confirmed, day, basis }));
  }

  async services({ claims }: Acting, documentId: string): Promise<ServiceRecordDto[]> {
    const [[seen] = [], rows = []] = await this.database.readAll(claims, [{ statement: DOCUMENT, values: [documentId] }, { statement: SERVICES, values: [documentId] }]);
    if (seen === undefined) throw httpProblem('subject.not-found');
    return rows.map((raw) => shownService(this.rows.map(ServiceRecord, raw)));
  }

  async confirmations({ claims }: Acting, caseId: string): Promise<AddressConfirmationDto[]> {
    const [[seen] = [], rows = []] = await this.database.readAll(claims, [{ statement: CASE, values: [caseId] }, { statement: CONFIRMATIONS, values: [caseId] }]);
    if (seen === undefined) throw httpProblem('subject.not-found');
    const all = rows.map((raw) => this.rows.map(AddressConfirmation, raw));
    return all.map((row) => shownConfirmation(row, all.find(({ partyId }) => partyId === row.partyId) === row));
  }

  async notices({ claims }: Acting, query: NoticeListQuery): Promise<Page<PublicNoticeDto>> {
    const { statement, values } = noticeList(query);
    const rows = await this.database.read<object & Record<string, never>>(claims, statement, values);
    return pageOf(rows.map((raw) => shownNotice(this.rows.map(PublicNotice, raw))), query.limit, ({ id }) => [id]);
  }

  async notice({ claims }: Acting, id: string): Promise<PublicNoticeWithClocksDto> {
    const [[found] = [], deadlines = []] = await this.database.readAll(claims, [{ statement: NOTICE, values: [id] }, { statement: DEADLINES, values: [id] }]);
    if (found === undefined) throw httpProblem('subject.not-found');
    return { ...shownNotice(this.rows.map(PublicNotice, found)), deadlines: deadlines.map((raw) => showDeadline(this.rows.map(Deadline, raw))) };
  }
}

function noticeList({ case: caseId, state, cursor, limit }: NoticeListQuery): Query {
  const [after = null] = decodeCursor(cursor, 'uuid') ?? [];
  const text = 'SELECT * FROM public_notice WHERE ($1::uuid IS NULL OR case_id = $1) AND ($2::text IS NULL OR state = $2) AND ($3::uuid IS NULL OR id < $3) ORDER BY id DESC LIMIT $4';
  return { statement: { name: 'notice-list', text }, values: [caseId ?? null, state ?? null, after, limit + 1] };
}
