import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute, OpenRoute, ReadRoute } from '../../platform/http/documented.js';
import { PageQuery, type Page } from '../../platform/http/pagination.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { AvailableCommandsDto, TimelinePage, type TimelineEntryDto } from '../../platform/workflow/subject.queries.js';
import { DecideRecusalDto, MovedProceedingDto, ProceedingDeadlines, ProceedingListQuery, ProceedingPage, ProceedingQueries, RecusalRequests, RequestRecusalDto, type ProceedingDto } from '../proceedings/index.js';
import { CancelSessionDto, ConsentDto, EntrustDto, MoveSessionDto, NameMediatorsDto, NotifyPartiesDto, OpenMediationDto, MediationReasonDto, RecordClueDto, RecordSessionDto, RecordStatementDto, ReturnToCourtDto, ScheduleSessionDto, ServeOpinionNoticeDto, TerminateDto } from './mediation.dto.js';
import { FailureDto, OralAgreementDto, ReachAgreementDto, RecordOutcomeDto, SignDto } from './mediation-outcome.dto.js';
import { SessionCalendarDto, CalendarQuery, MediationDto, MediationStatistics, StatementPage, StatementQuery, StatisticsQuery, type StatementDto } from './mediation-view.dto.js';
import { MEDIATION } from './mediation.subject.js';
import { MediationOutcomesService } from './mediations.outcomes.service.js';
import { MEDIATION_FACTS, MediationsQueries, together } from './mediations.queries.js';
import { MediationsService } from './mediations.service.js';
import { MediationSessionsService } from './mediations.sessions.service.js';

@ApiTags('mediations')
@Controller('v1/mediations')
export class MediationsController {
  constructor(
    private readonly mediations: MediationsService,
    private readonly sessions: MediationSessionsService,
    private readonly outcomes: MediationOutcomesService,
    private readonly queries: MediationsQueries,
    private readonly proceedings: ProceedingQueries,
  ) {}

  @Get()
  @Permit('proceeding.read')
  @ReadRoute('Mediations, newest first', ProceedingPage)
  list(@Act() acting: Acting, @Query() query: ProceedingListQuery): Promise<Page<ProceedingDto>> {
    return this.proceedings.list(acting, query, MEDIATION);
  }

  @Post()
  @Permit('mediation.handle')
  @OpenRoute('mediation.open', 'Ask for mediation in a case', MovedProceedingDto)
  open(@Act() acting: Acting, @Body() body: OpenMediationDto): Promise<Answer<MovedProceedingDto>> {
    return this.mediations.open(acting, body);
  }

  @Get('statistics')
  @Permit('statistics.read')
  @ReadRoute('Mediations by mediator and outcome, with the average time', MediationStatistics)
  statistics(@Act() acting: Acting, @Query() query: StatisticsQuery): Promise<MediationStatistics> {
    return this.queries.statistics(acting, query);
  }

  @Get('calendar')
  @Permit('proceeding.read')
  @ReadRoute('Sessions of the own agencies in a stretch of time', SessionCalendarDto)
  calendar(@Act() acting: Acting, @Query() query: CalendarQuery): Promise<SessionCalendarDto> {
    return this.queries.calendar(acting, query);
  }

  @Get(':id')
  @Permit('proceeding.read')
  @ReadRoute('One mediation with its parties, sessions and clocks, and its agreement once it is in force; nothing that was said in it', MediationDto)
  one(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<MediationDto> {
    return this.queries.one(acting, id);
  }

  @Get(':id/statements')
  @Permit('mediation.read-confidential')
  @ReadRoute('What was said, for the members of this mediation; empty for everybody else', StatementPage)
  statements(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() query: StatementQuery): Promise<Page<StatementDto>> {
    return this.queries.statements(acting, id, query);
  }

  @Get(':id/timeline')
  @Permit('timeline.read')
  @ReadRoute('What happened, from the ledger', TimelinePage)
  timeline(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() page: PageQuery): Promise<Page<TimelineEntryDto>> {
    return this.proceedings.timeline(acting, MEDIATION, id, page);
  }

  @Get(':id/deadlines')
  @Permit('deadline.read')
  @ReadRoute('Clocks of the mediation', ProceedingDeadlines)
  deadlines(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<ProceedingDeadlines> {
    return this.proceedings.deadlines(acting, MEDIATION, id);
  }

  @Get(':id/recusals')
  @Permit('proceeding.read')
  @ReadRoute('Requests that a mediator keeps out', RecusalRequests)
  recusalRequests(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<RecusalRequests> {
    return this.proceedings.recusals(acting, MEDIATION, id);
  }

  @Get(':id/available-commands')
  @Permit('proceeding.read')
  @ReadRoute('What can be done now, and what stands in the way of the rest', AvailableCommandsDto)
  available(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<AvailableCommandsDto> {
    return this.proceedings.available(acting, MEDIATION, id, together(MEDIATION_FACTS.clocks(id, acting.at), MEDIATION_FACTS.draftShown(id)));
  }

  @Post(':id/accept-assignment')
  @Permit('mediation.handle')
  @CommandRoute('mediation.accept-assignment', 'Take on what a court assigned; its time counts from now', MovedProceedingDto)
  acceptAssignment(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<Answer<MovedProceedingDto>> {
    return this.mediations.acceptAssignment(acting, id);
  }

  @Post(':id/decline-assignment')
  @Permit('mediation.handle')
  @CommandRoute('mediation.decline-assignment', 'Do not take on what a court assigned, with the reason', MovedProceedingDto)
  declineAssignment(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: MediationReasonDto): Promise<Answer<MovedProceedingDto>> {
    return this.mediations.declineAssignment(acting, id, body);
  }

  @Post(':id/serve-opinion-notice')
  @Permit('mediation.handle')
  @CommandRoute('mediation.serve-opinion-notice', 'Patent dispute: serve the request on the respondent', MovedProceedingDto)
  serveOpinionNotice(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ServeOpinionNoticeDto): Promise<Answer<MovedProceedingDto>> {
    return this.mediations.serveOpinionNotice(acting, id, body);
  }

  @Post(':id/record-consent')
  @Permit('mediation.handle')
  @CommandRoute('mediation.record-consent', 'A side consents', MovedProceedingDto)
  recordConsent(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ConsentDto): Promise<Answer<MovedProceedingDto>> {
    return this.mediations.recordConsent(acting, id, body);
  }

  @Post(':id/record-refusal')
  @Permit('mediation.handle')
  @CommandRoute('mediation.record-refusal', 'A side refuses: there is no mediation', MovedProceedingDto)
  recordRefusal(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ConsentDto): Promise<Answer<MovedProceedingDto>> {
    return this.mediations.recordRefusal(acting, id, body);
  }

  @Post(':id/record-no-reply')
  @Permit('mediation.handle')
  @CommandRoute('mediation.record-no-reply', 'Patent dispute: the respondent did not reply in time', MovedProceedingDto)
  recordNoReply(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<Answer<MovedProceedingDto>> {
    return this.mediations.recordNoReply(acting, id);
  }

  @Post(':id/file')
  @Permit('mediation.handle')
  @CommandRoute('mediation.file', 'Patent dispute: file the mediation to which both agree', MovedProceedingDto)
  file(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<Answer<MovedProceedingDto>> {
    return this.mediations.file(acting, id);
  }

  @Post(':id/take-on')
  @Permit('mediation.handle')
  @CommandRoute('mediation.take-on', 'Take the mediation on: both sides have consented', MovedProceedingDto)
  takeOn(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<Answer<MovedProceedingDto>> {
    return this.mediations.takeOn(acting, id);
  }

  @Post(':id/entrust')
  @Permit('mediation.handle')
  @CommandRoute('mediation.entrust', 'Entrust a consumer complaint to a mediation organisation', MovedProceedingDto)
  entrust(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: EntrustDto): Promise<Answer<MovedProceedingDto>> {
    return this.mediations.entrust(acting, id, body);
  }

  @Post(':id/name-mediators')
  @Permit('mediation.handle')
  @CommandRoute('mediation.name-mediators', 'Name the mediators, chosen by the parties or by the body', MovedProceedingDto)
  nameMediators(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: NameMediatorsDto): Promise<Answer<MovedProceedingDto>> {
    return this.mediations.nameMediators(acting, id, body);
  }

  @Post(':id/request-recusal')
  @Permit('proceeding.request-recusal')
  @CommandRoute('mediation.request-recusal', 'Ask that a member keeps out: the mediation stands still', MovedProceedingDto)
  requestRecusal(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RequestRecusalDto): Promise<Answer<MovedProceedingDto>> {
    return this.mediations.requestRecusal(acting, id, body);
  }

  @Post(':id/decide-recusal')
  @Permit('proceeding.decide-recusal')
  @CommandRoute('mediation.decide-recusal', 'Decide whether a member keeps out', MovedProceedingDto)
  decideRecusal(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: DecideRecusalDto): Promise<Answer<MovedProceedingDto>> {
    return this.mediations.decideRecusal(acting, id, body);
  }

  @Post(':id/schedule-session')
  @Permit('mediation.conduct')
  @CommandRoute('mediation.schedule-session', 'Put a session into the calendar and give notice of it', MovedProceedingDto)
  schedule(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ScheduleSessionDto): Promise<Answer<MovedProceedingDto>> {
    return this.sessions.schedule(acting, id, body);
  }

  @Post(':id/move-session')
  @Permit('mediation.conduct')
  @CommandRoute('mediation.move-session', 'Move a session', MovedProceedingDto)
  move(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: MoveSessionDto): Promise<Answer<MovedProceedingDto>> {
    return this.sessions.move(acting, id, body);
  }

  @Post(':id/cancel-session')
  @Permit('mediation.conduct')
  @CommandRoute('mediation.cancel-session', 'Cancel a session', MovedProceedingDto)
  cancel(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: CancelSessionDto): Promise<Answer<MovedProceedingDto>> {
    return this.sessions.cancel(acting, id, body);
  }

  @Post(':id/record-session')
  @Permit('mediation.conduct')
  @CommandRoute('mediation.record-session', 'Record that a session was held or missed, with its minutes', MovedProceedingDto)
  record(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RecordSessionDto): Promise<Answer<MovedProceedingDto>> {
    return this.sessions.record(acting, id, body);
  }

  @Post(':id/record-statement')
  @Permit('mediation.conduct')
  @CommandRoute('mediation.record-statement', 'Write down a statement or an offer, for the members only', MovedProceedingDto)
  recordStatement(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RecordStatementDto): Promise<Answer<MovedProceedingDto>> {
    return this.sessions.recordStatement(acting, id, body);
  }

  @Post(':id/record-clue')
  @Permit('mediation.handle')
  @CommandRoute('mediation.record-clue', 'A clue of a violation was found while mediating: it is verified', MovedProceedingDto)
  recordClue(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RecordClueDto): Promise<Answer<MovedProceedingDto>> {
    return this.mediations.recordClue(acting, id, body);
  }

  @Post(':id/reach-agreement')
  @Permit('mediation.conduct')
  @CommandRoute('mediation.reach-agreement', 'An agreement is reached in writing; it waits for signatures', MovedProceedingDto)
  reach(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ReachAgreementDto): Promise<Answer<MovedProceedingDto>> {
    return this.outcomes.reach(acting, id, body);
  }

  @Post(':id/sign')
  @Permit('mediation.conduct')
  @CommandRoute('mediation.sign', 'A party or mediator has signed', MovedProceedingDto)
  sign(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: SignDto): Promise<Answer<MovedProceedingDto>> {
    return this.outcomes.sign(acting, id, body);
  }

  @Post(':id/conclude')
  @Permit('mediation.conduct')
  @CommandRoute('mediation.conclude', 'All have signed: the agreement is in force', MovedProceedingDto)
  conclude(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<Answer<MovedProceedingDto>> {
    return this.outcomes.conclude(acting, id);
  }

  @Post(':id/record-oral-agreement')
  @Permit('mediation.conduct')
  @CommandRoute('mediation.record-oral-agreement', 'An agreement without a paper, in force at once', MovedProceedingDto)
  recordOral(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: OralAgreementDto): Promise<Answer<MovedProceedingDto>> {
    return this.outcomes.recordOral(acting, id, body);
  }

  @Post(':id/record-failure')
  @Permit('mediation.conduct')
  @CommandRoute('mediation.record-failure', 'There is no agreement', MovedProceedingDto)
  recordFailure(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: FailureDto): Promise<Answer<MovedProceedingDto>> {
    return this.outcomes.recordFailure(acting, id, body);
  }

  @Post(':id/terminate')
  @Permit('mediation.conduct')
  @CommandRoute('mediation.terminate', 'Terminate on a ground of the law', MovedProceedingDto)
  terminate(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: TerminateDto): Promise<Answer<MovedProceedingDto>> {
    return this.mediations.terminate(acting, id, body);
  }

  @Post(':id/withdraw')
  @Permit('mediation.handle')
  @CommandRoute('mediation.withdraw', 'A side withdraws', MovedProceedingDto)
  withdraw(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ConsentDto): Promise<Answer<MovedProceedingDto>> {
    return this.mediations.withdraw(acting, id, body);
  }

  @Post(':id/notify-parties')
  @Permit('mediation.handle')
  @CommandRoute('mediation.notify-parties', 'Both sides were told that it has ended', MovedProceedingDto)
  notifyParties(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: NotifyPartiesDto): Promise<Answer<MovedProceedingDto>> {
    return this.mediations.notifyParties(acting, id, body);
  }

  @Post(':id/return-to-court')
  @Permit('mediation.handle')
  @CommandRoute('mediation.return-to-court', 'Report to the court and return its papers', MovedProceedingDto)
  returnToCourt(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ReturnToCourtDto): Promise<Answer<MovedProceedingDto>> {
    return this.mediations.returnToCourt(acting, id, body);
  }

  @Post(':id/record-outcome')
  @Permit('mediation.handle')
  @CommandRoute('mediation.record-outcome', 'Record a mediation held on paper, with everything, in one request', MovedProceedingDto)
  recordOutcome(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RecordOutcomeDto): Promise<Answer<MovedProceedingDto>> {
    return this.outcomes.recordOutcome(acting, id, body);
  }
}
