import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute, OpenRoute, ReadRoute } from '../../platform/http/documented.js';
import { PageQuery, type Page } from '../../platform/http/pagination.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { SubjectQueries, TimelinePage, type TimelineEntryDto } from '../../platform/workflow/subject.queries.js';
import { CorrectOrganisationDto, MergeOrganisationDto, OrganisationDto, OrganisationListQuery, OrganisationPage, RegisterOrganisationDto, type OrganisationRowDto } from './organisation.dto.js';
import { ORGANISATION } from './organisation.subject.js';
import { OrganisationsQueries } from './organisations.queries.js';
import { OrganisationsService } from './organisations.service.js';
import { AsOfQuery, RegisterHistoryPage, RegisterReasonDto, type RegisterVersionDto } from './register.dto.js';
import { Registers } from './registers.service.js';

@ApiTags('organisations')
@Controller('v1/organisations')
export class OrganisationsController {
  constructor(
    private readonly organisations: OrganisationsService,
    private readonly queries: OrganisationsQueries,
    private readonly registers: Registers,
    private readonly subjects: SubjectQueries,
  ) {}

  @Get()
  @Permit('party.read')
  @ReadRoute('Organisations by words of a name or by code; newest first where neither is given', OrganisationPage)
  list(@Act() acting: Acting, @Query() query: OrganisationListQuery): Promise<Page<OrganisationRowDto>> {
    return this.queries.list(acting, query);
  }

  @Post()
  @Permit('party.write')
  @OpenRoute('organisation.register', 'Enter an organisation', OrganisationDto)
  register(@Act() acting: Acting, @Body() body: RegisterOrganisationDto): Promise<Answer<OrganisationDto>> {
    return this.organisations.register(acting, body);
  }

  @Get(':id')
  @Permit('party.read')
  @ReadRoute('One organisation, as it is or as it was', OrganisationDto)
  one(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() query: AsOfQuery): Promise<OrganisationDto> {
    return this.queries.one(acting, id, query);
  }

  @Get(':id/versions')
  @Permit('party.read')
  @ReadRoute('What each version said, who wrote it and why', RegisterHistoryPage)
  versions(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() page: PageQuery): Promise<Page<RegisterVersionDto>> {
    return this.registers.history(acting, 'organisation', id, page);
  }

  @Get(':id/timeline')
  @Permit('party.read')
  @ReadRoute('What happened to the entry, from the ledger', TimelinePage)
  timeline(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() page: PageQuery): Promise<Page<TimelineEntryDto>> {
    return this.subjects.timeline(acting, ORGANISATION, id, page);
  }

  @Post(':id/correct')
  @Permit('party.write')
  @CommandRoute('organisation.correct', 'Correct an entry; what it said before is kept', OrganisationDto)
  correct(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: CorrectOrganisationDto): Promise<Answer<OrganisationDto>> {
    return this.organisations.correct(acting, id, body);
  }

  @Post(':id/merge')
  @Permit('party.write')
  @CommandRoute('organisation.merge', 'Say that an entry without a code is an organisation that has one', OrganisationDto)
  merge(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: MergeOrganisationDto): Promise<Answer<OrganisationDto>> {
    return this.organisations.merge(acting, id, body);
  }

  @Post(':id/unmerge')
  @Permit('party.write')
  @CommandRoute('organisation.unmerge', 'Undo a merger', OrganisationDto)
  unmerge(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RegisterReasonDto): Promise<Answer<OrganisationDto>> {
    return this.organisations.unmerge(acting, id, body);
  }

  @Post(':id/strike-off')
  @Permit('party.write')
  @CommandRoute('organisation.strike-off', 'Mark an organisation as deregistered', OrganisationDto)
  strikeOff(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RegisterReasonDto): Promise<Answer<OrganisationDto>> {
    return this.organisations.strikeOff(acting, id, body);
  }

  @Post(':id/reinstate')
  @Permit('party.write')
  @CommandRoute('organisation.reinstate', 'Take the mark of deregistration back', OrganisationDto)
  reinstate(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RegisterReasonDto): Promise<Answer<OrganisationDto>> {
    return this.organisations.reinstate(acting, id, body);
  }
}
