import { Injectable } from '@nestjs/common';
import { centsOf } from '../../kernel/money/index.js';
import { Clocks, legalDay } from '../../platform/clocks/clocks.js';
import { showDeadline } from '../../platform/clocks/show-deadline.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import type { Gather, Opening } from '../../platform/workflow/workflow.js';
import { fineOrder } from '../fines/index.js';
import { ProceedingQueries, Proceedings, shownProceeding, type MovedProceedingDto, type Step } from '../proceedings/index.js';
import type { SimplifiedPenalty } from './simplified-penalty.entity.js';
import type { DecideSimplifiedDto, HandInDto, LeaveSimplifiedDto, OpenSimplifiedDto, SimplifiedPenaltyDto, TellSimplifiedDto } from './simplified-penalty.dto.js';
import { SIMPLIFIED_PENALTY } from './simplified-penalty.subject.js';

type Moved = Promise<Answer<MovedProceedingDto>>;

export function simplifiedGather({ at }: Acting): Gather {
  return { queries: [], facts: () => ({ now: at.toISOString(), today: legalDay(at) }) };
}

/** Told, heard and decided in one visit; the money goes its way as a fine. */
@Injectable()
export class SimplifiedPenaltiesService {
  constructor(
    private readonly proceedings: Proceedings,
    private readonly reads: ProceedingQueries,
    private readonly clocks: Clocks,
  ) {}

  open(acting: Acting, { caseId, party, person, facts, members, credentialsShown, factsCertain }: OpenSimplifiedDto): Moved {
    const since = acting.at.toISOString();
    return this.proceedings.open<SimplifiedPenalty>(acting, caseId, {
      subject: SIMPLIFIED_PENALTY, prefix: 'JY', kind: 'simplified', source: 'inspection', agency: acting.agency, members: members.map((member) => ({ ...member, since })), input: { members, credentialsShown, factsCertain },
      own: { party, person, facts, told: null, decidedAt: null },
    });
  }

  tell(acting: Acting, id: string, body: TellSimplifiedDto): Moved {
    return this.run(acting, id, 'tell', body, {
      data: ({ at, warning, fine }) => ({ at, warning, fine }), patch: (_, { at, warning, fine, reasons, provisions, statement }) => ({ told: { at: new Date(at).toISOString(), warning, fine, reasons, provisions, statement } }),
    });
  }

  /** Handed over on the spot: the time to pay counts from there. */
  async decide(acting: Acting, id: string, body: DecideSimplifiedDto): Moved {
    const at = new Date(body.at);
    const opening = await this.moneyDue(acting, id, at);
    return this.run(acting, id, 'decide', body, {
      triggers: { 'simplified.hand-in': at }, data: ({ signed }) => ({ at: body.at, signed }), patch: () => ({ decidedAt: at, outcome: 'penalty' }), cascades: { 'fine.open': opening },
      paper: ({ party, facts, told, members }, { place, payment, remedies, refusal }) => ({
        party, facts, provisions: told?.provisions, penalties: { warning: told?.warning, fine: told?.fine }, payment, remedies, place, at: body.at, officers: members.map(({ account, credential }) => ({ account, credential })), statement: told?.statement, refusal,
      }),
    });
  }

  handIn(acting: Acting, id: string, body: HandInDto): Moved {
    return this.run(acting, id, 'hand-in', body, { data: ({ at }) => ({ at }) });
  }

  leave(acting: Acting, id: string, body: LeaveSimplifiedDto): Moved {
    return this.run(acting, id, 'leave', body, { patch: () => ({ outcome: 'left' }) });
  }

  async one(acting: Acting, id: string): Promise<SimplifiedPenaltyDto> {
    const { row, deadlines } = await this.reads.one(acting, SIMPLIFIED_PENALTY, id);
    const { party, person, facts, told, decidedAt } = row;
    return { ...shownProceeding('simplified-penalty', row), party, person, facts, told, decidedAt: decidedAt?.toISOString() ?? null, deadlines: deadlines.map(showDeadline) };
  }

  private async moneyDue(acting: Acting, id: string, servedAt: Date): Promise<(row: SimplifiedPenalty) => readonly Opening[]> {
    const { row: { agency, region, party, person, told } } = await this.reads.one(acting, SIMPLIFIED_PENALTY, id);
    const fine = told?.fine ?? '0';
    if (centsOf(fine) === 0n) return () => [];
    const opening = await this.proceedings.opening(acting, fineOrder(this.clocks, { agency, region, decidedBy: id, kind: 'simplified', party, person, fine, confiscation: '0', servedAt }));
    return ({ caseId, region: place, lawVersion }) => [opening({ id: caseId, region: place, lawVersion })];
  }

  private run<Input extends object>(acting: Acting, id: string, command: string, body: Input, step: Step<SimplifiedPenalty, Input>): Moved {
    return this.proceedings.run(acting, SIMPLIFIED_PENALTY, id, command, body, { gather: simplifiedGather(acting), ...step });
  }
}
