import { Injectable } from '@nestjs/common';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { Courts } from '../courts/index.js';
import { involving, Proceedings, type MovedProceedingDto, type Step } from '../proceedings/index.js';
import type { ApplyForConfirmationDto, ApplyForEnforcementDto, EndConfirmationEnforcementDto, EnforcedDto, NotifyLapseDto, RecordAcceptanceDto, RecordConfirmationDto, RecordNonAcceptanceDto, RecordObjectionDto, RecordRejectionDto, RuledDto, WithdrawConfirmationDto } from './confirmation.dto.js';
import type { Confirmation } from './confirmation.entity.js';
import { CONFIRMATION } from './confirmation.subject.js';
import { confirmationDues, ConfirmationsQueries } from './confirmations.queries.js';

type Moved = Promise<Answer<MovedProceedingDto>>;

/** The liaison of the intermediate court records for courts that have no account here. */
const LIAISON = 'cz-court';

/** From the application to the ruling, objections and enforcement. What the court does is recorded at the court. */
@Injectable()
export class ConfirmationsService {
  constructor(
    private readonly proceedings: Proceedings,
    private readonly queries: ConfirmationsQueries,
    private readonly courts: Courts,
  ) {}

  async apply(acting: Acting, id: string, body: ApplyForConfirmationDto): Moved {
    const proposal = await this.queries.proposed(acting, await this.queries.before(acting, id));
    const proposed = [...(proposal.court === null ? [] : [proposal.court]), ...proposal.alternatives];
    const found = this.courts.find(body.court);
    const courtAgency = found?.agency ?? LIAISON;
    const appliedAt = new Date(body.appliedAt);
    return this.run(acting, id, 'apply', { ...body, proposed, courtKnown: found !== undefined, ahead: appliedAt > acting.at }, {
      gather: confirmationDues(id, acting.at), acted: appliedAt, data: ({ applicants, court, appliedAt: at }) => ({ applicants, court, appliedAt: at, proposed }),
      patch: (_, { court, courtReason }) => ({ court, courtReason: courtReason ?? proposal.why.zh, courtAgency, appliedAt, courtNumber: null, ground: null, outcome: null }),
      also: ({ caseId }) => ({ updates: [involving(caseId, courtAgency)] }),
      paper: ({ parentId, parties, court, courtReason }) => ({ court, courtReason, applicants: parties, mediation: parentId, appliedAt: appliedAt.toISOString() }),
    });
  }

  /** Time has closed the door; the paper says so to every party, with the day and the ways that are left. */
  notifyLapse(acting: Acting, id: string, body: NotifyLapseDto): Moved {
    return this.run<NotifyLapseDto & { readonly applyBy?: string }>(acting, id, 'notify-lapse', body, {
      gather: confirmationDues(id, acting.at), data: ({ told }) => ({ told }), paper: ({ parties }, { applyBy }) => ({ parties, lastInstant: applyBy ?? null, otherWays: ['performance', 'civil-suit', 'new-mediation'] }),
    });
  }

  recordAcceptance(acting: Acting, id: string, body: RecordAcceptanceDto): Moved {
    const from = new Date(body.acceptedAt);
    return this.run(acting, id, 'record-acceptance', body, { acted: from, triggers: { 'confirmation.court-decision': from, 'confirmation.special-procedure': from }, data: ({ courtNumber, acceptedAt }) => ({ courtNumber, acceptedAt }), patch: (_, { courtNumber }) => ({ courtNumber }) });
  }

  recordNonAcceptance(acting: Acting, id: string, body: RecordNonAcceptanceDto): Moved {
    return this.run(acting, id, 'record-non-acceptance', body, { data: ({ ground }) => ({ ground }), patch: (_, { ground }) => ({ ground, outcome: 'not-accepted' }) });
  }

  withdraw(acting: Acting, id: string, body: WithdrawConfirmationDto): Moved {
    return this.run(acting, id, 'withdraw', body, { data: ({ reason }) => ({ reason }), patch: () => ({ outcome: 'withdrawn' }) });
  }

  /** Two years to apply for enforcement count from the last day of performance (民事诉讼法第二百五十条第二款). */
  async recordConfirmation(acting: Acting, id: string, body: RecordConfirmationDto): Moved {
    const { lastDueOn } = await this.queries.before(acting, id);
    return this.run(acting, id, 'record-confirmation', body, {
      acted: new Date(body.ruledAt),
      triggers: { 'confirmation.objection': new Date(body.servedAt), 'execution.application': new Date(`${lastDueOn}T12:00:00+08:00`) }, data: ({ ruledAt, servedAt }) => ({ ruledAt, servedAt }), patch: (_, { ruledAt }) => ({ ruledAt: new Date(ruledAt), outcome: 'confirmed' }),
    });
  }

  recordRejection(acting: Acting, id: string, body: RecordRejectionDto): Moved {
    return this.run(acting, id, 'record-rejection', body, { acted: new Date(body.ruledAt), data: ({ ground, ruledAt }) => ({ ground, ruledAt }), patch: (_, { ground, ruledAt }) => ({ ground, ruledAt: new Date(ruledAt), outcome: 'rejected' }) });
  }

  /** A party has fifteen days from receipt, a third party six months from knowledge. */
  async recordObjection(acting: Acting, id: string, body: RecordObjectionDto): Moved {
    const third = body.by === 'third-party' ? this.queries.thirdPartyDue(await this.queries.before(acting, id), body) : null;
    const dues = confirmationDues(id, acting.at);
    const gather = { queries: dues.queries, facts: (results: Parameters<typeof dues.facts>[0]) => { const facts = dues.facts(results); return { ...facts, objectBy: third?.toISOString() ?? facts['partyObjectBy'] }; } };
    return this.run(acting, id, 'record-objection', body, { acted: new Date(body.objectedAt), gather, data: ({ by, objectedAt, knownAt }) => ({ by, objectedAt, knownAt }) });
  }

  dismissObjection(acting: Acting, id: string, body: RuledDto): Moved {
    return this.run(acting, id, 'dismiss-objection', body, { data: ({ ruledAt }) => ({ ruledAt }) });
  }

  revoke(acting: Acting, id: string, body: RuledDto): Moved {
    return this.run(acting, id, 'revoke', body, { data: ({ ruledAt }) => ({ ruledAt }), patch: () => ({ outcome: 'revoked' }) });
  }

  applyForEnforcement(acting: Acting, id: string, body: ApplyForEnforcementDto): Moved {
    return this.run(acting, id, 'apply-enforcement', body, { acted: new Date(body.appliedAt), gather: confirmationDues(id, acting.at), data: ({ creditor, appliedAt }) => ({ creditor, appliedAt }) });
  }

  recordEnforced(acting: Acting, id: string, body: EnforcedDto): Moved {
    return this.run(acting, id, 'record-enforced', body, { data: ({ at }) => ({ at }), patch: () => ({ outcome: 'enforced' }) });
  }

  endEnforcement(acting: Acting, id: string, body: EndConfirmationEnforcementDto): Moved {
    return this.run(acting, id, 'end-enforcement', body, { data: ({ reason, at }) => ({ reason, at }), patch: () => ({ outcome: 'enforcement-ended' }) });
  }

  private run<Body extends object>(acting: Acting, id: string, command: string, body: Body, step: Step<Confirmation, Body>): Moved {
    return this.proceedings.run(acting, CONFIRMATION, id, command, body, step);
  }
}
