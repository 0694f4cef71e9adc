import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { OpenRoute, ReadRoute } from '../../platform/http/documented.js';
import type { Page } from '../../platform/http/pagination.js';
import { Act, Permit, Repeatable } from '../../platform/http/route.js';
import { CalculatedDeadlineDto, CalculateDeadlineDto } from './calculation.dto.js';
import { CalculationsService } from './calculations.service.js';
import { LoadCalendarDto, LoadedCalendarDto } from './calendar.dto.js';
import { CalendarsService } from './calendars.service.js';
import { CalendarPage, DeadlineKindPage, DeadlineListQuery, DeadlinePage, type DeadlineRowDto } from './deadline-list.dto.js';
import { DeadlinesQueries } from './deadlines.queries.js';

@ApiTags('deadlines')
@Controller('v1')
export class DeadlinesController {
  constructor(
    private readonly queries: DeadlinesQueries,
    private readonly calendarsService: CalendarsService,
    private readonly calculations: CalculationsService,
  ) {}

  @Get('deadlines')
  @Permit('deadline.read')
  @ReadRoute('Clocks that still run, most urgent first', DeadlinePage)
  list(@Act() acting: Acting, @Query() query: DeadlineListQuery): Promise<Page<DeadlineRowDto>> {
    return this.queries.list(acting, query);
  }

  @Post('deadlines/calculations')
  @HttpCode(200)
  @Permit('calendar.read')
  @Repeatable('It counts and writes nothing')
  @OpenRoute(null, 'The calculator: what a limit comes to from a given event, step by step, with its article. Nothing is written', CalculatedDeadlineDto)
  calculate(@Body() body: CalculateDeadlineDto): CalculatedDeadlineDto {
    return this.calculations.calculate(body);
  }

  @Get('deadline-kinds')
  @Permit('calendar.read')
  @ReadRoute('Time limits with their source and validity', DeadlineKindPage)
  async kinds(@Act() acting: Acting): Promise<DeadlineKindPage> {
    return { items: await this.queries.kinds(acting) };
  }

  @Get('calendars')
  @Permit('calendar.read')
  @ReadRoute('Working calendars that are loaded, with the number of the notice', CalendarPage)
  async calendars(@Act() acting: Acting): Promise<CalendarPage> {
    return { items: await this.queries.calendars(acting) };
  }

  @Post('calendars')
  @Permit('calendar.load')
  @OpenRoute(null, 'Load the official calendar of a year; open deadlines are counted again', LoadedCalendarDto)
  load(@Act() acting: Acting, @Body() body: LoadCalendarDto): Promise<Answer<LoadedCalendarDto>> {
    return this.calendarsService.load(acting, body);
  }
}
