import { Injectable } from '@nestjs/common';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { Proceedings, type Member, type MemberDto, type MovedProceedingDto, type OpeningOrder, type Step } from '../proceedings/index.js';
import { penaltyGather, partyGather } from './penalties.gather.queries.js';
import type { Penalty } from './penalty.entity.js';
import { PENALTY } from './penalty.subject.js';
import type { FilePenaltyDto, NameOfficersDto, NotFilePenaltyDto, OpenPenaltyDto } from './penalty-investigation.dto.js';
import type { TransferDto } from './penalty.dto.js';

type PenaltyOrder = OpeningOrder<Penalty>;

/** A penalty procedure about to be opened. `carried`: the clock of its clue comes along with a complaint. */
export function penaltyOrder({ source, agency, foundAt }: Pick<PenaltyOrder, 'source' | 'agency'> & Pick<Penalty, 'foundAt'>, carried: boolean): PenaltyOrder {
  return {
    source, agency, subject: PENALTY, prefix: 'CF', kind: 'ordinary', input: { carried }, triggers: { 'report.verification': foundAt },
    own: {
      foundAt, party: null, cause: null, findings: null, filedAt: null, rightsTold: false, reviewGrounds: [], review: null, reviewAskedAt: null, legalReviewedAt: null, announced: null, defences: 0, waivedAt: null, hearing: null,
      discussedAt: null, decision: null, illegalIncome: null, decisionServedAt: null, correction: null, goodsDisposed: false, challenge: null,
    },
  };
}

/** Whom a command names, as they stand in the row. */
export function membersOf({ at }: Acting, members: readonly MemberDto[]): Member[] {
  const since = at.toISOString();
  return members.map(({ account, role, credential }) => ({ account, role, ...(credential === undefined ? {} : { credential }), since }));
}

/** Accounts with their credentials, as a document states them. */
export function shownMembers(members: readonly MemberDto[]): object[] {
  return members.map(({ account, credential }) => ({ account, credential }));
}

/** Beginning, staffing and leaving the procedure. */
@Injectable()
export class PenaltiesService {
  constructor(private readonly proceedings: Proceedings) {}

  /** A clue that did not come with a complaint: the clock of verification counts from when it was found. */
  open(acting: Acting, { caseId, source, foundAt }: OpenPenaltyDto): Promise<Answer<MovedProceedingDto>> {
    return this.proceedings.open(acting, caseId, penaltyOrder({ source, agency: acting.agency, foundAt: new Date(foundAt) }, false));
  }

  file(acting: Acting, id: string, body: FilePenaltyDto): Promise<Answer<MovedProceedingDto>> {
    return this.run(acting, id, 'file', body, {
      gather: partyGather(acting, id, body.party), data: ({ party, standard, members }) => ({ party, standard, officers: members.map(({ account }) => account) }),
      paper: ({ party, cause, foundAt }, { findings, members }) => ({ party, cause, foundAt, findings, officers: shownMembers(members) }),
      patch: (_, { party, cause, standard, findings, members }) => ({ party, cause, findings: { text: findings, standard: { ...standard } }, filedAt: acting.at, members: membersOf(acting, members) }),
    });
  }

  notFile(acting: Acting, id: string, body: NotFilePenaltyDto): Promise<Answer<MovedProceedingDto>> {
    return this.run(acting, id, 'not-file', body, {
      data: ({ ground }) => ({ ground }), patch: (_, { ground, findings }) => ({ findings: { text: findings, ground }, outcome: 'not-filed' }), paper: ({ foundAt }, { ground, findings }) => ({ foundAt, ground, findings }),
    });
  }

  /** The officers of the case from now on; a chair of the hearing stays. */
  nameOfficers(acting: Acting, id: string, body: NameOfficersDto): Promise<Answer<MovedProceedingDto>> {
    return this.run(acting, id, 'name-officers', body, {
      data: ({ members, reason }) => ({ officers: members.map(({ account }) => account), reason }),
      patch: (row, { members }) => ({ members: [...row.members.filter(({ role }) => role !== 'officer'), ...membersOf(acting, members)] }),
    });
  }

  transfer(acting: Acting, id: string, body: TransferDto): Promise<Answer<MovedProceedingDto>> {
    return this.run(acting, id, 'transfer', body, {
      data: ({ to, reason, provision }) => ({ receiver: to, reason, provision }), patch: () => ({ outcome: 'transferred' }), paper: ({ cause }, { to, reason, provision }) => ({ cause, to, reason, provision }),
    });
  }

  handToPolice(acting: Acting, id: string, reason: string): Promise<Answer<MovedProceedingDto>> {
    return this.run(acting, id, 'hand-to-police', { reason }, { data: (input) => input, patch: () => ({ outcome: 'criminal' }) });
  }

  private run<Input extends object>(acting: Acting, id: string, command: string, body: Input, step: Step<Penalty, Input>): Promise<Answer<MovedProceedingDto>> {
    return this.proceedings.run(acting, PENALTY, id, command, body, { gather: penaltyGather(acting, id), ...step });
  }
}
