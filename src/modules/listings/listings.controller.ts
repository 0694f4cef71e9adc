import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute, OpenRoute, ReadRoute } from '../../platform/http/documented.js';
import { PageQuery, type Page } from '../../platform/http/pagination.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { AvailableCommandsDto, SubjectQueries, TimelinePage, type TimelineEntryDto } from '../../platform/workflow/subject.queries.js';
import { GROUNDS } from './data/grounds.data.js';
import { ChallengeListingDto, ListingDto, ListingGrounds, ListingHearingDto, ListingListQuery, ListingNoticeDto, ListingOpinionDto, ListingPage, ListingPublicationDto, ListingReasonDto, ListingStatementDto, MovedListingDto, ProposeListingDto, UpholdListingDto } from './listing.dto.js';
import { LISTING } from './listing.subject.js';
import { ListingsQueries } from './listings.queries.js';
import { ListingsService } from './listings.service.js';

type Moved = Promise<Answer<MovedListingDto>>;

@ApiTags('listings')
@Controller('v1/listings')
export class ListingsController {
  constructor(
    private readonly service: ListingsService,
    private readonly queries: ListingsQueries,
    private readonly subjects: SubjectQueries,
  ) {}

  @Get()
  @Permit('listing.read')
  @ReadRoute('Listings; newest first', ListingPage)
  list(@Act() acting: Acting, @Query() query: ListingListQuery): Promise<Page<ListingDto>> {
    return this.queries.list(acting, query);
  }

  @Get('grounds')
  @Permit('listing.read')
  @ReadRoute('Grounds for a listing, with their article; those not read found nothing', ListingGrounds)
  grounds(): ListingGrounds {
    return { grounds: GROUNDS.map(({ code, label, rests, decided, basis }) => ({ code, label, rests, decided, basis })) };
  }

  @Get(':id')
  @Permit('listing.read')
  @ReadRoute('One listing; the ETag is its version', ListingDto)
  one(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<ListingDto> {
    return this.queries.one(acting, id);
  }

  @Get(':id/timeline')
  @Permit('timeline.read')
  @ReadRoute('What happened, from the ledger', TimelinePage)
  timeline(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() page: PageQuery): Promise<Page<TimelineEntryDto>> {
    return this.subjects.timeline(acting, LISTING, id, page);
  }

  @Get(':id/available-commands')
  @Permit('listing.read')
  @ReadRoute('What can be done now, and what stands in the way of the rest', AvailableCommandsDto)
  available(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<AvailableCommandsDto> {
    return this.service.available(acting, id);
  }

  @Post()
  @Permit('listing.handle')
  @OpenRoute('listing.propose', 'Propose a listing: with a penalty that is under way, or alone under article 11', MovedListingDto)
  propose(@Act() acting: Acting, @Body() body: ProposeListingDto): Moved {
    return this.service.propose(acting, body);
  }

  @Post(':id/issue-notice')
  @Permit('listing.approve')
  @CommandRoute('listing.issue-notice', 'Issue the notice of cause, basis and rights', MovedListingDto)
  issueNotice(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ListingNoticeDto): Moved {
    return this.service.issueNotice(acting, id, body);
  }

  @Post(':id/record-statement')
  @Permit('listing.handle')
  @CommandRoute('listing.record-statement', 'Record what the party stated, and whether it asks for a hearing', MovedListingDto)
  recordStatement(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ListingStatementDto): Moved {
    return this.service.recordStatement(acting, id, body);
  }

  @Post(':id/record-hearing')
  @Permit('listing.handle')
  @CommandRoute('listing.record-hearing', 'Record the hearing that was held', MovedListingDto)
  recordHearing(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ListingHearingDto): Moved {
    return this.service.recordHearing(acting, id, body);
  }

  @Post(':id/ask-consent')
  @Permit('listing.approve')
  @CommandRoute('listing.ask-consent', 'Ask the superior to consent', MovedListingDto)
  askConsent(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ListingOpinionDto): Moved {
    return this.service.askConsent(acting, id, body);
  }

  @Post(':id/consent')
  @Permit('listing.approve')
  @CommandRoute('listing.consent', 'Consent, as the superior', MovedListingDto)
  consent(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ListingOpinionDto): Moved {
    return this.service.consent(acting, id, body);
  }

  @Post(':id/refuse-consent')
  @Permit('listing.approve')
  @CommandRoute('listing.refuse-consent', 'Refuse to consent, as the superior: not listed', MovedListingDto)
  refuseConsent(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ListingOpinionDto): Moved {
    return this.service.refuseConsent(acting, id, body);
  }

  @Post(':id/drop')
  @Permit('listing.approve')
  @CommandRoute('listing.drop', 'Decide not to list', MovedListingDto)
  drop(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ListingReasonDto): Moved {
    return this.service.drop(acting, id, body);
  }

  @Post(':id/record-publication')
  @Permit('listing.handle')
  @CommandRoute('listing.record-publication', 'Say where and when it was published', MovedListingDto)
  recordPublication(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ListingPublicationDto): Moved {
    return this.service.recordPublication(acting, id, body);
  }

  @Post(':id/record-challenge')
  @Permit('listing.handle')
  @CommandRoute('listing.record-challenge', 'Record reconsideration or a suit', MovedListingDto)
  recordChallenge(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ChallengeListingDto): Moved {
    return this.service.recordChallenge(acting, id, body);
  }

  @Post(':id/record-upheld')
  @Permit('listing.approve')
  @CommandRoute('listing.record-upheld', 'Record that it was upheld', MovedListingDto)
  recordUpheld(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: UpholdListingDto): Moved {
    return this.service.recordUpheld(acting, id, body);
  }

  @Post(':id/confirm-ended')
  @Permit('listing.handle')
  @CommandRoute('listing.confirm-ended', 'Say that it is shown no more, and that measures ended', MovedListingDto)
  confirmEnded(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ListingPublicationDto): Moved {
    return this.service.confirmEnded(acting, id, body);
  }
}
