import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute, OpenRoute, ReadRoute } from '../../platform/http/documented.js';
import { PageQuery, type Page } from '../../platform/http/pagination.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { AvailableCommandsDto, TimelinePage, type TimelineEntryDto } from '../../platform/workflow/subject.queries.js';
import { ServeDocumentDto } from '../document-services/index.js';
import { DecideRecusalDto, MovedProceedingDto, ProceedingDeadlines, ProceedingListQuery, ProceedingPage, ProceedingQueries, RecusalRequests, Recusals, RequestRecusalDto, type ProceedingDto } from '../proceedings/index.js';
import { CommissionAppraisalDto, DecideRegistrationDto, ForwardAnswerDto, RaiseObjectionDto, RecordAnswerDto, RecordAppraisalDto, RecordInspectionDto, RecordSamplingDto, RegisterEvidenceDto, SetEvidencePeriodDto, UpholdObjectionDto, WaiveEvidenceDto } from './adjudication-examination.dto.js';
import { AddAdjudicationPartyDto, DelegateDto, FileAdjudicationDto, GiveAdviceDto, NamePanelDto, NotFileDto, NotifyCorrectionDto, OpenAdjudicationDto, OpenAdviceDto, ReasonsDto, RecordAdjudicationCorrectionDto, WithdrawRequestDto } from './adjudication-request.dto.js';
import { ADJUDICATION } from './adjudication.subject.js';
import { AdjudicationActs, AdjudicationDto, AdjudicationRequirements } from './adjudication-view.dto.js';
import { AdjudicationQueries, REQUIREMENTS } from './adjudications.queries.js';
import { AdjudicationsService } from './adjudications.service.js';
import type { Moved } from './adjudications.steps.service.js';

@ApiTags('adjudications')
@Controller('v1/adjudications')
export class AdjudicationsController {
  constructor(
    private readonly adjudications: AdjudicationsService,
    private readonly queries: AdjudicationQueries,
    private readonly proceedings: ProceedingQueries,
    private readonly recusals: Recusals,
  ) {}

  @Post()
  @Permit('adjudication.handle')
  @OpenRoute('adjudication.open', 'Receive a request on a case that is there', MovedProceedingDto)
  open(@Act() acting: Acting, @Body() body: OpenAdjudicationDto): Moved {
    return this.adjudications.open(acting, body);
  }

  @Post('advice')
  @Permit('adjudication.handle')
  @OpenRoute('adjudication.open-advice', 'Receive a request for advice from somebody who was warned', MovedProceedingDto)
  openAdvice(@Act() acting: Acting, @Body() body: OpenAdviceDto): Moved {
    return this.adjudications.openAdvice(acting, body);
  }

  @Post(':id/give-advice')
  @Permit('adjudication.approve')
  @CommandRoute('adjudication.give-advice', 'Give advice on whether there is an infringement', MovedProceedingDto)
  giveAdvice(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: GiveAdviceDto): Moved {
    return this.adjudications.giveAdvice(acting, id, body);
  }

  @Post(':id/refuse-advice')
  @Permit('adjudication.approve')
  @CommandRoute('adjudication.refuse-advice', 'Give no advice', MovedProceedingDto)
  refuseAdvice(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ReasonsDto): Moved {
    return this.adjudications.refuseAdvice(acting, id, body);
  }

  @Get()
  @Permit('proceeding.read')
  @ReadRoute('Patent adjudications, newest first', ProceedingPage)
  list(@Act() acting: Acting, @Query() query: ProceedingListQuery): Promise<Page<ProceedingDto>> {
    return this.proceedings.list(acting, query, ADJUDICATION);
  }

  @Get('requirements')
  @Permit('proceeding.read')
  @ReadRoute('Checklists and grounds with their articles, as the commands take them', AdjudicationRequirements)
  requirements(): AdjudicationRequirements {
    return REQUIREMENTS;
  }

  @Get(':id')
  @Permit('proceeding.read')
  @ReadRoute('One patent adjudication with its clocks; the ETag is its version', AdjudicationDto)
  one(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<AdjudicationDto> {
    return this.queries.one(acting, id);
  }

  @Get(':id/timeline')
  @Permit('timeline.read')
  @ReadRoute('What happened, from the ledger', TimelinePage)
  timeline(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() page: PageQuery): Promise<Page<TimelineEntryDto>> {
    return this.proceedings.timeline(acting, ADJUDICATION, id, page);
  }

  @Get(':id/deadlines')
  @Permit('deadline.read')
  @ReadRoute('Its clocks, open ones first', ProceedingDeadlines)
  deadlines(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<ProceedingDeadlines> {
    return this.proceedings.deadlines(acting, ADJUDICATION, id);
  }

  @Get(':id/acts')
  @Permit('proceeding.read')
  @ReadRoute('What was done and recorded', AdjudicationActs)
  acts(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<AdjudicationActs> {
    return this.queries.acts(acting, id);
  }

  @Get(':id/recusals')
  @Permit('proceeding.read')
  @ReadRoute('Requests that a member keeps out, and what was decided', RecusalRequests)
  recusalRequests(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<RecusalRequests> {
    return this.proceedings.recusals(acting, ADJUDICATION, id);
  }

  @Get(':id/available-commands')
  @Permit('proceeding.read')
  @ReadRoute('What can be done now, and what stands in the way of the rest', AvailableCommandsDto)
  available(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<AvailableCommandsDto> {
    return this.queries.available(acting, id);
  }

  @Post(':id/request-recusal')
  @Permit('proceeding.request-recusal')
  @CommandRoute('adjudication.request-recusal', 'Record that somebody is to keep out', MovedProceedingDto)
  requestRecusal(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RequestRecusalDto): Promise<Answer<MovedProceedingDto>> {
    return this.recusals.request(acting, ADJUDICATION, id, body);
  }

  @Post(':id/decide-recusal')
  @Permit('proceeding.decide-recusal')
  @CommandRoute('adjudication.decide-recusal', 'Decide whether somebody keeps out', MovedProceedingDto)
  decideRecusal(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: DecideRecusalDto): Promise<Answer<MovedProceedingDto>> {
    return this.recusals.decide(acting, ADJUDICATION, id, body);
  }

  @Post(':id/notify-correction')
  @Permit('adjudication.handle')
  @CommandRoute('adjudication.notify-correction', 'Tell once and completely what is to be corrected', MovedProceedingDto)
  notifyCorrection(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: NotifyCorrectionDto): Moved {
    return this.adjudications.notifyCorrection(acting, id, body);
  }

  @Post(':id/record-correction')
  @Permit('adjudication.handle')
  @CommandRoute('adjudication.record-correction', 'Record that the request was corrected', MovedProceedingDto)
  recordCorrection(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RecordAdjudicationCorrectionDto): Moved {
    return this.adjudications.recordCorrection(acting, id, body);
  }

  @Post(':id/file')
  @Permit('adjudication.approve')
  @CommandRoute('adjudication.file', 'File it and name the panel', MovedProceedingDto)
  file(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: FileAdjudicationDto): Moved {
    return this.adjudications.file(acting, id, body);
  }

  @Post(':id/not-file')
  @Permit('adjudication.approve')
  @CommandRoute('adjudication.not-file', 'Do not file it, with reasons', MovedProceedingDto)
  notFile(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: NotFileDto): Moved {
    return this.adjudications.notFile(acting, id, body);
  }

  @Post(':id/withdraw')
  @Permit('adjudication.handle')
  @CommandRoute('adjudication.withdraw', 'Record that the request was taken back before filing', MovedProceedingDto)
  withdraw(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: WithdrawRequestDto): Moved {
    return this.adjudications.withdraw(acting, id, body);
  }

  @Post(':id/delegate')
  @Permit('adjudication.approve')
  @CommandRoute('adjudication.delegate', 'Let another body do the work in the name of the agency', MovedProceedingDto)
  delegate(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: DelegateDto): Moved {
    return this.adjudications.delegate(acting, id, body);
  }

  @Post(':id/call-for-answer')
  @Permit('adjudication.handle')
  @CommandRoute('adjudication.call-for-answer', 'Issue the notice to answer', MovedProceedingDto)
  callForAnswer(@Act() acting: Acting, @Param('id', Uuid) id: string): Moved {
    return this.adjudications.callForAnswer(acting, id);
  }

  @Post(':id/serve-request')
  @Permit('adjudication.handle')
  @CommandRoute('adjudication.serve-request', 'Serve the request on a respondent: the time of the answer begins', MovedProceedingDto)
  serveRequest(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ServeDocumentDto): Moved {
    return this.adjudications.serveRequest(acting, id, body);
  }

  @Post(':id/record-answer')
  @Permit('adjudication.handle')
  @CommandRoute('adjudication.record-answer', 'Record an answer; it is forwarded within five working days', MovedProceedingDto)
  recordAnswer(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RecordAnswerDto): Moved {
    return this.adjudications.recordAnswer(acting, id, body);
  }

  @Post(':id/forward-answer')
  @Permit('adjudication.handle')
  @CommandRoute('adjudication.forward-answer', 'Forward the answers received to the requester', MovedProceedingDto)
  forwardAnswer(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ForwardAnswerDto): Moved {
    return this.adjudications.forwardAnswer(acting, id, body);
  }

  @Post(':id/raise-objection')
  @Permit('adjudication.handle')
  @CommandRoute('adjudication.raise-objection', 'Record an objection to the jurisdiction: the time for the decision stands still', MovedProceedingDto)
  raiseObjection(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RaiseObjectionDto): Moved {
    return this.adjudications.raiseObjection(acting, id, body);
  }

  @Post(':id/reject-objection')
  @Permit('adjudication.approve')
  @CommandRoute('adjudication.reject-objection', 'Reject the objection and go on', MovedProceedingDto)
  rejectObjection(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ReasonsDto): Moved {
    return this.adjudications.rejectObjection(acting, id, body);
  }

  @Post(':id/uphold-objection')
  @Permit('adjudication.approve')
  @CommandRoute('adjudication.uphold-objection', 'Uphold the objection and hand the case over', MovedProceedingDto)
  upholdObjection(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: UpholdObjectionDto): Moved {
    return this.adjudications.upholdObjection(acting, id, body);
  }

  @Post(':id/set-evidence-period')
  @Permit('adjudication.handle')
  @CommandRoute('adjudication.set-evidence-period', 'Set the period for evidence, or approve what the parties agreed', MovedProceedingDto)
  setEvidencePeriod(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: SetEvidencePeriodDto): Moved {
    return this.adjudications.setEvidencePeriod(acting, id, body);
  }

  @Post(':id/serve-evidence-notice')
  @Permit('adjudication.handle')
  @CommandRoute('adjudication.serve-evidence-notice', 'Serve the notice of the period for evidence: it begins for this party', MovedProceedingDto)
  serveEvidenceNotice(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ServeDocumentDto): Moved {
    return this.adjudications.serveEvidenceNotice(acting, id, body);
  }

  @Post(':id/waive-evidence')
  @Permit('adjudication.handle')
  @CommandRoute('adjudication.waive-evidence', 'Record that no party has more evidence: the period ends', MovedProceedingDto)
  waiveEvidence(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: WaiveEvidenceDto): Moved {
    return this.adjudications.waiveEvidence(acting, id, body);
  }

  @Post(':id/record-inspection')
  @Permit('adjudication.handle')
  @CommandRoute('adjudication.record-inspection', 'Record an inquiry, inspection or demonstration', MovedProceedingDto)
  recordInspection(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RecordInspectionDto): Moved {
    return this.adjudications.recordInspection(acting, id, body);
  }

  @Post(':id/record-sampling')
  @Permit('adjudication.handle')
  @CommandRoute('adjudication.record-sampling', 'Record the taking of samples', MovedProceedingDto)
  recordSampling(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RecordSamplingDto): Moved {
    return this.adjudications.recordSampling(acting, id, body);
  }

  @Post(':id/register-evidence')
  @Permit('adjudication.approve')
  @CommandRoute('adjudication.register-evidence', 'Keep evidence by registration', MovedProceedingDto)
  registerEvidence(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RegisterEvidenceDto): Moved {
    return this.adjudications.registerEvidence(acting, id, body);
  }

  @Post(':id/decide-registration')
  @Permit('adjudication.approve')
  @CommandRoute('adjudication.decide-registration', 'Decide what becomes of evidence kept by registration', MovedProceedingDto)
  decideRegistration(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: DecideRegistrationDto): Moved {
    return this.adjudications.decideRegistration(acting, id, body);
  }

  @Post(':id/commission-appraisal')
  @Permit('adjudication.handle')
  @CommandRoute('adjudication.commission-appraisal', 'Commission an appraisal: the time for the decision stands still', MovedProceedingDto)
  commissionAppraisal(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: CommissionAppraisalDto): Moved {
    return this.adjudications.commissionAppraisal(acting, id, body);
  }

  @Post(':id/record-appraisal')
  @Permit('adjudication.handle')
  @CommandRoute('adjudication.record-appraisal', 'Record the result of the appraisal and go on', MovedProceedingDto)
  recordAppraisal(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RecordAppraisalDto): Moved {
    return this.adjudications.recordAppraisal(acting, id, body);
  }

  @Post(':id/name-panel')
  @Permit('adjudication.approve')
  @CommandRoute('adjudication.name-panel', 'Name the panel anew', MovedProceedingDto)
  namePanel(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: NamePanelDto): Moved {
    return this.adjudications.namePanel(acting, id, body);
  }

  @Post(':id/add-party')
  @Permit('adjudication.handle')
  @CommandRoute('adjudication.add-party', 'Add a party before the hearing', MovedProceedingDto)
  addParty(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: AddAdjudicationPartyDto): Moved {
    return this.adjudications.addParty(acting, id, body);
  }
}
