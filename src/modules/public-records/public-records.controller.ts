import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { Cacheable } from '../../platform/http/cacheable.js';
import { OpenReadRoute } from '../../platform/http/documented.js';
import type { Page } from '../../platform/http/pagination.js';
import { Open } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { Rate } from '../../platform/security/rate-limit.js';
import { FeedQuery, PublicListQuery, PublicRecordPage, PublicTextDto, type PublicRecordDto } from './public-record.dto.js';
import { PublicRecordsQueries } from './public-records.queries.js';

const WHY = 'What is published is for everybody (行政处罚信息公示规定第十八条); claims of the public see nothing else';
/** So long may a copy live that somebody keeps on the way: what is hidden is gone from it soon. */
const SECONDS = 60;

@ApiTags('public')
@Controller('v1/public')
export class PublicRecordsController {
  constructor(private readonly queries: PublicRecordsQueries) {}

  @Get('penalties')
  @Open(WHY) @Rate('public') @Cacheable(SECONDS)
  @OpenReadRoute('Penalties that are published now; newest first', PublicRecordPage)
  penalties(@Query() query: PublicListQuery): Promise<Page<PublicRecordDto>> {
    return this.queries.list('penalties', query);
  }

  @Get('adjudications')
  @Open(WHY) @Rate('public') @Cacheable(SECONDS)
  @OpenReadRoute('Patent adjudications that are published now; newest first', PublicRecordPage)
  adjudications(@Query() query: PublicListQuery): Promise<Page<PublicRecordDto>> {
    return this.queries.list('adjudications', query);
  }

  @Get('lists')
  @Open(WHY) @Rate('public') @Cacheable(SECONDS)
  @OpenReadRoute('Entries on the list of the seriously dishonest that are published now; newest first', PublicRecordPage)
  lists(@Query() query: PublicListQuery): Promise<Page<PublicRecordDto>> {
    return this.queries.list('lists', query);
  }

  @Get('check-results')
  @Open(WHY) @Rate('public') @Cacheable(SECONDS)
  @OpenReadRoute('Results of spot checks that are published now; newest first', PublicRecordPage)
  checks(@Query() query: PublicListQuery): Promise<Page<PublicRecordDto>> {
    return this.queries.list('checks', query);
  }

  @Get('typical-cases')
  @Open(WHY) @Rate('public') @Cacheable(SECONDS)
  @OpenReadRoute('Typical cases that are published now; newest first', PublicRecordPage)
  cases(@Query() query: PublicListQuery): Promise<Page<PublicRecordDto>> {
    return this.queries.list('cases', query);
  }

  @Get('publications/:id')
  @Open(WHY) @Rate('public') @Cacheable(SECONDS)
  @OpenReadRoute('One publication with its text', PublicTextDto)
  one(@Param('id', Uuid) id: string): Promise<PublicTextDto> {
    return this.queries.one(id);
  }

  @Get('feed.json')
  @Open(WHY) @Rate('public') @Cacheable(SECONDS)
  @Header('content-type', 'application/feed+json; charset=utf-8')
  @ApiProduces('application/feed+json')
  @OpenReadRoute('The newest fifty as JSON Feed 1.1', String)
  async json(@Query() { shelf }: FeedQuery): Promise<string> {
    return (await this.queries.feed(shelf)).json1();
  }

  @Get('feed.rss')
  @Open(WHY) @Rate('public') @Cacheable(SECONDS)
  @Header('content-type', 'application/rss+xml; charset=utf-8')
  @ApiProduces('application/rss+xml')
  @OpenReadRoute('The newest fifty as RSS 2.0', String)
  async rss(@Query() { shelf }: FeedQuery): Promise<string> {
    return (await this.queries.feed(shelf)).rss2();
  }
}
