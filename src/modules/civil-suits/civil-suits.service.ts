import { Injectable } from '@nestjs/common';
import { legalDay } from '../../platform/clocks/clocks.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { insertInto } from '../../platform/database/insert-statements.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import type { Gather, Moving } from '../../platform/workflow/workflow.js';
import { Courts } from '../courts/index.js';
import { COMPETENCES } from '../identity/index.js';
import { duesOf, involving, Proceedings, type Gathered, type MovedProceedingDto, type OpeningOrder, type Step } from '../proceedings/index.js';
import type {
  AmendClaimsDto, AssignMediationDto, ClaimDto, FileSuitDto, GrantPreservationDto, HoldCourtHearingDto, InvestigationOrderDto, LiftPreservationDto, OpenPreservationDto, OpenSuitDto, PreserveDto, RefusePreservationDto, SubmitSuitDto, WithdrawSuitDto,
} from './civil-suit.dto.js';
import { CivilSuitEntry, type CivilSuit, type CourtCheck } from './civil-suit.entity.js';
import { CIVIL_SUIT } from './civil-suit.subject.js';

type Moved = Promise<Answer<MovedProceedingDto>>;
type Own = OpeningOrder<CivilSuit>['own'];

/** Bodies that mediate between the parties of a suit. */
const MEDIATION_BODIES = [...new Set(COMPETENCES.filter(({ role }) => role === 'mediation').map(({ agency }) => agency as string))];
const PARTIES = { name: 'civil-suit-parties', text: 'SELECT id FROM case_party WHERE case_id = $1 AND removed_at IS NULL' };
const SAME_NUMBER = { name: 'civil-suit-same-number', text: 'SELECT o.id FROM civil_suit s JOIN civil_suit o ON o.court = s.court AND o.court_number = $2 AND o.id <> s.id WHERE s.id = $1' };
/** States of a takedown that a suit puts an end to. */
const WAITING: ReadonlySet<string> = new Set(['forwarded', 'waiting', 'delayed']);
/** Other proceedings of the case look at it. */
export const SUIT_FILED = 'suit-filed';

/** What happens until the court judges. */
@Injectable()
export class CivilSuitsService {
  constructor(
    private readonly database: Database,
    private readonly proceedings: Proceedings,
    private readonly courts: Courts,
  ) {}

  open(acting: Acting, body: OpenSuitDto): Moved {
    const { kind = 'ordinary', claims, punitive, submittedAt } = body;
    return this.begin(acting, body, { kind, input: { claims, submittedAt }, own: { claims, punitiveClaim: punitive ?? null, preservation: null }, triggers: { 'civil.filing': new Date(submittedAt) } });
  }

  openPreservation(acting: Acting, body: OpenPreservationDto): Moved {
    const { measures, appliedAt } = body;
    return this.begin(acting, body, {
      command: 'open-preservation', kind: 'preservation', input: { measures, appliedAt }, own: { claims: [], punitiveClaim: null, preservation: { measures, appliedAt: utc(appliedAt) } }, triggers: { 'preservation.ruling': new Date(appliedAt) },
    });
  }

  grantPreservation(acting: Acting, id: string, body: GrantPreservationDto): Moved {
    return this.run(acting, id, 'grant-preservation', body, {
      patch: ({ preservation }, { number, ruledAt, measuresAt, security }) => ({ preservation: { ...preservation, number, ruledAt: utc(ruledAt), measuresAt: utc(measuresAt), security } }),
      acted: new Date(body.ruledAt), data: ({ number, ruledAt, measuresAt }) => ({ number, ruledAt, measuresAt }), triggers: { 'preservation.suit': new Date(body.measuresAt) },
    });
  }

  refusePreservation(acting: Acting, id: string, body: RefusePreservationDto): Moved {
    return this.run(acting, id, 'refuse-preservation', body, { acted: new Date(body.ruledAt), patch: ({ preservation }, { number, ruledAt, reason }) => ({ outcome: 'not-preserved', preservation: { ...preservation, number, ruledAt: utc(ruledAt), reason } }), data: ({ number, reason }) => ({ number, reason }) });
  }

  submit(acting: Acting, id: string, body: SubmitSuitDto): Moved {
    return this.run(acting, id, 'submit', body, { acted: new Date(body.submittedAt), patch: (row, { claims, punitive }) => ({ kind: 'ordinary', claims, punitiveClaim: punitive ?? row.punitiveClaim }), data: ({ submittedAt, claims }) => ({ submittedAt, claims: claims.length }), triggers: { 'civil.filing': new Date(body.submittedAt) } });
  }

  liftPreservation(acting: Acting, id: string, body: LiftPreservationDto): Moved {
    return this.run(acting, id, 'lift-preservation', body, { patch: ({ preservation }, { ground, liftedAt }) => ({ outcome: ground, preservation: { ...preservation, liftedAt: utc(liftedAt), ground } }), data: ({ ground, liftedAt }) => ({ ground, liftedAt }) });
  }

  amendClaims(acting: Acting, id: string, body: AmendClaimsDto): Moved {
    const state: Gather = { queries: [{ statement: { name: 'civil-suit-state', text: 'SELECT state FROM civil_suit WHERE id = $1' }, values: [id] }], facts: ([rows = []]) => ({ secondInstance: (rows as readonly { state: string }[])[0]?.state === 'second-instance' }) };
    return this.run(acting, id, 'amend-claims', body, { patch: (row, { claims, punitive }) => ({ claims, punitiveClaim: punitive ?? row.punitiveClaim }), data: ({ claims, punitive }) => ({ claims: claims.length, punitive: punitive?.amount }) }, state);
  }

  /** From now on no administrative adjudication of the same infringement goes on (国家知识产权局令第81号第十二条). */
  file(acting: Acting, id: string, body: FileSuitDto): Moved {
    const filedAt = new Date(body.filedAt);
    const taken: Gather = { queries: [{ statement: SAME_NUMBER, values: [id, body.number] }], facts: ([rows = []]) => ({ numberTaken: rows.length > 0 }) };
    return this.run(acting, id, 'file', body, {
      patch: ({ marks }, { number, procedure }) => ({ kind: 'ordinary', courtNumber: number, procedure, filedAt, marks: [...new Set([...marks, SUIT_FILED])] }), data: ({ number, procedure }) => ({ number, procedure, filedAt: body.filedAt }),
      acted: filedAt, triggers: { 'civil.ordinary': filedAt, 'civil.simple': filedAt, 'civil.small-claims': filedAt }, cascades: { 'adjudication.end-by-suit': openAdjudications, 'takedown.stop-by-suit': waitingTakedowns },
    }, taken);
  }

  assignMediation(acting: Acting, id: string, body: AssignMediationDto): Moved {
    return this.run(acting, id, 'assign-mediation', { ...body, mediationBodies: MEDIATION_BODIES }, { patch: () => ({ mediationBody: body.body }), data: ({ assignedAt }) => ({ body: body.body, assignedAt }), also: ({ caseId }) => ({ updates: [involving(caseId, body.body)] }) });
  }

  holdHearing(acting: Acting, id: string, body: HoldCourtHearingDto): Moved {
    return this.run(acting, id, 'hold-hearing', body, { data: ({ at, mode }) => ({ at, mode }), also: (row, { at, mode, note }) => entry(acting, row, { kind: 'hearing', at, reference: null, details: { mode, note } }) });
  }

  recordInvestigationOrder(acting: Acting, id: string, body: InvestigationOrderDto): Moved {
    return this.run(acting, id, 'record-investigation-order', body, {
      data: ({ number, party, issuedAt, days }) => ({ number, party, issuedAt, days }),
      also: (row, { number, party, addressee, evidence, issuedAt, days }) => entry(acting, row, { kind: 'investigation-order', at: issuedAt, reference: number, details: { party, addressee, evidence, days, lastDay: dayAfter(issuedAt, days) } }),
    });
  }

  preserve(acting: Acting, id: string, body: PreserveDto): Moved {
    return this.run(acting, id, 'preserve', body, { data: ({ number, measures }) => ({ number, measures }), also: (row, { number, measures, ruledAt }) => entry(acting, row, { kind: 'preservation-order', at: ruledAt, reference: number, details: { measures } }) });
  }

  withdraw(acting: Acting, id: string, body: WithdrawSuitDto): Moved {
    return this.run(acting, id, 'withdraw', body, { patch: () => ({ outcome: 'withdrawn' }), data: ({ reason, withdrawnAt }) => ({ reason, withdrawnAt }) });
  }

  private async begin(acting: Acting, body: OpenSuitDto | OpenPreservationDto, more: Pick<OpeningOrder<CivilSuit>, 'kind' | 'command' | 'input' | 'triggers'> & { readonly own: Pick<Own, 'claims' | 'punitiveClaim' | 'preservation'> }): Moved {
    const { caseId, court, cause, rightTypes, parties: given } = body;
    const courtAgency = this.courts.find(court)?.agency ?? null;
    const parties = given.map(({ party, side, abroad = false }) => ({ party, side, abroad }));
    const rows = await this.database.read<{ id: string }>(acting.claims, PARTIES, [caseId]);
    const courtCheck = this.check(acting, body, more.own.claims);
    return this.proceedings.open(acting, caseId, {
      ...more, subject: CIVIL_SUIT, prefix: 'SS', source: 'court', agency: acting.agency, involves: courtAgency === null ? [] : [courtAgency],
      input: { ...more.input, court, cause, now: acting.at, caseParties: rows.map(({ id }) => id) }, data: { court, cause, courtCheck },
      own: {
        ...more.own, court, courtAgency, courtCheck, cause, rightTypes, parties, courtNumber: null, procedure: null, filedAt: null, mediationBody: null, judgment: null, finalJudgment: null, ruling: null, appeal: null, remanded: false, settlement: null,
        effectiveAt: null, enforcement: null,
      },
    });
  }

  /** A court that the rules would not propose is recorded all the same: it decides on its own jurisdiction. */
  private check({ at }: Acting, body: OpenSuitDto | OpenPreservationDto, claims: readonly ClaimDto[]): CourtCheck {
    const amount = claims.some((one) => one.amount !== undefined) ? claims.reduce((sum, one) => sum + (one.amount ?? 0), 0) : null;
    const { court: proposed, alternatives, rule, warnings } = this.courts.propose({ matter: 'claims' in body ? 'civil' : 'preservation', rightTypes: body.rightTypes, wellKnownMark: body.wellKnownMark ?? false, amount }, legalDay(at));
    return { proposed, rule, differs: proposed !== body.court && !alternatives.includes(body.court), warnings: warnings.map(({ code }) => code) };
  }

  private run<Input extends object>(acting: Acting, id: string, command: string, input: Input, step: Step<CivilSuit, Input>, more?: Gather): Moved {
    return this.proceedings.run(acting, CIVIL_SUIT, id, command, input, { gather: gatherOfSuit(acting, id, more), ...step });
  }
}

/** Dates that have passed, and what else a command needs. */
export function gatherOfSuit({ at }: Acting, id: string, more: Gather = { queries: [], facts: () => ({}) }): Gather {
  const dues = duesOf(id, at);
  return { queries: [...dues.queries, ...more.queries], facts: (results) => ({ ...dues.facts(results.slice(0, dues.queries.length)), ...more.facts(results.slice(dues.queries.length)) }) };
}

function openAdjudications({ id, court, courtNumber }: CivilSuit, { siblings }: Gathered): Moving[] {
  return siblings.filter(({ kind, ended }) => kind === 'adjudication' && !ended).map((one) => ({ id: one.id, input: {}, data: { suit: id, court, courtNumber } }));
}

/** Who sued keeps the measure of the platform (电子商务法第四十三条第二款). */
function waitingTakedowns({ id, court, courtNumber, filedAt }: CivilSuit, { siblings }: Gathered): Moving[] {
  const claim = { way: 'suit', madeAt: filedAt?.toISOString() ?? null, toldAt: null, with: court, reference: courtNumber };
  return siblings.filter(({ kind, state }) => kind === 'takedown' && WAITING.has(state)).map((one) => ({ id: one.id, input: {}, patch: { outcome: 'kept', claim }, data: { suit: id } }));
}

function entry(acting: Acting, { id, caseId }: CivilSuit, { kind, at, reference, details }: { kind: CivilSuitEntry['kind']; at: string; reference: string | null; details: object }): { inserts: ReturnType<typeof insertInto>[] } {
  const row: CivilSuitEntry = { id: newId(), suitId: id, caseId, kind, at: new Date(at), reference, details, recordedBy: acting.claims.actor };
  return { inserts: [insertInto(CivilSuitEntry, row)] };
}

/** Day in Asia/Shanghai, YYYY-MM-DD, so many days after an instant; that day itself is not counted. */
function dayAfter(instant: string, days: number): string {
  return legalDay(new Date(Date.parse(instant) + days * 86_400_000));
}

export function utc(instant: string): string {
  return new Date(instant).toISOString();
}
