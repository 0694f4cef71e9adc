import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute, OpenRoute, ReadRoute } from '../../platform/http/documented.js';
import { PageQuery, type Page } from '../../platform/http/pagination.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { AvailableCommandsDto, TimelinePage, type TimelineEntryDto } from '../../platform/workflow/subject.queries.js';
import { MovedProceedingDto, ProceedingDeadlines, ProceedingListQuery, ProceedingPage, ProceedingQueries, type ProceedingDto } from '../proceedings/index.js';
import { PreservationsService } from './preservations.service.js';
import { AskIdentificationDto, CarryOutAtOnceDto, CarryOutDto, HoldingDto, IdentificationDto, OpenHoldingDto, OpinionDto, MeasureReasonDto, SecureCopiesDto, SendToTestingDto, TurnIntoSeizureDto } from './holdings.dto.js';
import { holdingGather } from './holdings.gather.queries.js';
import { SeizuresQueries } from './seizures.queries.js';
import { PRESERVATION } from './seizures.subject.js';

type Moved = Promise<Answer<MovedProceedingDto>>;

@ApiTags('preservation of evidence')
@Controller('v1/preservations')
export class PreservationsController {
  constructor(
    private readonly service: PreservationsService,
    private readonly queries: SeizuresQueries,
    private readonly proceedings: ProceedingQueries,
  ) {}

  @Get()
  @Permit('proceeding.read')
  @ReadRoute('Evidence kept by registration, by case, agency or state; newest first', ProceedingPage)
  list(@Act() acting: Acting, @Query() query: ProceedingListQuery): Promise<Page<ProceedingDto>> {
    return this.proceedings.list(acting, query, PRESERVATION);
  }

  @Get(':id')
  @Permit('proceeding.read')
  @ReadRoute('One preservation with its list and clocks; the ETag is its version', HoldingDto)
  one(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<HoldingDto> {
    return this.queries.preservation(acting, id);
  }

  @Get(':id/timeline')
  @Permit('timeline.read')
  @ReadRoute('What happened, from the ledger', TimelinePage)
  timeline(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() page: PageQuery): Promise<Page<TimelineEntryDto>> {
    return this.proceedings.timeline(acting, PRESERVATION, id, page);
  }

  @Get(':id/deadlines')
  @Permit('deadline.read')
  @ReadRoute('Its clocks', ProceedingDeadlines)
  deadlines(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<ProceedingDeadlines> {
    return this.proceedings.deadlines(acting, PRESERVATION, id);
  }

  @Get(':id/available-commands')
  @Permit('proceeding.read')
  @ReadRoute('What can be done now, and what stands in the way of the rest', AvailableCommandsDto)
  available(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<AvailableCommandsDto> {
    return this.proceedings.available(acting, PRESERVATION, id, holdingGather(acting, 'preservation', id));
  }

  @Post()
  @Permit('seizure.handle')
  @OpenRoute('preservation.open', 'Ask for approval to keep evidence by registration', MovedProceedingDto)
  open(@Act() acting: Acting, @Body() body: OpenHoldingDto): Moved {
    return this.service.open(acting, body);
  }

  @Post(':id/approve')
  @Permit('seizure.approve')
  @CommandRoute('preservation.approve', 'Approve it in advance', MovedProceedingDto)
  approve(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: OpinionDto): Moved {
    return this.service.approve(acting, id, 'approve', body);
  }

  @Post(':id/refuse')
  @Permit('seizure.approve')
  @CommandRoute('preservation.refuse', 'Refuse it', MovedProceedingDto)
  refuse(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: OpinionDto): Moved {
    return this.service.refuse(acting, id, body);
  }

  @Post(':id/withdraw')
  @Permit('seizure.handle')
  @CommandRoute('preservation.withdraw', 'Leave it undone', MovedProceedingDto)
  withdraw(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: MeasureReasonDto): Moved {
    return this.service.withdraw(acting, id, body);
  }

  @Post(':id/carry-out')
  @Permit('seizure.handle')
  @CommandRoute('preservation.carry-out', 'Carry it out on the spot, with list and notice', MovedProceedingDto)
  carryOut(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: CarryOutDto): Moved {
    return this.service.carryOut(acting, id, 'carry-out', body);
  }

  @Post(':id/carry-out-at-once')
  @Permit('seizure.handle')
  @CommandRoute('preservation.carry-out-at-once', 'Carry it out before it is approved; reported within 24 hours', MovedProceedingDto)
  carryOutAtOnce(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: CarryOutAtOnceDto): Moved {
    return this.service.carryOut(acting, id, 'carry-out-at-once', body);
  }

  @Post(':id/approve-afterwards')
  @Permit('seizure.approve')
  @CommandRoute('preservation.approve-afterwards', 'Approve what was done at once', MovedProceedingDto)
  approveAfterwards(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: OpinionDto): Moved {
    return this.service.approve(acting, id, 'approve-afterwards', body);
  }

  @Post(':id/disapprove')
  @Permit('seizure.approve')
  @CommandRoute('preservation.disapprove', 'Find that it should not have been done: released at once', MovedProceedingDto)
  disapprove(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: OpinionDto): Moved {
    return this.service.disapprove(acting, id, body);
  }

  @Post(':id/ask-identification')
  @Permit('seizure.handle')
  @CommandRoute('preservation.ask-identification', 'Ask the right holder to identify the goods', MovedProceedingDto)
  askIdentification(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: AskIdentificationDto): Moved {
    return this.service.askIdentification(acting, id, body);
  }

  @Post(':id/record-identification')
  @Permit('seizure.handle')
  @CommandRoute('preservation.record-identification', 'Record what the right holder says', MovedProceedingDto)
  recordIdentification(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: IdentificationDto): Moved {
    return this.service.recordIdentification(acting, id, body);
  }

  @Post(':id/secure-copies')
  @Permit('seizure.handle')
  @CommandRoute('preservation.secure-copies', 'Copy, photograph or film the evidence: it ends', MovedProceedingDto)
  secureCopies(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: SecureCopiesDto): Moved {
    return this.service.secureCopies(acting, id, body);
  }

  @Post(':id/send-to-testing')
  @Permit('seizure.handle')
  @CommandRoute('preservation.send-to-testing', 'Send the evidence to a test: it ends', MovedProceedingDto)
  sendToTesting(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: SendToTestingDto): Moved {
    return this.service.sendToTesting(acting, id, body);
  }

  @Post(':id/turn-into-seizure')
  @Permit('seizure.handle')
  @CommandRoute('preservation.turn-into-seizure', 'A seizure takes over: it ends', MovedProceedingDto)
  turnIntoSeizure(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: TurnIntoSeizureDto): Moved {
    return this.service.turnIntoSeizure(acting, id, body);
  }

  @Post(':id/confiscate')
  @Permit('seizure.handle')
  @CommandRoute('preservation.confiscate', 'Confiscated by the penalty decision: it ends', MovedProceedingDto)
  confiscate(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: MeasureReasonDto): Moved {
    return this.service.confiscate(acting, id, body);
  }

  @Post(':id/release')
  @Permit('seizure.approve')
  @CommandRoute('preservation.release', 'Release it', MovedProceedingDto)
  release(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: MeasureReasonDto): Moved {
    return this.service.release(acting, id, body);
  }
}
