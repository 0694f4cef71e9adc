import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute, OpenRoute, ReadRoute } from '../../platform/http/documented.js';
import { PageQuery, type Page } from '../../platform/http/pagination.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { AvailableCommandsDto, TimelinePage, type TimelineEntryDto } from '../../platform/workflow/subject.queries.js';
import { MovedProceedingDto, ProceedingDeadlines, ProceedingListQuery, ProceedingPage, ProceedingQueries, type ProceedingDto } from '../proceedings/index.js';
import { AUTHORITIES, REASONS } from './data/authorities.data.js';
import { AskDelistingDto, ListForSupervisionDto, ReportProgressDto, SupervisionAuthorities, SupervisionDto, SupervisionReasonDto } from './supervision.dto.js';
import { SUPERVISION } from './supervision.subject.js';
import { SupervisionsService } from './supervisions.service.js';

type Moved = Promise<Answer<MovedProceedingDto>>;

@ApiTags('supervisions')
@Controller('v1')
export class SupervisionsController {
  constructor(
    private readonly service: SupervisionsService,
    private readonly proceedings: ProceedingQueries,
  ) {}

  @Get('supervision-authorities')
  @Permit('proceeding.read')
  @ReadRoute('Who lists cases for supervision, and why: codes with labels', SupervisionAuthorities)
  authorities(): SupervisionAuthorities {
    return { authorities: AUTHORITIES, reasons: REASONS };
  }

  @Get('supervisions')
  @Permit('proceeding.read')
  @ReadRoute('Supervisions by case, agency or state; newest first', ProceedingPage)
  list(@Act() acting: Acting, @Query() query: ProceedingListQuery): Promise<Page<ProceedingDto>> {
    return this.proceedings.list(acting, query, SUPERVISION);
  }

  @Get('supervisions/:id')
  @Permit('proceeding.read')
  @ReadRoute('One supervision with its targets, reports and clocks; the ETag is its version', SupervisionDto)
  one(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<SupervisionDto> {
    return this.service.one(acting, id);
  }

  @Get('supervisions/:id/timeline')
  @Permit('timeline.read')
  @ReadRoute('What happened, from the ledger', TimelinePage)
  timeline(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() page: PageQuery): Promise<Page<TimelineEntryDto>> {
    return this.proceedings.timeline(acting, SUPERVISION, id, page);
  }

  @Get('supervisions/:id/deadlines')
  @Permit('deadline.read')
  @ReadRoute('Its clocks', ProceedingDeadlines)
  deadlines(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<ProceedingDeadlines> {
    return this.proceedings.deadlines(acting, SUPERVISION, id);
  }

  @Get('supervisions/:id/available-commands')
  @Permit('proceeding.read')
  @ReadRoute('What can be done now, and what stands in the way of the rest', AvailableCommandsDto)
  available(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<AvailableCommandsDto> {
    return this.service.available(acting, id);
  }

  @Post('supervisions')
  @Permit('supervision.list')
  @OpenRoute('supervision.open', 'List a case of another agency for supervision: it is not closed before it is delisted', MovedProceedingDto)
  open(@Act() acting: Acting, @Body() body: ListForSupervisionDto): Moved {
    return this.service.open(acting, body);
  }

  @Post('supervisions/:id/report-progress')
  @Permit('supervision.report')
  @CommandRoute('supervision.report-progress', 'Report progress: the time to the next report begins', MovedProceedingDto)
  reportProgress(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ReportProgressDto): Moved {
    return this.service.reportProgress(acting, id, body);
  }

  @Post('supervisions/:id/ask-delisting')
  @Permit('supervision.report')
  @CommandRoute('supervision.ask-delisting', 'Ask for delisting, with the result of every target', MovedProceedingDto)
  askDelisting(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: AskDelistingDto): Moved {
    return this.service.askDelisting(acting, id, body);
  }

  @Post('supervisions/:id/delist')
  @Permit('supervision.list')
  @CommandRoute('supervision.delist', 'Take the case off the list', MovedProceedingDto)
  delist(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: SupervisionReasonDto): Moved {
    return this.service.delist(acting, id, body);
  }

  @Post('supervisions/:id/refuse-delisting')
  @Permit('supervision.list')
  @CommandRoute('supervision.refuse-delisting', 'Refuse to delist: it goes on', MovedProceedingDto)
  refuseDelisting(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: SupervisionReasonDto): Moved {
    return this.service.refuseDelisting(acting, id, body);
  }

  @Post('supervisions/:id/call-off')
  @Permit('supervision.list')
  @CommandRoute('supervision.call-off', 'Call the listing off: it was listed by mistake, or the authority withdrew it', MovedProceedingDto)
  callOff(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: SupervisionReasonDto): Moved {
    return this.service.callOff(acting, id, body);
  }
}
