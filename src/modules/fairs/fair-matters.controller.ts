import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute, OpenRoute, ReadRoute } from '../../platform/http/documented.js';
import { PageQuery, type Page } from '../../platform/http/pagination.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { AvailableCommandsDto, TimelinePage, type TimelineEntryDto } from '../../platform/workflow/subject.queries.js';
import { MovedProceedingDto, ProceedingDeadlines, ProceedingListQuery, ProceedingPage, ProceedingQueries, type ProceedingDto } from '../proceedings/index.js';
import { AcceptFairMatterDto, FairMatterAtDto, FairMatterDto, FairMatterReasonDto, FileFairMatterDto, RefuseFairMatterDto, SupplementFairMatterDto } from './fair-matter.dto.js';
import { FAIR_MATTER } from './fair.subject.js';
import { FairMattersService } from './fair-matters.service.js';

type Moved = Promise<Answer<MovedProceedingDto>>;

/** At the desk, until the agency accepts or refuses. */
@ApiTags('fairs')
@Controller('v1/fair-matters')
export class FairMattersController {
  constructor(
    private readonly service: FairMattersService,
    private readonly proceedings: ProceedingQueries,
  ) {}

  @Get()
  @Permit('proceeding.read')
  @ReadRoute('Matters of fairs by case, agency or state; newest first', ProceedingPage)
  list(@Act() acting: Acting, @Query() query: ProceedingListQuery): Promise<Page<ProceedingDto>> {
    return this.proceedings.list(acting, query, FAIR_MATTER);
  }

  @Get(':id')
  @Permit('proceeding.read')
  @ReadRoute('One matter with what it lacks, the hours and remedies open to it, and its clocks; the ETag is its version', FairMatterDto)
  one(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<FairMatterDto> {
    return this.service.one(acting, id);
  }

  @Get(':id/timeline')
  @Permit('timeline.read')
  @ReadRoute('What happened, from the ledger', TimelinePage)
  timeline(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() page: PageQuery): Promise<Page<TimelineEntryDto>> {
    return this.proceedings.timeline(acting, FAIR_MATTER, id, page);
  }

  @Get(':id/deadlines')
  @Permit('deadline.read')
  @ReadRoute('Its clocks', ProceedingDeadlines)
  deadlines(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<ProceedingDeadlines> {
    return this.proceedings.deadlines(acting, FAIR_MATTER, id);
  }

  @Get(':id/available-commands')
  @Permit('proceeding.read')
  @ReadRoute('What can be done now, and what stands in the way of the rest', AvailableCommandsDto)
  available(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<AvailableCommandsDto> {
    return this.service.available(acting, id);
  }

  @Post()
  @Permit('fair.handle')
  @OpenRoute('fair-matter.file', 'File a complaint at a running fair, against a stall', MovedProceedingDto)
  file(@Act() acting: Acting, @Body() body: FileFairMatterDto): Moved {
    return this.service.file(acting, body);
  }

  @Post(':id/ask-for-missing')
  @Permit('fair.handle')
  @CommandRoute('fair-matter.ask-for-missing', 'Say once and in full what the complaint lacks', MovedProceedingDto)
  askForMissing(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: FairMatterAtDto): Moved {
    return this.service.askForMissing(acting, id, body);
  }

  @Post(':id/supplement')
  @Permit('fair.handle')
  @CommandRoute('fair-matter.supplement', 'Record what was supplied', MovedProceedingDto)
  supplement(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: SupplementFairMatterDto): Moved {
    return this.service.supplement(acting, id, body);
  }

  @Post(':id/not-take')
  @Permit('fair.handle')
  @CommandRoute('fair-matter.not-take', 'Record that the desk does not take a complaint that stayed incomplete', MovedProceedingDto)
  notTake(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: FairMatterReasonDto): Moved {
    return this.service.notTake(acting, id, body);
  }

  @Post(':id/suspend-display')
  @Permit('fair.handle')
  @CommandRoute('fair-matter.suspend-display', 'Record that the goods are not shown for the time being', MovedProceedingDto)
  suspendDisplay(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: FairMatterAtDto): Moved {
    return this.service.suspendDisplay(acting, id, body);
  }

  @Post(':id/pass-on')
  @Permit('fair.handle')
  @CommandRoute('fair-matter.pass-on', 'Pass a complete complaint on to the agency, within 24 hours', MovedProceedingDto)
  passOn(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: FairMatterAtDto): Moved {
    return this.service.passOn(acting, id, body);
  }

  @Post(':id/accept')
  @Permit('fair.handle')
  @CommandRoute('fair-matter.accept', 'Accept: exhibitor notified, organiser told, hours to answer by the length of the fair', MovedProceedingDto)
  accept(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: AcceptFairMatterDto): Moved {
    return this.service.accept(acting, id, body);
  }

  @Post(':id/refuse')
  @Permit('fair.handle')
  @CommandRoute('fair-matter.refuse', 'Refuse on a ground of the right', MovedProceedingDto)
  refuse(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RefuseFairMatterDto): Moved {
    return this.service.refuse(acting, id, body);
  }
}
