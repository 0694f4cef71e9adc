import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute, OpenRoute, ReadRoute } from '../../platform/http/documented.js';
import type { Page } from '../../platform/http/pagination.js';
import { Act, Permit, Repeatable } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { CalculatedDeadlineDto, CalculateDeadlineDto } from './calculation.dto.js';
import { CalculationsService } from './calculations.service.js';
import { ExtendDeadlineDto, PauseDeadlineDto, ResumeDeadlineDto, SatisfyDeadlineDto } from './deadline-command.dto.js';
import { DeadlineCommandsService } from './deadline-commands.service.js';
import { DeadlineDetailDto, DeadlineListQuery, DeadlinePage, type DeadlineRowDto } from './deadline-list.dto.js';
import { DeadlinesQueries } from './deadlines.queries.js';

@ApiTags('deadlines')
@Controller('v1/deadlines')
export class ClocksController {
  constructor(
    private readonly queries: DeadlinesQueries,
    private readonly commands: DeadlineCommandsService,
    private readonly calculations: CalculationsService,
  ) {}

  @Get()
  @Permit('deadline.read')
  @ReadRoute('Clocks that have not ended, most urgent first: by due window, state, kind, agency and subject', DeadlinePage)
  list(@Act() acting: Acting, @Query() query: DeadlineListQuery): Promise<Page<DeadlineRowDto>> {
    return this.queries.list(acting, query);
  }

  @Get(':id')
  @Permit('deadline.read')
  @ReadRoute('One clock in full: how it was counted, its pauses and extensions, what may be done; the ETag is its version', DeadlineDetailDto)
  one(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<DeadlineDetailDto> {
    return this.queries.one(acting, id);
  }

  @Post('calculations')
  @HttpCode(200)
  @Permit('calendar.read')
  @Repeatable('It counts and writes nothing')
  @OpenRoute(null, 'The calculator: what a limit comes to from a given event, step by step, with its article. Nothing is written', CalculatedDeadlineDto)
  calculate(@Body() body: CalculateDeadlineDto): CalculatedDeadlineDto {
    return this.calculations.calculate(body);
  }

  @Post(':id/pause')
  @Permit('deadline.pause')
  @CommandRoute('deadline.pause', 'Stop the count on a ground of the statute; If-Match is the version of the clock', DeadlineDetailDto)
  pause(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: PauseDeadlineDto): Promise<Answer<DeadlineDetailDto>> {
    return this.commands.pause(acting, id, body);
  }

  @Post(':id/resume')
  @Permit('deadline.pause')
  @CommandRoute('deadline.resume', 'Count on after a pause; the days of the pause, first and last included, are left out', DeadlineDetailDto)
  resume(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ResumeDeadlineDto): Promise<Answer<DeadlineDetailDto>> {
    return this.commands.resume(acting, id, body);
  }

  @Post(':id/extend')
  @Permit('deadline.extend')
  @CommandRoute('deadline.extend', 'Grant the next rung of the statutory ladder; refused after the limit has run out, unless the statute allows it', DeadlineDetailDto)
  extend(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ExtendDeadlineDto): Promise<Answer<DeadlineDetailDto>> {
    return this.commands.extend(acting, id, body);
  }

  @Post(':id/satisfy')
  @Permit('deadline.satisfy')
  @CommandRoute('deadline.satisfy', 'Record that a duty was done outside the system; not for clocks that a step of the procedure ends', DeadlineDetailDto)
  satisfy(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: SatisfyDeadlineDto): Promise<Answer<DeadlineDetailDto>> {
    return this.commands.satisfy(acting, id, body);
  }
}
