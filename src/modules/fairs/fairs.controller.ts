import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute, OpenRoute, ReadRoute } from '../../platform/http/documented.js';
import { PageQuery, type Page } from '../../platform/http/pagination.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { AvailableCommandsDto, SubjectQueries, TimelinePage, type TimelineEntryDto } from '../../platform/workflow/subject.queries.js';
import { AnnounceFairDto, BarredList, CancelFairDto, FairListQuery, FairPage, FairWithClocksDto, RegisterStallDto, StallPage, type FairDto, type StallDto } from './fair.dto.js';
import { FAIR } from './fair.subject.js';
import { FairsQueries } from './fairs.queries.js';
import { FairsService } from './fairs.service.js';

type Moved = Promise<Answer<FairWithClocksDto>>;

@ApiTags('fairs')
@Controller('v1/fairs')
export class FairsController {
  constructor(
    private readonly service: FairsService,
    private readonly queries: FairsQueries,
    private readonly subjects: SubjectQueries,
  ) {}

  @Get()
  @Permit('proceeding.read')
  @ReadRoute('Trade fairs by series or state; newest first', FairPage)
  list(@Act() acting: Acting, @Query() query: FairListQuery): Promise<Page<FairDto>> {
    return this.queries.list(acting, query);
  }

  @Get(':id')
  @Permit('proceeding.read')
  @ReadRoute('One fair with its clocks; the ETag is its version', FairWithClocksDto)
  one(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<FairWithClocksDto> {
    return this.queries.one(acting, id);
  }

  @Get(':id/stalls')
  @Permit('proceeding.read')
  @ReadRoute('Its stalls and exhibitors', StallPage)
  stalls(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() page: PageQuery): Promise<Page<StallDto>> {
    return this.queries.stalls(acting, id, page);
  }

  @Get(':id/barred')
  @Permit('proceeding.read')
  @ReadRoute('Exhibitors who may not come to this edition, with the findings that bar them (第三十一条)', BarredList)
  barred(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<BarredList> {
    return this.queries.barred(acting, id);
  }

  @Get(':id/timeline')
  @Permit('timeline.read')
  @ReadRoute('What happened, from the ledger', TimelinePage)
  timeline(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() page: PageQuery): Promise<Page<TimelineEntryDto>> {
    return this.subjects.timeline(acting, FAIR, id, page);
  }

  @Get(':id/available-commands')
  @Permit('proceeding.read')
  @ReadRoute('What can be done now, and what stands in the way of the rest', AvailableCommandsDto)
  available(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<AvailableCommandsDto> {
    return this.service.available(acting, id);
  }

  @Post()
  @Permit('fair.manage')
  @OpenRoute('fair.announce', 'Enter an edition of a trade fair', FairWithClocksDto)
  announce(@Act() acting: Acting, @Body() body: AnnounceFairDto): Moved {
    return this.service.announce(acting, body);
  }

  @Post(':id/open')
  @Permit('fair.manage')
  @CommandRoute('fair.open', 'Open the fair: complaints can be filed at it', FairWithClocksDto)
  open(@Act() acting: Acting, @Param('id', Uuid) id: string): Moved {
    return this.service.open(acting, id);
  }

  @Post(':id/cancel')
  @Permit('fair.manage')
  @CommandRoute('fair.cancel', 'Record that the fair does not take place', FairWithClocksDto)
  cancel(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: CancelFairDto): Moved {
    return this.service.cancel(acting, id, body);
  }

  @Post(':id/register-stall')
  @Permit('fair.manage')
  @CommandRoute('fair.register-stall', 'Enter a stall and its exhibitor; whoever is barred is refused', FairWithClocksDto)
  registerStall(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RegisterStallDto): Moved {
    return this.service.registerStall(acting, id, body);
  }
}
