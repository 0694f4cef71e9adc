import { Injectable } from '@nestjs/common';
import type { Acting, Answer } from '../../platform/http/acting.js';
import type { Moving } from '../../platform/workflow/workflow.js';
import { DocumentServices, type Told } from '../document-services/index.js';
import { AGENCIES, Principals } from '../identity/index.js';
import { involving, Proceedings, Recusals, type DecideRecusalDto, type Gathered, type Member, type MovedProceedingDto, type OpeningOrder, type RequestRecusalDto, type Step } from '../proceedings/index.js';
import { bodiesFor } from './domain/mediation.guards.js';
import { askedFor, withConsent, withRequest, type MediationParty, type Side } from './domain/mediation.rules.js';
import type { ConsentDto, EntrustDto, NameMediatorsDto, NotifyPartiesDto, OpenMediationDto, RecordClueDto, ReturnToCourtDto, ServeOpinionNoticeDto, TerminateDto, ToldDto } from './mediation.dto.js';
import type { Mediation } from './mediation.entity.js';
import { MEDIATION } from './mediation.subject.js';
import { MEDIATION_FACTS, MediationsQueries } from './mediations.queries.js';

type Moved = Promise<Answer<MovedProceedingDto>>;
interface WithSide { readonly side?: Side }

/** From the request to the mediators, and the ways out without an agreement. */
@Injectable()
export class MediationsService {
  constructor(
    private readonly proceedings: Proceedings,
    private readonly recusals: Recusals,
    private readonly queries: MediationsQueries,
    private readonly principals: Principals,
    private readonly services: DocumentServices,
  ) {}

  open(acting: Acting, { caseId, kind, agency = acting.agency, matters, request, paper, acceptedAt, courtStage, court, suit }: OpenMediationDto): Moved {
    return this.proceedings.open(acting, caseId, {
      subject: MEDIATION, prefix: 'TJ', kind, source: kind === 'court-assigned' ? 'court' : 'request', agency, parentId: suit ?? null, input: { agencyKind: kindOfAgency(agency) }, data: { matters },
      own: { ...BLANK, matters, request, paper: paper ?? null, courtStage: courtStage ?? null, invitedBy: court ?? null },
      triggers: acceptedAt === undefined ? {} : { 'mediation.consumer': new Date(acceptedAt) },
    });
  }

  acceptAssignment(acting: Acting, id: string): Moved {
    return this.run(acting, id, 'accept-assignment', {}, { patch: () => ({ acceptedAt: acting.at }) });
  }

  declineAssignment(acting: Acting, id: string, body: { reason: string }): Moved {
    return this.run(acting, id, 'decline-assignment', body, { patch: () => ({ outcome: 'refused' }), data: ({ reason }) => ({ reason }) });
  }

  serveOpinionNotice(acting: Acting, id: string, body: ServeOpinionNoticeDto): Moved {
    return this.run(acting, id, 'serve-opinion-notice', body, {
      gather: MEDIATION_FACTS.side(id, body.party), triggers: { 'patent-mediation.reply': new Date(body.servedAt) }, data: ({ party, mode, servedAt }) => ({ party, mode, servedAt }),
      paper: ({ request, matters }) => ({ respondent: body.party, matters, request, replyDays: 15 }),
    });
  }

  recordConsent(acting: Acting, id: string, body: ConsentDto): Moved {
    return this.run<ConsentDto & WithSide>(acting, id, 'record-consent', body, {
      gather: MEDIATION_FACTS.side(id, body.party), acted: new Date(body.at), triggers: { 'patent-mediation.filing': new Date(body.at) }, data: ({ party, at, how }) => ({ party, at, how }),
      patch: ({ parties }, input) => ({ parties: said(parties, input, 'given') }),
    });
  }

  recordRefusal(acting: Acting, id: string, body: ConsentDto): Moved {
    return this.run<ConsentDto & WithSide>(acting, id, 'record-refusal', body, {
      gather: MEDIATION_FACTS.side(id, body.party), acted: new Date(body.at), triggers: { 'patent-mediation.refusal-notice': new Date(body.at) }, data: ({ party, at, how }) => ({ party, at, how }),
      patch: ({ parties }, input) => ({ parties: said(parties, input, 'refused'), outcome: 'refused' }),
    });
  }

  /** The five working days to tell the requester count from the end of the time to reply. */
  async recordNoReply(acting: Acting, id: string): Moved {
    const due = await this.queries.replyDue(acting, id);
    return this.run(acting, id, 'record-no-reply', {}, { gather: MEDIATION_FACTS.clocks(id, acting.at), triggers: due === null ? {} : { 'patent-mediation.refusal-notice': due }, patch: () => ({ outcome: 'refused' }) });
  }

  /** Who asked for it said yes by asking (令81第六十四条); the other side's reply is on record already. */
  file(acting: Acting, id: string): Moved {
    return this.run<{ readonly requesters?: readonly string[] }>(acting, id, 'file', {}, {
      gather: MEDIATION_FACTS.requesters(id), patch: ({ parties, openedAt }, { requesters = [] }) => ({ parties: withRequest(parties, requesters, openedAt) }),
      paper: ({ matters, parties }) => ({ matters, parties: parties.map(({ party }) => party) }),
    });
  }

  takeOn(acting: Acting, id: string): Moved {
    return this.run(acting, id, 'take-on', {});
  }

  /** Whoever is entrusted mediates in the name of the agency, within its sixty days (办法第十九条第二款). */
  async entrust(acting: Acting, id: string, body: EntrustDto): Moved {
    const { organisation } = body;
    const before = await this.queries.before(acting, id);
    const { matters, request, paper, parties } = before;
    const opening = await this.proceedings.opening(acting, {
      subject: MEDIATION, prefix: 'TJ', command: 'open-entrusted', kind: 'entrusted', source: 'entrusting', agency: organisation, parentId: id, data: { by: before.agency }, own: { ...BLANK, matters, request, paper, parties },
    });
    return this.run(acting, id, 'entrust', { ...body, organisationKind: kindOfAgency(organisation) }, {
      data: () => ({ organisation }), also: ({ caseId }) => ({ updates: [involving(caseId, organisation)] }), cascades: { 'mediation.open-entrusted': (row) => opening({ id: row.caseId, region: row.region, lawVersion: row.lawVersion }) },
    });
  }

  /** Whoever names them keeps the record of the mediation. */
  async nameMediators(acting: Acting, id: string, { mediators, by }: NameMediatorsDto): Moved {
    const members = teamOf(acting, mediators.map(({ account }) => account));
    const unfit = await this.unfit(acting, id, members);
    return this.run(acting, id, 'name-mediators', { members, by, unfit }, { data: () => ({ members, by }), patch: () => ({ members, chosenBy: by }) });
  }

  requestRecusal(acting: Acting, id: string, body: RequestRecusalDto): Moved {
    return this.recusals.request(acting, MEDIATION, id, body);
  }

  decideRecusal(acting: Acting, id: string, body: DecideRecusalDto): Moved {
    return this.recusals.decide(acting, MEDIATION, id, body);
  }

  recordClue(acting: Acting, id: string, body: RecordClueDto): Moved {
    return this.run(acting, id, 'record-clue', body, { triggers: { 'clue.verification': new Date(body.foundAt) }, data: ({ foundAt }) => ({ foundAt }) });
  }

  terminate(acting: Acting, id: string, body: TerminateDto): Moved {
    const { ground } = body;
    return this.run(acting, id, 'terminate', body, {
      gather: MEDIATION_FACTS.clocks(id, acting.at), data: () => ({ ground }), patch: () => ({ ground, outcome: 'terminated' }), paper: ({ matters }) => ({ matters, ground, otherWays: OTHER_WAYS }),
    });
  }

  withdraw(acting: Acting, id: string, body: ConsentDto): Moved {
    return this.run(acting, id, 'withdraw', body, { gather: MEDIATION_FACTS.side(id, body.party), acted: new Date(body.at), data: ({ party, at }) => ({ party, at }), patch: () => ({ outcome: 'withdrawn' }) });
  }

  /** The paper that ended the mediation is served with it, where one was issued. Done when the last was told. */
  notifyParties(acting: Acting, id: string, body: NotifyPartiesDto): Moved {
    const told = body.told.map(({ party, how, at }): Told => ({ party, at: new Date(at), channel: CHANNEL_OF[how] }));
    const { gather, also } = this.services.telling(acting, id, ENDINGS, told);
    const sides = MEDIATION_FACTS.sides(id, body.told.map(({ party }) => party));
    return this.run(acting, id, 'notify-parties', body, {
      gather: { queries: [...gather.queries, ...sides.queries], facts: ([papers = [], ...rest]) => ({ ...gather.facts([papers]), ...sides.facts(rest) }) },
      acted: new Date(Math.max(...told.map(({ at }) => at.getTime()))), also, data: (input) => ({ told: input.told }), cascades: { 'mediation.receive-back': backToParent },
    });
  }

  returnToCourt(acting: Acting, id: string, body: ReturnToCourtDto): Moved {
    return this.run(acting, id, 'return-to-court', body, { acted: new Date(body.reportedAt), data: ({ reportedAt }) => ({ reportedAt }), cascades: { 'civil-suit.receive-back': backToCourt } });
  }

  /** Accounts that do not conduct mediations of this body. */
  async unfit(acting: Acting, id: string, members: readonly Member[]): Promise<string[]> {
    const { agency } = await this.queries.before(acting, id);
    const mediators = members.filter(({ role }) => role === 'mediator').map(({ account }) => account);
    const fit = await Promise.all(mediators.map((account) => this.principals.mayIn(account, 'mediation.conduct', agency)));
    return mediators.filter((_, index) => fit[index] !== true);
  }

  private run<Body extends object>(acting: Acting, id: string, command: string, body: Body, step: Step<Mediation, Body> = {}): Moved {
    return this.proceedings.run(acting, MEDIATION, id, command, body, step);
  }
}

/** Papers that end a mediation. */
const ENDINGS = ['mediation-termination', 'mediation-end-notice'];
const CHANNEL_OF: Readonly<Record<ToldDto['how'], Told['channel']>> = { 'in-person': 'in-person', letter: 'letter', telephone: 'telephone', message: 'sms', 'e-mail': 'email', platform: 'internet' };

export const OTHER_WAYS = ['civil-suit', 'arbitration', 'administrative'];

/** Columns of a mediation in which nothing has happened. */
export const BLANK = { paper: null, courtStage: null, invitedBy: null, acceptedAt: null, parties: [], chosenBy: null, agreement: null, effectiveAt: null, ground: null };

/** The mediation that a complaint asks for, which takes its clock along. */
export function firstMediation({ source, agency, classification, rightType }: { source: string; agency: string; classification: string; rightType: string }): OpeningOrder<Mediation> {
  const agencyKind = kindOfAgency(agency);
  const { kind, matter } = askedFor({ classification, rightType, byBody: bodiesFor('people').includes(String(agencyKind)) });
  return { subject: MEDIATION, prefix: 'TJ', kind, source, agency, input: { agencyKind }, data: { matters: [matter] }, own: { ...BLANK, matters: [matter], request: '见投诉、请求材料' } };
}

/** The mediators, and whoever writes: a clerk, unless he mediates himself. */
export function teamOf({ claims, at }: Acting, mediators: readonly string[]): Member[] {
  const since = at.toISOString();
  const named = [...new Set(mediators)].map((account): Member => ({ account, role: 'mediator', since }));
  return named.some(({ account }) => account === claims.actor) ? named : [...named, { account: claims.actor, role: 'clerk', since }];
}

/** What was entrusted goes back with its outcome. */
export function backToParent({ kind, parentId, outcome }: Mediation): Moving[] {
  return kind === 'entrusted' && parentId !== null ? [{ id: parentId, input: {}, patch: { outcome }, data: { outcome } }] : [];
}

/** The suit goes on where it stood: to be filed, or under trial. One that ended meanwhile stays as it is. */
function backToCourt({ parentId, outcome }: Mediation, { siblings }: Pick<Gathered, 'siblings'>): Moving[] {
  const waiting = siblings.filter(({ id, kind, state }) => id === parentId && kind === 'civil-suit' && ['in-mediation', 'entrusted'].includes(state));
  return waiting.map(({ id }) => ({ id, input: {}, data: { outcome } }));
}

export function kindOfAgency(code: string): string | undefined {
  return AGENCIES.find((agency) => agency.code === code)?.kind;
}

function said(parties: readonly MediationParty[], { party, at, how, side = 'claimant' }: ConsentDto & WithSide, consent: MediationParty['consent']): MediationParty[] {
  return withConsent(parties, { party, side, consent, consentAt: new Date(at).toISOString(), how });
}
