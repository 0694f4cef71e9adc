import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute, DownloadRoute, ReadRoute, UploadRoute } from '../../platform/http/documented.js';
import { PageQuery, type Page } from '../../platform/http/pagination.js';
import { Act, Permit, Repeatable, type ZhihengRequest } from '../../platform/http/route.js';
import { Streamed, Uploaded, type Upload } from '../../platform/http/streamed.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { TABLE_TYPES } from '../../platform/tables/formats.js';
import { AvailableCommandsDto, SubjectQueries, TimelinePage, type TimelineEntryDto } from '../../platform/workflow/subject.queries.js';
import { ImportDto, ImportListQuery, ImportPage, ImportResultPage, ResultFileQuery, ResultListQuery, UploadQuery, type ImportResultDto } from './import.dto.js';
import { IMPORT } from './import.subject.js';
import { ImportsQueries } from './imports.queries.js';
import { ImportsService } from './imports.service.js';

@ApiTags('imports')
@Controller('v1/complaints/imports')
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly queries: ImportsQueries,
    private readonly subjects: SubjectQueries,
  ) {}

  @Post()
  @HttpCode(202)
  @Streamed()
  @Permit('complaint.import')
  @Repeatable('Rows are known by their source numbers: a file sent again files nothing twice')
  @UploadRoute('import.receive', 'Import a file of submissions; its rows are filed in the background', ImportDto, Object.keys(TABLE_TYPES))
  async receive(@Act() acting: Acting, @Uploaded() upload: Upload | null, @Query() query: UploadQuery, @Res({ passthrough: true }) reply: FastifyReply): Promise<Answer<ImportDto>> {
    const answer = await this.imports.receive(acting, upload, query);
    void reply.header('location', `/v1/complaints/imports/${answer.body.id}`);
    return answer;
  }

  @Get()
  @Permit('complaint.import')
  @ReadRoute('Imports of my desk, newest first', ImportPage)
  list(@Act() acting: Acting, @Query() query: ImportListQuery): Promise<Page<ImportDto>> {
    return this.queries.list(acting, query);
  }

  @Get(':id')
  @Permit('complaint.import')
  @ReadRoute('One import and how far it has come', ImportDto)
  one(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<ImportDto> {
    return this.queries.one(acting, id);
  }

  @Get(':id/results')
  @Permit('complaint.import')
  @ReadRoute('What became of each row, in the order of the file', ImportResultPage)
  results(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() query: ResultListQuery): Promise<Page<ImportResultDto>> {
    return this.queries.results(acting, id, query);
  }

  @Get(':id/results.csv')
  @Permit('complaint.import')
  @DownloadRoute('The same as a CSV for a spreadsheet', 'text/csv')
  async resultsFile(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() { outcome }: ResultFileQuery, @Req() { zhiheng }: ZhihengRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.queries.one(acting, id);
    await reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="import-${id}.csv"`).send(this.queries.resultsFile(acting.claims, id, outcome, zhiheng.language));
  }

  @Get(':id/timeline')
  @Permit('timeline.read')
  @ReadRoute('What happened, from the ledger', TimelinePage)
  timeline(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() page: PageQuery): Promise<Page<TimelineEntryDto>> {
    return this.subjects.timeline(acting, IMPORT, id, page);
  }

  @Get(':id/available-commands')
  @Permit('complaint.import')
  @ReadRoute('What can be done now, and what stands in the way of the rest', AvailableCommandsDto)
  available(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<AvailableCommandsDto> {
    return this.subjects.available(acting, IMPORT, id);
  }

  @Post(':id/cancel')
  @Permit('complaint.import')
  @CommandRoute('import.cancel', 'End the import; what was filed stays filed', ImportDto)
  cancel(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<Answer<ImportDto>> {
    return this.imports.cancel(acting, id);
  }

  @Post(':id/retry')
  @Permit('complaint.import')
  @CommandRoute('import.retry', 'Go on with an import that failed, after its last row', ImportDto)
  retry(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<Answer<ImportDto>> {
    return this.imports.retry(acting, id);
  }
}
