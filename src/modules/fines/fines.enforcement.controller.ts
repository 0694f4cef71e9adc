import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute } from '../../platform/http/documented.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { ServeDocumentDto } from '../document-services/index.js';
import { MovedProceedingDto } from '../proceedings/index.js';
import { ApplyToCourtDto, AskSuperiorCourtDto, CourtRefusalDto, CourtStepDto, DemandDto, FineChallengeDto, FineChallengeOutcomeDto } from './fine.dto.js';
import { FineEnforcementService } from './fines.enforcement.service.js';

type Moved = Promise<Answer<MovedProceedingDto>>;

@ApiTags('fines')
@Controller('v1/fines')
export class FineEnforcementController {
  constructor(private readonly enforcement: FineEnforcementService) {}

  @Post(':id/demand')
  @Permit('fine.handle')
  @CommandRoute('fine.demand', 'Issue the demand letter', MovedProceedingDto)
  demand(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: DemandDto): Moved {
    return this.enforcement.demand(acting, id, body);
  }

  @Post(':id/serve-demand')
  @Permit('fine.handle')
  @CommandRoute('fine.serve-demand', 'Serve the demand letter: ten working days begin', MovedProceedingDto)
  serveDemand(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ServeDocumentDto): Moved {
    return this.enforcement.serveDemand(acting, id, body);
  }

  @Post(':id/apply-to-court')
  @Permit('fine.approve')
  @CommandRoute('fine.apply-to-court', 'Apply to the court for enforcement', MovedProceedingDto)
  applyToCourt(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ApplyToCourtDto): Moved {
    return this.enforcement.apply(acting, id, body);
  }

  @Post(':id/record-court-acceptance')
  @Permit('fine.handle')
  @CommandRoute('fine.record-court-acceptance', 'The court takes the application', MovedProceedingDto)
  recordCourtAcceptance(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: CourtStepDto): Moved {
    return this.enforcement.courtStep(acting, id, 'record-court-acceptance', body);
  }

  @Post(':id/record-court-refusal')
  @Permit('fine.handle')
  @CommandRoute('fine.record-court-refusal', 'The court does not take it, or does not enforce', MovedProceedingDto)
  recordCourtRefusal(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: CourtRefusalDto): Moved {
    return this.enforcement.courtRefusal(acting, id, body);
  }

  @Post(':id/record-court-ruling')
  @Permit('fine.handle')
  @CommandRoute('fine.record-court-ruling', 'The court rules that it is enforced', MovedProceedingDto)
  recordCourtRuling(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: CourtStepDto): Moved {
    return this.enforcement.courtStep(acting, id, 'record-court-ruling', body);
  }

  @Post(':id/ask-superior-court')
  @Permit('fine.approve')
  @CommandRoute('fine.ask-superior-court', 'Ask the superior court to reconsider', MovedProceedingDto)
  askSuperiorCourt(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: AskSuperiorCourtDto): Moved {
    return this.enforcement.askSuperior(acting, id, body);
  }

  @Post(':id/record-reversal')
  @Permit('fine.handle')
  @CommandRoute('fine.record-reversal', 'The superior court lets the application be heard', MovedProceedingDto)
  recordReversal(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: CourtStepDto): Moved {
    return this.enforcement.courtStep(acting, id, 'record-reversal', body);
  }

  @Post(':id/record-upheld-refusal')
  @Permit('fine.handle')
  @CommandRoute('fine.record-upheld-refusal', 'The superior court leaves the refusal as it is', MovedProceedingDto)
  recordUpheldRefusal(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: CourtStepDto): Moved {
    return this.enforcement.courtStep(acting, id, 'record-upheld-refusal', body);
  }

  @Post(':id/record-challenge')
  @Permit('fine.handle')
  @CommandRoute('fine.record-challenge', 'Reconsideration or a suit is pending: its days are not counted', MovedProceedingDto)
  recordChallenge(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: FineChallengeDto): Moved {
    return this.enforcement.challenge(acting, id, body);
  }

  @Post(':id/record-challenge-outcome')
  @Permit('fine.handle')
  @CommandRoute('fine.record-challenge-outcome', 'Reconsideration or suit ended, and the decision stands', MovedProceedingDto)
  recordChallengeOutcome(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: FineChallengeOutcomeDto): Moved {
    return this.enforcement.challengeOutcome(acting, id, body);
  }

  @Post(':id/annul')
  @Permit('fine.approve')
  @CommandRoute('fine.annul', 'The decision was annulled: nothing is due any more', MovedProceedingDto)
  annul(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: CourtRefusalDto): Moved {
    return this.enforcement.annul(acting, id, body);
  }
}
