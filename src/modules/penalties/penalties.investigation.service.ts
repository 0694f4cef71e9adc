import { Injectable } from '@nestjs/common';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { Proceedings, type MovedProceedingDto, type Step } from '../proceedings/index.js';
import { recorded } from './penalty-record.service.js';
import { penaltyGather } from './penalties.gather.queries.js';
import { shownMembers } from './penalties.service.js';
import type { Penalty } from './penalty.entity.js';
import { PENALTY } from './penalty.subject.js';
import type { ConcludeInvestigationDto, ElectronicDataDto, EvidenceDto, InquiryDto, InspectionDto, OrderCorrectionDto, PassReviewDto, RecordPenaltyCorrectionDto, SendBackDto, SubmitReviewDto, SuspendPenaltyDto } from './penalty-investigation.dto.js';

type Act = InspectionDto | InquiryDto | EvidenceDto | ElectronicDataDto;

/** From filing to the review that the case passes. */
@Injectable()
export class PenaltyInvestigationService {
  constructor(private readonly proceedings: Proceedings) {}

  recordInspection(acting: Acting, id: string, body: InspectionDto): Promise<Answer<MovedProceedingDto>> {
    return this.run(acting, id, 'record-inspection', body, { data: actOf, paper: actPaper, also: (row, input) => recorded(acting, row, { ...input, kind: 'inspection', details: signs(input) }) });
  }

  recordInquiry(acting: Acting, id: string, body: InquiryDto): Promise<Answer<MovedProceedingDto>> {
    return this.run(acting, id, 'record-inquiry', body, {
      data: actOf, patch: told, paper: (row, input) => ({ ...actPaper(row, input), person: input.person, rightsTold: input.rightsTold }), also: (row, input) => recorded(acting, row, { ...input, kind: 'inquiry', party: input.person, details: { ...signs(input), rightsTold: input.rightsTold } }),
    });
  }

  takeEvidence(acting: Acting, id: string, body: EvidenceDto): Promise<Answer<MovedProceedingDto>> {
    return this.run(acting, id, 'take-evidence', body, {
      data: (input) => ({ ...actOf(input), evidence: input.evidence }), patch: told, paper: (row, { until: _, ...input }) => ({ ...actPaper(row, input), evidence: input.evidence, person: input.person, original: input.original }),
      also: (row, input) => recorded(acting, row, { ...input, kind: 'evidence', party: input.person, details: { ...signs(input), original: input.original, rightsTold: input.rightsTold } }),
    });
  }

  /** Electronic data are evidence with a record of its own (文书12). */
  extractData(acting: Acting, id: string, body: ElectronicDataDto): Promise<Answer<MovedProceedingDto>> {
    return this.run(acting, id, 'extract-electronic-data', body, {
      data: (input) => ({ ...actOf(input), extractor: input.extractor }), paper: (row, input) => ({ ...actPaper(row, input), person: input.person, extractor: input.extractor, medium: input.medium, method: input.method }),
      also: (row, input) => recorded(acting, row, { ...input, kind: 'evidence', evidence: 'electronic', party: input.person, details: { ...signs(input), extractor: input.extractor, medium: input.medium, method: input.method } }),
    });
  }

  orderCorrection(acting: Acting, id: string, body: OrderCorrectionDto): Promise<Answer<MovedProceedingDto>> {
    return this.run(acting, id, 'order-correction', body, {
      data: ({ provision, acts, by }) => ({ provision, acts, by }), patch: (_, { acts }) => ({ correction: { orderedAt: acting.at.toISOString(), correctedAt: null, acts } }),
      paper: ({ party }, { provision, acts, by }) => ({ party, provisions: provision, acts, by }),
    });
  }

  /** Also what the party put right without being ordered to. */
  recordCorrection(acting: Acting, id: string, body: RecordPenaltyCorrectionDto): Promise<Answer<MovedProceedingDto>> {
    return this.run(acting, id, 'record-correction', body, {
      data: ({ at, acts }) => ({ at, acts }), patch: (row, { at, acts }) => ({ correction: { orderedAt: row.correction?.orderedAt ?? null, correctedAt: new Date(at).toISOString(), acts } }),
    });
  }

  suspend(acting: Acting, id: string, body: SuspendPenaltyDto): Promise<Answer<MovedProceedingDto>> {
    return this.run(acting, id, 'suspend', body, { data: ({ ground, reason }) => ({ ground, reason }), paper: (_, { ground, reason }) => ({ ground, reason }) });
  }

  resume(acting: Acting, id: string, reason: string): Promise<Answer<MovedProceedingDto>> {
    return this.run(acting, id, 'resume', { reason }, { data: (input) => input });
  }

  terminate(acting: Acting, id: string, reason: string): Promise<Answer<MovedProceedingDto>> {
    return this.run(acting, id, 'terminate-investigation', { reason }, { data: (input) => input, patch: () => ({ outcome: 'terminated' }), paper: (_, input) => ({ reason: input.reason }) });
  }

  /** Opens a round: what was reviewed, discussed and heard before does not count for what was found since. */
  conclude(acting: Acting, id: string, body: ConcludeInvestigationDto): Promise<Answer<MovedProceedingDto>> {
    return this.run(acting, id, 'conclude-investigation', body, {
      data: ({ reviewGrounds = [] }) => ({ reviewGrounds }),
      patch: (row, { reviewGrounds = [] }) => ({ reviewGrounds: [...new Set([...row.reviewGrounds, ...reviewGrounds])], legalReviewedAt: null, discussedAt: null }),
      paper: ({ party, cause }, { course, facts, nature, proposal, discretion }) => ({ party, cause, course, facts, nature, proposal, discretion }),
      also: (row, { course, facts, nature, proposal, discretion }) => recorded(acting, row, { kind: 'investigation-report', content: facts, details: { course, nature, proposal, discretion } }),
    });
  }

  submitForReview(acting: Acting, id: string, body: SubmitReviewDto): Promise<Answer<MovedProceedingDto>> {
    return this.run(acting, id, 'submit-for-review', body, { data: ({ review }) => ({ review }), patch: (_, { review }) => ({ review, reviewAskedAt: acting.at }) });
  }

  passReview(acting: Acting, id: string, body: PassReviewDto): Promise<Answer<MovedProceedingDto>> {
    return this.run(acting, id, 'pass-review', body, {
      patch: (row) => (row.review === 'legal' ? { legalReviewedAt: acting.at } : {}),
      paper: (row, { opinion }) => ({ review: row.review, askedAt: row.reviewAskedAt, advice: 'agree', opinion }),
      also: (row, { opinion, firstTime, qualification }) => recorded(acting, row, { kind: 'review', content: opinion, details: { review: row.review, advice: 'agree', firstTime, qualification } }),
    });
  }

  sendBack(acting: Acting, id: string, body: SendBackDto): Promise<Answer<MovedProceedingDto>> {
    return this.run(acting, id, 'send-back', body, {
      data: ({ advice }) => ({ advice }), paper: (row, { advice, opinion }) => ({ review: row.review, askedAt: row.reviewAskedAt, advice, opinion }),
      also: (row, { advice, opinion }) => recorded(acting, row, { kind: 'review', content: opinion, details: { review: row.review, advice } }),
    });
  }

  private run<Input extends object>(acting: Acting, id: string, command: string, body: Input, step: Step<Penalty, Input>): Promise<Answer<MovedProceedingDto>> {
    return this.proceedings.run(acting, PENALTY, id, command, body, { gather: penaltyGather(acting, id), ...step });
  }
}

/** Who acted where, for the ledger; what was said stands in the record. */
function actOf({ members, at, place }: Act): Record<string, unknown> {
  return { at, place, officers: members.map(({ account }) => account) };
}

/** What every record of an act states. */
function actPaper(_: Penalty, input: Act): Record<string, unknown> {
  const { members, at, until, place, content } = input;
  return { at, until, place, officers: shownMembers(members), content, ...signs(input) };
}

function signs({ confirmed, remark, recording, witness }: Act): Record<string, unknown> {
  return { confirmed, remark, recording, witness };
}

function told(row: Penalty, { rightsTold }: InquiryDto | EvidenceDto): Partial<Penalty> {
  return { rightsTold: row.rightsTold || rightsTold === true };
}
