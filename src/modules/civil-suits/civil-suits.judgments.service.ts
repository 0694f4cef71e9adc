import { Injectable } from '@nestjs/common';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { Proceedings, type MovedProceedingDto, type Step } from '../proceedings/index.js';
import type { EffectiveDto, SuitRulingDto } from './civil-suit.dto.js';
import type { CivilSuit } from './civil-suit.entity.js';
import { CIVIL_SUIT } from './civil-suit.subject.js';
import { gatherOfSuit, utc } from './civil-suits.service.js';
import type { Judgment } from './domain/civil-suit.guards.js';
import type { AffirmDto, AppealDto, ConcludeSuitDto, EndSuitEnforcementDto, EnforcementDto, FileAppealDto, JudgeDto, OrderCourtDto, PerformedDto, RemandDto, SettleSuitDto } from './judgment.dto.js';

type Moved = Promise<Answer<MovedProceedingDto>>;
type Triggers = Readonly<Record<string, Date>>;

/** What happens from the judgment to its enforcement. */
@Injectable()
export class SuitJudgmentsService {
  constructor(private readonly proceedings: Proceedings) {}

  judge(acting: Acting, id: string, body: JudgeDto): Moved {
    return this.run(acting, id, 'judge', body, { patch: (_, input) => ({ judgment: judgmentOf(input) }), data: awarded, triggers: appealFrom(body.servedAt) });
  }

  judgeFinally(acting: Acting, id: string, body: JudgeDto): Moved {
    return this.run(acting, id, 'judge-finally', body, { patch: (_, input) => ({ judgment: judgmentOf(input), effectiveAt: new Date(input.servedAt), outcome: input.result }), data: awarded, triggers: executionFrom(body.performBy, body.servedAt) });
  }

  change(acting: Acting, id: string, body: JudgeDto): Moved {
    return this.run(acting, id, 'change', body, { patch: (_, input) => ({ finalJudgment: judgmentOf(input), effectiveAt: new Date(input.servedAt), outcome: input.result }), data: awarded, triggers: executionFrom(body.performBy, body.servedAt) });
  }

  notAccept(acting: Acting, id: string, body: SuitRulingDto): Moved {
    return this.run(acting, id, 'not-accept', body, ruling(body));
  }

  dismiss(acting: Acting, id: string, body: SuitRulingDto): Moved {
    return this.run(acting, id, 'dismiss', body, ruling(body));
  }

  appeal(acting: Acting, id: string, body: AppealDto): Moved {
    const state = { queries: [{ statement: { name: 'civil-suit-state', text: 'SELECT state FROM civil_suit WHERE id = $1' }, values: [id] }], facts: ([rows = []]: readonly (readonly object[])[]) => ({ ruling: (rows as readonly { state: string }[])[0]?.state === 'ruled' }) };
    return this.run(acting, id, 'appeal', body, { acted: new Date(body.appealedAt), patch: (_, { appellant, appealedAt }) => ({ appeal: { appellant, appealedAt: utc(appealedAt) } }), data: ({ appellant, appealedAt }) => ({ appellant, appealedAt }), gather: gatherOfSuit(acting, id, state) });
  }

  becomeEffective(acting: Acting, id: string, body: EffectiveDto): Moved {
    return this.run(acting, id, 'become-effective', body, {
      patch: ({ judgment }) => ({ effectiveAt: new Date(body.effectiveAt), outcome: judgment?.result ?? 'dismissed' }), data: ({ effectiveAt, performBy }) => ({ effectiveAt, performBy }), triggers: executionFrom(body.performBy, body.effectiveAt),
    });
  }

  fileAppeal(acting: Acting, id: string, body: FileAppealDto): Moved {
    const filedAt = new Date(body.filedAt);
    return this.run(acting, id, 'file-appeal', body, {
      patch: ({ appeal }, { court, number }) => ({ appeal: { ...appeal, court, number, filedAt: utc(body.filedAt) } }), data: ({ court, number }) => ({ court, number, filedAt: body.filedAt }),
      acted: filedAt, triggers: { 'civil.second-instance': filedAt, 'civil.second-instance-ruling': filedAt },
    });
  }

  affirm(acting: Acting, id: string, body: AffirmDto): Moved {
    return this.run(acting, id, 'affirm', body, ended(body, 'affirmed', ({ judgment }) => judgment?.result ?? 'dismissed'));
  }

  withdrawAppeal(acting: Acting, id: string, body: AffirmDto): Moved {
    return this.run(acting, id, 'withdraw-appeal', body, ended(body, 'withdrawn', ({ judgment }) => judgment?.result ?? 'dismissed'));
  }

  /** The judgment is gone; the court tries again in ordinary procedure. */
  remand(acting: Acting, id: string, body: RemandDto): Moved {
    return this.run(acting, id, 'remand', body, { patch: ({ appeal }, { number, reason }) => ({ remanded: true, judgment: null, procedure: 'ordinary', appeal: { ...appeal, decision: number, result: 'remanded', reason } }), data: ({ number, reason }) => ({ number, reason }), triggers: trialFrom(body.remandedAt) });
  }

  orderFiling(acting: Acting, id: string, body: OrderCourtDto): Moved {
    return this.run(acting, id, 'order-filing', body, { patch: ({ appeal }, { number }) => ({ appeal: { ...appeal, decision: number, result: 'filing-ordered' } }), data: ({ number, orderedAt }) => ({ number, orderedAt }), triggers: { 'civil.filing': new Date(body.orderedAt) } });
  }

  orderTrial(acting: Acting, id: string, body: OrderCourtDto): Moved {
    return this.run(acting, id, 'order-trial', body, { patch: ({ appeal }, { number }) => ({ procedure: 'ordinary', appeal: { ...appeal, decision: number, result: 'trial-ordered' } }), data: ({ number, orderedAt }) => ({ number, orderedAt }), triggers: trialFrom(body.orderedAt) });
  }

  settle(acting: Acting, id: string, body: SettleSuitDto): Moved {
    return this.run(acting, id, 'settle', body, {
      patch: (_, { number, terms, amount, performBy }) => ({ settlement: { number, terms, amount, performBy }, effectiveAt: new Date(body.effectiveAt), outcome: 'settled' }), data: ({ number, amount, performBy }) => ({ number, amount, performBy }),
      triggers: executionFrom(body.performBy, body.effectiveAt),
    });
  }

  applyEnforcement(acting: Acting, id: string, body: EnforcementDto): Moved {
    return this.run(acting, id, 'apply-enforcement', body, enforcing());
  }

  resumeEnforcement(acting: Acting, id: string, body: EnforcementDto): Moved {
    return this.run(acting, id, 'resume-enforcement', body, enforcing());
  }

  endEnforcement(acting: Acting, id: string, body: EndSuitEnforcementDto): Moved {
    return this.run(acting, id, 'end-enforcement', body, { patch: ({ enforcement }, { reason, endedAt }) => ({ enforcement: { ...enforcement, reason, endedAt: utc(endedAt) } }), data: ({ reason, endedAt }) => ({ reason, endedAt }) });
  }

  recordPerformance(acting: Acting, id: string, body: PerformedDto): Moved {
    return this.run(acting, id, 'record-performance', body, { patch: () => ({ outcome: 'performed' }), data: ({ performedAt }) => ({ performedAt }) });
  }

  conclude(acting: Acting, id: string, body: ConcludeSuitDto): Moved {
    return this.run(acting, id, 'conclude', body, { data: ({ reason }) => ({ reason }) });
  }

  private run<Input extends object>(acting: Acting, id: string, command: string, input: Input, step: Step<CivilSuit, Input>): Moved {
    return this.proceedings.run(acting, CIVIL_SUIT, id, command, input, { gather: gatherOfSuit(acting, id), ...step });
  }
}

function judgmentOf({ number, judgedAt, servedAt, result, damages = 0, expenses = 0, injunction = false, punitive = null }: Omit<JudgeDto, 'punitive'> & { punitive?: JudgeDto['punitive'] | null }): Judgment {
  return { number, judgedAt: utc(judgedAt), servedAt: utc(servedAt), result, damages, expenses, injunction, punitive };
}

function awarded({ number, result, damages, expenses, punitive }: JudgeDto): Readonly<Record<string, unknown>> {
  return { number, result, damages, expenses, punitive: punitive === undefined ? null : { base: punitive.base, factor: punitive.factor, amount: punitive.amount, wilfulness: punitive.wilfulness, gravity: punitive.gravity } };
}

function ruling({ servedAt }: SuitRulingDto): Step<CivilSuit, SuitRulingDto> {
  return { patch: (_, { number, reason }) => ({ ruling: { number, reason, servedAt: utc(servedAt) } }), data: ({ number, reason }) => ({ number, reason, servedAt }), triggers: { ...appealFrom(servedAt), 'civil.appeal-ruling': new Date(servedAt) } };
}

function ended({ effectiveAt, performBy }: AffirmDto, result: string, outcome: (row: CivilSuit) => string): Step<CivilSuit, AffirmDto> {
  return { patch: (row, { number }) => ({ appeal: { ...row.appeal, decision: number, result }, effectiveAt: new Date(effectiveAt), outcome: outcome(row) }), data: ({ number }) => ({ number, effectiveAt, performBy }), triggers: executionFrom(performBy, effectiveAt) };
}

function enforcing(): Step<CivilSuit, EnforcementDto> {
  return { patch: ({ enforcement }, { number, appliedAt }) => ({ enforcement: { ...enforcement, number, appliedAt: utc(appliedAt) } }), data: ({ number, appliedAt }) => ({ number, appliedAt }) };
}

function appealFrom(servedAt: string): Triggers {
  return { 'civil.appeal': new Date(servedAt), 'civil.appeal-abroad': new Date(servedAt) };
}

function trialFrom(at: string): Triggers {
  return { 'civil.ordinary': new Date(at) };
}

/** From the last day to perform, Asia/Shanghai; where none is named, from the day on which it became effective (民事诉讼法第二百五十条第二款). */
function executionFrom(performBy: string | undefined, effectiveAt: string): Triggers {
  return { 'execution.application': performBy === undefined ? new Date(effectiveAt) : new Date(`${performBy}T00:00:00+08:00`) };
}
