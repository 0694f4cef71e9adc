import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { OpenRoute, ReadRoute } from '../../platform/http/documented.js';
import { Act, Permit } from '../../platform/http/route.js';
import { CalendarsService } from './calendars.service.js';
import { CalendarPage, DeadlineKindPage, LawsDto, LawsQuery, LoadCalendarDto, LoadedCalendarDto } from './reference.dto.js';
import { DeadlinesQueries } from './deadlines.queries.js';

@ApiTags('deadlines')
@Controller('v1')
export class DeadlinesController {
  constructor(
    private readonly queries: DeadlinesQueries,
    private readonly calendarsService: CalendarsService,
  ) {}

  @Get('deadline-kinds')
  @Permit('calendar.read')
  @ReadRoute('Time limits with their source and validity', DeadlineKindPage)
  async kinds(@Act() acting: Acting): Promise<DeadlineKindPage> {
    return { items: await this.queries.kinds(acting) };
  }

  @Get('laws')
  @Permit('calendar.read')
  @ReadRoute('Instruments with the days on which they are in force, and the version of the law on a day', LawsDto)
  laws(@Act() acting: Acting, @Query() { on }: LawsQuery): LawsDto {
    return this.queries.laws(acting, on);
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
