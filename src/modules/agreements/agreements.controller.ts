import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute, ReadRoute } from '../../platform/http/documented.js';
import { PageQuery, type Page } from '../../platform/http/pagination.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { AvailableCommandsDto, TimelinePage, type TimelineEntryDto } from '../../platform/workflow/subject.queries.js';
import { MovedProceedingDto, ProceedingDeadlines, ProceedingListQuery, ProceedingPage, ProceedingQueries, type ProceedingDto } from '../proceedings/index.js';
import { AgreementTermDto, RecordDefaultDto, RecordNotarisationDto, RecordPartDto, RecordTermPerformanceDto, ReleaseDto, StepOffers, TakeStepDto } from './agreement-term.dto.js';
import { AGREEMENT_TERM } from './agreement-term.subject.js';
import { AgreementsQueries, termFacts } from './agreements.queries.js';
import { AgreementsService } from './agreements.service.js';

@ApiTags('agreement-terms')
@Controller('v1/agreement-terms')
export class AgreementsController {
  constructor(
    private readonly agreements: AgreementsService,
    private readonly queries: AgreementsQueries,
    private readonly proceedings: ProceedingQueries,
  ) {}

  @Get()
  @Permit('proceeding.read')
  @ReadRoute('Terms of agreements, newest first', ProceedingPage)
  list(@Act() acting: Acting, @Query() query: ProceedingListQuery): Promise<Page<ProceedingDto>> {
    return this.proceedings.list(acting, query, AGREEMENT_TERM);
  }

  @Get(':id')
  @Permit('proceeding.read')
  @ReadRoute('One term with its clock', AgreementTermDto)
  one(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<AgreementTermDto> {
    return this.queries.one(acting, id);
  }

  @Get(':id/next-steps')
  @Permit('proceeding.read')
  @ReadRoute('Ways that the creditor has where the term is not performed, with their last days', StepOffers)
  steps(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<StepOffers> {
    return this.queries.steps(acting, id);
  }

  @Get(':id/timeline')
  @Permit('timeline.read')
  @ReadRoute('What happened, from the ledger', TimelinePage)
  timeline(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() page: PageQuery): Promise<Page<TimelineEntryDto>> {
    return this.proceedings.timeline(acting, AGREEMENT_TERM, id, page);
  }

  @Get(':id/deadlines')
  @Permit('deadline.read')
  @ReadRoute('Clocks of the term', ProceedingDeadlines)
  deadlines(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<ProceedingDeadlines> {
    return this.proceedings.deadlines(acting, AGREEMENT_TERM, id);
  }

  @Get(':id/available-commands')
  @Permit('proceeding.read')
  @ReadRoute('What can be done now, and what stands in the way of the rest', AvailableCommandsDto)
  available(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<AvailableCommandsDto> {
    return this.proceedings.available(acting, AGREEMENT_TERM, id, termFacts(id, acting.at));
  }

  @Post(':id/record-performance')
  @Permit('mediation.handle')
  @CommandRoute('agreement-term.record-performance', 'The term is performed in full', MovedProceedingDto)
  recordPerformance(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RecordTermPerformanceDto): Promise<Answer<MovedProceedingDto>> {
    return this.agreements.recordPerformance(acting, id, body);
  }

  @Post(':id/record-part')
  @Permit('mediation.handle')
  @CommandRoute('agreement-term.record-part', 'A part was paid', MovedProceedingDto)
  recordPart(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RecordPartDto): Promise<Answer<MovedProceedingDto>> {
    return this.agreements.recordPart(acting, id, body);
  }

  @Post(':id/record-notarisation')
  @Permit('mediation.handle')
  @CommandRoute('agreement-term.record-notarisation', 'A notary made the term enforceable', MovedProceedingDto)
  recordNotarisation(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RecordNotarisationDto): Promise<Answer<MovedProceedingDto>> {
    return this.agreements.recordNotarisation(acting, id, body);
  }

  @Post(':id/record-default')
  @Permit('mediation.handle')
  @CommandRoute('agreement-term.record-default', 'The day has passed and the term is not performed', MovedProceedingDto)
  recordDefault(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RecordDefaultDto): Promise<Answer<MovedProceedingDto>> {
    return this.agreements.recordDefault(acting, id, body);
  }

  @Post(':id/release')
  @Permit('mediation.handle')
  @CommandRoute('agreement-term.release', 'The creditor lets the term go', MovedProceedingDto)
  release(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ReleaseDto): Promise<Answer<MovedProceedingDto>> {
    return this.agreements.release(acting, id, body);
  }

  @Post(':id/take-step')
  @Permit('mediation.handle')
  @CommandRoute('agreement-term.take-step', 'The creditor takes a way that the law leaves open', MovedProceedingDto)
  takeStep(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: TakeStepDto): Promise<Answer<MovedProceedingDto>> {
    return this.agreements.takeStep(acting, id, body);
  }
}
