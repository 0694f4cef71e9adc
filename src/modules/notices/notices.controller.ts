import { Controller, Get, HttpCode, Injectable, Param, Post, Query } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { Database } from '../../platform/database/database.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { OpenRoute, ReadRoute } from '../../platform/http/documented.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import { decodeCursor, PageQuery, pageOf, type Page } from '../../platform/http/pagination.js';
import { Act, Permit, Repeatable } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';

export class NoticeDto {
  @ApiProperty({ description: 'Notice id', example: '3b7c2a52-2f1b-5c39-8f0e-6b1d3f1f9a01' })
  id: string;

  @ApiProperty({ description: 'Agency that is told', example: 'chaoan-market-regulation' })
  agency: string;

  @ApiProperty({ description: 'Event that it tells of', example: 'complaint.registered' })
  event: string;

  @ApiProperty({ description: 'Kind of subject', example: 'complaint' })
  subjectType: string;

  @ApiProperty({ description: 'Subject id', example: '019aa1b2-0000-7000-8000-000000000000' })
  subjectId: string;

  @ApiProperty({ description: 'When it was written, RFC 3339 UTC', example: '2026-11-22T09:10:01.000Z' })
  createdAt: string;
}

export class NoticePage {
  @ApiProperty({ description: 'Unread notices of my agencies, oldest first', type: [NoticeDto], example: [] })
  items: NoticeDto[];
}

const LIST = {
  name: 'notice-list',
  text: `SELECT row.* FROM unnest($1::text[]) AS mine CROSS JOIN LATERAL (
           SELECT id, agency, event, subject_type AS "subjectType", subject_id AS "subjectId", created_at AS "createdAt" FROM notice
           WHERE agency = mine AND read_at IS NULL AND ($2::timestamptz IS NULL OR (created_at, id) > ($2, $3::uuid)) ORDER BY created_at, id LIMIT $4) row
         ORDER BY "createdAt", id LIMIT $4`,
};
const READ = { name: 'notice-read', text: `UPDATE notice SET read_at = coalesce(read_at, $2), read_by = coalesce(read_by, $3) WHERE id = $1 RETURNING id, agency, event, subject_type AS "subjectType", subject_id AS "subjectId", created_at AS "createdAt"` };

@Injectable()
export class NoticesService {
  constructor(private readonly database: Database) {}

  async list({ claims }: Acting, { limit, cursor }: PageQuery): Promise<Page<NoticeDto>> {
    const [at = null, id = null] = decodeCursor(cursor, 'instant', 'uuid') ?? [];
    const rows = await this.database.read<Omit<NoticeDto, 'createdAt'> & { createdAt: Date }>(claims, LIST, [claims.agencies, at, id, limit + 1]);
    return pageOf(rows, limit, (row) => [row.createdAt.toISOString(), row.id]) as unknown as Page<NoticeDto>;
  }

  /** Marking twice keeps the first reader. */
  async markRead({ claims, at }: Acting, id: string): Promise<Answer<NoticeDto>> {
    const rows = await this.database.transact(claims, [{ statement: READ, values: [id, at, claims.actor] }], async (_, [updated = []]) => updated as unknown as NoticeDto[]);
    const [row] = rows;
    if (row === undefined) throw httpProblem('subject.not-found');
    return { status: 200, body: row };
  }
}

@ApiTags('notices')
@Controller('v1/notices')
export class NoticesController {
  constructor(private readonly notices: NoticesService) {}

  @Get()
  @Permit('notice.read')
  @ReadRoute('What my agencies have not read yet', NoticePage)
  list(@Act() acting: Acting, @Query() query: PageQuery): Promise<Page<NoticeDto>> {
    return this.notices.list(acting, query);
  }

  @Post(':id/read')
  @HttpCode(200)
  @Permit('notice.read')
  @Repeatable('Marking a notice as read twice changes nothing')
  @OpenRoute(null, 'Mark a notice as read', NoticeDto)
  read(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<Answer<NoticeDto>> {
    return this.notices.markRead(acting, id);
  }
}
