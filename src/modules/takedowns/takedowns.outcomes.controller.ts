import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute } from '../../platform/http/documented.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { MovedProceedingDto } from '../proceedings/index.js';
import { ArrivalDto, LiftDto, PublishTakedownDto, RecordClaimDto, TakedownAtDto, TakedownFindingDto, TakedownReasonDto } from './takedown.dto.js';
import { TakedownsService } from './takedowns.service.js';

type Moved = Promise<Answer<MovedProceedingDto>>;

/** From the arrival of the declaration to what becomes of the measure. */
@ApiTags('takedowns')
@Controller('v1/takedowns')
export class TakedownsOutcomesController {
  constructor(private readonly service: TakedownsService) {}

  @Post(':id/record-arrival')
  @Permit('takedown.handle')
  @CommandRoute('takedown.record-arrival', 'Record that the declaration arrived at the right holder: the period begins', MovedProceedingDto)
  recordArrival(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ArrivalDto): Moved {
    return this.service.recordArrival(acting, id, body);
  }

  @Post(':id/record-delay')
  @Permit('takedown.handle')
  @CommandRoute('takedown.record-delay', 'Take delay beyond control out of the reasonable period', MovedProceedingDto)
  recordDelay(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: TakedownReasonDto): Moved {
    return this.service.recordDelay(acting, id, body);
  }

  @Post(':id/end-delay')
  @Permit('takedown.handle')
  @CommandRoute('takedown.end-delay', 'End the delay: the period goes on', MovedProceedingDto)
  endDelay(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: TakedownAtDto): Moved {
    return this.service.endDelay(acting, id, body);
  }

  @Post(':id/record-claim')
  @Permit('takedown.handle')
  @CommandRoute('takedown.record-claim', 'Record a complaint or suit of which the platform was told in time', MovedProceedingDto)
  recordClaim(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RecordClaimDto): Moved {
    return this.service.recordClaim(acting, id, body);
  }

  @Post(':id/withdraw-notice')
  @Permit('takedown.handle')
  @CommandRoute('takedown.withdraw-notice', 'Record that the right holder withdrew its notice', MovedProceedingDto)
  withdrawNotice(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: TakedownAtDto): Moved {
    return this.service.withdrawNotice(acting, id, body);
  }

  @Post(':id/lift')
  @Permit('takedown.handle')
  @CommandRoute('takedown.lift', 'Record that the measure was lifted', MovedProceedingDto)
  lift(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: LiftDto): Moved {
    return this.service.lift(acting, id, body);
  }

  @Post(':id/publish')
  @Permit('takedown.handle')
  @CommandRoute('takedown.publish', 'Record the publication of notice, declaration and result', MovedProceedingDto)
  publish(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: PublishTakedownDto): Moved {
    return this.service.publish(acting, id, body);
  }

  @Post(':id/record-finding')
  @Permit('takedown.approve')
  @CommandRoute('takedown.record-finding', 'Find that the notice was wrong or malicious', MovedProceedingDto)
  recordFinding(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: TakedownFindingDto): Moved {
    return this.service.recordFinding(acting, id, body);
  }
}
