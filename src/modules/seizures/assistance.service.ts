import { Injectable } from '@nestjs/common';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { Proceedings, type MovedProceedingDto, type Step } from '../proceedings/index.js';
import type { Assistance } from './assistance.entity.js';
import type { AssistanceRefusalDto, AssistanceResultDto, DelayDto, OpenAssistanceDto, MeasureReasonDto, ReceiveAssistanceDto, SendAssistanceDto } from './holdings.dto.js';
import { assistanceGather } from './holdings.gather.queries.js';
import { ASSISTANCE } from './seizures.subject.js';

type Moved = Promise<Answer<MovedProceedingDto>>;
const PROVISION = '行政处罚法第二十六条、市场监督管理行政处罚程序规定第四十五条';

/** Letters that ask for help, sent and received. */
@Injectable()
export class AssistanceService {
  constructor(private readonly proceedings: Proceedings) {}

  open(acting: Acting, { caseId, penalty, to, reason, matters }: OpenAssistanceDto): Moved {
    return this.proceedings.open<Assistance>(acting, caseId, {
      subject: ASSISTANCE, prefix: 'XC', kind: 'outgoing', source: 'penalty', agency: acting.agency, parentId: penalty, own: { other: to, reason, matters, letter: null, receivedAt: null, delayToldAt: null, result: null },
    });
  }

  receive(acting: Acting, { caseId, from, letter, receivedAt, reason, matters }: ReceiveAssistanceDto): Moved {
    const at = new Date(receivedAt);
    return this.proceedings.open<Assistance>(acting, caseId, {
      subject: ASSISTANCE, prefix: 'XC', command: 'receive', kind: 'incoming', source: 'letter', agency: acting.agency, triggers: { 'assistance.reply': at }, own: { other: from, reason, matters, letter, receivedAt: at, delayToldAt: null, result: null },
    });
  }

  withdraw(acting: Acting, id: string, body: MeasureReasonDto): Moved {
    return this.run(acting, id, 'withdraw', body, { patch: () => ({ outcome: 'withdrawn' }) });
  }

  send(acting: Acting, id: string, body: SendAssistanceDto): Moved {
    const receivedAt = new Date(body.receivedAt);
    return this.run(acting, id, 'send', body, { triggers: { 'assistance.reply': receivedAt }, data: (input) => ({ ...input }), patch: () => ({ receivedAt }), paper: ({ other, reason, matters }) => ({ to: other, reason, matters, provision: PROVISION }) });
  }

  /** The other authority told it, or ours tells it. */
  delay(acting: Acting, id: string, command: 'record-delay' | 'tell-delay', body: DelayDto): Moved {
    return this.run(acting, id, command, body, { amounts: { 'assistance.reply': body.workingDays }, data: ({ at, workingDays }) => ({ at, workingDays }), patch: (_, { at }) => ({ delayToldAt: new Date(at) }) });
  }

  answer(acting: Acting, id: string, command: 'record-reply' | 'reply', body: AssistanceResultDto): Moved {
    return this.run(acting, id, command, body, { data: ({ at }) => ({ at }), patch: (_, { result }) => ({ result, outcome: 'answered' }) });
  }

  decline(acting: Acting, id: string, command: 'record-refusal' | 'decline', body: AssistanceRefusalDto): Moved {
    return this.run(acting, id, command, body, { data: ({ at }) => ({ at }), patch: (_, { reason }) => ({ result: reason, outcome: 'declined' }) });
  }

  private run<Input extends object>(acting: Acting, id: string, command: string, body: Input, step: Step<Assistance, Input>): Moved {
    return this.proceedings.run(acting, ASSISTANCE, id, command, body, { gather: assistanceGather(acting, id), ...step });
  }
}
