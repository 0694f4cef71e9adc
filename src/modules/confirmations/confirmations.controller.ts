import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute, ReadRoute } from '../../platform/http/documented.js';
import { PageQuery, type Page } from '../../platform/http/pagination.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { AvailableCommandsDto, TimelinePage, type TimelineEntryDto } from '../../platform/workflow/subject.queries.js';
import { MovedProceedingDto, ProceedingDeadlines, ProceedingListQuery, ProceedingPage, ProceedingQueries, type ProceedingDto } from '../proceedings/index.js';
import { ApplyForConfirmationDto, ApplyForEnforcementDto, ConfirmationDto, EndConfirmationEnforcementDto, EnforcedDto, NotifyLapseDto, ProposedCourtDto, RecordAcceptanceDto, RecordConfirmationDto, RecordNonAcceptanceDto, RecordObjectionDto, RecordRejectionDto, RuledDto, WithdrawConfirmationDto } from './confirmation.dto.js';
import { CONFIRMATION } from './confirmation.subject.js';
import { confirmationDues, ConfirmationsQueries } from './confirmations.queries.js';
import { ConfirmationsService } from './confirmations.service.js';

@ApiTags('confirmations')
@Controller('v1/confirmations')
export class ConfirmationsController {
  constructor(
    private readonly confirmations: ConfirmationsService,
    private readonly queries: ConfirmationsQueries,
    private readonly proceedings: ProceedingQueries,
  ) {}

  @Get()
  @Permit('proceeding.read')
  @ReadRoute('Confirmations, newest first; one begins by itself with an agreement that can be confirmed', ProceedingPage)
  list(@Act() acting: Acting, @Query() query: ProceedingListQuery): Promise<Page<ProceedingDto>> {
    return this.proceedings.list(acting, query, CONFIRMATION);
  }

  @Get(':id')
  @Permit('proceeding.read')
  @ReadRoute('One confirmation with its clocks', ConfirmationDto)
  one(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<ConfirmationDto> {
    return this.queries.one(acting, id);
  }

  @Get(':id/court')
  @Permit('proceeding.read')
  @ReadRoute('Which court is competent, with the reason, and until when both may apply', ProposedCourtDto)
  court(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<ProposedCourtDto> {
    return this.queries.proposal(acting, id);
  }

  @Get(':id/timeline')
  @Permit('timeline.read')
  @ReadRoute('What happened, from the ledger', TimelinePage)
  timeline(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() page: PageQuery): Promise<Page<TimelineEntryDto>> {
    return this.proceedings.timeline(acting, CONFIRMATION, id, page);
  }

  @Get(':id/deadlines')
  @Permit('deadline.read')
  @ReadRoute('Clocks of the confirmation', ProceedingDeadlines)
  deadlines(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<ProceedingDeadlines> {
    return this.proceedings.deadlines(acting, CONFIRMATION, id);
  }

  @Get(':id/available-commands')
  @Permit('proceeding.read')
  @ReadRoute('What can be done now, and what stands in the way of the rest', AvailableCommandsDto)
  available(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<AvailableCommandsDto> {
    return this.proceedings.available(acting, CONFIRMATION, id, confirmationDues(id, acting.at));
  }

  @Post(':id/apply')
  @Permit('confirmation.handle')
  @CommandRoute('confirmation.apply', 'Both apply together, within thirty days of the agreement', MovedProceedingDto)
  apply(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ApplyForConfirmationDto): Promise<Answer<MovedProceedingDto>> {
    return this.confirmations.apply(acting, id, body);
  }

  @Post(':id/notify-lapse')
  @Permit('confirmation.handle')
  @CommandRoute('confirmation.notify-lapse', 'Tell every party that the thirty days are over', MovedProceedingDto)
  notifyLapse(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: NotifyLapseDto): Promise<Answer<MovedProceedingDto>> {
    return this.confirmations.notifyLapse(acting, id, body);
  }

  @Post(':id/record-acceptance')
  @Permit('confirmation.record')
  @CommandRoute('confirmation.record-acceptance', 'The court has accepted it', MovedProceedingDto)
  recordAcceptance(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RecordAcceptanceDto): Promise<Answer<MovedProceedingDto>> {
    return this.confirmations.recordAcceptance(acting, id, body);
  }

  @Post(':id/record-non-acceptance')
  @Permit('confirmation.record')
  @CommandRoute('confirmation.record-non-acceptance', 'The court did not accept it', MovedProceedingDto)
  recordNonAcceptance(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RecordNonAcceptanceDto): Promise<Answer<MovedProceedingDto>> {
    return this.confirmations.recordNonAcceptance(acting, id, body);
  }

  @Post(':id/withdraw')
  @Permit('confirmation.handle')
  @CommandRoute('confirmation.withdraw', 'The application is withdrawn before the ruling', MovedProceedingDto)
  withdraw(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: WithdrawConfirmationDto): Promise<Answer<MovedProceedingDto>> {
    return this.confirmations.withdraw(acting, id, body);
  }

  @Post(':id/record-confirmation')
  @Permit('confirmation.record')
  @CommandRoute('confirmation.record-confirmation', 'The court confirmed the agreement', MovedProceedingDto)
  recordConfirmation(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RecordConfirmationDto): Promise<Answer<MovedProceedingDto>> {
    return this.confirmations.recordConfirmation(acting, id, body);
  }

  @Post(':id/record-rejection')
  @Permit('confirmation.record')
  @CommandRoute('confirmation.record-rejection', 'The court rejected the application', MovedProceedingDto)
  recordRejection(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RecordRejectionDto): Promise<Answer<MovedProceedingDto>> {
    return this.confirmations.recordRejection(acting, id, body);
  }

  @Post(':id/record-objection')
  @Permit('confirmation.record')
  @CommandRoute('confirmation.record-objection', 'Somebody objects to the ruling', MovedProceedingDto)
  recordObjection(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RecordObjectionDto): Promise<Answer<MovedProceedingDto>> {
    return this.confirmations.recordObjection(acting, id, body);
  }

  @Post(':id/dismiss-objection')
  @Permit('confirmation.record')
  @CommandRoute('confirmation.dismiss-objection', 'The objection is dismissed', MovedProceedingDto)
  dismissObjection(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RuledDto): Promise<Answer<MovedProceedingDto>> {
    return this.confirmations.dismissObjection(acting, id, body);
  }

  @Post(':id/revoke')
  @Permit('confirmation.record')
  @CommandRoute('confirmation.revoke', 'The confirmation is revoked upon the objection', MovedProceedingDto)
  revoke(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RuledDto): Promise<Answer<MovedProceedingDto>> {
    return this.confirmations.revoke(acting, id, body);
  }

  @Post(':id/apply-enforcement')
  @Permit('confirmation.handle')
  @CommandRoute('confirmation.apply-enforcement', 'A creditor applies for enforcement', MovedProceedingDto)
  applyForEnforcement(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ApplyForEnforcementDto): Promise<Answer<MovedProceedingDto>> {
    return this.confirmations.applyForEnforcement(acting, id, body);
  }

  @Post(':id/record-enforced')
  @Permit('confirmation.record')
  @CommandRoute('confirmation.record-enforced', 'Everything was enforced', MovedProceedingDto)
  recordEnforced(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: EnforcedDto): Promise<Answer<MovedProceedingDto>> {
    return this.confirmations.recordEnforced(acting, id, body);
  }

  @Post(':id/end-enforcement')
  @Permit('confirmation.record')
  @CommandRoute('confirmation.end-enforcement', 'Enforcement ended without full satisfaction', MovedProceedingDto)
  endEnforcement(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: EndConfirmationEnforcementDto): Promise<Answer<MovedProceedingDto>> {
    return this.confirmations.endEnforcement(acting, id, body);
  }
}
