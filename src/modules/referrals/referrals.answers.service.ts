import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/database/id.js';
import { insertInto } from '../../platform/database/insert-statements.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { duesOf, involving, Proceedings, type MovedProceedingDto, type Step } from '../proceedings/index.js';
import type { DeclineReferralDto, FileReferralDto, ForwardReferralDto, InterveneDto, ReceiveReferralDto, ReturnReferralDto, ServedPaperDto, SignHandoverDto, TellIncompleteDto, UpholdReferralDto } from './referral-answers.dto.js';
import type { ReferralReasonDto } from './referral.dto.js';
import { ReferralIntervention, type Referral } from './referral.entity.js';
import { REFERRAL } from './referral.subject.js';
import { penaltiesOf, POLICE_AGENCIES } from './referrals.service.js';

type Moved = Promise<Answer<MovedProceedingDto>>;
/** Other proceedings of the case look at it: no fine any more (行政处罚法第三十五条第二款). */
const FILED = 'police-filed';

/** What police and procuratorate say to a referral, each in its own agency. */
@Injectable()
export class ReferralAnswersService {
  constructor(private readonly proceedings: Proceedings) {}

  receive(acting: Acting, id: string, body: ReceiveReferralDto): Moved {
    const at = new Date(body.receivedAt);
    return this.run(acting, id, 'receive', body, {
      acted: at, data: ({ finding, receivedAt }) => ({ finding, receivedAt }), triggers: { 'police.review': at, 'police.incomplete-notice': at, 'police.forwarding': at },
      paper: ({ police }, { receivedAt, finding }) => ({ police, receivedAt, finding }),
    });
  }

  tellIncomplete(acting: Acting, id: string, body: TellIncompleteDto): Moved {
    return this.run(acting, id, 'tell-incomplete', body, { patch: (_, { missing }) => ({ missing: [...missing] }), data: ({ missing }) => ({ missing }), paper: (_, { missing }) => ({ missing }) });
  }

  forward(acting: Acting, id: string, body: ForwardReferralDto): Moved {
    const { police, to } = body;
    return this.run(acting, id, 'forward', { ...body, policeAgencies: POLICE_AGENCIES }, {
      patch: () => (police === undefined ? { policeElsewhere: to } : { police, policeElsewhere: null }), data: ({ reason }) => ({ forwardedTo: to, police, reason }),
      also: ({ caseId }) => ({ updates: police === undefined ? [] : [involving(caseId, police)] }), paper: (_, { reason }) => ({ to, reason }),
    });
  }

  file(acting: Acting, id: string, body: FileReferralDto): Moved {
    return this.run(acting, id, 'file', body, {
      patch: ({ marks }, { number }) => ({ policeNumber: number, missing: [], marks: [...new Set([...marks, FILED])] }), data: ({ number, notifiedAt }) => ({ number, notifiedAt }), acted: new Date(body.notifiedAt), triggers: { 'referral.handover': new Date(body.notifiedAt) },
      paper: (_, { number, notifiedAt }) => ({ number, notifiedAt }),
    });
  }

  decline(acting: Acting, id: string, body: DeclineReferralDto): Moved {
    return this.run(acting, id, 'decline', body, {
      patch: (_, { reason }) => ({ policeReason: reason, missing: [] }), data: ({ reason, notifiedAt }) => ({ reason, notifiedAt }), acted: new Date(body.notifiedAt), triggers: { 'referral.reconsideration': new Date(body.notifiedAt) },
      paper: (_, { reason, notifiedAt, papersReturned }) => ({ reason, notifiedAt, papersReturned }),
    });
  }

  uphold(acting: Acting, id: string, body: UpholdReferralDto): Moved {
    return this.run(acting, id, 'uphold', body, {
      patch: (_, { reason }) => ({ policeReason: reason }), data: ({ reason, notifiedAt }) => ({ reason, notifiedAt }), acted: new Date(body.notifiedAt), triggers: { 'referral.supervision-request': new Date(body.notifiedAt) }, paper: (_, { reason, notifiedAt }) => ({ reason, notifiedAt }),
    });
  }

  explain(acting: Acting, id: string, body: ReferralReasonDto): Moved {
    return this.run(acting, id, 'explain', body, { patch: (_, { reason }) => ({ policeReason: reason }), data: ({ reason }) => ({ reason }), paper: ({ procuratorate }, { reason }) => ({ procuratorate, reason }) });
  }

  signHandover(acting: Acting, id: string, body: SignHandoverDto): Moved {
    const receivedAt = new Date(body.signedAt).toISOString();
    return this.run(acting, id, 'sign-handover', body, { acted: new Date(body.signedAt), patch: ({ handover }) => ({ handover: handover === null ? null : { ...handover, receivedBy: acting.claims.actor, receivedAt } }), data: () => ({ receivedAt }) });
  }

  return(acting: Acting, id: string, body: ReturnReferralDto): Moved {
    return this.run(acting, id, 'return', body, returning());
  }

  returnFromProsecution(acting: Acting, id: string, body: ReturnReferralDto): Moved {
    return this.run(acting, id, 'return-from-prosecution', body, returning());
  }

  intervene(acting: Acting, id: string, body: InterveneDto): Moved {
    return this.run(acting, id, 'intervene', body, {
      data: ({ form, at }) => ({ form, at }),
      also: ({ caseId }, { form, opinion, at }) => {
        const row: ReferralIntervention = { id: newId(), referralId: id, caseId, form, opinion, at: new Date(at), recordedBy: acting.claims.actor };
        return { inserts: [insertInto(ReferralIntervention, row)] };
      },
    });
  }

  demandExplanation(acting: Acting, id: string, body: ServedPaperDto): Moved {
    return this.run(acting, id, 'demand-explanation', body, { ...served(body), triggers: { 'police.explanation': new Date(body.servedAt) } });
  }

  orderFiling(acting: Acting, id: string, body: ServedPaperDto): Moved {
    return this.run(acting, id, 'order-filing', body, { ...served(body), triggers: { 'police.ordered-filing': new Date(body.servedAt) } });
  }

  refuseSupervision(acting: Acting, id: string, body: ReferralReasonDto): Moved {
    return this.run(acting, id, 'refuse-supervision', body, unfiled());
  }

  acceptExplanation(acting: Acting, id: string, body: ReferralReasonDto): Moved {
    return this.run(acting, id, 'accept-explanation', body, unfiled());
  }

  private run<Input extends object>(acting: Acting, id: string, command: string, input: Input, step: Step<Referral, Input>): Moved {
    return this.proceedings.run(acting, REFERRAL, id, command, input, { gather: duesOf(id, acting.at), ...step });
  }
}

/** No crime: the case goes back to the agency, which may fine again. */
function returning(): Step<Referral, ReturnReferralDto> {
  return {
    patch: ({ marks }, { ground }) => ({ outcome: ground, marks: marks.filter((mark) => mark !== FILED) }), data: ({ ground, reason }) => ({ ground, reason }),
    cascades: { 'penalty.resume-from-police': penaltiesOf }, paper: ({ agency, offence }, { ground, reason }) => ({ to: agency, offence, ground, reason }),
  };
}

function unfiled(): Step<Referral, ReferralReasonDto> {
  return { patch: () => ({ outcome: 'not-filed' }), data: ({ reason }) => ({ reason }), cascades: { 'penalty.referral-ended': penaltiesOf } };
}

function served({ number, servedAt }: ServedPaperDto): Step<Referral, ServedPaperDto> {
  return { data: () => ({ number, servedAt }), paper: ({ police, policeElsewhere }) => ({ police: policeElsewhere ?? police, number, servedAt }) };
}
