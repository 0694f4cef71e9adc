import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../../platform/database/database.js';
import { RowMapper } from '../../platform/database/row-mapper.js';
import type { Acting } from '../../platform/http/acting.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import { decodeCursor, pageOf, type Page } from '../../platform/http/pagination.js';
import { DISPLAY_CLASSES } from './data/display-classes.data.js';
import { PROFILES } from './data/profiles.data.js';
import { segmentsOf } from './domain/redaction.rules.js';
import type { PublicationDto, PublicationListQuery, PublicationReviewDto, PublicationRulesDto } from './publication.dto.js';
import { Publication } from './publication.entity.js';

/** Everything but the texts, which are long. */
const COLUMNS = `id, state, version, agency, region, profile, shelf, case_id, subject_type, subject_id, document_id, number, title, decided_on, parties, other_province, '' AS original, '[]'::jsonb AS spans, NULL AS published, display_class, display_clock, restricted, restricted_until,
  handlers, told_at, prepared_by, approved_by, published_by, published_at, exemption, reason, next_due`;
const LIST: Statement = { name: 'publications', text: `SELECT ${COLUMNS} FROM publication WHERE ($1::text IS NULL OR state = $1) AND ($2::text IS NULL OR profile = $2) AND ($3::uuid IS NULL OR id < $3) ORDER BY id DESC LIMIT $4` };
const ONE: Statement = { name: 'publication-one', text: 'SELECT * FROM publication WHERE id = $1' };

/** Publications, under the claims of who reads. */
@Injectable()
export class PublicationsQueries {
  constructor(
    private readonly database: Database,
    private readonly rows: RowMapper,
  ) {}

  async list({ claims }: Acting, { state, profile, cursor, limit }: PublicationListQuery): Promise<Page<PublicationDto>> {
    const [after = null] = decodeCursor(cursor, 'uuid') ?? [];
    const found = await this.database.read<object & Record<string, never>>(claims, LIST, [state ?? null, profile ?? null, after, limit + 1]);
    return pageOf(found.map((raw) => shownPublication(this.rows.map(Publication, raw))), limit, ({ id }) => [id]);
  }

  async one(acting: Acting, id: string): Promise<PublicationDto> {
    return shownPublication(await this.row(acting, id));
  }

  /** Original and published text side by side. */
  async review(acting: Acting, id: string): Promise<PublicationReviewDto> {
    const row = await this.row(acting, id);
    return { ...shownPublication(row), segments: segmentsOf(row.original, row.spans) };
  }

  /** 404 where it is not there, or not for this account. */
  async row({ claims }: Acting, id: string): Promise<Publication> {
    const [found] = await this.database.read<object & Record<string, never>>(claims, ONE, [id]);
    if (found === undefined) throw httpProblem('subject.not-found');
    return this.rows.map(Publication, found);
  }

  rules(): PublicationRulesDto {
    return {
      profiles: PROFILES.map(({ code, label, shelf, fields, hidden, told }) => ({ code, label, shelf, fields: fields.map(({ name }) => name), hidden: Object.keys(hidden), told })),
      classes: DISPLAY_CLASSES.map(({ code, label, months, earlyMonths }) => ({ code, label, months, earlyMonths })),
    };
  }
}

/** Instants are RFC 3339 UTC. */
export function shownPublication(row: Publication): PublicationDto {
  const { id, state, version, agency, profile, title, number, decidedOn, parties, caseId, documentId, otherProvince, displayClass, restrictedUntil, toldAt, preparedBy, approvedBy, publishedAt, exemption, reason, nextDue } = row;
  const shown = { toldAt: toldAt?.toISOString() ?? null, publishedAt: publishedAt?.toISOString() ?? null, nextDue: nextDue?.toISOString() ?? null };
  return { id, state, version, agency, profile, title, number, decidedOn, parties, caseId, documentId, otherProvince, displayClass, restrictedUntil, preparedBy, approvedBy, exemption, reason, ...shown };
}
