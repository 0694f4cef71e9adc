import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute, OpenRoute, ReadRoute } from '../../platform/http/documented.js';
import { PageQuery, type Page } from '../../platform/http/pagination.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { AvailableCommandsDto, TimelinePage, type TimelineEntryDto } from '../../platform/workflow/subject.queries.js';
import { MovedProceedingDto, ProceedingDeadlines, ProceedingListQuery, ProceedingPage, ProceedingQueries, type ProceedingDto } from '../proceedings/index.js';
import { AmendClaimsDto, AssignMediationDto, FileSuitDto, GrantPreservationDto, HoldCourtHearingDto, InvestigationOrderDto, LiftPreservationDto, OpenPreservationDto, OpenSuitDto, PreserveDto, RefusePreservationDto, SubmitSuitDto, WithdrawSuitDto } from './civil-suit.dto.js';
import { CIVIL_SUIT } from './civil-suit.subject.js';
import { CivilSuitDto } from './civil-suit-view.dto.js';
import { CivilSuitsQueries } from './civil-suits.queries.js';
import { CivilSuitsService } from './civil-suits.service.js';

@ApiTags('civil-suits')
@Controller('v1/civil-suits')
export class CivilSuitsController {
  constructor(
    private readonly suits: CivilSuitsService,
    private readonly queries: CivilSuitsQueries,
    private readonly proceedings: ProceedingQueries,
  ) {}

  @Get()
  @Permit('proceeding.read')
  @ReadRoute('Civil suits, by case or agency, newest first', ProceedingPage)
  list(@Act() acting: Acting, @Query() query: ProceedingListQuery): Promise<Page<ProceedingDto>> {
    return this.proceedings.list(acting, query, CIVIL_SUIT);
  }

  @Get(':id')
  @Permit('proceeding.read')
  @ReadRoute('One suit with its court, judgments, hearings and orders; the ETag is its version', CivilSuitDto)
  one(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<CivilSuitDto> {
    return this.queries.one(acting, id);
  }

  @Get(':id/timeline')
  @Permit('timeline.read')
  @ReadRoute('What happened, from the ledger', TimelinePage)
  timeline(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() page: PageQuery): Promise<Page<TimelineEntryDto>> {
    return this.proceedings.timeline(acting, CIVIL_SUIT, id, page);
  }

  @Get(':id/deadlines')
  @Permit('deadline.read')
  @ReadRoute('Its clocks', ProceedingDeadlines)
  deadlines(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<ProceedingDeadlines> {
    return this.proceedings.deadlines(acting, CIVIL_SUIT, id);
  }

  @Get(':id/available-commands')
  @Permit('proceeding.read')
  @ReadRoute('What can be done now, and what stands in the way of the rest', AvailableCommandsDto)
  available(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<AvailableCommandsDto> {
    return this.queries.available(acting, id);
  }

  @Post()
  @Permit('civil-suit.record')
  @OpenRoute('civil-suit.open', 'Record that somebody sued, or that the court means to have the matter mediated first', MovedProceedingDto)
  open(@Act() acting: Acting, @Body() body: OpenSuitDto): Promise<Answer<MovedProceedingDto>> {
    return this.suits.open(acting, body);
  }

  @Post('preservations')
  @Permit('civil-suit.record')
  @OpenRoute('civil-suit.open-preservation', 'Record that preservation before suit is asked for', MovedProceedingDto)
  openPreservation(@Act() acting: Acting, @Body() body: OpenPreservationDto): Promise<Answer<MovedProceedingDto>> {
    return this.suits.openPreservation(acting, body);
  }

  @Post(':id/grant-preservation')
  @Permit('civil-suit.record')
  @CommandRoute('civil-suit.grant-preservation', 'The court preserves before suit; a suit has to follow in thirty days', MovedProceedingDto)
  grantPreservation(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: GrantPreservationDto): Promise<Answer<MovedProceedingDto>> {
    return this.suits.grantPreservation(acting, id, body);
  }

  @Post(':id/refuse-preservation')
  @Permit('civil-suit.record')
  @CommandRoute('civil-suit.refuse-preservation', 'The court refuses to preserve', MovedProceedingDto)
  refusePreservation(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RefusePreservationDto): Promise<Answer<MovedProceedingDto>> {
    return this.suits.refusePreservation(acting, id, body);
  }

  @Post(':id/submit')
  @Permit('civil-suit.record')
  @CommandRoute('civil-suit.submit', 'Suit after preservation, within thirty days', MovedProceedingDto)
  submit(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: SubmitSuitDto): Promise<Answer<MovedProceedingDto>> {
    return this.suits.submit(acting, id, body);
  }

  @Post(':id/lift-preservation')
  @Permit('civil-suit.record')
  @CommandRoute('civil-suit.lift-preservation', 'The court lifts the preservation: no suit in time, or another ground', MovedProceedingDto)
  liftPreservation(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: LiftPreservationDto): Promise<Answer<MovedProceedingDto>> {
    return this.suits.liftPreservation(acting, id, body);
  }

  @Post(':id/amend-claims')
  @Permit('civil-suit.record')
  @CommandRoute('civil-suit.amend-claims', 'Amend the claims; punitive damages until the argument of first instance ends', MovedProceedingDto)
  amendClaims(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: AmendClaimsDto): Promise<Answer<MovedProceedingDto>> {
    return this.suits.amendClaims(acting, id, body);
  }

  @Post(':id/file')
  @Permit('civil-suit.record')
  @CommandRoute('civil-suit.file', 'The court files the suit; open patent adjudications of the case end', MovedProceedingDto)
  file(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: FileSuitDto): Promise<Answer<MovedProceedingDto>> {
    return this.suits.file(acting, id, body);
  }

  @Post(':id/assign-mediation')
  @Permit('civil-suit.record')
  @CommandRoute('civil-suit.assign-mediation', 'The court asks a body to mediate, which sees the case from now on', MovedProceedingDto)
  assignMediation(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: AssignMediationDto): Promise<Answer<MovedProceedingDto>> {
    return this.suits.assignMediation(acting, id, body);
  }

  @Post(':id/hold-hearing')
  @Permit('civil-suit.record')
  @CommandRoute('civil-suit.hold-hearing', 'Record a hearing', MovedProceedingDto)
  holdHearing(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: HoldCourtHearingDto): Promise<Answer<MovedProceedingDto>> {
    return this.suits.holdHearing(acting, id, body);
  }

  @Post(':id/record-investigation-order')
  @Permit('civil-suit.record')
  @CommandRoute('civil-suit.record-investigation-order', 'Record that the court gave a lawyer an investigation order', MovedProceedingDto)
  recordInvestigationOrder(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: InvestigationOrderDto): Promise<Answer<MovedProceedingDto>> {
    return this.suits.recordInvestigationOrder(acting, id, body);
  }

  @Post(':id/preserve')
  @Permit('civil-suit.record')
  @CommandRoute('civil-suit.preserve', 'Record that the court preserves in the suit', MovedProceedingDto)
  preserve(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: PreserveDto): Promise<Answer<MovedProceedingDto>> {
    return this.suits.preserve(acting, id, body);
  }

  @Post(':id/withdraw')
  @Permit('civil-suit.record')
  @CommandRoute('civil-suit.withdraw', 'Suit or application withdrawn with leave of the court', MovedProceedingDto)
  withdraw(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: WithdrawSuitDto): Promise<Answer<MovedProceedingDto>> {
    return this.suits.withdraw(acting, id, body);
  }
}
