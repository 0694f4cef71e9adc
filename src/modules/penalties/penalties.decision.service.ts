import { Injectable } from '@nestjs/common';
import { Clocks } from '../../platform/clocks/clocks.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import type { Opening } from '../../platform/workflow/workflow.js';
import { DocumentServices, type ServeDocumentDto } from '../document-services/index.js';
import { attacked, fallen, fineOrder, upheld, type OpenMoney } from '../fines/index.js';
import { ProceedingQueries, Proceedings, type MovedProceedingDto, type Step } from '../proceedings/index.js';
import { PENALTY_KINDS } from './data/penalty-kinds.data.js';
import { sumOf, unfitItems, type PenaltyItem } from './domain/penalty.rules.js';
import { attackGather, naturalGather, penaltyGather } from './penalties.gather.queries.js';
import { shownMembers } from './penalties.service.js';
import type { Penalty } from './penalty.entity.js';
import { recorded } from './penalty-record.service.js';
import { PENALTY } from './penalty.subject.js';
import type { ChallengeDto, ClosePenaltyDto, DecideNoPenaltyDto, DecidePenaltyDto, DisposalDto, PerformanceDto, ReviewOutcomeDto, RevocationDto } from './penalty.dto.js';
import type { DiscussionDto } from './penalty-hearing.dto.js';

/** What other proceedings of the case look at: a fine stands. */
const FINED = 'fine-imposed';
const instant = (text: string): string => new Date(text).toISOString();

/** From the decision to the closed file, and what reconsideration and suits make of it. */
@Injectable()
export class PenaltyDecisionService {
  constructor(
    private readonly proceedings: Proceedings,
    private readonly services: DocumentServices,
    private readonly reads: ProceedingQueries,
    private readonly clocks: Clocks,
  ) {}

  recordDiscussion(acting: Acting, id: string, body: DiscussionDto): Promise<Answer<MovedProceedingDto>> {
    return this.run(acting, id, 'record-discussion', body, {
      data: ({ at, chair, attendees }) => ({ at, chair, attendees }), patch: (_, { at }) => ({ discussedAt: new Date(at) }),
      paper: ({ cause }, { at, place, chair, attendees, opinion }) => ({ cause, at, place, chair, attendees, opinion }),
      also: (row, { at, place, chair, attendees, opinion }) => recorded(acting, row, { kind: 'discussion', at, place, content: opinion, details: { chair, attendees } }),
    });
  }

  /** The defence has turned something up: investigated, reviewed and announced anew. */
  reinvestigate(acting: Acting, id: string, reason: string): Promise<Answer<MovedProceedingDto>> {
    return this.run(acting, id, 'reinvestigate', { reason }, { data: (input) => input });
  }

  decide(acting: Acting, id: string, body: DecidePenaltyDto): Promise<Answer<MovedProceedingDto>> {
    return this.run(acting, id, 'decide', { ...body, unfit: unfitItems(body.penalties, PENALTY_KINDS) }, {
      data: ({ penalties, illegalIncome }) => ({ penalties: figures(penalties), illegalIncome }),
      patch: (row, { penalties, illegalIncome }) => ({
        decision: { penalties: penalties.map((item) => ({ ...item })), decidedAt: acting.at.toISOString() }, illegalIncome: illegalIncome === undefined ? null : { ...illegalIncome }, outcome: 'penalty', marks: marked(row.marks, penalties),
      }),
      paper: ({ party, cause }, { facts, defenceAnswer, reasons, provisions, penalties, illegalIncome, performance, remedies }) => ({ party, cause, facts, defence: defenceAnswer, reasons, provisions, penalties, illegalIncome, performance, remedies }),
    });
  }

  decideNoPenalty(acting: Acting, id: string, body: DecideNoPenaltyDto): Promise<Answer<MovedProceedingDto>> {
    return this.run(acting, id, 'decide-no-penalty', body, {
      data: ({ ground }) => ({ ground }), patch: () => ({ decision: { penalties: [], decidedAt: acting.at.toISOString() }, outcome: 'no-penalty' }),
      paper: ({ party, cause }, { ground, facts, reasons, provisions, education, remedies }) => ({ party, cause, ground, facts, reasons, provisions, education, remedies }),
    });
  }

  /** The times for reconsideration and suit count from service, and so does the time to pay: the fine is opened with it. */
  async serveDecision(acting: Acting, id: string, body: ServeDocumentDto): Promise<Answer<MovedProceedingDto>> {
    const { gather, data, also, at } = this.services.serving(acting, body, naturalGather(acting, id));
    const money = await this.moneyDue(acting, id, at);
    return this.run(acting, id, 'serve-decision', body, {
      gather, also, acted: at, triggers: { 'review.application': at, 'suit.direct': at }, data: () => data, patch: () => ({ decisionServedAt: at }),
      cascades: { 'fine.open': (row, input) => money(row, (input as { naturalPerson?: boolean }).naturalPerson === true) },
    });
  }

  /** What the decision asks for. Read before the lock: the version that was sent says that it still stands so. */
  private async moneyDue(acting: Acting, id: string, servedAt: Date): Promise<(row: Penalty, person: boolean) => readonly Opening[]> {
    const { row: { agency, region, party, decision } } = await this.reads.one(acting, PENALTY, id);
    const sum = (kind: string): number => sumOf(decision?.penalties ?? [], kind);
    const [fine, confiscation] = [sum('fine'), sum('confiscate-income')];
    if (party === null || fine + confiscation === 0) return () => [];
    const order = fineOrder(this.clocks, { agency, region, decidedBy: id, kind: 'ordinary', party, person: false, fine: fine.toFixed(2), confiscation: confiscation.toFixed(2), servedAt });
    const opening = await this.proceedings.opening(acting, order);
    return ({ caseId, region: place, lawVersion }, person) => {
      const opened = opening({ id: caseId, region: place, lawVersion });
      return [{ ...opened, row: { ...opened.row, person } as Opening['row'] }];
    };
  }

  recordDisposal(acting: Acting, id: string, body: DisposalDto): Promise<Answer<MovedProceedingDto>> {
    return this.run(acting, id, 'record-disposal', body, {
      data: ({ at, method, witness, members }) => ({ at, method, witness, officers: members.map(({ account }) => account) }), patch: () => ({ goodsDisposed: true }),
      paper: (_, { at, place, goods, method, members, witness, course }) => ({ at, place, goods, method, officers: shownMembers(members), witness, course }),
      also: (row, { at, place, members, course, goods, method, witness }) => recorded(acting, row, { kind: 'disposal', at, place, members, content: course, details: { goods, method, witness: { ...witness } } }),
    });
  }

  recordPerformance(acting: Acting, id: string, body: PerformanceDto): Promise<Answer<MovedProceedingDto>> {
    return this.run(acting, id, 'record-performance', body, { acted: new Date(body.at), triggers: { 'case.closing-form': new Date(body.at) }, data: ({ at, manner }) => ({ at, manner }) });
  }

  close(acting: Acting, id: string, body: ClosePenaltyDto): Promise<Answer<MovedProceedingDto>> {
    return this.run(acting, id, 'close', body, { paper: ({ cause, filedAt, outcome, decision }, { opinion }) => ({ cause, filedAt, outcome, penalties: decision?.penalties, opinion }) });
  }

  recordChallenge(acting: Acting, id: string, body: ChallengeDto): Promise<Answer<MovedProceedingDto>> {
    return this.run(acting, id, 'record-challenge', body, {
      gather: attackGather(acting, id), cascades: { 'fine.be-challenged': (_, input) => attacked(moneyOf(input), body) },
      data: ({ way, at, body: decider, fileNumber }) => ({ way, at, body: decider, fileNumber }), patch: (_, { way, at, body: decider, fileNumber }) => ({ challenge: { way, at: instant(at), body: decider, fileNumber, result: null } }),
    });
  }

  /** Upheld or changed. Who asked for reconsideration may still sue, from when the decision on it arrived. */
  recordReviewOutcome(acting: Acting, id: string, body: ReviewOutcomeDto): Promise<Answer<MovedProceedingDto>> {
    const arrived = new Date(body.at);
    const sums = body.penalties === undefined ? null : { fine: sumOf(body.penalties, 'fine'), confiscation: sumOf(body.penalties, 'confiscate-income') };
    const nothingDue = sums !== null && sums.fine + sums.confiscation === 0;
    return this.run(acting, id, 'record-review-outcome', { ...body, unfit: unfitItems(body.penalties ?? [], PENALTY_KINDS) }, {
      gather: attackGather(acting, id), triggers: { 'suit.after-review': arrived },
      cascades: {
        'fine.be-upheld': (row, input) => (nothingDue ? [] : upheld(moneyOf(input), body, this.attackableUntil(row, arrived), sums)),
        'fine.be-annulled': (_, input) => (nothingDue ? fallen(moneyOf(input), body) : []),
      },
      data: ({ result, at, fileNumber, penalties }) => ({ result, at, fileNumber, ...(penalties === undefined ? {} : { penalties: figures(penalties) }) }),
      patch: (row, { result, penalties }) => ({
        ...(row.challenge === null ? {} : { challenge: { ...row.challenge, result } }),
        ...(penalties === undefined || row.decision === null ? {} : { decision: { ...row.decision, penalties: penalties.map((item) => ({ ...item })) }, marks: marked(row.marks, penalties) }),
      }),
    });
  }

  recordRevocation(acting: Acting, id: string, body: RevocationDto): Promise<Answer<MovedProceedingDto>> {
    return this.run(acting, id, 'record-revocation', body, {
      gather: attackGather(acting, id), cascades: { 'fine.be-annulled': (_, input) => fallen(moneyOf(input), body) },
      data: ({ at, fileNumber }) => ({ at, fileNumber }),
      patch: (row) => ({ ...(row.challenge === null ? {} : { challenge: { ...row.challenge, result: 'revoked' } }), outcome: 'revoked', marks: marked(row.marks, []) }),
    });
  }

  /** After reconsideration there is the time for a suit; after the judgment none. */
  private attackableUntil({ id, agency, region, challenge }: Penalty, arrived: Date): Date {
    if (challenge?.way !== 'reconsideration') return arrived;
    return this.clocks.start('suit.after-review', arrived, { subjectType: 'penalty', subjectId: id, agency, intakeAgency: agency, region }).legalDue ?? arrived;
  }

  private run<Input extends object>(acting: Acting, id: string, command: string, body: Input, step: Step<Penalty, Input>): Promise<Answer<MovedProceedingDto>> {
    return this.proceedings.run(acting, PENALTY, id, command, body, { gather: penaltyGather(acting, id), ...step });
  }
}

/** As gathered under the lock. */
function moneyOf(input: object): readonly OpenMoney[] {
  return (input as { money: readonly OpenMoney[] }).money;
}

/** Kinds, sums and times; the words stand in the document. */
function figures(penalties: readonly PenaltyItem[]): object[] {
  return penalties.map(({ kind, amount, days }) => ({ kind, amount, days }));
}

function marked(marks: readonly string[], penalties: readonly PenaltyItem[]): string[] {
  const others = marks.filter((mark) => mark !== FINED);
  return penalties.some(({ kind }) => kind === 'fine') ? [...others, FINED] : others;
}
