import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute, ReadRoute } from '../../platform/http/documented.js';
import { PageQuery, type Page } from '../../platform/http/pagination.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { SubjectQueries, TimelinePage, type TimelineEntryDto } from '../../platform/workflow/subject.queries.js';
import { PublishCheckDto, RecordCheckDto, RepeatedFirmPage, ReplaceOfficerDto, SpotCheckDto, SpotCheckListQuery, SpotCheckPage, type RepeatedFirmDto } from './spot-check.dto.js';
import { SPOT_CHECK } from './spot-check.subject.js';
import { SpotChecksQueries } from './spot-checks.queries.js';
import { SpotChecksService } from './spot-checks.service.js';

@ApiTags('spot-checks')
@Controller('v1/spot-checks')
export class SpotChecksController {
  constructor(
    private readonly service: SpotChecksService,
    private readonly queries: SpotChecksQueries,
    private readonly subjects: SubjectQueries,
  ) {}

  @Get()
  @Permit('spot-check.read')
  @ReadRoute('Checks; newest first', SpotCheckPage)
  list(@Act() acting: Acting, @Query() query: SpotCheckListQuery): Promise<Page<SpotCheckDto>> {
    return this.queries.checks(acting, query);
  }

  @Get('repeated')
  @Permit('spot-check.read')
  @ReadRoute('Firms that were drawn several times within a year, with every check and why', RepeatedFirmPage)
  again(@Act() acting: Acting, @Query() page: PageQuery): Promise<Page<RepeatedFirmDto>> {
    return this.queries.again(acting, page);
  }

  @Get(':id')
  @Permit('spot-check.read')
  @ReadRoute('One check; the ETag is its version', SpotCheckDto)
  one(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<SpotCheckDto> {
    return this.queries.check(acting, id);
  }

  @Get(':id/timeline')
  @Permit('timeline.read')
  @ReadRoute('What happened, from the ledger', TimelinePage)
  timeline(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() page: PageQuery): Promise<Page<TimelineEntryDto>> {
    return this.subjects.timeline(acting, SPOT_CHECK, id, page);
  }

  @Post(':id/replace-officer')
  @Permit('spot-check.plan')
  @CommandRoute('spot-check.replace-officer', 'Put the next officer of the lot in the place of one who cannot go', SpotCheckDto)
  replaceOfficer(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ReplaceOfficerDto): Promise<Answer<SpotCheckDto>> {
    return this.service.replaceOfficer(acting, id, body);
  }

  @Post(':id/record')
  @Permit('spot-check.work')
  @CommandRoute('spot-check.record', 'Say what was found; it is to be published', SpotCheckDto)
  record(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RecordCheckDto): Promise<Answer<SpotCheckDto>> {
    return this.service.record(acting, id, body);
  }

  @Post(':id/publish')
  @Permit('spot-check.work')
  @CommandRoute('spot-check.publish', 'Say where and when the result was published', SpotCheckDto)
  publish(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: PublishCheckDto): Promise<Answer<SpotCheckDto>> {
    return this.service.publish(acting, id, body);
  }
}
