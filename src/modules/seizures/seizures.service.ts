import { Injectable } from '@nestjs/common';
import { legalDay } from '../../platform/clocks/clocks.js';
import { newId } from '../../platform/database/id.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { Proceedings, type Gathered, type MovedProceedingDto, type Step } from '../proceedings/index.js';
import { SEIZURE_POWERS } from './data/powers.data.js';
import { powerOn } from './domain/seizure.rules.js';
import type { Seizure } from './holdings.entity.js';
import type {
  AnnounceDisposalDto, ApproveSeizureDto, AskIdentificationDto, BeginTestingDto, CarrierDto, CustodyDto, DestroyDto, DisposeByConsentDto, DisposeDto, EndTestingDto, ExtendSeizureDto, HandToPoliceDto, IdentificationDto, OpenSeizureDto, OpinionDto,
  MeasureReasonDto, ReleasePartDto, ReleaseSeizureDto, SeizeAtOnceDto, SeizeDto,
} from './holdings.dto.js';
import { holdingGather, type HoldingGathered } from './holdings.gather.queries.js';
import { asIdentification, asTesting, carriedOut, examinationEnded, examined, heldGoods, listed, membersOf, settled, shownGoods, shownMembers } from './holdings.records.service.js';
import { SEIZURE } from './seizures.subject.js';

type Moved = Promise<Answer<MovedProceedingDto>>;
type Known<Input> = Input & Gathered & HoldingGathered;
interface HoldingStep<Input> {
  readonly patch?: (row: Seizure, input: Known<Input>) => Partial<Seizure>;
  readonly data?: (input: Input) => Readonly<Record<string, unknown>>;
  readonly paper?: (row: Seizure, input: Known<Input>) => Readonly<Record<string, unknown>>;
  readonly also?: (row: Seizure, input: Known<Input>) => ReturnType<typeof settled>;
  readonly triggers?: Step<Seizure, Input>['triggers'];
  readonly amounts?: Step<Seizure, Input>['amounts'];
}

/** 行政强制法第二十五条第一款: calendar days of the term, and of its one extension; the clock counts by its kind. */
const TERM_DAYS = 30;
const place = ({ id, caseId }: Seizure): { id: string; caseId: string; subject: 'seizure' } => ({ id, caseId, subject: 'seizure' });

/** Sealing and taking. That a term runs out is brought by time: see the kind seizure.term. */
@Injectable()
export class SeizuresService {
  constructor(private readonly proceedings: Proceedings) {}

  open(acting: Acting, { caseId, penalty, party, reason, law, measure }: OpenSeizureDto): Moved {
    return this.proceedings.open<Seizure>(acting, caseId, {
      subject: SEIZURE, prefix: 'QZ', kind: measure, source: 'penalty', agency: acting.agency, parentId: penalty, data: { law },
      own: { party, reason, law, approval: null, carriedOut: null, identification: null, extendedAt: null, testing: null, noticeUntil: null },
    });
  }

  /** In advance, or afterwards; by the head whom the law names. */
  approve(acting: Acting, id: string, command: 'approve' | 'approve-afterwards', body: ApproveSeizureDto): Moved {
    const approval = { by: acting.claims.actor, agency: acting.agency, at: acting.at.toISOString() };
    return this.run(acting, id, command, body, { data: ({ capacity }) => ({ capacity, agency: acting.agency }), patch: (_, { capacity, report, opinion }) => ({ approval: { ...approval, capacity, report, opinion } }) });
  }

  refuse(acting: Acting, id: string, body: OpinionDto): Moved {
    return this.run(acting, id, 'refuse', body, { patch: () => ({ outcome: 'refused' }) });
  }

  withdraw(acting: Acting, id: string, body: MeasureReasonDto): Moved {
    return this.run(acting, id, 'withdraw', body, { patch: () => ({ outcome: 'withdrawn' }) });
  }

  carryOut(acting: Acting, id: string, command: 'carry-out' | 'carry-out-at-once', body: SeizeDto | SeizeAtOnceDto): Moved {
    const at = new Date(body.at);
    return this.run(acting, id, command, body, {
      triggers: { 'seizure.term': at, 'seizure.approval': at }, data: ({ goods, members }) => ({ at: body.at, goods: goods.length, officers: members.map(({ account }) => account) }),
      patch: (_, input) => ({ carriedOut: carriedOut(input), members: membersOf(acting, input.members) }), also: (row, { goods }) => listed(place(row), goods),
      paper: ({ party, reason, law, kind }, { goods, keptAt, place: where, members, remedies }) => {
        const basis = powerOn(SEIZURE_POWERS, law, legalDay(acting.at))?.basis;
        return { party, reason, provision: `${basis?.source ?? ''}${basis?.article ?? ''}`, measure: kind, days: TERM_DAYS, goods: shownGoods(goods), keptAt, place: where, at: body.at, officers: shownMembers(members), remedies };
      },
    });
  }

  /** The head finds that it should not have been done: released at once. */
  disapprove(acting: Acting, id: string, body: OpinionDto): Moved {
    return this.run(acting, id, 'disapprove', body, {
      patch: () => ({ outcome: 'disapproved', testing: null, identification: null }), also: (_, { held }) => settled(held, 'released', acting.at),
      paper: ({ party }, { opinion, decision, goodsHeld }) => ({ party, decision, ground: 'not-needed', reason: opinion, goods: heldGoods(goodsHeld), extent: 'all' }),
    });
  }

  extend(acting: Acting, id: string, body: ExtendSeizureDto): Moved {
    return this.run(acting, id, 'extend', body, {
      patch: () => ({ extendedAt: acting.at }), paper: ({ party }, { reason, remedies, decision }) => ({ party, decision, reason, days: TERM_DAYS, provision: '行政强制法第二十五条第一款、第二款', remedies }),
    });
  }

  /** The time of the test is left out of the term (第三十八条第三款). That of the case is paused by the command on its clock, with the reason that fits. */
  beginTesting(acting: Acting, id: string, body: BeginTestingDto): Moved {
    const examination = newId();
    return this.run(acting, id, 'begin-testing', body, {
      data: ({ testing, from, until }) => ({ examination, testing, from, until }), patch: () => ({ testing: examination }), also: (row, input) => examined(acting, place(row), asTesting(examination, input)),
      paper: ({ party }, { testing, from, until, goods, goodsHeld, decision }) => ({ party, decision, testing, from, until, goods: heldGoods(goodsHeld, goods), provision: '行政强制法第二十五条第三款' }),
    });
  }

  endTesting(acting: Acting, id: string, body: EndTestingDto): Moved {
    let open: string | null = null;
    return this.run(acting, id, 'end-testing', body, {
      patch: (row) => {
        open = row.testing;
        return { testing: null };
      },
      data: ({ at, report }) => ({ at, report }), also: (_, input) => examinationEnded(open, input), paper: ({ party }, { report, result, objection, examiner }) => ({ party, institution: examiner, report, result, objection }),
    });
  }

  askIdentification(acting: Acting, id: string, body: AskIdentificationDto): Moved {
    const examination = newId();
    return this.run(acting, id, 'ask-identification', body, {
      amounts: { 'identification.right-holder': body.workingDays }, data: ({ rightHolder, workingDays }) => ({ examination, rightHolder, workingDays }), patch: () => ({ identification: examination }),
      also: (row, input) => examined(acting, place(row), asIdentification(examination, input)),
      paper: (_, { rightHolder, question, workingDays, goods, goodsHeld }) => ({ rightHolder, question, goods: heldGoods(goodsHeld, goods), workingDays }),
    });
  }

  recordIdentification(acting: Acting, id: string, body: IdentificationDto): Moved {
    let open: string | null = null;
    return this.run(acting, id, 'record-identification', body, {
      patch: (row) => {
        open = row.identification;
        return { identification: null };
      },
      data: ({ at }) => ({ at }), also: (_, input) => examinationEnded(open, input),
    });
  }

  entrustCustody(acting: Acting, id: string, body: CustodyDto): Moved {
    return this.run(acting, id, 'entrust-custody', body, { paper: (_, { custodian, place: where, conditions, until, goods, goodsHeld }) => ({ custodian, goods: heldGoods(goodsHeld, goods), conditions, place: where, until }) });
  }

  askCarrier(acting: Acting, id: string, body: CarrierDto): Moved {
    return this.run(acting, id, 'ask-carrier', body, { paper: (_, { carrier, goods, goodsHeld, decision }) => ({ carrier, decision, goods: heldGoods(goodsHeld, goods), provision: '市场监督管理行政处罚程序规定第三十九条' }) });
  }

  announceDisposal(acting: Acting, id: string, body: AnnounceDisposalDto): Moved {
    return this.run(acting, id, 'announce-disposal', body, {
      data: ({ until }) => ({ until }), patch: (_, { until }) => ({ noticeUntil: until }), paper: (_, { goods, method, until, goodsHeld, decision }) => ({ decision, goods: heldGoods(goodsHeld, goods), method, until }),
    });
  }

  disposeByConsent(acting: Acting, id: string, body: DisposeByConsentDto): Moved {
    return this.run(acting, id, 'dispose-by-consent', body, {
      data: ({ goods, proceeds, consentAt }) => ({ goods, proceeds, consentAt }), also: (_, { goods, proceeds }) => settled(goods, 'disposed', acting.at, proceeds),
      paper: ({ party }, { goods, method, consentAt, goodsHeld, decision }) => ({ party, decision, goods: heldGoods(goodsHeld, goods), method, consentAt }),
    });
  }

  disposeAfterNotice(acting: Acting, id: string, body: DisposeDto): Moved {
    return this.run(acting, id, 'dispose-after-notice', body, { data: ({ goods, proceeds }) => ({ goods, proceeds }), patch: () => ({ noticeUntil: null }), also: (_, { goods, proceeds }) => settled(goods, 'disposed', acting.at, proceeds) });
  }

  releasePart(acting: Acting, id: string, body: ReleasePartDto): Moved {
    return this.run(acting, id, 'release-part', body, {
      data: ({ goods, ground }) => ({ goods, ground }), also: (_, { goods }) => settled(goods, 'released', acting.at),
      paper: ({ party }, { goods, ground, reason, goodsHeld, decision }) => ({ party, decision, ground, reason, goods: heldGoods(goodsHeld, goods), extent: 'part' }),
    });
  }

  release(acting: Acting, id: string, body: ReleaseSeizureDto): Moved {
    return this.run(acting, id, 'release', body, {
      data: ({ ground }) => ({ ground }), patch: () => ({ outcome: 'released', testing: null, identification: null }), also: (_, { held }) => settled(held, 'released', acting.at),
      paper: ({ party }, { ground, reason, goodsHeld, decision }) => ({ party, decision, ground, reason, goods: heldGoods(goodsHeld), extent: 'all' }),
    });
  }

  confiscate(acting: Acting, id: string, body: MeasureReasonDto): Moved {
    return this.run(acting, id, 'confiscate', body, { patch: () => ({ outcome: 'confiscated', identification: null }), also: (_, { held }) => settled(held, 'confiscated', acting.at) });
  }

  handToPolice(acting: Acting, id: string, body: HandToPoliceDto): Moved {
    return this.run(acting, id, 'hand-to-police', body, {
      data: ({ at, to }) => ({ at, receiver: to }), patch: () => ({ outcome: 'handed-over', testing: null, identification: null }), also: (_, { held }) => settled(held, 'handed-over', acting.at),
      paper: ({ party }, { at, to, reason, goodsHeld, decision }) => ({ party, decision, to, reason, goods: heldGoods(goodsHeld), at }),
    });
  }

  destroy(acting: Acting, id: string, body: DestroyDto): Moved {
    return this.run(acting, id, 'destroy', body, {
      data: ({ at, supervisor }) => ({ at, supervisor }), patch: () => ({ outcome: 'destroyed', testing: null, identification: null }), also: (_, { held }) => settled(held, 'destroyed', acting.at),
      paper: (_, { at, place: where, provision, supervisor, course, members, goodsHeld }) => ({ goods: heldGoods(goodsHeld), provision, at, place: where, officers: shownMembers(members), supervisor, course }),
    });
  }

  private run<Input extends object>(acting: Acting, id: string, command: string, body: Input, step: HoldingStep<Input>): Moved {
    return this.proceedings.run(acting, SEIZURE, id, command, body, { gather: holdingGather(acting, 'seizure', id), ...step } as Step<Seizure, Input>);
  }
}
