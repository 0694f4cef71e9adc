import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute, OpenRoute, ReadRoute } from '../../platform/http/documented.js';
import { PageQuery, type Page } from '../../platform/http/pagination.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { SubjectQueries, TimelinePage, type TimelineEntryDto } from '../../platform/workflow/subject.queries.js';
import { BookedSlotDto, BookSlotDto, CentreCasePage, CentreServiceDto, HearingSlotDto, HearingSlotPage, OfferSlotDto, RecordCentreServiceDto, ReleaseSlotDto, SlotListQuery, WithdrawSlotDto, type CentreCaseDto } from './rapid-centre.dto.js';
import { RapidCentreQueries } from './rapid-centre.queries.js';
import { RapidCentreService } from './rapid-centre.service.js';
import { HEARING_SLOT } from './rapid-centre.subject.js';

@ApiTags('rapid-centre')
@Controller('v1')
export class RapidCentreController {
  constructor(
    private readonly service: RapidCentreService,
    private readonly queries: RapidCentreQueries,
    private readonly subjects: SubjectQueries,
  ) {}

  @Get('rapid-centre/cases')
  @Permit('centre.read')
  @ReadRoute('Every open case of the centre: pre-check, aid, proceedings, hearings, and what it waits for', CentreCasePage)
  cases(@Act() acting: Acting, @Query() page: PageQuery): Promise<Page<CentreCaseDto>> {
    return this.queries.cases(acting, page);
  }

  @Post('cases/:id/centre-services')
  @Permit('centre.work')
  @OpenRoute(null, 'Record a pre-check, or aid that was given', CentreServiceDto)
  serve(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RecordCentreServiceDto): Promise<Answer<CentreServiceDto>> {
    return this.service.serve(acting, id, body);
  }

  @Get('hearing-slots')
  @Permit('centre.read')
  @ReadRoute('Slots to come, with the places that are left; soonest first', HearingSlotPage)
  slots(@Act() acting: Acting, @Query() query: SlotListQuery): Promise<Page<HearingSlotDto>> {
    return this.queries.slots(acting, query);
  }

  @Get('hearing-slots/:id')
  @Permit('centre.read')
  @ReadRoute('One slot; the ETag is its version', HearingSlotDto)
  slot(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<HearingSlotDto> {
    return this.queries.slot(acting, id);
  }

  @Get('hearing-slots/:id/timeline')
  @Permit('timeline.read')
  @ReadRoute('What happened to it, from the ledger', TimelinePage)
  timeline(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() page: PageQuery): Promise<Page<TimelineEntryDto>> {
    return this.subjects.timeline(acting, HEARING_SLOT, id, page);
  }

  @Post('hearing-slots')
  @Permit('centre.manage')
  @OpenRoute('hearing-slot.offer', 'Offer a time for hearings', HearingSlotDto)
  offer(@Act() acting: Acting, @Body() body: OfferSlotDto): Promise<Answer<HearingSlotDto>> {
    return this.service.offer(acting, body);
  }

  @Post('hearing-slots/:id/book')
  @Permit('centre.work')
  @OpenRoute('hearing-slot.book', 'Take a place for a case. Places are given one after the other: no version is asked for', BookedSlotDto)
  book(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: BookSlotDto): Promise<Answer<BookedSlotDto>> {
    return this.service.book(acting, id, body);
  }

  @Post('hearing-slots/:id/release')
  @Permit('centre.work')
  @HttpCode(200)
  @OpenRoute('hearing-slot.release', 'Give a place back; no version is asked for', HearingSlotDto)
  release(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ReleaseSlotDto): Promise<Answer<HearingSlotDto>> {
    return this.service.release(acting, id, body);
  }

  @Post('hearing-slots/:id/withdraw')
  @Permit('centre.manage')
  @CommandRoute('hearing-slot.withdraw', 'Withdraw a slot that nobody booked', HearingSlotDto)
  withdraw(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: WithdrawSlotDto): Promise<Answer<HearingSlotDto>> {
    return this.service.withdraw(acting, id, body);
  }
}
