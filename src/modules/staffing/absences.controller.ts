import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute, OpenRoute, ReadRoute } from '../../platform/http/documented.js';
import type { Page } from '../../platform/http/pagination.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { AbsencesService } from './staffing.absences.service.js';
import { OfficerAbsenceDto, AbsenceListQuery, AbsencePage, PlanAbsenceDto, PlannedAbsenceDto } from './staffing.dto.js';
import { StaffingQueries } from './staffing.queries.js';

@ApiTags('assignments')
@Controller('v1/absences')
export class AbsencesController {
  constructor(
    private readonly absences: AbsencesService,
    private readonly queries: StaffingQueries,
  ) {}

  @Get()
  @Permit('case.read')
  @ReadRoute('Calendar of absences that are not over', AbsencePage)
  list(@Act() acting: Acting, @Query() query: AbsenceListQuery): Promise<Page<OfficerAbsenceDto>> {
    return this.queries.absences(acting, query);
  }

  @Post()
  @Permit('absence.plan')
  @OpenRoute('absence.plan', 'Enter one’s own absence, or as head that of an officer; if it has begun, his open cases go to the list of the head', PlannedAbsenceDto)
  plan(@Act() acting: Acting, @Body() body: PlanAbsenceDto): Promise<Answer<PlannedAbsenceDto>> {
    return this.absences.plan(acting, body);
  }

  @Get(':id')
  @Permit('case.read')
  @ReadRoute('One absence; the ETag is its version', OfficerAbsenceDto)
  one(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<OfficerAbsenceDto> {
    return this.queries.absence(acting, id);
  }

  @Post(':id/cancel')
  @Permit('absence.plan')
  @CommandRoute('absence.cancel', 'Cancel an absence, or end it early', OfficerAbsenceDto)
  cancel(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<Answer<OfficerAbsenceDto>> {
    return this.absences.cancel(acting, id);
  }
}
