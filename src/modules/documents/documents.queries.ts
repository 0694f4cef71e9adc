import { Injectable } from '@nestjs/common';
import { Database, type Query, type Statement } from '../../platform/database/database.js';
import { RowMapper } from '../../platform/database/row-mapper.js';
import type { Acting } from '../../platform/http/acting.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import { decodeCursor, pageOf, type Page } from '../../platform/http/pagination.js';
import { DOSSIER_ITEMS } from './data/dossier.data.js';
import { DOCUMENT_KINDS, formOfDocument } from './data/kinds.data.js';
import type { DocumentDto, DocumentKindDto, DocumentListQuery, DocumentRowDto, DossierDto, DossierItemDto, FiledServiceDto } from './document.dto.js';
import { OfficialDocument } from './document.entity.js';
import { documentDigests, itemOf } from './domain/document.rules.js';

const ONE: Statement = { name: 'document-one', text: 'SELECT * FROM official_document WHERE id = $1' };
/** What the chain of its subject says of it. */
const RECORDED: Statement = {
  name: 'document-recorded',
  text: `SELECT e.data -> 'document' ->> 'sha256' AS sha256, e.data -> 'document' ->> 'sm3' AS sm3 FROM official_document d JOIN ledger_entry e ON e.subject_type = d.subject_type AND e.subject_id = d.subject_id AND e.data -> 'document' ->> 'id' = d.id::text WHERE d.id = $1`,
};
const CASE: Statement = { name: 'document-case', text: 'SELECT 1 FROM case_file WHERE id = $1' };
const OF_CASE = `(case_id = $1 OR subject_type = 'complaint' AND subject_id IN (SELECT c.id FROM complaint c WHERE c.case_id = $1))`;
const DOSSIER: Statement = { name: 'document-dossier', text: `SELECT * FROM official_document WHERE ${OF_CASE} ORDER BY volume, item, id` };
const SERVICES: Statement = { name: 'document-dossier-services', text: `SELECT s.id, s.document_id AS "documentId", s.recipient, s.mode, s.served_at AS "servedAt" FROM service_record s WHERE s.document_id IN (SELECT id FROM official_document WHERE ${OF_CASE}) ORDER BY s.served_at, s.id` };

@Injectable()
export class DocumentsQueries {
  constructor(
    private readonly database: Database,
    private readonly rows: RowMapper,
  ) {}

  kinds(): DocumentKindDto[] {
    return DOCUMENT_KINDS.map((form) => {
      const { kind, title, word, fields, volume, visibility, when = null, unissued = null, valid: [validFrom, validTo], source } = form;
      return { kind, title, word, fields, volume, item: itemOf(form), visibility, when, unissued, validFrom, validTo, source };
    });
  }

  async list({ claims }: Acting, query: DocumentListQuery): Promise<Page<DocumentRowDto>> {
    const { statement, values } = listQuery(query);
    const rows = await this.database.read<object & Record<string, never>>(claims, statement, values);
    return pageOf(rows.map((raw) => shown(this.rows.map(OfficialDocument, raw))), query.limit, ({ id }) => [id]);
  }

  /** 404 where it is not there or not for this account. */
  async one({ claims }: Acting, id: string): Promise<DocumentDto> {
    const [[found] = [], [recorded] = []] = await this.database.readAll(claims, [{ statement: ONE, values: [id] }, { statement: RECORDED, values: [id] }]);
    if (found === undefined) throw httpProblem('subject.not-found');
    const document = this.rows.map(OfficialDocument, found);
    const { kindFrom, data, withdrawnReason, sha256, sm3 } = document;
    const form = formOfDocument(document);
    const again = documentDigests(document);
    const intact = [again, recorded as typeof again | undefined].every((one) => one?.sha256 === sha256 && one.sm3 === sm3);
    const fields = form.fields.map(({ name, label }) => ({ name, label, value: data[name] ?? null }));
    return { ...shown(document), kindFrom, fields, digest: { sha256, sm3, intact }, withdrawnReason, source: form.source };
  }

  /** The file as it would be bound now, of what the reader sees. */
  async dossier({ claims }: Acting, caseId: string): Promise<DossierDto> {
    const [[seen] = [], rows = [], services = []] = await this.database.readAll(claims, [{ statement: CASE, values: [caseId] }, { statement: DOSSIER, values: [caseId] }, { statement: SERVICES, values: [caseId] }]);
    if (seen === undefined) throw httpProblem('subject.not-found');
    const documents = rows.map((raw) => shown(this.rows.map(OfficialDocument, raw)));
    return { caseId, main: volumeOf('main', documents, services as ServiceRow[]), sub: volumeOf('sub', documents, services as ServiceRow[]) };
  }
}

type ServiceRow = Omit<FiledServiceDto, 'servedAt'> & { readonly documentId: string; readonly servedAt: Date };

function volumeOf(volume: 'main' | 'sub', documents: readonly DocumentRowDto[], services: readonly ServiceRow[]): DossierItemDto[] {
  const mine = documents.filter((document) => document.volume === volume).map((document, index) => ({ ...document, place: index + 1, services: services.filter(({ documentId }) => documentId === document.id).map(filed) }));
  return DOSSIER_ITEMS[volume].map((label, index) => ({ item: index + 1, label, documents: mine.filter(({ item }) => item === index + 1) })).filter((item) => item.documents.length > 0);
}

function filed({ id, recipient, mode, servedAt }: ServiceRow): FiledServiceDto {
  return { id, recipient, mode, servedAt: servedAt.toISOString() };
}

function listQuery({ case: caseId, subject, kind, agency, withdrawn, cursor, limit }: DocumentListQuery): Query {
  const [after] = decodeCursor(cursor, 'uuid') ?? [];
  const values: unknown[] = [];
  const add = (value: unknown): string => `$${values.push(value)}`;
  const filters: readonly (readonly [unknown, (value: string) => string])[] = [
    [caseId, (value) => OF_CASE.replaceAll('$1', value)], [subject, (value) => `subject_id = ${value}`], [kind, (value) => `kind = ${value}`], [agency, (value) => `agency = ${value}`], [after, (value) => `id < ${value}`],
  ];
  const conditions = filters.flatMap(([value, condition]) => (value === undefined ? [] : [condition(add(value))]));
  if (withdrawn === 'no') conditions.push('withdrawn_at IS NULL');
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')} `;
  return { statement: { name: 'document-list', text: `SELECT * FROM official_document ${where}ORDER BY id DESC LIMIT ${add(limit + 1)}` }, values };
}

/** Instants are RFC 3339 UTC. */
export function shown(document: OfficialDocument): DocumentRowDto {
  const { id, kind, number, agency, signer, subjectType, subjectId, caseId, volume, item, issuedBy, issuedAt, withdrawnAt, successorId } = document;
  return { id, kind, title: formOfDocument(document).title, number, agency, signer, subjectType, subjectId, caseId, volume, item, issuedBy, issuedAt: issuedAt.toISOString(), withdrawnAt: withdrawnAt?.toISOString() ?? null, successorId };
}
