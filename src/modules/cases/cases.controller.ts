import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute, ReadRoute } from '../../platform/http/documented.js';
import { PageQuery, type Page } from '../../platform/http/pagination.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { AvailableCommandsDto, SubjectQueries, type TimelineEntryDto } from '../../platform/workflow/subject.queries.js';
import { AssignCaseDto, CloseCaseDto, LinkCaseDto, NoteDto, ReassignCaseDto, RecuseDto, ReopenCaseDto } from './case.dto.js';
import { CaseListQuery, CasePage, type CaseRowDto } from './case-list.dto.js';
import { CASE } from './case.subject.js';
import { CaseDeadlines, CaseDto, CaseNotePage, CaseTimelinePage, CaseTimelineQuery, MovedCaseDto, type CaseNoteDto } from './case-view.dto.js';
import { gatherToClose } from './cases.obligations.queries.js';
import { CasesQueries } from './cases.queries.js';
import { CaseRecordsService } from './cases.records.service.js';
import { CasesService } from './cases.service.js';

@ApiTags('cases')
@Controller('v1/cases')
export class CasesController {
  constructor(
    private readonly cases: CasesService,
    private readonly records: CaseRecordsService,
    private readonly queries: CasesQueries,
    private readonly subjects: SubjectQueries,
  ) {}

  @Get()
  @Permit('case.read')
  @ReadRoute('Worklist of cases, narrowed down and searched; most urgent first', CasePage)
  list(@Act() acting: Acting, @Query() query: CaseListQuery): Promise<Page<CaseRowDto>> {
    return this.queries.list(acting, query);
  }

  @Get(':id')
  @Permit('case.read')
  @ReadRoute('One case with its complaints, the answers owed, its clocks and its law; the ETag is its version', CaseDto)
  one(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<CaseDto> {
    return this.queries.one(acting, id);
  }

  @Get(':id/timeline')
  @Permit('timeline.read')
  @ReadRoute('What happened, from the ledger; on demand with the histories of its complaints', CaseTimelinePage)
  timeline(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() query: CaseTimelineQuery): Promise<Page<TimelineEntryDto>> {
    return query.with === 'complaints' ? this.queries.history(acting, id, query) : this.subjects.timeline(acting, CASE, id, query);
  }

  @Get(':id/deadlines')
  @Permit('deadline.read')
  @ReadRoute('Clocks of the case, of its complaints and of the answers owed', CaseDeadlines)
  deadlines(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<CaseDeadlines> {
    return this.queries.deadlines(acting, id);
  }

  @Get(':id/notes')
  @Permit('case.read')
  @ReadRoute('Notes on the file, newest first', CaseNotePage)
  notes(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() page: PageQuery): Promise<Page<CaseNoteDto>> {
    return this.queries.notes(acting, id, page);
  }

  @Get(':id/available-commands')
  @Permit('case.read')
  @ReadRoute('What can be done now, and what stands in the way of the rest', AvailableCommandsDto)
  available(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<AvailableCommandsDto> {
    return this.subjects.available(acting, CASE, id, gatherToClose(id));
  }

  @Post(':id/assign')
  @Permit('case.assign')
  @CommandRoute('case.assign', 'Put an officer in charge', MovedCaseDto)
  assign(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() { officer }: AssignCaseDto): Promise<Answer<MovedCaseDto>> {
    return this.cases.assign(acting, id, officer);
  }

  @Post(':id/reassign')
  @Permit('case.assign')
  @CommandRoute('case.reassign', 'Put another officer in charge, with a reason', MovedCaseDto)
  reassign(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ReassignCaseDto): Promise<Answer<MovedCaseDto>> {
    return this.cases.reassign(acting, id, body);
  }

  @Post(':id/recuse')
  @Permit('case.recuse')
  @CommandRoute('case.recuse', 'Decide whether an officer keeps out of the case for good', MovedCaseDto)
  recuse(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RecuseDto): Promise<Answer<MovedCaseDto>> {
    return this.cases.recuse(acting, id, body);
  }

  @Post(':id/link')
  @Permit('case.link')
  @CommandRoute('case.link', 'Link another case with it; both files tell of it', MovedCaseDto)
  link(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: LinkCaseDto): Promise<Answer<MovedCaseDto>> {
    return this.records.link(acting, id, body);
  }

  @Post(':id/unlink')
  @Permit('case.link')
  @CommandRoute('case.unlink', 'Undo a link; both files tell of it', MovedCaseDto)
  unlink(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: LinkCaseDto): Promise<Answer<MovedCaseDto>> {
    return this.records.unlink(acting, id, body);
  }

  @Post(':id/note')
  @Permit('case.note')
  @CommandRoute('case.note', 'Write a note on the file', MovedCaseDto)
  note(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() { text }: NoteDto): Promise<Answer<MovedCaseDto>> {
    return this.records.note(acting, id, text);
  }

  @Post(':id/close')
  @Permit('case.close')
  @CommandRoute('case.close', 'Close the case and conclude its complaints; refused while an answer is owed', MovedCaseDto)
  close(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() { outcome }: CloseCaseDto): Promise<Answer<MovedCaseDto>> {
    return this.cases.close(acting, id, outcome);
  }

  @Post(':id/reopen')
  @Permit('case.reopen')
  @CommandRoute('case.reopen', 'Reopen a closed case and resume its complaints', MovedCaseDto)
  reopen(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() { reason }: ReopenCaseDto): Promise<Answer<MovedCaseDto>> {
    return this.cases.reopen(acting, id, reason);
  }
}
