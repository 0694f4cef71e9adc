import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute, OpenRoute, ReadRoute } from '../../platform/http/documented.js';
import { PageQuery, type Page } from '../../platform/http/pagination.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { AvailableCommandsDto, SubjectQueries, TimelinePage, type TimelineEntryDto } from '../../platform/workflow/subject.queries.js';
import { DocumentServicesQueries } from './document-services.queries.js';
import { MovedNoticeDto, NoticeListQuery, PublicNoticePage, OrderPublicNoticeDto, PublicNoticeWithClocksDto, PublishNoticeDto, RevokeNoticeDto, type PublicNoticeDto } from './public-notice.dto.js';
import { PUBLIC_NOTICE } from './public-notice.subject.js';
import { PublicNotices } from './public-notices.service.js';

@ApiTags('service of documents')
@Controller('v1/public-notices')
export class PublicNoticesController {
  constructor(
    private readonly notices: PublicNotices,
    private readonly queries: DocumentServicesQueries,
    private readonly subjects: SubjectQueries,
  ) {}

  @Post()
  @Permit('document.serve')
  @OpenRoute('public-notice.order', 'Order service by public notice, where nothing else reaches the recipient', MovedNoticeDto)
  order(@Act() acting: Acting, @Body() body: OrderPublicNoticeDto): Promise<Answer<MovedNoticeDto>> {
    return this.notices.order(acting, body);
  }

  @Get()
  @Permit('document.read')
  @ReadRoute('Public notices, newest first', PublicNoticePage)
  list(@Act() acting: Acting, @Query() query: NoticeListQuery): Promise<Page<PublicNoticeDto>> {
    return this.queries.notices(acting, query);
  }

  @Get(':id')
  @Permit('document.read')
  @ReadRoute('One public notice with its clock', PublicNoticeWithClocksDto)
  one(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<PublicNoticeWithClocksDto> {
    return this.queries.notice(acting, id);
  }

  @Get(':id/timeline')
  @Permit('timeline.read')
  @ReadRoute('What happened, from the ledger', TimelinePage)
  timeline(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() page: PageQuery): Promise<Page<TimelineEntryDto>> {
    return this.subjects.timeline(acting, PUBLIC_NOTICE, id, page);
  }

  @Get(':id/available-commands')
  @Permit('document.read')
  @ReadRoute('What can be done now, and what stands in the way of the rest', AvailableCommandsDto)
  async available(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<AvailableCommandsDto> {
    return this.subjects.available(acting, PUBLIC_NOTICE, id, await this.notices.gatherFor(acting, id));
  }

  @Post(':id/publish')
  @Permit('document.serve')
  @CommandRoute('public-notice.publish', 'Publish the notice: its number is given, and its thirty days begin', MovedNoticeDto)
  publish(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: PublishNoticeDto): Promise<Answer<MovedNoticeDto>> {
    return this.notices.publish(acting, id, body);
  }

  @Post(':id/revoke')
  @Permit('document.serve')
  @CommandRoute('public-notice.revoke', 'Call the notice off, because the recipient turned up or the document was withdrawn', MovedNoticeDto)
  revoke(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() { reason }: RevokeNoticeDto): Promise<Answer<MovedNoticeDto>> {
    return this.notices.revoke(acting, id, reason);
  }
}
