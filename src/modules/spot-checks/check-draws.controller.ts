import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute, OpenRoute, ReadRoute } from '../../platform/http/documented.js';
import { PageQuery, type Page } from '../../platform/http/pagination.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { SubjectQueries, TimelinePage, type TimelineEntryDto } from '../../platform/workflow/subject.queries.js';
import { CheckDrawsService } from './check-draws.service.js';
import { CallOffDrawDto, CheckDrawDto, CheckDrawPage, CheckDrawWithPoolDto, DrawListQuery, DrawnDto, PlanDrawDto } from './spot-check.dto.js';
import { CHECK_DRAW } from './spot-check.subject.js';
import { SpotChecksQueries } from './spot-checks.queries.js';

@ApiTags('spot-checks')
@Controller('v1/check-draws')
export class CheckDrawsController {
  constructor(
    private readonly service: CheckDrawsService,
    private readonly queries: SpotChecksQueries,
    private readonly subjects: SubjectQueries,
  ) {}

  @Get()
  @Permit('spot-check.read')
  @ReadRoute('Draws; newest first', CheckDrawPage)
  list(@Act() acting: Acting, @Query() query: DrawListQuery): Promise<Page<CheckDrawDto>> {
    return this.queries.draws(acting, query);
  }

  @Get(':id')
  @Permit('spot-check.read')
  @ReadRoute('One draw with pool, officers and seed: all that a replay needs. The ETag is its version', CheckDrawWithPoolDto)
  one(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<CheckDrawWithPoolDto> {
    return this.queries.draw(acting, id);
  }

  @Get(':id/timeline')
  @Permit('timeline.read')
  @ReadRoute('What happened, from the ledger', TimelinePage)
  timeline(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() page: PageQuery): Promise<Page<TimelineEntryDto>> {
    return this.subjects.timeline(acting, CHECK_DRAW, id, page);
  }

  @Post()
  @Permit('spot-check.plan')
  @OpenRoute('check-draw.plan', 'Plan a draw: the pool is frozen', CheckDrawDto)
  plan(@Act() acting: Acting, @Body() body: PlanDrawDto): Promise<Answer<CheckDrawDto>> {
    return this.service.plan(acting, body);
  }

  @Post(':id/draw')
  @Permit('spot-check.plan')
  @CommandRoute('check-draw.draw', 'Let the lot fall, once: firms and officers', DrawnDto)
  draw(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<Answer<DrawnDto>> {
    return this.service.draw(acting, id);
  }

  @Post(':id/call-off')
  @Permit('spot-check.plan')
  @CommandRoute('check-draw.call-off', 'Call a draw off before the lot fell', CheckDrawDto)
  callOff(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: CallOffDrawDto): Promise<Answer<CheckDrawDto>> {
    return this.service.callOff(acting, id, body);
  }
}
