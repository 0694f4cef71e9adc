import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute } from '../../platform/http/documented.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { MovedProceedingDto } from '../proceedings/index.js';
import { AnswerFairMatterDto, FairMatterAtDto, FairMatterReasonDto, FindInfringementDto, HandOverDto, RecordRemedyDto, RevokeFindingDto, SettleFairMatterDto } from './fair-matter.dto.js';
import { FairMattersService } from './fair-matters.service.js';

type Moved = Promise<Answer<MovedProceedingDto>>;

/** From the answer to the stall, or to the agency that goes on after the fair. */
@ApiTags('fairs')
@Controller('v1/fair-matters')
export class FairMattersOutcomesController {
  constructor(private readonly service: FairMattersService) {}

  @Post(':id/answer')
  @Permit('fair.handle')
  @CommandRoute('fair-matter.answer', 'Record the answer of the exhibitor; a late one is read while nothing is decided', MovedProceedingDto)
  answer(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: AnswerFairMatterDto): Moved {
    return this.service.answer(acting, id, body);
  }

  @Post(':id/find-infringement')
  @Permit('fair.approve')
  @CommandRoute('fair-matter.find-infringement', 'Find infringement and order what is done at the stall', MovedProceedingDto)
  findInfringement(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: FindInfringementDto): Moved {
    return this.service.findInfringement(acting, id, body);
  }

  @Post(':id/find-none')
  @Permit('fair.approve')
  @CommandRoute('fair-matter.find-none', 'Find that nothing infringes', MovedProceedingDto)
  findNone(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: FairMatterReasonDto): Moved {
    return this.service.findNone(acting, id, body);
  }

  @Post(':id/record-remedy')
  @Permit('fair.handle')
  @CommandRoute('fair-matter.record-remedy', 'Record what was done at the stall', MovedProceedingDto)
  recordRemedy(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RecordRemedyDto): Moved {
    return this.service.recordRemedy(acting, id, body);
  }

  @Post(':id/revoke-finding')
  @Permit('fair.approve')
  @CommandRoute('fair-matter.revoke-finding', 'Record that the finding fell: it bars nobody any more', MovedProceedingDto)
  revokeFinding(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RevokeFindingDto): Moved {
    return this.service.revokeFinding(acting, id, body);
  }

  @Post(':id/withdraw')
  @Permit('fair.handle')
  @CommandRoute('fair-matter.withdraw', 'Record that the complaint was withdrawn', MovedProceedingDto)
  withdraw(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: FairMatterAtDto): Moved {
    return this.service.withdraw(acting, id, body);
  }

  @Post(':id/settle')
  @Permit('fair.handle')
  @CommandRoute('fair-matter.settle', 'Record a settlement at the fair', MovedProceedingDto)
  settle(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: SettleFairMatterDto): Moved {
    return this.service.settle(acting, id, body);
  }

  @Post(':id/hand-over')
  @Permit('fair.handle')
  @CommandRoute('fair-matter.hand-over', 'Hand an unfinished matter over after the fair, within fifteen working days', MovedProceedingDto)
  handOver(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: HandOverDto): Moved {
    return this.service.handOver(acting, id, body);
  }

  @Post(':id/take-over')
  @Permit('fair.handle')
  @CommandRoute('fair-matter.take-over', 'Take over what another agency handed over', MovedProceedingDto)
  takeOver(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: FairMatterAtDto): Moved {
    return this.service.takeOver(acting, id, body);
  }
}
