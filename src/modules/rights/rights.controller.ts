import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute, OpenRoute, ReadRoute } from '../../platform/http/documented.js';
import { PageQuery, type Page } from '../../platform/http/pagination.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { SubjectQueries, TimelinePage, type TimelineEntryDto } from '../../platform/workflow/subject.queries.js';
import { AsOfQuery, RegisterHistoryPage, RegisterReasonDto, Registers, type RegisterVersionDto } from '../parties/index.js';
import { AddHolderDto, AddLicenceDto, CorrectRightDto, EndEntryDto, RegisterRightDto } from './right.dto.js';
import { RIGHT } from './right.subject.js';
import { RightChangedDto, RightDto, RightListQuery, RightPage, StandingDto, StandingQuery, type RightRowDto } from './right-view.dto.js';
import { RightsQueries } from './rights.queries.js';
import { RightsService } from './rights.service.js';

@ApiTags('rights')
@Controller('v1/rights')
export class RightsController {
  constructor(
    private readonly rights: RightsService,
    private readonly queries: RightsQueries,
    private readonly registers: Registers,
    private readonly subjects: SubjectQueries,
  ) {}

  @Get()
  @Permit('right.read')
  @ReadRoute('Rights by type, number or holder, newest first', RightPage)
  list(@Act() acting: Acting, @Query() query: RightListQuery): Promise<Page<RightRowDto>> {
    return this.queries.list(acting, query);
  }

  @Post()
  @Permit('right.write')
  @OpenRoute('right.register', 'Enter a right', RightChangedDto)
  register(@Act() acting: Acting, @Body() body: RegisterRightDto): Promise<Answer<RightChangedDto>> {
    return this.rights.register(acting, body);
  }

  @Get(':id')
  @Permit('right.read')
  @ReadRoute('One right, as it is or as it was: whether it was in force, who held it, who was licensed', RightDto)
  one(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() query: AsOfQuery): Promise<RightDto> {
    return this.queries.one(acting, id, query);
  }

  @Get(':id/standing')
  @Permit('right.read')
  @ReadRoute('Whether somebody may ask for a decision on infringement on a day (令81第十二条); a hint, no decision', StandingDto)
  standing(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() query: StandingQuery): Promise<StandingDto> {
    return this.queries.standing(acting, id, query);
  }

  @Get(':id/versions')
  @Permit('right.read')
  @ReadRoute('What each version said, who wrote it and why', RegisterHistoryPage)
  versions(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() page: PageQuery): Promise<Page<RegisterVersionDto>> {
    return this.registers.history(acting, 'right', id, page);
  }

  @Get(':id/timeline')
  @Permit('right.read')
  @ReadRoute('What happened to the entry, from the ledger', TimelinePage)
  timeline(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() page: PageQuery): Promise<Page<TimelineEntryDto>> {
    return this.subjects.timeline(acting, RIGHT, id, page);
  }

  @Post(':id/correct')
  @Permit('right.write')
  @CommandRoute('right.correct', 'Correct an entry; what it said before is kept', RightChangedDto)
  correct(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: CorrectRightDto): Promise<Answer<RightChangedDto>> {
    return this.rights.correct(acting, id, body);
  }

  @Post(':id/holders')
  @Permit('right.write')
  @CommandRoute('right.add-holder', 'Add a holder', RightChangedDto)
  addHolder(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: AddHolderDto): Promise<Answer<RightChangedDto>> {
    return this.rights.addHolder(acting, id, body);
  }

  @Post(':id/holders/:entry/end')
  @Permit('right.write')
  @CommandRoute('right.end-holder', 'Say until when somebody held it', RightChangedDto)
  endHolder(@Act() acting: Acting, @Param('id', Uuid) id: string, @Param('entry', Uuid) entry: string, @Body() body: EndEntryDto): Promise<Answer<RightChangedDto>> {
    return this.rights.endHolder(acting, id, entry, body);
  }

  @Post(':id/licences')
  @Permit('right.write')
  @CommandRoute('right.add-licence', 'Add a licence', RightChangedDto)
  addLicence(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: AddLicenceDto): Promise<Answer<RightChangedDto>> {
    return this.rights.addLicence(acting, id, body);
  }

  @Post(':id/licences/:entry/end')
  @Permit('right.write')
  @CommandRoute('right.end-licence', 'Say until when a licence ran', RightChangedDto)
  endLicence(@Act() acting: Acting, @Param('id', Uuid) id: string, @Param('entry', Uuid) entry: string, @Body() body: EndEntryDto): Promise<Answer<RightChangedDto>> {
    return this.rights.endLicence(acting, id, entry, body);
  }

  @Post(':id/strike-off')
  @Permit('right.write')
  @CommandRoute('right.strike-off', 'Strike off an entry made by mistake', RightChangedDto)
  strikeOff(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RegisterReasonDto): Promise<Answer<RightChangedDto>> {
    return this.rights.strikeOff(acting, id, body);
  }

  @Post(':id/reinstate')
  @Permit('right.write')
  @CommandRoute('right.reinstate', 'Take an entry back that was struck off', RightChangedDto)
  reinstate(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RegisterReasonDto): Promise<Answer<RightChangedDto>> {
    return this.rights.reinstate(acting, id, body);
  }
}
