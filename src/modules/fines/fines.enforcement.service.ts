import { Injectable } from '@nestjs/common';
import { legalDay } from '../../platform/clocks/clocks.js';
import type { Acting } from '../../platform/http/acting.js';
import { DocumentServices, type ServeDocumentDto } from '../document-services/index.js';
import { SURCHARGE_RATES } from './data/rates.data.js';
import { accruedOn, dayBefore, outstandingOn } from './domain/fine.rules.js';
import type { ApplyToCourtDto, AskSuperiorCourtDto, CourtRefusalDto, CourtStepDto, DemandDto, FineChallengeDto, FineChallengeOutcomeDto } from './fine.dto.js';
import { fineGather } from './fines.gather.queries.js';
import { FinesService, type Moved } from './fines.service.js';

/** Last instant of a day in Asia/Shanghai. */
const endOf = (day: string): Date => new Date(`${day}T23:59:59.999+08:00`);

/** Demand, court, and what reconsideration or a suit means for the money. */
@Injectable()
export class FineEnforcementService {
  constructor(
    private readonly fines: FinesService,
    private readonly services: DocumentServices,
  ) {}

  demand(acting: Acting, id: string, body: DemandDto): Moved {
    const today = legalDay(acting.at);
    return this.fines.run(acting, id, 'demand', body, {
      paper: (row, input) => ({ party: row.party, decision: input.decision, obligation: outstandingOn(SURCHARGE_RATES, row, input, today), days: 10, manner: input.manner, rights: '当事人有权进行陈述和申辩' }),
    });
  }

  serveDemand(acting: Acting, id: string, body: ServeDocumentDto): Moved {
    const service = this.services.serving(acting, body, fineGather(acting, id));
    return this.fines.run(acting, id, 'serve-demand', body, { acted: service.at, gather: service.gather, also: service.also, data: () => service.data, triggers: { 'enforcement.demand': service.at }, patch: () => ({ demandServedAt: service.at }) });
  }

  /** The application states the surcharge of that day and how it was counted. */
  apply(acting: Acting, id: string, body: ApplyToCourtDto): Moved {
    const today = legalDay(acting.at);
    return this.fines.run(acting, id, 'apply-to-court', body, {
      data: ({ court }) => ({ court }), patch: (_, { court }) => ({ court }),
      paper: (row, input) => ({
        court: input.court, party: row.party, decision: input.decision, claims: outstandingOn(SURCHARGE_RATES, row, input, today), surcharge: row.surcharge === null ? null : accruedOn(SURCHARGE_RATES, row, input, today),
        facts: input.facts, demandServedAt: row.demandServedAt, partyOpinion: input.partyOpinion, signedBy: acting.claims.actor,
      }),
    });
  }

  /** A step of the court that is recorded with its number. */
  courtStep(acting: Acting, id: string, command: 'record-court-acceptance' | 'record-court-ruling' | 'record-reversal' | 'record-upheld-refusal', body: CourtStepDto): Moved {
    const at = new Date(body.at);
    return this.fines.run(acting, id, command, body, { triggers: { 'enforcement.court-ruling': at }, data: (input) => ({ at: input.at, fileNumber: input.fileNumber }), patch: (_, { fileNumber }) => ({ fileNumber }) });
  }

  courtRefusal(acting: Acting, id: string, body: CourtRefusalDto): Moved {
    return this.fines.run(acting, id, 'record-court-refusal', body, { triggers: { 'enforcement.reconsideration': new Date(body.at) }, data: ({ at, fileNumber }) => ({ at, fileNumber }), patch: (_, { fileNumber }) => ({ fileNumber }) });
  }

  askSuperior(acting: Acting, id: string, body: AskSuperiorCourtDto): Moved {
    return this.fines.run(acting, id, 'ask-superior-court', body, { data: ({ court }) => ({ court }), patch: (_, { court }) => ({ court }) });
  }

  annul(acting: Acting, id: string, body: CourtRefusalDto): Moved {
    return this.fines.run(acting, id, 'annul', body, { data: ({ at, fileNumber }) => ({ at, fileNumber }), patch: (_, { fileNumber }) => ({ fileNumber, outcome: 'annulled' }) });
  }

  challenge(acting: Acting, id: string, body: FineChallengeDto): Moved {
    const from = legalDay(new Date(body.at));
    return this.fines.run(acting, id, 'record-challenge', body, { data: ({ at, way, fileNumber }) => ({ at, way, fileNumber }), patch: ({ uncounted }, { fileNumber }) => ({ uncounted: [...uncounted, { from, to: null }], fileNumber }) });
  }

  /** The surcharge counts again from the day of the outcome; the time for the court from when nothing can be attacked any more. */
  challengeOutcome(acting: Acting, id: string, body: FineChallengeOutcomeDto): Moved {
    const to = dayBefore(legalDay(new Date(body.at)));
    const remediesEnd = endOf(dayBefore(body.finalOn));
    return this.fines.run(acting, id, 'record-challenge-outcome', body, {
      triggers: { 'enforcement.application': remediesEnd }, data: ({ at, finalOn, fileNumber }) => ({ at, finalOn, fileNumber }),
      patch: ({ uncounted }, { fileNumber }) => ({ uncounted: uncounted.map((one) => (one.to === null ? { ...one, to } : one)), remediesEnd, fileNumber }),
    });
  }
}
