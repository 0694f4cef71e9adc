import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/database/id.js';
import type { Acting } from '../../platform/http/acting.js';
import type { ServeDocumentDto } from '../document-services/index.js';
import { involving, Proceedings, type ProceedingColumns } from '../proceedings/index.js';
import type { CommissionAppraisalDto, DecideRegistrationDto, ForwardAnswerDto, RaiseObjectionDto, RecordAnswerDto, RecordAppraisalDto, RecordInspectionDto, RecordSamplingDto, RegisterEvidenceDto, SetEvidencePeriodDto, UpholdObjectionDto, WaiveEvidenceDto } from './adjudication-examination.dto.js';
import type { AddAdjudicationPartyDto, DelegateDto, FileAdjudicationDto, GiveAdviceDto, NamePanelDto, NotFileDto, NotifyCorrectionDto, OpenAdjudicationDto, OpenAdviceDto, ReasonsDto, RecordAdjudicationCorrectionDto, WithdrawRequestDto } from './adjudication-request.dto.js';
import type { Adjudication } from './adjudication.entity.js';
import { ADJUDICATION } from './adjudication.subject.js';
import { kindOfAgency } from './adjudications.queries.js';
import { AdjudicationSteps, caption, captionWithPatent, panelShown, seated, type Moved } from './adjudications.steps.service.js';
import { marked, newParty, patentOf } from './domain/adjudication.rules.js';

/** Letters of its working number. */
export const PREFIX = 'CJ';

const RECEIVED = 'adjudication.advice-after-receipt';
const SENT = 'adjudication.advice-after-sending';
/** Shortest period for evidence, in days (第五十四条); what counts is the one in the notice. */
const SHORTEST = 15;

/** The columns of its own of a request that was just received. */
export function requested(receivedAt: Date): Omit<Adjudication, keyof ProceedingColumns> {
  return {
    receivedAt, delegate: null, patentNumber: null, patentType: null, claims: [], evaluation: null, requesterKind: null, parties: [], correctedAt: null, filedAt: null, evidenceDays: null, registration: null,
    invalidity: null, standstill: null, hearing: null, deliberation: null, decision: null, performedAt: null, litigation: null,
  };
}

/** From the request to the evidence. */
@Injectable()
export class AdjudicationsService {
  constructor(
    private readonly proceedings: Proceedings,
    private readonly steps: AdjudicationSteps,
  ) {}

  /** A further request on a case that is there, received by the agency of the account. */
  open(acting: Acting, { caseId, receivedAt: given }: OpenAdjudicationDto): Moved {
    const receivedAt = new Date(given);
    return this.proceedings.open(acting, caseId, { subject: ADJUDICATION, prefix: PREFIX, kind: 'infringement', source: 'request', agency: acting.agency, own: requested(receivedAt), triggers: { 'adjudication.filing': receivedAt } });
  }

  /** Asked for by somebody who was warned. Silence ends when either of its two times is over. */
  openAdvice(acting: Acting, { caseId, patentNumber, warnedAt, demandReceivedAt, demandSentAt, holderActed }: OpenAdviceDto): Moved {
    const patent = patentOf(patentNumber);
    const silentUntil = [this.steps.endOf(acting, RECEIVED, demandReceivedAt), this.steps.endOf(acting, SENT, demandSentAt)].filter((end) => end !== null);
    return this.proceedings.open(acting, caseId, {
      subject: ADJUDICATION, prefix: PREFIX, command: 'open-advice', kind: 'advice', source: 'request', agency: acting.agency, own: { ...requested(acting.at), patentNumber: patent?.number ?? patentNumber, patentType: patent?.type ?? null },
      input: { now: acting.at, warnedAt, patentNumber, receivedAt: demandReceivedAt ?? demandSentAt, silentUntil, holderActed }, data: { warnedAt, demandReceivedAt, demandSentAt },
    });
  }

  giveAdvice(acting: Acting, id: string, body: GiveAdviceDto): Moved {
    return this.steps.run(acting, id, 'give-advice', body, { patch: (_row, { opinion }) => ({ outcome: `advice-${opinion}` }), data: ({ opinion }) => ({ opinion }), paper: ({ number, patentNumber: patent }, { opinion, reasons }) => ({ caseReference: number, patent, opinion, reasons }) });
  }

  refuseAdvice(acting: Acting, id: string, body: ReasonsDto): Moved {
    return this.steps.run(acting, id, 'refuse-advice', body, { patch: () => ({ outcome: 'advice-refused' }), data: ({ reasons }) => ({ reasons }) });
  }

  notifyCorrection(acting: Acting, id: string, body: NotifyCorrectionDto): Moved {
    return this.steps.run(acting, id, 'notify-correction', body, {
      patch: () => ({ correctedAt: acting.at }), amounts: { 'adjudication.correction': body.days }, data: ({ missing, days }) => ({ missing, days }),
      paper: ({ number }, { missing, days, remarks }) => ({ caseReference: number, missing, days, remarks }),
    });
  }

  recordCorrection(acting: Acting, id: string, body: RecordAdjudicationCorrectionDto): Moved {
    return this.steps.run(acting, id, 'record-correction', body, { triggers: { 'adjudication.filing': new Date(body.receivedAt) }, data: ({ receivedAt, supplied }) => ({ receivedAt, supplied }) });
  }

  async file(acting: Acting, id: string, body: FileAdjudicationDto): Moved {
    const patent = patentOf(body.patentNumber);
    return this.steps.run(acting, id, 'file', body, {
      gather: await this.steps.seating(body.members),
      patch: (_row, { claims = [], evaluation = 'not-asked', requesterKind, parties, members }) => ({
        filedAt: acting.at, patentNumber: patent?.number ?? null, patentType: patent?.type ?? null, claims, evaluation, requesterKind, members: seated(members, acting.at),
        parties: parties.map(({ party, side, abroad = false }) => newParty(party, side, abroad)),
      }),
      data: ({ conditions, materials, requesterKind }) => ({ conditions, materials, requesterKind, patent: patent?.number }),
      paper: (row) => ({ ...captionWithPatent(row), panel: panelShown(row), claims: row.claims }),
    });
  }

  notFile(acting: Acting, id: string, body: NotFileDto): Moved {
    return this.steps.run(acting, id, 'not-file', body, { patch: () => ({ outcome: 'not-filed' }), data: ({ grounds }) => ({ grounds }), paper: ({ number }, { grounds, reasons }) => ({ caseReference: number, grounds, reasons }) });
  }

  withdraw(acting: Acting, id: string, body: WithdrawRequestDto): Moved {
    return this.steps.run(acting, id, 'withdraw', body, { patch: () => ({ outcome: 'withdrawn' }), data: ({ at }) => ({ at }) });
  }

  delegate(acting: Acting, id: string, body: DelegateDto): Moved {
    return this.steps.run(acting, id, 'delegate', body, {
      gather: { queries: [], facts: () => ({ delegateKind: kindOfAgency(body.delegate) }) }, patch: () => ({ delegate: body.delegate }), data: ({ delegate, authority }) => ({ delegate, authority }),
      also: ({ caseId }) => ({ updates: [involving(caseId, body.delegate)] }),
    });
  }

  callForAnswer(acting: Acting, id: string): Moved {
    return this.steps.run(acting, id, 'call-for-answer', {}, {
      paper: (row) => ({ ...captionWithPatent(row), panel: panelShown(row), answerDays: { home: 15, abroad: 30 }, rights: '答辩期间可以提出管辖权异议；知道办案人员名单之日起三个工作日内可以申请回避' }),
    });
  }

  serveRequest(acting: Acting, id: string, body: ServeDocumentDto): Moved {
    const at = new Date(body.servedAt);
    return this.steps.serve(acting, id, 'serve-request', body, 'requestServedAt', { triggers: { 'adjudication.answer': at, 'adjudication.answer-abroad': at } });
  }

  recordAnswer(acting: Acting, id: string, body: RecordAnswerDto): Moved {
    const occurred = new Date(body.receivedAt);
    return this.steps.record(acting, id, 'record-answer', body, {
      occurred, triggers: { 'adjudication.answer-forwarding': occurred }, patch: ({ parties }) => ({ parties: marked(parties, body.respondent, { answeredAt: occurred.toISOString() }) }),
    });
  }

  forwardAnswer(acting: Acting, id: string, body: ForwardAnswerDto): Moved {
    return this.steps.record(acting, id, 'forward-answer', body, { occurred: new Date(body.servedAt) });
  }

  raiseObjection(acting: Acting, id: string, body: RaiseObjectionDto): Moved {
    const occurred = new Date(body.receivedAt);
    return this.steps.record(acting, id, 'raise-objection', body, { occurred, triggers: { 'adjudication.jurisdiction-objection': occurred } });
  }

  rejectObjection(acting: Acting, id: string, body: ReasonsDto): Moved {
    return this.steps.run(acting, id, 'reject-objection', body, { paper: (row, { reasons }) => ({ ...caption(row), result: 'rejected', reasons }) });
  }

  upholdObjection(acting: Acting, id: string, body: UpholdObjectionDto): Moved {
    return this.steps.run(acting, id, 'uphold-objection', body, { patch: () => ({ outcome: 'transferred' }), paper: (row, { reasons, competentAgency }) => ({ ...caption(row), result: 'upheld', reasons, competentAgency }) });
  }

  setEvidencePeriod(acting: Acting, id: string, body: SetEvidencePeriodDto): Moved {
    return this.steps.run(acting, id, 'set-evidence-period', body, { patch: (_row, { days }) => ({ evidenceDays: days }), data: ({ days, agreed }) => ({ days, agreed }), paper: (row, { days, agreed }) => ({ ...caption(row), days, agreed }) });
  }

  async serveEvidenceNotice(acting: Acting, id: string, body: ServeDocumentDto): Moved {
    const { evidenceDays } = await this.steps.row(acting, id);
    return this.steps.serve(acting, id, 'serve-evidence-notice', body, 'evidenceServedAt', { triggers: { 'adjudication.evidence': new Date(body.servedAt) }, amounts: { 'adjudication.evidence': evidenceDays ?? SHORTEST } });
  }

  waiveEvidence(acting: Acting, id: string, body: WaiveEvidenceDto): Moved {
    return this.steps.record(acting, id, 'waive-evidence', body, { occurred: new Date(body.at) });
  }

  recordInspection(acting: Acting, id: string, body: RecordInspectionDto): Moved {
    return this.steps.record(acting, id, 'record-inspection', body, {
      occurred: new Date(body.at), paper: ({ number }, { act, at, place, content, by, signed, refusalNote }) => ({ caseReference: number, act, at, place, content, by, signed, refusalNote }),
    });
  }

  recordSampling(acting: Acting, id: string, body: RecordSamplingDto): Moved {
    return this.steps.record(acting, id, 'record-sampling', body, { occurred: new Date(body.at), paper: ({ number }, { at, place, items, by, signed, refusalNote }) => ({ caseReference: number, at, place, items, by, signed, refusalNote }) });
  }

  registerEvidence(acting: Acting, id: string, body: RegisterEvidenceDto): Moved {
    const act = newId();
    const occurred = new Date(body.at);
    return this.steps.record(acting, id, 'register-evidence', body, {
      act, occurred, triggers: { 'adjudication.evidence-registration': occurred }, patch: () => ({ registration: act }),
      paper: ({ number }, { at, place, items, risk, signed, refusalNote }) => ({ caseReference: number, at, place, items, risk, signed, refusalNote }),
    });
  }

  decideRegistration(acting: Acting, id: string, body: DecideRegistrationDto): Moved {
    return this.steps.record(acting, id, 'decide-registration', body, { occurred: acting.at, patch: () => ({ registration: null }) });
  }

  commissionAppraisal(acting: Acting, id: string, body: CommissionAppraisalDto): Moved {
    return this.steps.record(acting, id, 'commission-appraisal', body, { occurred: new Date(body.at), paper: ({ number }, { question, appraiser, chosenBy, at }) => ({ caseReference: number, question, appraiser, chosenBy, at }) });
  }

  recordAppraisal(acting: Acting, id: string, body: RecordAppraisalDto): Moved {
    return this.steps.record(acting, id, 'record-appraisal', body, { occurred: new Date(body.receivedAt) });
  }

  async namePanel(acting: Acting, id: string, body: NamePanelDto): Moved {
    return this.steps.run(acting, id, 'name-panel', body, {
      gather: await this.steps.seating(body.members),
      patch: (_row, { members }) => ({ members: seated(members, acting.at), deliberation: null }), data: ({ reason }) => ({ reason }), paper: (row, { reason }) => ({ ...caption(row), panel: panelShown(row), reason }),
    });
  }

  addParty(acting: Acting, id: string, body: AddAdjudicationPartyDto): Moved {
    return this.steps.run(acting, id, 'add-party', body, { patch: ({ parties }, { party, side, abroad = false }) => ({ parties: [...parties, newParty(party, side, abroad)] }), data: ({ party, side, reason }) => ({ party, side, reason }) });
  }
}
