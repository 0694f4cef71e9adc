import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute, OpenRoute, ReadRoute } from '../../platform/http/documented.js';
import { PageQuery, type Page } from '../../platform/http/pagination.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { AvailableCommandsDto, TimelinePage, type TimelineEntryDto } from '../../platform/workflow/subject.queries.js';
import { MovedProceedingDto, ProceedingDeadlines, ProceedingListQuery, ProceedingPage, ProceedingQueries, type ProceedingDto } from '../proceedings/index.js';
import { ApproveReferralDto, HandOverReferralDto, InviteProcuratorateDto, OpenReferralDto, ReferralReasonDto, RecordVerdictDto, RefuseReferralDto, ReplaceOfficersDto, ReportReferralDto, SupplementReferralDto, TransferReferralDto } from './referral.dto.js';
import { REFERRAL } from './referral.subject.js';
import { ReferralDto } from './referral-view.dto.js';
import { ReferralsQueries } from './referrals.queries.js';
import { ReferralsService } from './referrals.service.js';

@ApiTags('referrals')
@Controller('v1/referrals')
export class ReferralsController {
  constructor(
    private readonly referrals: ReferralsService,
    private readonly queries: ReferralsQueries,
    private readonly proceedings: ProceedingQueries,
  ) {}

  @Get()
  @Permit('proceeding.read')
  @ReadRoute('Criminal referrals, by case or agency, newest first', ProceedingPage)
  list(@Act() acting: Acting, @Query() query: ProceedingListQuery): Promise<Page<ProceedingDto>> {
    return this.proceedings.list(acting, query, REFERRAL);
  }

  @Get(':id')
  @Permit('proceeding.read')
  @ReadRoute('One referral with its checklist of papers, its clocks and what the procuratorate did; the ETag is its version', ReferralDto)
  one(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<ReferralDto> {
    return this.queries.one(acting, id);
  }

  @Get(':id/timeline')
  @Permit('timeline.read')
  @ReadRoute('What happened, from the ledger', TimelinePage)
  timeline(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() page: PageQuery): Promise<Page<TimelineEntryDto>> {
    return this.proceedings.timeline(acting, REFERRAL, id, page);
  }

  @Get(':id/deadlines')
  @Permit('deadline.read')
  @ReadRoute('Its clocks, those of the police and the procuratorate too', ProceedingDeadlines)
  deadlines(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<ProceedingDeadlines> {
    return this.proceedings.deadlines(acting, REFERRAL, id);
  }

  @Get(':id/available-commands')
  @Permit('proceeding.read')
  @ReadRoute('What can be done now, and what stands in the way of the rest', AvailableCommandsDto)
  available(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<AvailableCommandsDto> {
    return this.queries.available(acting, id);
  }

  @Post()
  @Permit('referral.handle')
  @OpenRoute('referral.open', 'Open a referral in a case: the team is named at once', MovedProceedingDto)
  open(@Act() acting: Acting, @Body() body: OpenReferralDto): Promise<Answer<MovedProceedingDto>> {
    return this.referrals.open(acting, body);
  }

  @Post(':id/replace-officers')
  @Permit('referral.approve')
  @CommandRoute('referral.replace-officers', 'Name another team', MovedProceedingDto)
  replaceOfficers(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ReplaceOfficersDto): Promise<Answer<MovedProceedingDto>> {
    return this.referrals.replaceOfficers(acting, id, body);
  }

  @Post(':id/invite-procuratorate')
  @Permit('referral.handle')
  @CommandRoute('referral.invite-procuratorate', 'Ask the procuratorate to look on early; it sees the case from now on', MovedProceedingDto)
  invite(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: InviteProcuratorateDto): Promise<Answer<MovedProceedingDto>> {
    return this.referrals.invite(acting, id, body);
  }

  @Post(':id/report')
  @Permit('referral.handle')
  @CommandRoute('referral.report', 'Put the written report before the chief', MovedProceedingDto)
  report(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ReportReferralDto): Promise<Answer<MovedProceedingDto>> {
    return this.referrals.report(acting, id, body);
  }

  @Post(':id/approve')
  @Permit('referral.approve')
  @CommandRoute('referral.approve', 'The chief approves the referral, within three days of the report', MovedProceedingDto)
  approve(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ApproveReferralDto): Promise<Answer<MovedProceedingDto>> {
    return this.referrals.approve(acting, id, body);
  }

  @Post(':id/refuse')
  @Permit('referral.approve')
  @CommandRoute('referral.refuse', 'The chief does not approve it; the reason stays on the file', MovedProceedingDto)
  refuse(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RefuseReferralDto): Promise<Answer<MovedProceedingDto>> {
    return this.referrals.refuse(acting, id, body);
  }

  @Post(':id/transfer')
  @Permit('referral.handle')
  @CommandRoute('referral.transfer', 'Send it to the police with all papers, within 24 hours of the approval', MovedProceedingDto)
  transfer(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: TransferReferralDto): Promise<Answer<MovedProceedingDto>> {
    return this.referrals.transfer(acting, id, body);
  }

  @Post(':id/supplement')
  @Permit('referral.handle')
  @CommandRoute('referral.supplement', 'Supply what the police miss, within three days', MovedProceedingDto)
  supplement(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: SupplementReferralDto): Promise<Answer<MovedProceedingDto>> {
    return this.referrals.supplement(acting, id, body);
  }

  @Post(':id/ask-reconsideration')
  @Permit('referral.handle')
  @CommandRoute('referral.ask-reconsideration', 'Ask the police to reconsider, within three days of their notice', MovedProceedingDto)
  askReconsideration(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ReferralReasonDto): Promise<Answer<MovedProceedingDto>> {
    return this.referrals.askReconsideration(acting, id, body);
  }

  @Post(':id/ask-supervision')
  @Permit('referral.handle')
  @CommandRoute('referral.ask-supervision', 'Suggest to the procuratorate that it supervises the filing, within three days', MovedProceedingDto)
  askSupervision(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ReferralReasonDto): Promise<Answer<MovedProceedingDto>> {
    return this.referrals.askSupervision(acting, id, body);
  }

  @Post(':id/rest')
  @Permit('referral.approve')
  @CommandRoute('referral.rest', 'Leave it at the refusal of the police: the administrative procedure goes on', MovedProceedingDto)
  rest(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ReferralReasonDto): Promise<Answer<MovedProceedingDto>> {
    return this.referrals.rest(acting, id, body);
  }

  @Post(':id/hand-over')
  @Permit('referral.handle')
  @CommandRoute('referral.hand-over', 'List the goods and papers that are handed over', MovedProceedingDto)
  handOver(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: HandOverReferralDto): Promise<Answer<MovedProceedingDto>> {
    return this.referrals.handOver(acting, id, body);
  }

  @Post(':id/record-judgment')
  @Permit('referral.handle')
  @CommandRoute('referral.record-judgment', 'Record the judgment of the criminal court; an earlier fine counts against the criminal one', MovedProceedingDto)
  recordJudgment(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RecordVerdictDto): Promise<Answer<MovedProceedingDto>> {
    return this.referrals.recordJudgment(acting, id, body);
  }
}
