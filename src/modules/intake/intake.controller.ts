import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute, OpenRoute, ReadRoute } from '../../platform/http/documented.js';
import { PageQuery, type Page } from '../../platform/http/pagination.js';
import { Act, Permit, RawBody, Repeatable } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { AvailableCommandsDto, SubjectQueries, TimelinePage, type TimelineEntryDto } from '../../platform/workflow/subject.queries.js';
import { ComplaintDto, ComplaintListQuery, ComplaintPage, ReporterIdentityDto, RespondentViewDto, RevisionPage, type ComplaintRowDto } from './complaint-view.dto.js';
import { CorrectComplaintDto, DeclineComplaintDto, IdentityProofDto, OverrideRouteDto, ComplaintReasonDto, RerouteComplaintDto, SplitComplaintDto, TellElsewhereDto, TellResultDto, UnmaskDto } from './complaint-commands.dto.js';
import { FileComplaintDto } from './complaint.dto.js';
import { COMPLAINT } from './complaint.subject.js';
import { FiledComplaint } from './filed-complaint.js';
import { IntakeCommandsService } from './intake.commands.service.js';
import { IntakeCorrections } from './intake.corrections.service.js';
import { IntakeQueries } from './intake.queries.js';
import { IntakeService } from './intake.service.js';
import { MovedComplaint } from './moved-complaint.js';

@ApiTags('complaints')
@Controller('v1/complaints')
export class IntakeController {
  constructor(
    private readonly intake: IntakeService,
    private readonly commands: IntakeCommandsService,
    private readonly corrections: IntakeCorrections,
    private readonly queries: IntakeQueries,
    private readonly subjects: SubjectQueries,
  ) {}

  @Post()
  @Permit('complaint.file')
  @OpenRoute('complaint.register', 'File a complaint, report or request that came over any channel; one that mixes two is split', FiledComplaint)
  file(@Act() acting: Acting, @Body() body: FileComplaintDto, @RawBody() raw: string): Promise<Answer<FiledComplaint>> {
    return this.intake.file(acting, { body, raw });
  }

  @Get()
  @Permit('complaint.read')
  @ReadRoute('Worklist of complaints, newest first', ComplaintPage)
  list(@Act() acting: Acting, @Query() query: ComplaintListQuery): Promise<Page<ComplaintRowDto>> {
    return this.queries.list(acting, query);
  }

  @Get(':id')
  @Permit('complaint.read')
  @ReadRoute('One complaint: why it went where it went, its clocks, the reporter masked', ComplaintDto)
  one(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<ComplaintDto> {
    return this.queries.one(acting, id);
  }

  @Get(':id/respondent-view')
  @Permit('complaint.read')
  @ReadRoute('What the respondent of a mediation may be shown of this leg; nothing of a report', RespondentViewDto)
  respondentView(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<RespondentViewDto> {
    return this.queries.respondentView(acting, id);
  }

  @Get(':id/revisions')
  @Permit('complaint.read')
  @ReadRoute('Other content that came in under the same source number', RevisionPage)
  async revisions(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<RevisionPage> {
    return { items: await this.queries.revisions(acting, id) };
  }

  @Get(':id/timeline')
  @Permit('timeline.read')
  @ReadRoute('What happened, from the ledger', TimelinePage)
  timeline(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() page: PageQuery): Promise<Page<TimelineEntryDto>> {
    return this.subjects.timeline(acting, COMPLAINT, id, page);
  }

  @Get(':id/available-commands')
  @Permit('complaint.read')
  @ReadRoute('What can be done now, and what stands in the way of the rest', AvailableCommandsDto)
  available(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<AvailableCommandsDto> {
    return this.subjects.available(acting, COMPLAINT, id);
  }

  @Post(':id/confirm-classification')
  @Permit('complaint.classify')
  @CommandRoute('complaint.confirm-classification', 'Confirm what it was taken for', MovedComplaint)
  confirmClassification(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<Answer<MovedComplaint>> {
    return this.commands.confirmClassification(acting, id);
  }

  @Post(':id/split')
  @Permit('complaint.classify')
  @CommandRoute('complaint.split', 'Split what holds a complaint and a report; each is then handled by its own procedure', MovedComplaint)
  split(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: SplitComplaintDto): Promise<Answer<MovedComplaint>> {
    return this.corrections.split(acting, id, body);
  }

  @Post(':id/correct')
  @Permit('complaint.classify')
  @CommandRoute('complaint.correct', 'Correct what was filed or what it is in law; it is routed again, and clocks that still apply keep their dates', MovedComplaint)
  correct(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: CorrectComplaintDto): Promise<Answer<MovedComplaint>> {
    return this.corrections.correct(acting, id, body);
  }

  @Post(':id/override-route')
  @Permit('complaint.override')
  @CommandRoute('complaint.override-route', 'Send it elsewhere than the rules did, within the tracks that they allow', MovedComplaint)
  overrideRoute(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: OverrideRouteDto): Promise<Answer<MovedComplaint>> {
    return this.corrections.overrideRoute(acting, id, body);
  }

  @Post(':id/request-identity-proof')
  @Permit('complaint.request-proof')
  @CommandRoute('complaint.request-identity-proof', 'Ask for proof of identity within a period; the clock of acceptance runs on', MovedComplaint)
  requestIdentityProof(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: IdentityProofDto): Promise<Answer<MovedComplaint>> {
    return this.commands.requestIdentityProof(acting, id, body);
  }

  @Post(':id/record-identity-proof')
  @Permit('complaint.request-proof')
  @CommandRoute('complaint.record-identity-proof', 'Record that identity was proved', MovedComplaint)
  recordIdentityProof(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<Answer<MovedComplaint>> {
    return this.commands.recordIdentityProof(acting, id);
  }

  @Post(':id/withdraw')
  @Permit('complaint.withdraw')
  @CommandRoute('complaint.withdraw', 'Record that who asked takes it back', MovedComplaint)
  withdraw(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ComplaintReasonDto): Promise<Answer<MovedComplaint>> {
    return this.commands.withdraw(acting, id, body);
  }

  @Post(':id/mark-out-of-scope')
  @Permit('complaint.close-out')
  @CommandRoute('complaint.mark-out-of-scope', 'Close what belongs elsewhere, with the way that the caller was told', MovedComplaint)
  tellElsewhere(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: TellElsewhereDto): Promise<Answer<MovedComplaint>> {
    return this.commands.tellElsewhere(acting, id, body);
  }

  @Post(':id/transfer')
  @Permit('complaint.return')
  @CommandRoute('complaint.transfer', 'Pass it on to another office: always refused, with the article', MovedComplaint)
  transfer(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RerouteComplaintDto): Promise<Answer<MovedComplaint>> {
    return this.commands.transfer(acting, id, body);
  }

  @Post(':id/designate')
  @Permit('complaint.designate')
  @CommandRoute('complaint.designate', 'Designate who handles a disputed matter', MovedComplaint)
  designate(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RerouteComplaintDto): Promise<Answer<MovedComplaint>> {
    return this.commands.designate(acting, id, body);
  }

  @Post(':id/accept')
  @Permit('complaint.accept')
  @CommandRoute('complaint.accept', 'Accept the complaint or take on the report', MovedComplaint)
  accept(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<Answer<MovedComplaint>> {
    return this.commands.accept(acting, id);
  }

  @Post(':id/decline')
  @Permit('complaint.decline')
  @CommandRoute('complaint.decline', 'Decline on a statutory ground', MovedComplaint)
  decline(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: DeclineComplaintDto): Promise<Answer<MovedComplaint>> {
    return this.commands.decline(acting, id, body);
  }

  @Post(':id/return-to-intake')
  @Permit('complaint.return')
  @CommandRoute('complaint.return-to-intake', 'Hand back to the intake desk; the clocks run on', MovedComplaint)
  returnToIntake(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ComplaintReasonDto): Promise<Answer<MovedComplaint>> {
    return this.commands.returnToIntake(acting, id, body);
  }

  @Post(':id/reroute')
  @Permit('complaint.reroute')
  @CommandRoute('complaint.reroute', 'Send a returned complaint to another agency', MovedComplaint)
  reroute(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RerouteComplaintDto): Promise<Answer<MovedComplaint>> {
    return this.commands.reroute(acting, id, body);
  }

  @Post(':id/open-case')
  @Permit('case.open')
  @CommandRoute('complaint.open-case', 'Open a case from an accepted complaint', MovedComplaint)
  openCase(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<Answer<MovedComplaint>> {
    return this.commands.openCase(acting, id);
  }

  @Post(':id/conclude')
  @Permit('complaint.conclude')
  @CommandRoute('complaint.conclude', 'Conclude without a case, with the reason', MovedComplaint)
  conclude(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ComplaintReasonDto): Promise<Answer<MovedComplaint>> {
    return this.commands.conclude(acting, id, body);
  }

  @Post(':id/tell-result')
  @Permit('complaint.conclude')
  @CommandRoute('complaint.tell-result', 'Tell the reporter the result, where a law says that it is told', MovedComplaint)
  tellResult(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: TellResultDto): Promise<Answer<MovedComplaint>> {
    return this.commands.tellResult(acting, id, body);
  }

  @Post(':id/unmask')
  @Permit('identity.unmask')
  @Repeatable('Each look at an identity is its own entry in the ledger, and the answer must not be stored')
  @OpenRoute(null, 'Show the reporter in clear; purpose and reader go into the ledger first', ReporterIdentityDto)
  unmask(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: UnmaskDto): Promise<Answer<ReporterIdentityDto>> {
    return this.queries.unmask(acting, id, body);
  }
}
