import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute } from '../../platform/http/documented.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { MovedProceedingDto } from '../proceedings/index.js';
import { EffectiveDto, SuitRulingDto } from './civil-suit.dto.js';
import { SuitJudgmentsService } from './civil-suits.judgments.service.js';
import { AffirmDto, AppealDto, ConcludeSuitDto, EndSuitEnforcementDto, EnforcementDto, FileAppealDto, JudgeDto, OrderCourtDto, PerformedDto, RemandDto, SettleSuitDto } from './judgment.dto.js';

/** From the judgment to its enforcement. */
@ApiTags('civil-suits')
@Controller('v1/civil-suits')
export class JudgmentsController {
  constructor(private readonly judgments: SuitJudgmentsService) {}

  @Post(':id/not-accept')
  @Permit('civil-suit.record')
  @CommandRoute('civil-suit.not-accept', 'The court does not take the suit', MovedProceedingDto)
  notAccept(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: SuitRulingDto): Promise<Answer<MovedProceedingDto>> {
    return this.judgments.notAccept(acting, id, body);
  }

  @Post(':id/dismiss')
  @Permit('civil-suit.record')
  @CommandRoute('civil-suit.dismiss', 'The court dismisses the suit by ruling', MovedProceedingDto)
  dismiss(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: SuitRulingDto): Promise<Answer<MovedProceedingDto>> {
    return this.judgments.dismiss(acting, id, body);
  }

  @Post(':id/judge')
  @Permit('civil-suit.record')
  @CommandRoute('civil-suit.judge', 'Judgment of first instance, with damages and their punitive part', MovedProceedingDto)
  judge(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: JudgeDto): Promise<Answer<MovedProceedingDto>> {
    return this.judgments.judge(acting, id, body);
  }

  @Post(':id/judge-finally')
  @Permit('civil-suit.record')
  @CommandRoute('civil-suit.judge-finally', 'Judgment in small claims, which is final', MovedProceedingDto)
  judgeFinally(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: JudgeDto): Promise<Answer<MovedProceedingDto>> {
    return this.judgments.judgeFinally(acting, id, body);
  }

  @Post(':id/appeal')
  @Permit('civil-suit.record')
  @CommandRoute('civil-suit.appeal', 'A party appeals in time', MovedProceedingDto)
  appeal(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: AppealDto): Promise<Answer<MovedProceedingDto>> {
    return this.judgments.appeal(acting, id, body);
  }

  @Post(':id/become-effective')
  @Permit('civil-suit.record')
  @CommandRoute('civil-suit.become-effective', 'Nobody appealed in time: judgment or ruling becomes effective', MovedProceedingDto)
  becomeEffective(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: EffectiveDto): Promise<Answer<MovedProceedingDto>> {
    return this.judgments.becomeEffective(acting, id, body);
  }

  @Post(':id/file-appeal')
  @Permit('civil-suit.record')
  @CommandRoute('civil-suit.file-appeal', 'The court of second instance files the appeal', MovedProceedingDto)
  fileAppeal(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: FileAppealDto): Promise<Answer<MovedProceedingDto>> {
    return this.judgments.fileAppeal(acting, id, body);
  }

  @Post(':id/affirm')
  @Permit('civil-suit.record')
  @CommandRoute('civil-suit.affirm', 'Second instance: affirmed', MovedProceedingDto)
  affirm(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: AffirmDto): Promise<Answer<MovedProceedingDto>> {
    return this.judgments.affirm(acting, id, body);
  }

  @Post(':id/change')
  @Permit('civil-suit.record')
  @CommandRoute('civil-suit.change', 'Second instance: another judgment', MovedProceedingDto)
  change(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: JudgeDto): Promise<Answer<MovedProceedingDto>> {
    return this.judgments.change(acting, id, body);
  }

  @Post(':id/remand')
  @Permit('civil-suit.record')
  @CommandRoute('civil-suit.remand', 'Second instance: sent back for retrial, once', MovedProceedingDto)
  remand(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RemandDto): Promise<Answer<MovedProceedingDto>> {
    return this.judgments.remand(acting, id, body);
  }

  @Post(':id/withdraw-appeal')
  @Permit('civil-suit.record')
  @CommandRoute('civil-suit.withdraw-appeal', 'The appeal is withdrawn with leave of the court', MovedProceedingDto)
  withdrawAppeal(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: AffirmDto): Promise<Answer<MovedProceedingDto>> {
    return this.judgments.withdrawAppeal(acting, id, body);
  }

  @Post(':id/order-filing')
  @Permit('civil-suit.record')
  @CommandRoute('civil-suit.order-filing', 'Second instance on a ruling: the court below has to file', MovedProceedingDto)
  orderFiling(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: OrderCourtDto): Promise<Answer<MovedProceedingDto>> {
    return this.judgments.orderFiling(acting, id, body);
  }

  @Post(':id/order-trial')
  @Permit('civil-suit.record')
  @CommandRoute('civil-suit.order-trial', 'Second instance on a ruling: the court below has to try', MovedProceedingDto)
  orderTrial(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: OrderCourtDto): Promise<Answer<MovedProceedingDto>> {
    return this.judgments.orderTrial(acting, id, body);
  }

  @Post(':id/settle')
  @Permit('civil-suit.record')
  @CommandRoute('civil-suit.settle', 'Settlement before the court', MovedProceedingDto)
  settle(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: SettleSuitDto): Promise<Answer<MovedProceedingDto>> {
    return this.judgments.settle(acting, id, body);
  }

  @Post(':id/apply-enforcement')
  @Permit('civil-suit.record')
  @CommandRoute('civil-suit.apply-enforcement', 'Enforcement is asked for', MovedProceedingDto)
  applyEnforcement(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: EnforcementDto): Promise<Answer<MovedProceedingDto>> {
    return this.judgments.applyEnforcement(acting, id, body);
  }

  @Post(':id/end-enforcement')
  @Permit('civil-suit.record')
  @CommandRoute('civil-suit.end-enforcement', 'Enforcement ends without success; the debt stays', MovedProceedingDto)
  endEnforcement(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: EndSuitEnforcementDto): Promise<Answer<MovedProceedingDto>> {
    return this.judgments.endEnforcement(acting, id, body);
  }

  @Post(':id/resume-enforcement')
  @Permit('civil-suit.record')
  @CommandRoute('civil-suit.resume-enforcement', 'Enforcement is asked for again', MovedProceedingDto)
  resumeEnforcement(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: EnforcementDto): Promise<Answer<MovedProceedingDto>> {
    return this.judgments.resumeEnforcement(acting, id, body);
  }

  @Post(':id/record-performance')
  @Permit('civil-suit.record')
  @CommandRoute('civil-suit.record-performance', 'Everything was performed', MovedProceedingDto)
  recordPerformance(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: PerformedDto): Promise<Answer<MovedProceedingDto>> {
    return this.judgments.recordPerformance(acting, id, body);
  }

  @Post(':id/conclude')
  @Permit('civil-suit.record')
  @CommandRoute('civil-suit.conclude', 'Nothing is left to enforce', MovedProceedingDto)
  conclude(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ConcludeSuitDto): Promise<Answer<MovedProceedingDto>> {
    return this.judgments.conclude(acting, id, body);
  }
}
