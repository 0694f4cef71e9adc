import { Injectable } from '@nestjs/common';
import type { Query } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { insertInto, type Insert } from '../../platform/database/insert-statements.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import type { Opening } from '../../platform/workflow/workflow.js';
import { AgreementOpenings } from '../agreements/index.js';
import { ConfirmationOpenings } from '../confirmations/index.js';
import { Proceedings, type CaseOfProceeding, type Member, type MovedProceedingDto, type Step } from '../proceedings/index.js';
import { isConfirmable } from './domain/mediation.guards.js';
import { effectiveAt, type Agreement, type MediationParty, type Side } from './domain/mediation.rules.js';
import type { ConsentDto } from './mediation.dto.js';
import type { FailureDto, HeldSessionDto, OralAgreementDto, OutcomeAgreementDto, ReachAgreementDto, RecordOutcomeDto, SignDto } from './mediation-outcome.dto.js';
import { MediationDraft, MediationSession } from './mediation-records.entity.js';
import type { Mediation } from './mediation.entity.js';
import { MEDIATION } from './mediation.subject.js';
import { MEDIATION_FACTS, MediationsQueries } from './mediations.queries.js';
import { backToParent, MediationsService, OTHER_WAYS, teamOf } from './mediations.service.js';
import { minutesOf, sessionOf, unbooked } from './mediations.sessions.service.js';

type Moved = Promise<Answer<MovedProceedingDto>>;
type Cascades = NonNullable<Step<Mediation, object>['cascades']>;
interface WithDraft { readonly draft?: Agreement | null }

const SAVE_DRAFT = { name: 'mediation-draft-save', text: 'UPDATE mediation_draft SET agreement = $2 WHERE mediation_id = $1 RETURNING mediation_id' };

/** How a mediation ends by itself: in an agreement, or without one. */
@Injectable()
export class MediationOutcomesService {
  constructor(
    private readonly proceedings: Proceedings,
    private readonly queries: MediationsQueries,
    private readonly mediations: MediationsService,
    private readonly terms: AgreementOpenings,
    private readonly confirmations: ConfirmationOpenings,
  ) {}

  /** Until all have signed, it is a concession, and stays among the members. */
  reach(acting: Acting, id: string, body: ReachAgreementDto): Moved {
    return this.proceedings.run(acting, MEDIATION, id, 'reach-agreement', body, {
      data: ({ partial, reachedAt }) => ({ partial, reachedAt }), also: (_, input) => ({ inserts: [insertInto(MediationDraft, { mediationId: id, agreement: agreementOf('written', input) })] }),
    });
  }

  sign(acting: Acting, id: string, body: SignDto): Moved {
    return this.proceedings.run<Mediation, SignDto & WithDraft>(acting, MEDIATION, id, 'sign', body, {
      gather: MEDIATION_FACTS.draft(id), data: ({ signer, as, at, how }) => ({ signer, as, at, how }),
      also: (_, { draft, signer, as, at, how }) => ({ updates: draft === null || draft === undefined ? [] : [saved(id, { ...draft, signatures: [...draft.signatures, { signer, as, at: new Date(at).toISOString(), how }] })] }),
    });
  }

  async conclude(acting: Acting, id: string): Moved {
    const [before, draft] = await Promise.all([this.queries.before(acting, id), this.queries.draft(acting, id)]);
    const cascades = draft === null ? NOTHING : await this.following(acting, before, draft);
    return this.proceedings.run<Mediation, WithDraft>(acting, MEDIATION, id, 'conclude', {}, {
      gather: MEDIATION_FACTS.draft(id), cascades, patch: (_, { draft: signed }) => (signed === null || signed === undefined ? {} : inForce(signed)), paper: paperOf,
    });
  }

  async recordOral(acting: Acting, id: string, body: OralAgreementDto): Moved {
    const agreement = agreementOf('oral', body);
    const cascades = await this.following(acting, await this.queries.before(acting, id), agreement);
    return this.proceedings.run(acting, MEDIATION, id, 'record-oral-agreement', body, { cascades, data: ({ partial, reachedAt }) => ({ partial, reachedAt, form: 'oral' }), patch: (_, input) => inForce(agreementOf('oral', input)) });
  }

  recordFailure(acting: Acting, id: string, body: FailureDto): Moved {
    return this.proceedings.run(acting, MEDIATION, id, 'record-failure', body, { data: ({ reason }) => ({ reason }), patch: (_, { reason }) => ({ outcome: 'failed', ground: reason }), paper: ({ matters }) => ({ matters, otherWays: OTHER_WAYS }) });
  }

  /** Consent, mediators, sessions and the agreement or the failure, in one transaction. */
  async recordOutcome(acting: Acting, id: string, body: RecordOutcomeDto): Moved {
    const before = await this.queries.before(acting, id);
    const members = teamOf(acting, body.mediators.map(({ account }) => account));
    const unfit = await this.mediations.unfit(acting, id, members);
    const sides = await this.queries.sidesOf(acting, id, body.consents.map(({ party }) => party));
    const consents = body.consents.flatMap((consent) => consentOf(consent, sides));
    const { agreement, failure } = body;
    const shared = { consents, members, unfit, sessions: body.sessions };
    return unbooked(() => (agreement === undefined ? this.failed(acting, before, { ...shared, reason: failure?.reason ?? '' }, body) : this.agreed(acting, before, { ...shared, agreement }, body)));
  }

  private async agreed(acting: Acting, before: Mediation, { agreement, ...shared }: Shared & { readonly agreement: OutcomeAgreementDto }, { chosenBy }: RecordOutcomeDto): Moved {
    const { form } = agreement;
    const reached = agreementOf(form, agreement);
    const cascades = await this.following(acting, { ...before, parties: shared.consents }, reached);
    const input = { ...shared, ...agreement, signatures: reached.signatures };
    return this.proceedings.run(acting, MEDIATION, before.id, form === 'oral' ? 'record-oral-outcome' : 'record-outcome', input, {
      cascades, paper: paperOf, data: () => ({ chosenBy, members: shared.members, sessions: shared.sessions.length, form }),
      patch: (_, clean) => ({ parties: shared.consents, members: shared.members, chosenBy, ...inForce(agreementOf(form, clean)) }), also: ({ agency }, { sessions }) => ({ inserts: held(acting, before.id, agency, sessions) }),
    });
  }

  private failed(acting: Acting, { id }: Mediation, input: Shared & { readonly reason: string }, { chosenBy }: RecordOutcomeDto): Moved {
    const { consents, members, reason } = input;
    return this.proceedings.run(acting, MEDIATION, id, 'record-failed-outcome', input, {
      data: () => ({ chosenBy, members, reason }), patch: () => ({ parties: consents, members, chosenBy, outcome: 'failed', ground: reason }), paper: ({ matters }) => ({ matters, otherWays: OTHER_WAYS }),
      also: ({ agency }, { sessions }) => ({ inserts: held(acting, id, agency, sessions) }),
    });
  }

  /** What begins with an agreement in force: each term, and the thirty days to ask a court to confirm it. */
  private async following(acting: Acting, { id, kind, agency, courtStage, invitedBy, matters, parties }: Mediation, agreement: Agreement): Promise<Cascades> {
    const since = new Date(effectiveAt(agreement));
    const terms = await Promise.all(agreement.terms.map((term) => this.terms.opening(acting, { kind, agency, mediation: id, effectiveAt: since }, term)));
    const lastDueOn = agreement.terms.map(({ due }) => due).sort().at(-1) ?? '';
    const consenting = parties.filter(({ consent }) => consent === 'given').map(({ party }) => party);
    const order = { kind, agency, mediation: id, matters, parties: consenting, invitedBy, lastDueOn, effectiveAt: since };
    const confirmation = isConfirmable({ kind, courtStage }) ? [await this.confirmations.opening(acting, order)] : [];
    return {
      // The words as they were freed of reporters under the lock, not as they were sent.
      'agreement-term.open': (row) => terms.map((opening, index) => worded(opening(fileOf(row)), row.agreement?.terms[index]?.text ?? '')),
      'confirmation.open': (row) => confirmation.map((opening) => opening(fileOf(row))), 'mediation.receive-back': backToParent,
    };
  }
}

interface Shared {
  readonly consents: readonly MediationParty[];
  readonly members: readonly Member[];
  readonly unfit: readonly string[];
  readonly sessions: readonly HeldSessionDto[];
}

const NOTHING: Cascades = { 'agreement-term.open': () => [], 'confirmation.open': () => [], 'mediation.receive-back': () => [] };

function fileOf({ caseId, region, lawVersion }: Mediation): CaseOfProceeding {
  return { id: caseId, region, lawVersion };
}

function worded(opening: Opening, text: string): Opening {
  return { ...opening, row: { ...opening.row, text } as Opening['row'] };
}

function agreementOf(form: Agreement['form'], given: ReachAgreementDto & Partial<Pick<Agreement, 'signatures'> & Pick<OralAgreementDto, 'withoutPaper'>>): Agreement {
  const { facts, partial, left, terms, reachedAt, withoutPaper, signatures = [] } = given;
  return {
    form, facts, partial, left: left ?? null, withoutPaper: withoutPaper ?? null, reachedAt: new Date(reachedAt).toISOString(),
    terms: terms.map(({ debtor, creditor, text, amount, due }) => ({ debtor, creditor, text, amount: amount ?? null, due })),
    signatures: signatures.map(({ signer, as, at, how }) => ({ signer, as, at: new Date(at).toISOString(), how })),
  };
}

function inForce(agreement: Agreement): Pick<Mediation, 'agreement' | 'effectiveAt' | 'outcome'> {
  return { agreement, effectiveAt: new Date(effectiveAt(agreement)), outcome: 'agreed' };
}

function paperOf({ agreement, effectiveAt: since, parties, members, matters }: Mediation): Record<string, unknown> {
  const mediators = members.filter(({ role }) => role === 'mediator').map(({ account }) => account);
  const shared = { parties: parties.map(({ party, side }) => ({ party, side })), matters, mediators };
  if (agreement === null || since === null) return shared;
  const { facts, terms, left, signatures } = agreement;
  return { ...shared, facts, terms, left, signatures, effectiveAt: since.toISOString() };
}

function saved(id: string, agreement: Agreement): Query {
  return { statement: SAVE_DRAFT, values: [id, JSON.stringify(agreement)] };
}

/** Sessions that were held, with their minutes. */
function held(acting: Acting, id: string, agency: string, sessions: readonly HeldSessionDto[]): Insert[] {
  return sessions.flatMap((session) => {
    const sessionId = newId();
    const { present, minutes } = session;
    return [insertInto(MediationSession, { ...sessionOf(id, sessionId, agency, session), course: 'held', present }), ...(minutes === undefined ? [] : [minutesOf(acting, id, sessionId, minutes)])];
  });
}

/** Whoever is no side of the case says neither yes nor no. */
function consentOf({ party, at, how }: ConsentDto, sides: Readonly<Record<string, Side | null>>): MediationParty[] {
  const side = sides[party] ?? null;
  return side === null ? [] : [{ party, side, consent: 'given', consentAt: new Date(at).toISOString(), how }];
}
