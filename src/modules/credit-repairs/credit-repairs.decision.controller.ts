import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute } from '../../platform/http/documented.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { CreditRepairFraudDto, CreditRepairReasonsDto, MovedCreditRepairDto } from './credit-repair.dto.js';
import { CreditRepairDecisionsService } from './credit-repairs.decision.service.js';

type Moved = Promise<Answer<MovedCreditRepairDto>>;

@ApiTags('credit-repairs')
@Controller('v1/credit-repairs')
export class CreditRepairsDecisionController {
  constructor(private readonly service: CreditRepairDecisionsService) {}

  @Post(':id/refuse-acceptance')
  @Permit('credit-repair.approve')
  @CommandRoute('credit-repair.refuse-acceptance', 'Do not accept it, with reasons', MovedCreditRepairDto)
  refuseAcceptance(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: CreditRepairReasonsDto): Moved {
    return this.service.refuseAcceptance(acting, id, body);
  }

  @Post(':id/extend')
  @Permit('credit-repair.approve')
  @CommandRoute('credit-repair.extend', 'Extend the time to decide by ten working days, once', MovedCreditRepairDto)
  extend(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: CreditRepairReasonsDto): Moved {
    return this.service.extend(acting, id, body);
  }

  @Post(':id/grant')
  @Permit('credit-repair.approve')
  @CommandRoute('credit-repair.grant', 'Grant it: what is shown ends', MovedCreditRepairDto)
  grant(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: CreditRepairReasonsDto): Moved {
    return this.service.grant(acting, id, body);
  }

  @Post(':id/refuse')
  @Permit('credit-repair.approve')
  @CommandRoute('credit-repair.refuse', 'Refuse it: a condition fails', MovedCreditRepairDto)
  refuse(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: CreditRepairReasonsDto): Moved {
    return this.service.refuse(acting, id, body);
  }

  @Post(':id/refuse-for-fraud')
  @Permit('credit-repair.approve')
  @CommandRoute('credit-repair.refuse-for-fraud', 'Refuse it for fraud: no new application for three years', MovedCreditRepairDto)
  refuseForFraud(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: CreditRepairFraudDto): Moved {
    return this.service.refuseForFraud(acting, id, body);
  }

  @Post(':id/revoke')
  @Permit('credit-repair.approve')
  @CommandRoute('credit-repair.revoke', 'Revoke it for fraud: what was shown is shown again, anew', MovedCreditRepairDto)
  revoke(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: CreditRepairFraudDto): Moved {
    return this.service.revoke(acting, id, body);
  }
}
