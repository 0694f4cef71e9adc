import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute } from '../../platform/http/documented.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { ServeDocumentDto } from '../document-services/index.js';
import { MovedProceedingDto } from '../proceedings/index.js';
import { PenaltyDecisionService } from './penalties.decision.service.js';
import { PenaltyReasonDto } from './penalty-investigation.dto.js';
import { ChallengeDto, ClosePenaltyDto, DecideNoPenaltyDto, DecidePenaltyDto, DisposalDto, PerformanceDto, ReviewOutcomeDto, RevocationDto } from './penalty.dto.js';
import { DiscussionDto } from './penalty-hearing.dto.js';

@ApiTags('penalty procedures')
@Controller('v1/administrative-proceedings')
export class PenaltyDecisionController {
  constructor(private readonly decisions: PenaltyDecisionService) {}

  @Post(':id/record-discussion')
  @Permit('penalty.approve')
  @CommandRoute('penalty.record-discussion', 'Put the discussion of the heads on record', MovedProceedingDto)
  recordDiscussion(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: DiscussionDto): Promise<Answer<MovedProceedingDto>> {
    return this.decisions.recordDiscussion(acting, id, body);
  }

  @Post(':id/reinvestigate')
  @Permit('penalty.approve')
  @CommandRoute('penalty.reinvestigate', 'Investigate further after a defence', MovedProceedingDto)
  reinvestigate(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() { reason }: PenaltyReasonDto): Promise<Answer<MovedProceedingDto>> {
    return this.decisions.reinvestigate(acting, id, reason);
  }

  @Post(':id/decide')
  @Permit('penalty.approve')
  @CommandRoute('penalty.decide', 'Decide the penalty', MovedProceedingDto)
  decide(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: DecidePenaltyDto): Promise<Answer<MovedProceedingDto>> {
    return this.decisions.decide(acting, id, body);
  }

  @Post(':id/decide-no-penalty')
  @Permit('penalty.approve')
  @CommandRoute('penalty.decide-no-penalty', 'Decide that there is no penalty', MovedProceedingDto)
  decideNoPenalty(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: DecideNoPenaltyDto): Promise<Answer<MovedProceedingDto>> {
    return this.decisions.decideNoPenalty(acting, id, body);
  }

  @Post(':id/serve-decision')
  @Permit('penalty.handle')
  @CommandRoute('penalty.serve-decision', 'Record the service of the decision; the times for reconsideration and suit begin', MovedProceedingDto)
  serveDecision(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ServeDocumentDto): Promise<Answer<MovedProceedingDto>> {
    return this.decisions.serveDecision(acting, id, body);
  }

  @Post(':id/record-disposal')
  @Permit('penalty.handle')
  @CommandRoute('penalty.record-disposal', 'Put the disposal of confiscated goods on record, with its witness', MovedProceedingDto)
  recordDisposal(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: DisposalDto): Promise<Answer<MovedProceedingDto>> {
    return this.decisions.recordDisposal(acting, id, body);
  }

  @Post(':id/record-performance')
  @Permit('penalty.handle')
  @CommandRoute('penalty.record-performance', 'Record that everything is performed, or execution ended by the court', MovedProceedingDto)
  recordPerformance(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: PerformanceDto): Promise<Answer<MovedProceedingDto>> {
    return this.decisions.recordPerformance(acting, id, body);
  }

  @Post(':id/close')
  @Permit('penalty.approve')
  @CommandRoute('penalty.close', 'Close the file', MovedProceedingDto)
  close(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ClosePenaltyDto): Promise<Answer<MovedProceedingDto>> {
    return this.decisions.close(acting, id, body);
  }

  @Post(':id/record-challenge')
  @Permit('penalty.handle')
  @CommandRoute('penalty.record-challenge', 'Record a reconsideration or suit against the decision', MovedProceedingDto)
  recordChallenge(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ChallengeDto): Promise<Answer<MovedProceedingDto>> {
    return this.decisions.recordChallenge(acting, id, body);
  }

  @Post(':id/record-review-outcome')
  @Permit('penalty.approve')
  @CommandRoute('penalty.record-review-outcome', 'Record that the decision was upheld or changed', MovedProceedingDto)
  recordReviewOutcome(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ReviewOutcomeDto): Promise<Answer<MovedProceedingDto>> {
    return this.decisions.recordReviewOutcome(acting, id, body);
  }

  @Post(':id/record-revocation')
  @Permit('penalty.approve')
  @CommandRoute('penalty.record-revocation', 'Record that the decision was revoked', MovedProceedingDto)
  recordRevocation(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RevocationDto): Promise<Answer<MovedProceedingDto>> {
    return this.decisions.recordRevocation(acting, id, body);
  }
}
