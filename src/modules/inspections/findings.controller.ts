import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute, ReadRoute } from '../../platform/http/documented.js';
import { PageQuery, type Page } from '../../platform/http/pagination.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { SubjectQueries, TimelinePage, type TimelineEntryDto } from '../../platform/workflow/subject.queries.js';
import { FindingsService } from './findings.service.js';
import { AcceptFindingDto, AnswerFindingDto, InspectionFindingDto, FindingReasonDto, FindingWithClocksDto, FollowUpFindingDto } from './inspection.dto.js';
import { INSPECTION_FINDING } from './inspection.subject.js';
import { InspectionsQueries } from './inspections.queries.js';

@ApiTags('inspections')
@Controller('v1/inspection-findings')
export class FindingsController {
  constructor(
    private readonly service: FindingsService,
    private readonly queries: InspectionsQueries,
    private readonly subjects: SubjectQueries,
  ) {}

  @Get(':id')
  @Permit('inspection.read')
  @ReadRoute('One finding with the clocks of its answers; the ETag is its version', FindingWithClocksDto)
  one(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<FindingWithClocksDto> {
    return this.queries.finding(acting, id);
  }

  @Get(':id/timeline')
  @Permit('timeline.read')
  @ReadRoute('What happened, from the ledger', TimelinePage)
  timeline(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() page: PageQuery): Promise<Page<TimelineEntryDto>> {
    return this.subjects.timeline(acting, INSPECTION_FINDING, id, page);
  }

  @Post(':id/answer')
  @Permit('inspection.answer')
  @CommandRoute('inspection-finding.answer', 'Answer it for the agency', InspectionFindingDto)
  answer(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() { answer }: AnswerFindingDto): Promise<Answer<InspectionFindingDto>> {
    return this.service.answer(acting, id, answer);
  }

  @Post(':id/accept')
  @Permit('inspection.lead')
  @CommandRoute('inspection-finding.accept', 'Accept the answer', InspectionFindingDto)
  accept(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() { reason }: AcceptFindingDto): Promise<Answer<InspectionFindingDto>> {
    return this.service.accept(acting, id, reason);
  }

  @Post(':id/follow-up')
  @Permit('inspection.lead')
  @CommandRoute('inspection-finding.follow-up', 'Say what is still missing: it is answered again, within the days named', InspectionFindingDto)
  followUp(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: FollowUpFindingDto): Promise<Answer<InspectionFindingDto>> {
    return this.service.followUp(acting, id, body);
  }

  @Post(':id/withdraw')
  @Permit('inspection.lead')
  @CommandRoute('inspection-finding.withdraw', 'Withdraw it', InspectionFindingDto)
  withdraw(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() { reason }: FindingReasonDto): Promise<Answer<InspectionFindingDto>> {
    return this.service.withdraw(acting, id, reason);
  }
}
