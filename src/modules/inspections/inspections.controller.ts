import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute, OpenRoute, ReadRoute } from '../../platform/http/documented.js';
import { PageQuery, type Page } from '../../platform/http/pagination.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { SubjectQueries, TimelinePage, type TimelineEntryDto } from '../../platform/workflow/subject.queries.js';
import {
  CallOffInspectionDto, CloseInspectionDto, DrawInspectionDto, InspectionFindingListQuery, InspectionFindingPage, InspectedCaseNowDto, InspectedCasePage, DrawnInspectionDto, DrawnInspectionListQuery, DrawnInspectionPage, InspectionRaisedDto, InspectionWithFindingsDto, RaiseFindingDto,
  type InspectionFindingDto, type InspectedCaseDto,
} from './inspection.dto.js';
import { INSPECTION } from './inspection.subject.js';
import { InspectionsQueries } from './inspections.queries.js';
import { InspectionsService } from './inspections.service.js';

@ApiTags('inspections')
@Controller('v1/inspections')
export class InspectionsController {
  constructor(
    private readonly inspections: InspectionsService,
    private readonly queries: InspectionsQueries,
    private readonly subjects: SubjectQueries,
  ) {}

  @Post()
  @Permit('inspection.lead')
  @OpenRoute('inspection.draw', 'Draw a set of cases by criteria: the list is frozen as it stands', DrawnInspectionDto)
  draw(@Act() acting: Acting, @Body() body: DrawInspectionDto): Promise<Answer<DrawnInspectionDto>> {
    return this.inspections.draw(acting, body);
  }

  @Get()
  @Permit('inspection.read')
  @ReadRoute('Inspections that my agency carries out or that draw its cases; newest first', DrawnInspectionPage)
  list(@Act() acting: Acting, @Query() query: DrawnInspectionListQuery): Promise<Page<DrawnInspectionDto>> {
    return this.queries.list(acting, query);
  }

  @Get(':id')
  @Permit('inspection.read')
  @ReadRoute('One inspection with its findings counted; the ETag is its version', InspectionWithFindingsDto)
  one(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<InspectionWithFindingsDto> {
    return this.queries.one(acting, id);
  }

  @Get(':id/cases')
  @Permit('inspection.read')
  @ReadRoute('Its cases as they were drawn, of those that the reader sees', InspectedCasePage)
  cases(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() page: PageQuery): Promise<Page<InspectedCaseDto>> {
    return this.queries.cases(acting, id, page);
  }

  @Get(':id/cases/:caseId')
  @Permit('inspection.read')
  @ReadRoute('One of them as it stands now: facts, clocks, proceedings and what happened. Never who reported', InspectedCaseNowDto)
  caseNow(@Act() acting: Acting, @Param('id', Uuid) id: string, @Param('caseId', Uuid) caseId: string): Promise<InspectedCaseNowDto> {
    return this.queries.caseNow(acting, id, caseId);
  }

  @Get(':id/findings')
  @Permit('inspection.read')
  @ReadRoute('Its findings, of those that the reader sees', InspectionFindingPage)
  findings(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() query: InspectionFindingListQuery): Promise<Page<InspectionFindingDto>> {
    return this.queries.findings(acting, id, query);
  }

  @Get(':id/timeline')
  @Permit('timeline.read')
  @ReadRoute('What happened, from the ledger', TimelinePage)
  timeline(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() page: PageQuery): Promise<Page<TimelineEntryDto>> {
    return this.subjects.timeline(acting, INSPECTION, id, page);
  }

  @Post(':id/raise')
  @Permit('inspection.lead')
  @CommandRoute('inspection.raise', 'Raise a finding, of one case or of the cases of an agency: the agency answers within the days named', InspectionRaisedDto)
  raise(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RaiseFindingDto): Promise<Answer<InspectionRaisedDto>> {
    return this.inspections.raise(acting, id, body);
  }

  @Post(':id/close')
  @Permit('inspection.lead')
  @CommandRoute('inspection.close', 'Close it, when the answer to every finding is accepted', DrawnInspectionDto)
  close(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() { summary }: CloseInspectionDto): Promise<Answer<DrawnInspectionDto>> {
    return this.inspections.close(acting, id, summary);
  }

  @Post(':id/call-off')
  @Permit('inspection.lead')
  @CommandRoute('inspection.call-off', 'Call it off; open findings are withdrawn before', DrawnInspectionDto)
  callOff(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() { reason }: CallOffInspectionDto): Promise<Answer<DrawnInspectionDto>> {
    return this.inspections.callOff(acting, id, reason);
  }
}
