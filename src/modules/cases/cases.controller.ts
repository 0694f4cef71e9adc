import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute, ReadRoute } from '../../platform/http/documented.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { AvailableCommandsDto, SubjectQueries, TimelinePage, type TimelineEntryDto } from '../../platform/workflow/subject.queries.js';
import { CASE } from './case.subject.js';
import { PageQuery, type Page } from '../../platform/http/pagination.js';
import { Act, Permit } from '../../platform/http/route.js';
import { AssignCaseDto, CaseDto, CaseListQuery, CasePage, CloseCaseDto, ReopenCaseDto, type CaseRowDto } from './case.dto.js';
import { CasesQueries } from './cases.queries.js';
import { CasesService } from './cases.service.js';

@ApiTags('cases')
@Controller('v1/cases')
export class CasesController {
  constructor(
    private readonly cases: CasesService,
    private readonly queries: CasesQueries,
    private readonly subjects: SubjectQueries,
  ) {}

  @Get()
  @Permit('case.read')
  @ReadRoute('Worklist of cases, newest first', CasePage)
  list(@Act() acting: Acting, @Query() query: CaseListQuery): Promise<Page<CaseRowDto>> {
    return this.queries.list(acting, query);
  }

  @Get(':id')
  @Permit('case.read')
  @ReadRoute('One case with its clocks; the ETag is its version', CaseDto)
  one(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<CaseDto> {
    return this.queries.one(acting, id);
  }

  @Get(':id/timeline')
  @Permit('timeline.read')
  @ReadRoute('What happened, from the ledger', TimelinePage)
  timeline(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() page: PageQuery): Promise<Page<TimelineEntryDto>> {
    return this.subjects.timeline(acting, CASE, id, page);
  }

  @Get(':id/available-commands')
  @Permit('case.read')
  @ReadRoute('What can be done now, and what stands in the way of the rest', AvailableCommandsDto)
  available(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<AvailableCommandsDto> {
    return this.subjects.available(acting, CASE, id);
  }

  @Post(':id/assign')
  @Permit('case.assign')
  @CommandRoute('case.assign', 'Put an officer in charge', CaseDto)
  assign(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() { officer }: AssignCaseDto): Promise<Answer<CaseDto>> {
    return this.cases.assign(acting, id, officer);
  }

  @Post(':id/close')
  @Permit('case.close')
  @CommandRoute('case.close', 'Close the case and conclude its complaint', CaseDto)
  close(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() { outcome }: CloseCaseDto): Promise<Answer<CaseDto>> {
    return this.cases.close(acting, id, outcome);
  }

  @Post(':id/reopen')
  @Permit('case.reopen')
  @CommandRoute('case.reopen', 'Reopen a closed case', CaseDto)
  reopen(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() { reason }: ReopenCaseDto): Promise<Answer<CaseDto>> {
    return this.cases.reopen(acting, id, reason);
  }
}
