import { Injectable } from '@nestjs/common';
import type { Acting } from '../../platform/http/acting.js';
import type { ServeDocumentDto } from '../document-services/index.js';
import type { AnnounceHearingDto, DeemWithdrawnDto, HoldOralHearingDto, SettleDto, StartSettlementDto } from './adjudication-decision.dto.js';
import type { ContinueDespiteInvalidityDto, RecordInvalidityDto, ResumeDto, SuspendAdjudicationDto, SuspendForInvalidityDto } from './adjudication-examination.dto.js';
import type { AdjudicationReasonDto } from './adjudication-request.dto.js';
import { AdjudicationSteps, caption, captionWithPatent, panelShown, type Moved } from './adjudications.steps.service.js';
import type { Invalidity } from './domain/adjudication.rules.js';

/** Hearing, standstill and settlement. */
@Injectable()
export class AdjudicationHearingsService {
  constructor(private readonly steps: AdjudicationSteps) {}

  /** Announced anew, everybody has to be told anew. */
  announce(acting: Acting, id: string, body: AnnounceHearingDto): Moved {
    return this.steps.run(acting, id, 'announce-hearing', body, {
      triggers: { 'adjudication.oral-hearing-notice': new Date(body.at) }, data: ({ at, online, open }) => ({ at, online, open }),
      patch: ({ parties }, { at, place, online, open }) => ({ hearing: { at: new Date(at).toISOString(), place, online, open, heldAt: null, byDefault: [] }, parties: parties.map((party) => ({ ...party, hearingServedAt: null })) }),
      paper: (row, { at, place, online, open, closedBecause }) => ({ ...caption(row), at, place, online, open, closedBecause }),
    });
  }

  serveNotice(acting: Acting, id: string, body: ServeDocumentDto): Moved {
    return this.steps.serve(acting, id, 'serve-hearing-notice', body, 'hearingServedAt');
  }

  hold(acting: Acting, id: string, body: HoldOralHearingDto): Moved {
    return this.steps.record(acting, id, 'hold-hearing', body, {
      occurred: new Date(body.at), patch: ({ hearing }, { at, absent }) => ({ hearing: hearing === null ? null : { ...hearing, heldAt: new Date(at).toISOString(), byDefault: absent } }),
      paper: (row, { course, absent }) => ({ ...caption(row), panel: panelShown(row), at: row.hearing?.at, place: row.hearing?.place, course, absent }),
    });
  }

  cancel(acting: Acting, id: string, body: AdjudicationReasonDto): Moved {
    return this.steps.run(acting, id, 'cancel-hearing', body, { patch: () => ({ hearing: null }), data: ({ reason }) => ({ reason }) });
  }

  deemWithdrawn(acting: Acting, id: string, body: DeemWithdrawnDto): Moved {
    return this.steps.run(acting, id, 'deem-withdrawn', body, { patch: () => ({ outcome: 'deemed-withdrawn' }), data: ({ conduct }) => ({ conduct }), paper: (row, { conduct, reasons }) => ({ ...caption(row), ground: conduct, reasons }) });
  }

  recordInvalidity(acting: Acting, id: string, body: RecordInvalidityDto): Moved {
    return this.steps.run(acting, id, 'record-invalidity', body, { patch: () => ({ invalidity: accepted(body) }), data: ({ requestNumber, acceptedAt, requestedBy }) => ({ requestNumber, acceptedAt, requestedBy }) });
  }

  continueDespiteInvalidity(acting: Acting, id: string, body: ContinueDespiteInvalidityDto): Moved {
    return this.steps.run(acting, id, 'continue-despite-invalidity', body, {
      patch: ({ invalidity }, { exception }) => ({ invalidity: invalidity === null ? null : { ...invalidity, exception } }), data: ({ exception, upheldBy }) => ({ exception, upheldBy }), paper: (row, { exception, reasons }) => ({ ...caption(row), exception, reasons }),
    });
  }

  suspendForInvalidity(acting: Acting, id: string, body: SuspendForInvalidityDto): Moved {
    return this.steps.run(acting, id, 'suspend-for-invalidity', body, {
      patch: () => ({ invalidity: accepted(body), standstill: 'invalidity' }), data: ({ requestNumber, acceptedAt, requestedBy, on }) => ({ requestNumber, acceptedAt, requestedBy, on }),
      paper: (row, { requestNumber, on }) => ({ ...caption(row), ground: 'invalidity', on, requestNumber }),
    });
  }

  suspend(acting: Acting, id: string, body: SuspendAdjudicationDto): Moved {
    return this.steps.run(acting, id, 'suspend', body, { patch: (_row, { ground }) => ({ standstill: ground }), data: ({ ground, on }) => ({ ground, on }), paper: (row, { ground, on, reasons }) => ({ ...caption(row), ground, on, reasons }) });
  }

  resume(acting: Acting, id: string, body: ResumeDto): Moved {
    return this.steps.run(acting, id, 'resume', body, {
      patch: ({ invalidity, claims: before }, { result, claims }) => ({ invalidity: result === undefined || invalidity === null ? invalidity : { ...invalidity, result }, claims: result === 'partly-invalid' ? (claims ?? before) : before }),
      data: ({ result, claims }) => ({ result, claims }), paper: (row, { reasons, result, claims }) => ({ ...caption(row), reasons, result, claims }),
    });
  }

  startSettlement(acting: Acting, id: string, body: StartSettlementDto): Moved {
    return this.steps.record(acting, id, 'start-settlement', body, { occurred: new Date(body.at) });
  }

  endSettlement(acting: Acting, id: string, body: AdjudicationReasonDto): Moved {
    return this.steps.run(acting, id, 'end-settlement', body, { data: ({ reason }) => ({ reason }) });
  }

  settle(acting: Acting, id: string, body: SettleDto): Moved {
    return this.steps.run(acting, id, 'settle', body, { patch: () => ({ outcome: 'settled' }), data: ({ signedBy, signedAt }) => ({ signedBy, signedAt }), paper: (row, { terms, signedBy, signedAt }) => ({ ...captionWithPatent(row), terms, signedBy, signedAt }) });
  }
}

function accepted({ requestNumber, acceptedAt, requestedBy, repeated = false }: RecordInvalidityDto): Invalidity {
  return { requestNumber, acceptedAt: new Date(acceptedAt).toISOString(), requestedBy, repeated, exception: null, result: null };
}
