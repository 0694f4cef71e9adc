import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute, OpenRoute, ReadRoute } from '../../platform/http/documented.js';
import { PageQuery, type Page } from '../../platform/http/pagination.js';
import { Act, Permit, RawBody, Repeatable } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { AvailableCommandsDto, SubjectQueries, TimelinePage, type TimelineEntryDto } from '../../platform/workflow/subject.queries.js';
import { ComplaintDto, ComplaintListQuery, ComplaintPage, ReporterIdentityDto, type ComplaintRowDto } from './complaint-view.dto.js';
import { DeclineComplaintDto, FileComplaintDto, ReasonDto, RerouteComplaintDto, UnmaskDto } from './complaint.dto.js';
import { COMPLAINT } from './complaint.subject.js';
import { FiledComplaint } from './filed-complaint.js';
import { IntakeCommandsService } from './intake.commands.service.js';
import { IntakeQueries } from './intake.queries.js';
import { IntakeService } from './intake.service.js';
import { MovedComplaint } from './moved-complaint.js';

@ApiTags('complaints')
@Controller('v1/complaints')
export class IntakeController {
  constructor(
    private readonly intake: IntakeService,
    private readonly commands: IntakeCommandsService,
    private readonly queries: IntakeQueries,
    private readonly subjects: SubjectQueries,
  ) {}

  @Post()
  @Permit('complaint.file')
  @OpenRoute('complaint.register', 'File a complaint or report that came over 12345 or 12315', FiledComplaint)
  file(@Act() acting: Acting, @Body() body: FileComplaintDto, @RawBody() raw: string): Promise<Answer<FiledComplaint>> {
    return this.intake.file(acting, body, raw);
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
  returnToIntake(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ReasonDto): Promise<Answer<MovedComplaint>> {
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
  conclude(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ReasonDto): Promise<Answer<MovedComplaint>> {
    return this.commands.conclude(acting, id, body);
  }

  @Post(':id/unmask')
  @Permit('identity.unmask')
  @Repeatable('Each look at an identity is its own entry in the ledger, and the answer must not be stored')
  @OpenRoute(null, 'Show the reporter in clear; purpose and reader go into the ledger first', ReporterIdentityDto)
  unmask(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: UnmaskDto): Promise<Answer<ReporterIdentityDto>> {
    return this.queries.unmask(acting, id, body);
  }
}
