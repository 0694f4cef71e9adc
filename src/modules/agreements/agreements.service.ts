import { Injectable } from '@nestjs/common';
import type { Acting, Answer } from '../../platform/http/acting.js';
import type { Moving } from '../../platform/workflow/workflow.js';
import { Proceedings, type Gathered, type MovedProceedingDto, type Step } from '../proceedings/index.js';
import type { RecordDefaultDto, RecordNotarisationDto, RecordPartDto, RecordTermPerformanceDto, ReleaseDto, TakeStepDto } from './agreement-term.dto.js';
import type { AgreementTerm } from './agreement-term.entity.js';
import { AGREEMENT_TERM } from './agreement-term.subject.js';
import { termFacts } from './agreements.queries.js';
import { paidInAll } from './domain/agreement-term.rules.js';

type Moved = Promise<Answer<MovedProceedingDto>>;

/** Performance of what was agreed (人民调解法第三十一条). */
@Injectable()
export class AgreementsService {
  constructor(private readonly proceedings: Proceedings) {}

  recordPerformance(acting: Acting, id: string, body: RecordTermPerformanceDto): Moved {
    return this.run(acting, id, 'record-performance', body, {
      data: ({ performedAt, amount }) => ({ performedAt, amount }), patch: ({ paid }, { performedAt, amount }) => ({ paid: amount === undefined ? paid : paidInAll(paid, amount), performedAt: new Date(performedAt), outcome: 'performed' }),
      acted: new Date(body.performedAt), cascades: { 'confirmation.settle': settled },
    });
  }

  recordPart(acting: Acting, id: string, body: RecordPartDto): Moved {
    return this.run(acting, id, 'record-part', body, { data: ({ performedAt, amount }) => ({ performedAt, amount }), patch: ({ paid }, { performedAt, amount }) => ({ paid: paidInAll(paid, amount), performedAt: new Date(performedAt) }) });
  }

  /** Who notarised it, and the number of the certificate, stand in the ledger. */
  recordNotarisation(acting: Acting, id: string, body: RecordNotarisationDto): Moved {
    return this.run(acting, id, 'record-notarisation', body, { data: ({ notary, certificate, notarisedAt }) => ({ notary, certificate, notarisedAt }), patch: () => ({ notarised: true }) });
  }

  recordDefault(acting: Acting, id: string, body: RecordDefaultDto): Moved {
    return this.run(acting, id, 'record-default', body, { gather: termFacts(id, acting.at), data: ({ reason }) => ({ reason }) });
  }

  release(acting: Acting, id: string, body: ReleaseDto): Moved {
    return this.run(acting, id, 'release', body, { data: ({ reason, at }) => ({ reason, at }), patch: () => ({ outcome: 'released' }), cascades: { 'confirmation.settle': settled } });
  }

  takeStep(acting: Acting, id: string, body: TakeStepDto): Moved {
    return this.run(acting, id, 'take-step', body, { gather: termFacts(id, acting.at), data: ({ step, at }) => ({ step, at }), patch: (_, { step }) => ({ outcome: step }) });
  }

  private run<Body extends object>(acting: Acting, id: string, command: string, body: Body, step: Step<AgreementTerm, Body>): Moved {
    return this.proceedings.run(acting, AGREEMENT_TERM, id, command, body, step);
  }
}

/** With the last term of the agreement a confirmation has nothing left to enforce. */
function settled({ parentId }: AgreementTerm, { siblings }: Pick<Gathered, 'siblings'>): Moving[] {
  const ofIt = siblings.filter((one) => one.parentId === parentId);
  if (ofIt.some(({ kind, state }) => kind === 'agreement-term' && !['performed', 'released'].includes(state))) return [];
  return ofIt.filter(({ kind, state }) => kind === 'confirmation' && state === 'confirmed').map(({ id }) => ({ id, input: {} }));
}
