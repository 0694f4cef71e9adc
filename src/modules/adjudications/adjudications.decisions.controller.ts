import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting } from '../../platform/http/acting.js';
import { CommandRoute } from '../../platform/http/documented.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { ServeDocumentDto } from '../document-services/index.js';
import { MovedProceedingDto } from '../proceedings/index.js';
import { AnnounceHearingDto, ApplyEnforcementDto, ChangeDecisionDto, DecideDirectlyDto, DecideDto, DeemWithdrawnDto, DeliberateDto, DismissDto, EndAdjudicationEnforcementDto, HoldOralHearingDto, RecordAnnulledDto, RecordChangedDto, RecordHolderEnforcementDto, RecordAdjudicationJudgmentDto, RecordAdjudicationPerformanceDto, RecordSuitDto, RectifyDto, ReviseDto, SettleDto, StartSettlementDto } from './adjudication-decision.dto.js';
import { ContinueDespiteInvalidityDto, RecordInvalidityDto, ResumeDto, SuspendAdjudicationDto, SuspendForInvalidityDto } from './adjudication-examination.dto.js';
import { NamePanelDto, AdjudicationReasonDto } from './adjudication-request.dto.js';
import { AdjudicationDecisionsService } from './adjudications.decisions.service.js';
import { AdjudicationHearingsService } from './adjudications.hearings.service.js';
import type { Moved } from './adjudications.steps.service.js';

@ApiTags('adjudications')
@Controller('v1/adjudications')
export class AdjudicationDecisionsController {
  constructor(
    private readonly hearings: AdjudicationHearingsService,
    private readonly decisions: AdjudicationDecisionsService,
  ) {}

  @Post(':id/announce-hearing')
  @Permit('adjudication.handle')
  @CommandRoute('adjudication.announce-hearing', 'Announce the oral hearing, or another day for it', MovedProceedingDto)
  announceHearing(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: AnnounceHearingDto): Moved {
    return this.hearings.announce(acting, id, body);
  }

  @Post(':id/serve-hearing-notice')
  @Permit('adjudication.handle')
  @CommandRoute('adjudication.serve-hearing-notice', 'Serve the notice of the hearing, three working days before', MovedProceedingDto)
  serveHearingNotice(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ServeDocumentDto): Moved {
    return this.hearings.serveNotice(acting, id, body);
  }

  @Post(':id/hold-hearing')
  @Permit('adjudication.handle')
  @CommandRoute('adjudication.hold-hearing', 'Record the oral hearing', MovedProceedingDto)
  holdHearing(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: HoldOralHearingDto): Moved {
    return this.hearings.hold(acting, id, body);
  }

  @Post(':id/cancel-hearing')
  @Permit('adjudication.handle')
  @CommandRoute('adjudication.cancel-hearing', 'Do without the hearing after all', MovedProceedingDto)
  cancelHearing(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: AdjudicationReasonDto): Moved {
    return this.hearings.cancel(acting, id, body);
  }

  @Post(':id/deem-withdrawn')
  @Permit('adjudication.approve')
  @CommandRoute('adjudication.deem-withdrawn', 'Treat the request as withdrawn: the requester stayed away', MovedProceedingDto)
  deemWithdrawn(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: DeemWithdrawnDto): Moved {
    return this.hearings.deemWithdrawn(acting, id, body);
  }

  @Post(':id/record-invalidity')
  @Permit('adjudication.handle')
  @CommandRoute('adjudication.record-invalidity', 'Record an accepted request to declare the patent invalid', MovedProceedingDto)
  recordInvalidity(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RecordInvalidityDto): Moved {
    return this.hearings.recordInvalidity(acting, id, body);
  }

  @Post(':id/continue-despite-invalidity')
  @Permit('adjudication.approve')
  @CommandRoute('adjudication.continue-despite-invalidity', 'Go on under an exception', MovedProceedingDto)
  continueDespiteInvalidity(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ContinueDespiteInvalidityDto): Moved {
    return this.hearings.continueDespiteInvalidity(acting, id, body);
  }

  @Post(':id/suspend-for-invalidity')
  @Permit('adjudication.approve')
  @CommandRoute('adjudication.suspend-for-invalidity', 'Suspend it for an accepted request for invalidation', MovedProceedingDto)
  suspendForInvalidity(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: SuspendForInvalidityDto): Moved {
    return this.hearings.suspendForInvalidity(acting, id, body);
  }

  @Post(':id/suspend')
  @Permit('adjudication.approve')
  @CommandRoute('adjudication.suspend', 'Suspend it on another ground', MovedProceedingDto)
  suspend(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: SuspendAdjudicationDto): Moved {
    return this.hearings.suspend(acting, id, body);
  }

  @Post(':id/resume')
  @Permit('adjudication.approve')
  @CommandRoute('adjudication.resume', 'Resume it', MovedProceedingDto)
  resume(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ResumeDto): Moved {
    return this.hearings.resume(acting, id, body);
  }

  @Post(':id/start-settlement')
  @Permit('adjudication.handle')
  @CommandRoute('adjudication.start-settlement', 'Let the parties talk: the time for the decision stands still', MovedProceedingDto)
  startSettlement(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: StartSettlementDto): Moved {
    return this.hearings.startSettlement(acting, id, body);
  }

  @Post(':id/end-settlement')
  @Permit('adjudication.handle')
  @CommandRoute('adjudication.end-settlement', 'End the talks without a settlement', MovedProceedingDto)
  endSettlement(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: AdjudicationReasonDto): Moved {
    return this.hearings.endSettlement(acting, id, body);
  }

  @Post(':id/settle')
  @Permit('adjudication.approve')
  @CommandRoute('adjudication.settle', 'Close it by a settlement that both sides signed', MovedProceedingDto)
  settle(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: SettleDto): Moved {
    return this.hearings.settle(acting, id, body);
  }

  @Post(':id/deliberate')
  @Permit('adjudication.handle')
  @CommandRoute('adjudication.deliberate', 'Record the deliberation and votes of the panel', MovedProceedingDto)
  deliberate(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: DeliberateDto): Moved {
    return this.decisions.deliberate(acting, id, body);
  }

  @Post(':id/decide')
  @Permit('adjudication.approve')
  @CommandRoute('adjudication.decide', 'Decide as the panel carried', MovedProceedingDto)
  decide(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: DecideDto): Moved {
    return this.decisions.decide(acting, id, body);
  }

  @Post(':id/decide-directly')
  @Permit('adjudication.approve')
  @CommandRoute('adjudication.decide-directly', 'Decide at once on an earlier effective finding', MovedProceedingDto)
  decideDirectly(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: DecideDirectlyDto): Moved {
    return this.decisions.decideDirectly(acting, id, body);
  }

  @Post(':id/dismiss')
  @Permit('adjudication.approve')
  @CommandRoute('adjudication.dismiss', 'Withdraw the case', MovedProceedingDto)
  dismiss(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: DismissDto): Moved {
    return this.decisions.dismiss(acting, id, body);
  }

  @Post(':id/serve-decision')
  @Permit('adjudication.handle')
  @CommandRoute('adjudication.serve-decision', 'Serve the decision on a party: the time to sue begins', MovedProceedingDto)
  serveDecision(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ServeDocumentDto): Moved {
    return this.decisions.serveDecision(acting, id, body);
  }

  @Post(':id/rectify')
  @Permit('adjudication.approve')
  @CommandRoute('adjudication.rectify', 'Correct a slip in the decision', MovedProceedingDto)
  rectify(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RectifyDto): Moved {
    return this.decisions.rectify(acting, id, body);
  }

  @Post(':id/change-decision')
  @Permit('adjudication.approve')
  @CommandRoute('adjudication.change-decision', 'Change the decision', MovedProceedingDto)
  changeDecision(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ChangeDecisionDto): Moved {
    return this.decisions.change(acting, id, body);
  }

  @Post(':id/revoke-decision')
  @Permit('adjudication.approve')
  @CommandRoute('adjudication.revoke-decision', 'Revoke the decision', MovedProceedingDto)
  revokeDecision(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ReviseDto): Moved {
    return this.decisions.revoke(acting, id, body);
  }

  @Post(':id/record-suit')
  @Permit('adjudication.handle')
  @CommandRoute('adjudication.record-suit', 'Record a suit against the decision', MovedProceedingDto)
  recordSuit(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RecordSuitDto): Moved {
    return this.decisions.recordSuit(acting, id, body);
  }

  @Post(':id/record-upheld')
  @Permit('adjudication.handle')
  @CommandRoute('adjudication.record-upheld', 'Record that the court upheld it', MovedProceedingDto)
  recordUpheld(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RecordAdjudicationJudgmentDto): Moved {
    return this.decisions.recordUpheld(acting, id, body);
  }

  @Post(':id/record-changed')
  @Permit('adjudication.handle')
  @CommandRoute('adjudication.record-changed', 'Record that the court changed it', MovedProceedingDto)
  recordChanged(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RecordChangedDto): Moved {
    return this.decisions.recordChanged(acting, id, body);
  }

  @Post(':id/record-annulled')
  @Permit('adjudication.handle')
  @CommandRoute('adjudication.record-annulled', 'Record that the court annulled it', MovedProceedingDto)
  recordAnnulled(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RecordAnnulledDto): Moved {
    return this.decisions.recordAnnulled(acting, id, body);
  }

  @Post(':id/examine-anew')
  @Permit('adjudication.approve')
  @CommandRoute('adjudication.examine-anew', 'Examine it anew, as the court ordered', MovedProceedingDto)
  examineAnew(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: NamePanelDto): Moved {
    return this.decisions.examineAnew(acting, id, body);
  }

  @Post(':id/record-performance')
  @Permit('adjudication.handle')
  @CommandRoute('adjudication.record-performance', 'Record that it was performed', MovedProceedingDto)
  recordPerformance(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RecordAdjudicationPerformanceDto): Moved {
    return this.decisions.recordPerformance(acting, id, body);
  }

  @Post(':id/apply-enforcement')
  @Permit('adjudication.approve')
  @CommandRoute('adjudication.apply-enforcement', 'Apply to the court for enforcement', MovedProceedingDto)
  applyEnforcement(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ApplyEnforcementDto): Moved {
    return this.decisions.applyEnforcement(acting, id, body);
  }

  @Post(':id/leave-enforcement')
  @Permit('adjudication.handle')
  @CommandRoute('adjudication.leave-enforcement', 'The three months are over: the right holder may apply', MovedProceedingDto)
  leaveEnforcement(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: AdjudicationReasonDto): Moved {
    return this.decisions.leaveEnforcement(acting, id, body);
  }

  @Post(':id/record-holder-enforcement')
  @Permit('adjudication.handle')
  @CommandRoute('adjudication.record-holder-enforcement', 'Record that the right holder applied for enforcement', MovedProceedingDto)
  recordHolderEnforcement(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RecordHolderEnforcementDto): Moved {
    return this.decisions.recordHolderEnforcement(acting, id, body);
  }

  @Post(':id/end-enforcement')
  @Permit('adjudication.handle')
  @CommandRoute('adjudication.end-enforcement', 'Record how the enforcement ended', MovedProceedingDto)
  endEnforcement(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: EndAdjudicationEnforcementDto): Moved {
    return this.decisions.endEnforcement(acting, id, body);
  }

  @Post(':id/conclude')
  @Permit('adjudication.handle')
  @CommandRoute('adjudication.conclude', 'Nothing is left to do', MovedProceedingDto)
  conclude(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: AdjudicationReasonDto): Moved {
    return this.decisions.conclude(acting, id, body);
  }
}
