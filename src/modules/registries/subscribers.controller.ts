import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute, OpenRoute, ReadRoute } from '../../platform/http/documented.js';
import { PageQuery, type Page } from '../../platform/http/pagination.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { SubjectQueries, TimelinePage, type TimelineEntryDto } from '../../platform/workflow/subject.queries.js';
import { AcknowledgeRegistryDto, ConfirmRecallDto, RecallListQuery, RegistryFeedDto, RegistryFeedQuery, RegistryRecallDto, RegistryRecallPage, RegistrySubscriberDto, RegistrySubscriberPage, SubscribeRegistryDto } from './subscriber.dto.js';
import { REGISTRY_RECALL } from './subscriber.subject.js';
import { SubscribersQueries } from './subscribers.queries.js';
import { SubscribersService } from './subscribers.service.js';

@ApiTags('registries')
@Controller('v1/registries')
export class SubscribersController {
  constructor(
    private readonly service: SubscribersService,
    private readonly queries: SubscribersQueries,
    private readonly subjects: SubjectQueries,
  ) {}

  @Get('blacklist/feed')
  @Permit('registry.check')
  @ReadRoute('What changed, by numbers without gaps in the order in which it was committed', RegistryFeedDto)
  feed(@Act() acting: Acting, @Query() query: RegistryFeedQuery): Promise<RegistryFeedDto> {
    return this.queries.feed(acting, query);
  }

  @Get('subscribers')
  @Permit('registry.check')
  @ReadRoute('Subscriptions of my agency, all for those who see the city; newest first', RegistrySubscriberPage)
  list(@Act() acting: Acting, @Query() page: PageQuery): Promise<Page<RegistrySubscriberDto>> {
    return this.queries.list(acting, page);
  }

  @Get('subscribers/:id')
  @Permit('registry.check')
  @ReadRoute('One subscription; the ETag is its version', RegistrySubscriberDto)
  one(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<RegistrySubscriberDto> {
    return this.queries.one(acting, id);
  }

  @Post('subscribers')
  @Permit('registry.subscribe')
  @OpenRoute('registry-subscriber.subscribe', 'Subscribe, for the system that asks: from now on it acknowledges what is called back', RegistrySubscriberDto)
  subscribe(@Act() acting: Acting, @Body() body: SubscribeRegistryDto): Promise<Answer<RegistrySubscriberDto>> {
    return this.service.subscribe(acting, body);
  }

  @Post('subscribers/:id/acknowledgements')
  @Permit('registry.subscribe')
  @CommandRoute('registry-subscriber.acknowledge', 'Acknowledge everything up to a number, and every recall in it', RegistrySubscriberDto)
  acknowledge(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: AcknowledgeRegistryDto): Promise<Answer<RegistrySubscriberDto>> {
    return this.service.acknowledge(acting, id, body);
  }

  @Post('subscribers/:id/end')
  @Permit('registry.subscribe')
  @CommandRoute('registry-subscriber.end', 'End the subscription, once nothing waits for its acknowledgement', RegistrySubscriberDto)
  end(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<Answer<RegistrySubscriberDto>> {
    return this.service.end(acting, id);
  }

  @Get('recalls')
  @Permit('registry.check')
  @ReadRoute('Recalls that my agency sent or has to acknowledge: who has, and who has not; newest first', RegistryRecallPage)
  recalls(@Act() acting: Acting, @Query() query: RecallListQuery): Promise<Page<RegistryRecallDto>> {
    return this.queries.recalls(acting, query);
  }

  @Get('recalls/:id')
  @Permit('registry.check')
  @ReadRoute('One recall; the ETag is its version', RegistryRecallDto)
  recall(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<RegistryRecallDto> {
    return this.queries.recall(acting, id);
  }

  @Get('recalls/:id/timeline')
  @Permit('timeline.read')
  @ReadRoute('What happened, from the ledger', TimelinePage)
  timeline(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() page: PageQuery): Promise<Page<TimelineEntryDto>> {
    return this.subjects.timeline(acting, REGISTRY_RECALL, id, page);
  }

  @Post('recalls/:id/confirm-otherwise')
  @Permit('listing.handle')
  @CommandRoute('registry-recall.confirm-otherwise', 'Record that the agency of a silent system confirmed by other means', RegistryRecallDto)
  confirmOtherwise(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ConfirmRecallDto): Promise<Answer<RegistryRecallDto>> {
    return this.service.confirmOtherwise(acting, id, body);
  }
}
