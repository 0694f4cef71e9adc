import { Injectable } from '@nestjs/common';
import type { Acting, Answer } from '../../platform/http/acting.js';
import type { Moving } from '../../platform/workflow/workflow.js';
import { COMPETENCES, Principals } from '../identity/index.js';
import { duesOf, involving, Proceedings, type Gathered, type Member, type MemberDto, type MovedProceedingDto, type Step } from '../proceedings/index.js';
import { offset, withPapers } from './domain/paper.rules.js';
import type {
  ApproveReferralDto, HandOverReferralDto, InviteProcuratorateDto, OpenReferralDto, ReferralReasonDto, RecordVerdictDto, RefuseReferralDto, ReplaceOfficersDto, ReportReferralDto, SupplementReferralDto, TransferReferralDto,
} from './referral.dto.js';
import type { Referral } from './referral.entity.js';
import { REFERRAL } from './referral.subject.js';

type Moved = Promise<Answer<MovedProceedingDto>>;

/** Agencies to which a suspected crime goes, and those that watch over it. */
export const POLICE_AGENCIES = competent('referred-crime');
export const PROCURATORATES = competent('filing-supervision');
const AGENCIES = { policeAgencies: POLICE_AGENCIES, procuratorates: PROCURATORATES };

/** What the agency does in a referral. */
@Injectable()
export class ReferralsService {
  constructor(
    private readonly proceedings: Proceedings,
    private readonly principals: Principals,
  ) {}

  async open(acting: Acting, { caseId, penalty, members, offence, suspicion, facts }: OpenReferralDto): Moved {
    return this.proceedings.open(acting, caseId, {
      subject: REFERRAL, prefix: 'YS', kind: suspicion, source: penalty === undefined ? 'case' : 'penalty', agency: acting.agency, parentId: penalty ?? null, members: teamOf(members, acting.at),
      input: { members, offence, facts, misfits: await this.misfits(acting, members) }, data: { offence, suspicion, members: members.map(({ account }) => account) },
      own: { offence, suspicion, facts, report: null, refusal: null, police: null, policeElsewhere: null, procuratorate: null, papers: [], missing: [], policeNumber: null, policeReason: null, handover: null, judgment: null },
    });
  }

  async replaceOfficers(acting: Acting, id: string, body: ReplaceOfficersDto): Moved {
    const given = { ...body, misfits: await this.misfits(acting, body.members) };
    return this.run(acting, id, 'replace-officers', given, { patch: () => ({ members: teamOf(body.members, acting.at) }), data: ({ reason }) => ({ members: body.members.map(({ account }) => account), reason }) });
  }

  invite(acting: Acting, id: string, body: InviteProcuratorateDto): Moved {
    const { procuratorate } = body;
    return this.run(acting, id, 'invite-procuratorate', { ...body, ...AGENCIES }, { patch: () => ({ procuratorate }), data: ({ reason }) => ({ procuratorate, reason }), also: ({ caseId }) => ({ updates: [involving(caseId, procuratorate)] }) });
  }

  report(acting: Acting, id: string, body: ReportReferralDto): Moved {
    return this.run(acting, id, 'report', body, {
      patch: (_, { report }) => ({ report }), cascades: { 'penalty.flag-referral': penaltiesOf },
      paper: ({ offence, suspicion, facts }, { report }) => ({ offence, suspicion, facts, report }),
    });
  }

  approve(acting: Acting, id: string, body: ApproveReferralDto): Moved {
    return this.run(acting, id, 'approve', body, { data: ({ capacity }) => ({ capacity }) });
  }

  refuse(acting: Acting, id: string, body: RefuseReferralDto): Moved {
    return this.run(acting, id, 'refuse', body, { patch: (_, { reason }) => ({ refusal: reason, outcome: 'not-approved' }), data: ({ capacity, reason }) => ({ capacity, reason }), cascades: { 'penalty.referral-ended': penaltiesOf } });
  }

  transfer(acting: Acting, id: string, body: TransferReferralDto): Moved {
    const { police, procuratorate } = body;
    return this.run(acting, id, 'transfer', { ...body, ...AGENCIES }, {
      patch: ({ papers }, input) => ({ police, procuratorate, papers: withPapers(papers, input.papers) }), data: ({ papers }) => ({ police, procuratorate, papers }),
      also: ({ caseId }) => ({ updates: [involving(caseId, police), involving(caseId, procuratorate)] }),
      paper: ({ offence, suspicion, facts, papers, members }) => ({ police, procuratorate, offence, suspicion, facts, papers, contact: members[0]?.account }),
    });
  }

  supplement(acting: Acting, id: string, body: SupplementReferralDto): Moved {
    return this.run(acting, id, 'supplement', body, { patch: ({ papers }, input) => ({ papers: withPapers(papers, input.papers), missing: [] }), data: ({ papers }) => ({ papers }) });
  }

  askReconsideration(acting: Acting, id: string, body: ReferralReasonDto): Moved {
    return this.run(acting, id, 'ask-reconsideration', body, { data: ({ reason }) => ({ reason }), paper: ({ police, policeElsewhere, offence }, { reason }) => ({ police: policeElsewhere ?? police, offence, reason }) });
  }

  askSupervision(acting: Acting, id: string, body: ReferralReasonDto): Moved {
    return this.run(acting, id, 'ask-supervision', body, { data: ({ reason }) => ({ reason }), paper: ({ procuratorate, offence, policeReason }, { reason }) => ({ procuratorate, offence, policeReason, reason }) });
  }

  /** Leaves it at the refusal of the police: the administrative procedure goes on. */
  rest(acting: Acting, id: string, body: ReferralReasonDto): Moved {
    return this.run(acting, id, 'rest', body, { patch: () => ({ outcome: 'not-filed' }), data: ({ reason }) => ({ reason }), cascades: { 'penalty.referral-ended': penaltiesOf } });
  }

  handOver(acting: Acting, id: string, body: HandOverReferralDto): Moved {
    const signature = { handedBy: acting.claims.actor, handedAt: acting.at.toISOString() };
    return this.run(acting, id, 'hand-over', body, { patch: (_, { items }) => ({ handover: { items, ...signature } }), data: ({ items }) => ({ items: items.length }), paper: ({ police, policeElsewhere, policeNumber }, { items }) => ({ police: policeElsewhere ?? police, policeNumber, items, ...signature }) });
  }

  /** An acquittal, or no punishment, gives the case back to the agency; a conviction does not. */
  recordJudgment(acting: Acting, id: string, body: RecordVerdictDto): Moved {
    const { court, number, outcome, judgedAt, criminalFine = 0, earlierFine = 0 } = body;
    const convicted = outcome === 'convicted';
    return this.run(acting, id, 'record-judgment', body, {
      patch: ({ marks }) => ({
        outcome, marks: convicted ? marks : marks.filter((mark) => mark !== 'police-filed'),
        judgment: { court, number, outcome, judgedAt: new Date(judgedAt).toISOString(), criminalFine, earlierFine, offset: offset(earlierFine, criminalFine) },
      }),
      data: () => ({ court, number, outcome, criminalFine, earlierFine, offset: offset(earlierFine, criminalFine) }),
      cascades: { 'penalty.resume-from-police': (row, input) => (convicted ? [] : penaltiesOf(row, input)) },
    });
  }

  private run<Input extends object>(acting: Acting, id: string, command: string, input: Input, step: Step<Referral, Input>): Moved {
    return this.proceedings.run(acting, REFERRAL, id, command, input, { gather: duesOf(id, acting.at), ...step });
  }

  /** Accounts that do not work on cases of this agency. */
  private async misfits({ agency }: Acting, members: readonly MemberDto[]): Promise<string[]> {
    const agencies = await Promise.all(members.map(({ account }) => this.principals.caseAgencies(account)));
    return members.filter((_, index) => agencies[index]?.includes(agency) !== true).map(({ account }) => account);
  }
}

/** The penalty procedures that a referral speaks of: the one it comes from, or all of the case. One that was never filed, or was revoked, is not touched. */
export function penaltiesOf({ id, parentId }: Referral, { siblings }: Gathered): Moving[] {
  const found = siblings.filter((one) => one.kind === 'penalty' && (parentId === null || one.id === parentId) && !['not-filed', 'revoked'].includes(one.state));
  return found.map((penalty) => ({ id: penalty.id, input: {}, data: { referral: id } }));
}

function teamOf(members: readonly MemberDto[], at: Date): Member[] {
  return members.map((member) => ({ ...member, since: at.toISOString() }));
}

function competent(matter: string): string[] {
  return COMPETENCES.filter((row) => row.role === 'criminal' && row.matter === matter).map(({ agency }) => agency);
}
