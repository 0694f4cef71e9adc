import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute, OpenRoute, ReadRoute } from '../../platform/http/documented.js';
import { PageQuery, type Page } from '../../platform/http/pagination.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { AvailableCommandsDto, TimelinePage, type TimelineEntryDto } from '../../platform/workflow/subject.queries.js';
import { MovedProceedingDto, ProceedingDeadlines, ProceedingListQuery, ProceedingPage, ProceedingQueries, type ProceedingDto } from '../proceedings/index.js';
import { DecideSimplifiedDto, HandInDto, LeaveSimplifiedDto, OpenSimplifiedDto, SimplifiedPenaltyDto, TellSimplifiedDto } from './simplified-penalty.dto.js';
import { SIMPLIFIED_PENALTY } from './simplified-penalty.subject.js';
import { simplifiedGather, SimplifiedPenaltiesService } from './simplified-penalties.service.js';

type Moved = Promise<Answer<MovedProceedingDto>>;

@ApiTags('simplified penalties')
@Controller('v1/simplified-penalties')
export class SimplifiedPenaltiesController {
  constructor(
    private readonly service: SimplifiedPenaltiesService,
    private readonly proceedings: ProceedingQueries,
  ) {}

  @Get()
  @Permit('proceeding.read')
  @ReadRoute('Simplified penalties by case, agency or state; newest first', ProceedingPage)
  list(@Act() acting: Acting, @Query() query: ProceedingListQuery): Promise<Page<ProceedingDto>> {
    return this.proceedings.list(acting, query, SIMPLIFIED_PENALTY);
  }

  @Get(':id')
  @Permit('proceeding.read')
  @ReadRoute('One simplified penalty with its clocks; the ETag is its version', SimplifiedPenaltyDto)
  one(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<SimplifiedPenaltyDto> {
    return this.service.one(acting, id);
  }

  @Get(':id/timeline')
  @Permit('timeline.read')
  @ReadRoute('What happened, from the ledger', TimelinePage)
  timeline(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() page: PageQuery): Promise<Page<TimelineEntryDto>> {
    return this.proceedings.timeline(acting, SIMPLIFIED_PENALTY, id, page);
  }

  @Get(':id/deadlines')
  @Permit('deadline.read')
  @ReadRoute('Its clocks', ProceedingDeadlines)
  deadlines(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<ProceedingDeadlines> {
    return this.proceedings.deadlines(acting, SIMPLIFIED_PENALTY, id);
  }

  @Get(':id/available-commands')
  @Permit('proceeding.read')
  @ReadRoute('What can be done now, and what stands in the way of the rest', AvailableCommandsDto)
  available(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<AvailableCommandsDto> {
    return this.proceedings.available(acting, SIMPLIFIED_PENALTY, id, simplifiedGather(acting));
  }

  @Post()
  @Permit('penalty.handle')
  @OpenRoute('simplified-penalty.open', 'Find an offence on the spot', MovedProceedingDto)
  open(@Act() acting: Acting, @Body() body: OpenSimplifiedDto): Moved {
    return this.service.open(acting, body);
  }

  @Post(':id/tell')
  @Permit('penalty.handle')
  @CommandRoute('simplified-penalty.tell', 'Tell the party, and record what it says', MovedProceedingDto)
  tell(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: TellSimplifiedDto): Moved {
    return this.service.tell(acting, id, body);
  }

  @Post(':id/decide')
  @Permit('penalty.handle')
  @CommandRoute('simplified-penalty.decide', 'Decide and hand the decision over', MovedProceedingDto)
  decide(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: DecideSimplifiedDto): Moved {
    return this.service.decide(acting, id, body);
  }

  @Post(':id/hand-in')
  @Permit('penalty.handle')
  @CommandRoute('simplified-penalty.hand-in', 'Hand the file in', MovedProceedingDto)
  handIn(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: HandInDto): Moved {
    return this.service.handIn(acting, id, body);
  }

  @Post(':id/leave')
  @Permit('penalty.handle')
  @CommandRoute('simplified-penalty.leave', 'Do not decide on the spot', MovedProceedingDto)
  leave(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: LeaveSimplifiedDto): Moved {
    return this.service.leave(acting, id, body);
  }
}
