import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute } from '../../platform/http/documented.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { ServeDocumentDto } from '../document-services/index.js';
import { CancelListingDto, DecideListingDto, MovedListingDto, RemoveListingDto } from './listing.dto.js';
import { ListingDecisionsService } from './listings.decision.service.js';

type Moved = Promise<Answer<MovedListingDto>>;

@ApiTags('listings')
@Controller('v1/listings')
export class ListingDecisionsController {
  constructor(private readonly service: ListingDecisionsService) {}

  @Post(':id/serve-notice')
  @Permit('listing.handle')
  @CommandRoute('listing.serve-notice', 'Serve the notice: five working days to answer begin', MovedListingDto)
  serveNotice(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ServeDocumentDto): Moved {
    return this.service.serveNotice(acting, id, body);
  }

  @Post(':id/decide')
  @Permit('listing.approve')
  @CommandRoute('listing.decide', 'Decide to list, on the day of the decision that it rests on', MovedListingDto)
  decide(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: DecideListingDto): Moved {
    return this.service.decide(acting, id, body);
  }

  @Post(':id/serve-decision')
  @Permit('listing.handle')
  @CommandRoute('listing.serve-decision', 'Serve the decision: it is in effect, and stands in the register', MovedListingDto)
  serveDecision(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ServeDocumentDto): Moved {
    return this.service.serveDecision(acting, id, body);
  }

  @Post(':id/remove')
  @Permit('listing.approve')
  @CommandRoute('listing.remove', 'Remove it on application, after a year', MovedListingDto)
  remove(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RemoveListingDto): Moved {
    return this.service.remove(acting, id, body);
  }

  @Post(':id/expire')
  @Permit('listing.approve')
  @CommandRoute('listing.expire', 'Remove it after three years; time does so by itself', MovedListingDto)
  expire(@Act() acting: Acting, @Param('id', Uuid) id: string): Moved {
    return this.service.expire(acting, id);
  }

  @Post(':id/cancel')
  @Permit('listing.approve')
  @CommandRoute('listing.cancel', 'Cancel it: its base has fallen, or a challenge of it was won', MovedListingDto)
  cancel(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: CancelListingDto): Moved {
    return this.service.cancel(acting, id, body);
  }
}
