import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute, OpenRoute, ReadRoute } from '../../platform/http/documented.js';
import { type Page, PageQuery } from '../../platform/http/pagination.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { AvailableCommandsDto, TimelinePage, type TimelineEntryDto } from '../../platform/workflow/subject.queries.js';
import { DecideRecusalDto, MovedProceedingDto, ProceedingDeadlines, ProceedingListQuery, ProceedingPage, ProceedingQueries, RecusalRequests, Recusals, RequestRecusalDto, type ProceedingDto } from '../proceedings/index.js';
import { PenaltiesQueries } from './penalties.queries.js';
import { PenaltiesService } from './penalties.service.js';
import { PENALTY } from './penalty.subject.js';
import { FilePenaltyDto, NameOfficersDto, NotFilePenaltyDto, OpenPenaltyDto, PenaltyReasonDto } from './penalty-investigation.dto.js';
import { PenaltyDto, PenaltyRecordPage, PenaltyRecordQuery, TransferDto, type PenaltyRecordDto } from './penalty.dto.js';

@ApiTags('penalty procedures')
@Controller('v1/administrative-proceedings')
export class PenaltiesController {
  constructor(
    private readonly penalties: PenaltiesService,
    private readonly queries: PenaltiesQueries,
    private readonly proceedings: ProceedingQueries,
    private readonly recusals: Recusals,
  ) {}

  @Get()
  @Permit('proceeding.read')
  @ReadRoute('Penalty procedures by case, agency or state; newest first', ProceedingPage)
  list(@Act() acting: Acting, @Query() query: ProceedingListQuery): Promise<Page<ProceedingDto>> {
    return this.queries.list(acting, query);
  }

  @Get(':id')
  @Permit('proceeding.read')
  @ReadRoute('One penalty procedure with its clocks; the ETag is its version', PenaltyDto)
  one(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<PenaltyDto> {
    return this.queries.one(acting, id);
  }

  @Get(':id/records')
  @Permit('proceeding.read')
  @ReadRoute('Acts on record: inspection, inquiry, evidence, reports, hearing, discussion, disposal', PenaltyRecordPage)
  records(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() query: PenaltyRecordQuery): Promise<Page<PenaltyRecordDto>> {
    return this.queries.records(acting, id, query);
  }

  @Get(':id/recusals')
  @Permit('proceeding.read')
  @ReadRoute('Requests for recusal and what was decided on them', RecusalRequests)
  recusalsOf(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<RecusalRequests> {
    return this.proceedings.recusals(acting, PENALTY, id);
  }

  @Get(':id/timeline')
  @Permit('timeline.read')
  @ReadRoute('What happened, from the ledger', TimelinePage)
  timeline(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() page: PageQuery): Promise<Page<TimelineEntryDto>> {
    return this.proceedings.timeline(acting, PENALTY, id, page);
  }

  @Get(':id/deadlines')
  @Permit('deadline.read')
  @ReadRoute('Clocks of the procedure', ProceedingDeadlines)
  deadlines(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<ProceedingDeadlines> {
    return this.proceedings.deadlines(acting, PENALTY, id);
  }

  @Get(':id/available-commands')
  @Permit('proceeding.read')
  @ReadRoute('What can be done now, and what stands in the way of the rest', AvailableCommandsDto)
  available(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<AvailableCommandsDto> {
    return this.queries.available(acting, id);
  }

  @Post()
  @Permit('penalty.handle')
  @OpenRoute('penalty.open', 'Take up a clue in a case: verification begins', MovedProceedingDto)
  open(@Act() acting: Acting, @Body() body: OpenPenaltyDto): Promise<Answer<MovedProceedingDto>> {
    return this.penalties.open(acting, body);
  }

  @Post(':id/file')
  @Permit('penalty.approve')
  @CommandRoute('penalty.file', 'File the case and name its officers', MovedProceedingDto)
  file(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: FilePenaltyDto): Promise<Answer<MovedProceedingDto>> {
    return this.penalties.file(acting, id, body);
  }

  @Post(':id/not-file')
  @Permit('penalty.approve')
  @CommandRoute('penalty.not-file', 'Do not file, on a ground of the rule', MovedProceedingDto)
  notFile(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: NotFilePenaltyDto): Promise<Answer<MovedProceedingDto>> {
    return this.penalties.notFile(acting, id, body);
  }

  @Post(':id/name-officers')
  @Permit('penalty.approve')
  @CommandRoute('penalty.name-officers', 'Name other officers for the case', MovedProceedingDto)
  nameOfficers(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: NameOfficersDto): Promise<Answer<MovedProceedingDto>> {
    return this.penalties.nameOfficers(acting, id, body);
  }

  @Post(':id/transfer')
  @Permit('penalty.approve')
  @CommandRoute('penalty.transfer', 'Transfer what is for another authority', MovedProceedingDto)
  transfer(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: TransferDto): Promise<Answer<MovedProceedingDto>> {
    return this.penalties.transfer(acting, id, body);
  }

  @Post(':id/hand-to-police')
  @Permit('penalty.approve')
  @CommandRoute('penalty.hand-to-police', 'Leave the case to the police, who have filed it', MovedProceedingDto)
  handToPolice(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() { reason }: PenaltyReasonDto): Promise<Answer<MovedProceedingDto>> {
    return this.penalties.handToPolice(acting, id, reason);
  }

  @Post(':id/request-recusal')
  @Permit('proceeding.request-recusal')
  @CommandRoute('penalty.request-recusal', 'Record that a member is asked to keep out', MovedProceedingDto)
  requestRecusal(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RequestRecusalDto): Promise<Answer<MovedProceedingDto>> {
    return this.recusals.request(acting, PENALTY, id, body);
  }

  @Post(':id/decide-recusal')
  @Permit('proceeding.decide-recusal')
  @CommandRoute('penalty.decide-recusal', 'Decide whether a member keeps out', MovedProceedingDto)
  decideRecusal(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: DecideRecusalDto): Promise<Answer<MovedProceedingDto>> {
    return this.recusals.decide(acting, PENALTY, id, body);
  }
}
