import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute, OpenRoute, ReadRoute } from '../../platform/http/documented.js';
import { PageQuery, type Page } from '../../platform/http/pagination.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { AvailableCommandsDto, TimelinePage, type TimelineEntryDto } from '../../platform/workflow/subject.queries.js';
import { MovedProceedingDto, ProceedingDeadlines, ProceedingListQuery, ProceedingPage, ProceedingQueries, type ProceedingDto } from '../proceedings/index.js';
import { DeclareDto, ForwardDto, OpenTakedownDto, SupplementDto, TakedownAtDto, TakedownDto, TakedownReasonDto, TakeMeasureDto } from './takedown.dto.js';
import { TAKEDOWN } from './takedown.subject.js';
import { TakedownsService } from './takedowns.service.js';

type Moved = Promise<Answer<MovedProceedingDto>>;

@ApiTags('takedowns')
@Controller('v1/takedowns')
export class TakedownsController {
  constructor(
    private readonly service: TakedownsService,
    private readonly proceedings: ProceedingQueries,
  ) {}

  @Get()
  @Permit('proceeding.read')
  @ReadRoute('Takedowns by case, agency or state; newest first', ProceedingPage)
  list(@Act() acting: Acting, @Query() query: ProceedingListQuery): Promise<Page<ProceedingDto>> {
    return this.proceedings.list(acting, query, TAKEDOWN);
  }

  @Get(':id')
  @Permit('proceeding.read')
  @ReadRoute('One takedown with what its notice lacks, its clocks and what follows from a wrong notice; the ETag is its version', TakedownDto)
  one(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<TakedownDto> {
    return this.service.one(acting, id);
  }

  @Get(':id/timeline')
  @Permit('timeline.read')
  @ReadRoute('What happened, from the ledger', TimelinePage)
  timeline(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() page: PageQuery): Promise<Page<TimelineEntryDto>> {
    return this.proceedings.timeline(acting, TAKEDOWN, id, page);
  }

  @Get(':id/deadlines')
  @Permit('deadline.read')
  @ReadRoute('Its clocks', ProceedingDeadlines)
  deadlines(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<ProceedingDeadlines> {
    return this.proceedings.deadlines(acting, TAKEDOWN, id);
  }

  @Get(':id/available-commands')
  @Permit('proceeding.read')
  @ReadRoute('What can be done now, and what stands in the way of the rest', AvailableCommandsDto)
  available(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<AvailableCommandsDto> {
    return this.service.available(acting, id);
  }

  @Post()
  @Permit('takedown.handle')
  @OpenRoute('takedown.open', 'Record a notice to a platform', MovedProceedingDto)
  open(@Act() acting: Acting, @Body() body: OpenTakedownDto): Moved {
    return this.service.open(acting, body);
  }

  @Post(':id/ask-for-missing')
  @Permit('takedown.handle')
  @CommandRoute('takedown.ask-for-missing', 'Say once and in full what the notice lacks', MovedProceedingDto)
  askForMissing(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: TakedownAtDto): Moved {
    return this.service.askForMissing(acting, id, body);
  }

  @Post(':id/supplement')
  @Permit('takedown.handle')
  @CommandRoute('takedown.supplement', 'Record what the right holder supplied', MovedProceedingDto)
  supplement(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: SupplementDto): Moved {
    return this.service.supplement(acting, id, body);
  }

  @Post(':id/refuse-notice')
  @Permit('takedown.handle')
  @CommandRoute('takedown.refuse-notice', 'Record that the platform refused a notice without evidence', MovedProceedingDto)
  refuseNotice(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: TakedownReasonDto): Moved {
    return this.service.refuseNotice(acting, id, body);
  }

  @Post(':id/record-inaction')
  @Permit('takedown.handle')
  @CommandRoute('takedown.record-inaction', 'Record that the platform did not act on a complete notice', MovedProceedingDto)
  recordInaction(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: TakedownReasonDto): Moved {
    return this.service.recordInaction(acting, id, body);
  }

  @Post(':id/take-measure')
  @Permit('takedown.handle')
  @CommandRoute('takedown.take-measure', 'Record what the platform did, and that it passed the notice on', MovedProceedingDto)
  takeMeasure(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: TakeMeasureDto): Moved {
    return this.service.takeMeasure(acting, id, body);
  }

  @Post(':id/keep')
  @Permit('takedown.handle')
  @CommandRoute('takedown.keep', 'Keep the measure where no declaration comes', MovedProceedingDto)
  keep(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: TakedownAtDto): Moved {
    return this.service.keep(acting, id, body);
  }

  @Post(':id/declare')
  @Permit('takedown.handle')
  @CommandRoute('takedown.declare', 'Record the declaration of the merchant', MovedProceedingDto)
  declare(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: DeclareDto): Moved {
    return this.service.declare(acting, id, body);
  }

  @Post(':id/forward')
  @Permit('takedown.handle')
  @CommandRoute('takedown.forward', 'Record that the declaration was sent to the right holder', MovedProceedingDto)
  forward(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ForwardDto): Moved {
    return this.service.forward(acting, id, body);
  }
}
