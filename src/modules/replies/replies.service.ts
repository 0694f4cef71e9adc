import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/database/id.js';
import { showDeadline } from '../../platform/clocks/show-deadline.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { Workflow, type Command, type Opening } from '../../platform/workflow/workflow.js';
import type { ReplyWithClocksDto } from './reply.dto.js';
import type { ReplyObligation } from './reply.entity.js';
import { REPLY_CLOCKS } from './domain/reply.lifecycle.js';
import { REPLY } from './reply.subject.js';

/** What a complaint says about the answer that is owed for it. */
export type ReplyOrigin = Pick<ReplyObligation, 'complaintId' | 'channel' | 'line' | 'sourceSystem' | 'externalNumber' | 'requestType' | 'agency' | 'intakeAgency' | 'region' | 'owedSince'>;

/** An answer about to be owed; written with its complaint. */
export function owe(origin: ReplyOrigin): Opening<ReplyObligation> {
  const row = { id: newId(), ...origin, answer: null, answeredAt: null, answeredBy: null, demands: 0 };
  return { subject: REPLY, command: 'owe', row, input: {}, triggers: Object.fromEntries(REPLY_CLOCKS.map((kind) => [kind, origin.owedSince])), data: { complaintId: origin.complaintId, channel: origin.channel, externalNumber: origin.externalNumber } };
}

@Injectable()
export class RepliesService {
  constructor(private readonly workflow: Workflow) {}

  answer(acting: Acting, id: string, answer: string): Promise<Answer<ReplyWithClocksDto>> {
    return this.move(acting, { id, command: 'answer', input: { answer }, patch: () => ({ answer, answeredAt: acting.at, answeredBy: acting.claims.actor }) });
  }

  /** The caller was called back and is not satisfied: the clock of the line runs anew. */
  demandAgain(acting: Acting, id: string, reason: string): Promise<Answer<ReplyWithClocksDto>> {
    return this.move(acting, { id, command: 'demand-again', input: { reason }, patch: ({ demands }) => ({ demands: demands + 1, answeredAt: null, answeredBy: null }), data: { reason } });
  }

  private move(acting: Acting, command: Omit<Command<ReplyObligation>, 'subject'>): Promise<Answer<ReplyWithClocksDto>> {
    return this.workflow.execute(acting, { subject: REPLY, ...command }, ({ row, deadlines }) => ({ status: 200, body: { ...shown(row), deadlines: deadlines.map(showDeadline) } as unknown as ReplyWithClocksDto }));
  }
}

function shown({ id, state, version, complaintId, channel, sourceSystem, externalNumber, agency, owedSince, nextDue, answer, answeredAt, demands }: ReplyObligation): object {
  return { id, state, version, complaintId, channel, sourceSystem, externalNumber, agency, owedSince, nextDue, answer, answeredAt, demands };
}
