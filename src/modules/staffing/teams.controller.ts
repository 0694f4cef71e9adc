import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute, OpenRoute, ReadRoute } from '../../platform/http/documented.js';
import { PageQuery, type Page } from '../../platform/http/pagination.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { SubjectQueries, TimelinePage, type TimelineEntryDto } from '../../platform/workflow/subject.queries.js';
import { ArrangeTeamDto, FormTeamDto, CaseTeamDto, TeamListQuery, TeamPage } from './staffing.dto.js';
import { StaffingQueries } from './staffing.queries.js';
import { TeamsService } from './staffing.teams.service.js';
import { TEAM } from './team.subject.js';

@ApiTags('assignments')
@Controller('v1/teams')
export class TeamsController {
  constructor(
    private readonly teams: TeamsService,
    private readonly queries: StaffingQueries,
    private readonly subjects: SubjectQueries,
  ) {}

  @Get()
  @Permit('case.read')
  @ReadRoute('Teams at work, with who is skilled in what', TeamPage)
  list(@Act() acting: Acting, @Query() query: TeamListQuery): Promise<Page<CaseTeamDto>> {
    return this.queries.teams(acting, query);
  }

  @Post()
  @Permit('team.manage')
  @OpenRoute('team.form', 'Form a team', CaseTeamDto)
  form(@Act() acting: Acting, @Body() body: FormTeamDto): Promise<Answer<CaseTeamDto>> {
    return this.teams.form(acting, body);
  }

  @Get(':id')
  @Permit('case.read')
  @ReadRoute('One team; the ETag is its version', CaseTeamDto)
  one(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<CaseTeamDto> {
    return this.queries.team(acting, id);
  }

  @Get(':id/timeline')
  @Permit('case.read')
  @ReadRoute('Who was in the team when, from the ledger', TimelinePage)
  timeline(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() page: PageQuery): Promise<Page<TimelineEntryDto>> {
    return this.subjects.timeline(acting, TEAM, id, page);
  }

  @Post(':id/rearrange')
  @Permit('team.manage')
  @CommandRoute('team.rearrange', 'Say anew who is in the team and skilled in what', CaseTeamDto)
  rearrange(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ArrangeTeamDto): Promise<Answer<CaseTeamDto>> {
    return this.teams.rearrange(acting, id, body);
  }

  @Post(':id/dissolve')
  @Permit('team.manage')
  @CommandRoute('team.dissolve', 'Dissolve a team that has no open cases', CaseTeamDto)
  dissolve(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<Answer<CaseTeamDto>> {
    return this.teams.dissolve(acting, id);
  }
}
