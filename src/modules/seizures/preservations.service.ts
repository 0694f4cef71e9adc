import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/database/id.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { Proceedings, type Gathered, type MovedProceedingDto, type Step } from '../proceedings/index.js';
import type { Preservation } from './holdings.entity.js';
import type { AskIdentificationDto, CarryOutAtOnceDto, CarryOutDto, IdentificationDto, OpenHoldingDto, OpinionDto, MeasureReasonDto, SecureCopiesDto, SendToTestingDto, TurnIntoSeizureDto } from './holdings.dto.js';
import { holdingGather, type HoldingGathered } from './holdings.gather.queries.js';
import { asIdentification, asSent, carriedOut, examinationEnded, examined, heldGoods, listed, membersOf, settled, shownGoods, shownMembers } from './holdings.records.service.js';
import { PRESERVATION } from './seizures.subject.js';

type Moved = Promise<Answer<MovedProceedingDto>>;
type Known<Input> = Input & Gathered & HoldingGathered;
interface HoldingStep<Input> {
  readonly patch?: (row: Preservation, input: Known<Input>) => Partial<Preservation>;
  readonly data?: (input: Input) => Readonly<Record<string, unknown>>;
  readonly paper?: (row: Preservation, input: Known<Input>) => Readonly<Record<string, unknown>>;
  readonly also?: (row: Preservation, input: Known<Input>) => ReturnType<typeof settled>;
  readonly triggers?: Step<Preservation, Input>['triggers'];
  readonly amounts?: Step<Preservation, Input>['amounts'];
}

const PROVISION = '行政处罚法第五十六条';
const place = ({ id, caseId }: Preservation): { id: string; caseId: string; subject: 'preservation' } => ({ id, caseId, subject: 'preservation' });

/** Evidence kept by registration. That it is released by itself is brought by time: see the kind preservation.decision. */
@Injectable()
export class PreservationsService {
  constructor(private readonly proceedings: Proceedings) {}

  open(acting: Acting, { caseId, penalty, party, reason }: OpenHoldingDto): Moved {
    return this.proceedings.open<Preservation>(acting, caseId, {
      subject: PRESERVATION, prefix: 'DJ', kind: 'registration', source: 'penalty', agency: acting.agency, parentId: penalty, own: { party, reason, approval: null, carriedOut: null, identification: null },
    });
  }

  /** In advance, or afterwards. */
  approve(acting: Acting, id: string, command: 'approve' | 'approve-afterwards', body: OpinionDto): Moved {
    const approval = { by: acting.claims.actor, agency: acting.agency, at: acting.at.toISOString() };
    return this.run(acting, id, command, body, { patch: (_, { opinion }) => ({ approval: { ...approval, opinion } }) });
  }

  refuse(acting: Acting, id: string, body: OpinionDto): Moved {
    return this.run(acting, id, 'refuse', body, { patch: () => ({ outcome: 'refused' }) });
  }

  withdraw(acting: Acting, id: string, body: MeasureReasonDto): Moved {
    return this.run(acting, id, 'withdraw', body, { patch: () => ({ outcome: 'withdrawn' }) });
  }

  carryOut(acting: Acting, id: string, command: 'carry-out' | 'carry-out-at-once', body: CarryOutDto | CarryOutAtOnceDto): Moved {
    const at = new Date(body.at);
    return this.run(acting, id, command, body, {
      triggers: { 'preservation.decision': at, 'preservation.approval': at }, data: ({ goods, members }) => ({ at: body.at, goods: goods.length, officers: members.map(({ account }) => account) }),
      patch: (_, input) => ({ carriedOut: carriedOut(input), members: membersOf(acting, input.members) }), also: (row, { goods }) => listed(place(row), goods),
      paper: ({ party, reason }, { goods, keptAt, place: where, members }) => ({ party, reason, goods: shownGoods(goods), keptAt, place: where, at: body.at, officers: shownMembers(members), provision: PROVISION }),
    });
  }

  /** The head finds that it should not have been done: released at once. */
  disapprove(acting: Acting, id: string, body: OpinionDto): Moved {
    return this.run(acting, id, 'disapprove', body, {
      patch: () => ({ outcome: 'disapproved' }), also: (_, { held }) => settled(held, 'released', acting.at),
      paper: ({ party }, { opinion, decision, goodsHeld }) => ({ party, decision, reason: opinion, goods: heldGoods(goodsHeld) }),
    });
  }

  release(acting: Acting, id: string, body: MeasureReasonDto): Moved {
    return this.run(acting, id, 'release', body, {
      patch: () => ({ outcome: 'released' }), also: (_, { held }) => settled(held, 'released', acting.at),
      paper: ({ party }, { reason, decision, goodsHeld }) => ({ party, decision, reason, goods: heldGoods(goodsHeld) }),
    });
  }

  askIdentification(acting: Acting, id: string, body: AskIdentificationDto): Moved {
    const examination = newId();
    return this.run(acting, id, 'ask-identification', body, {
      amounts: { 'identification.right-holder': body.workingDays }, data: ({ rightHolder, workingDays }) => ({ examination, rightHolder, workingDays }), patch: () => ({ identification: examination }),
      also: (row, input) => examined(acting, place(row), asIdentification(examination, input)),
      paper: (_, { rightHolder, question, workingDays, goods, goodsHeld }) => ({ rightHolder, question, goods: heldGoods(goodsHeld, goods), workingDays }),
    });
  }

  recordIdentification(acting: Acting, id: string, body: IdentificationDto): Moved {
    let open: string | null = null;
    return this.run(acting, id, 'record-identification', body, {
      patch: (row) => {
        open = row.identification;
        return { identification: null };
      },
      data: ({ at }) => ({ at }), also: (_, input) => examinationEnded(open, input),
    });
  }

  secureCopies(acting: Acting, id: string, body: SecureCopiesDto): Moved {
    return this.run(acting, id, 'secure-copies', body, { patch: () => ({ outcome: 'copied' }), also: (_, { held }) => settled(held, 'copied', acting.at) });
  }

  sendToTesting(acting: Acting, id: string, body: SendToTestingDto): Moved {
    const examination = newId();
    return this.run(acting, id, 'send-to-testing', body, {
      data: ({ testing, until }) => ({ examination, testing, until }), patch: () => ({ outcome: 'sent-to-testing' }),
      also: (row, input) => ({ ...settled(input.held, 'tested', acting.at), ...examined(acting, place(row), asSent(examination, input, input.held)) }),
      paper: (_, { institution, testing, question, until, goodsHeld }) => ({ institution, testing, question, goods: heldGoods(goodsHeld), until }),
    });
  }

  turnIntoSeizure(acting: Acting, id: string, body: TurnIntoSeizureDto): Moved {
    return this.run(acting, id, 'turn-into-seizure', body, { data: (input) => ({ ...input }), patch: () => ({ outcome: 'seized' }), also: (_, { held }) => settled(held, 'seized', acting.at) });
  }

  confiscate(acting: Acting, id: string, body: MeasureReasonDto): Moved {
    return this.run(acting, id, 'confiscate', body, { patch: () => ({ outcome: 'confiscated' }), also: (_, { held }) => settled(held, 'confiscated', acting.at) });
  }

  private run<Input extends object>(acting: Acting, id: string, command: string, body: Input, step: HoldingStep<Input>): Moved {
    return this.proceedings.run(acting, PRESERVATION, id, command, body, { gather: holdingGather(acting, 'preservation', id), ...step } as Step<Preservation, Input>);
  }
}
