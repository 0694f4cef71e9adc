import { Injectable } from '@nestjs/common';
import { showDeadline } from '../../platform/clocks/show-deadline.js';
import { Database, type Statement } from '../../platform/database/database.js';
import { insertInto } from '../../platform/database/insert-statements.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import type { AvailableCommandsDto } from '../../platform/workflow/subject.queries.js';
import type { Gather } from '../../platform/workflow/workflow.js';
import { AGENCIES } from '../identity/index.js';
import { involving, ProceedingQueries, Proceedings, shownProceeding, type MovedProceedingDto, type Step } from '../proceedings/index.js';
import { ANSWER_PERIODS, FAIR_MATERIALS, FAIR_REMEDIES } from './data/fair-law.data.js';
import { answerRow, daysOf, endOf, missingMaterials, type FairRight } from './domain/fair.rules.js';
import type {
  AcceptFairMatterDto, AnswerFairMatterDto, FairMatterAtDto, FairMatterDto, FairMatterReasonDto, FileFairMatterDto, FindInfringementDto, HandOverDto, RecordRemedyDto, RefuseFairMatterDto, RevokeFindingDto, SettleFairMatterDto, SupplementFairMatterDto,
} from './fair-matter.dto.js';
import type { FairMatter } from './fair-matter.entity.js';
import { FAIR_MATTER } from './fair.subject.js';
import { FairStrike } from './fair.entity.js';

type Moved = Promise<Answer<MovedProceedingDto>>;

const FAIR: Statement = { name: 'fair-matter-fair', text: 'SELECT state, starts_on AS "startsOn", ends_on AS "endsOn" FROM fair WHERE id = $1' };
/** The stall, and the parties of the case; `exhibits` says which of them has the stall. */
const STALL: Statement = { name: 'fair-matter-stall', text: 'SELECT organisation_id AS "organisationId" FROM fair_stall WHERE id = $1 AND fair_id = $2' };
const PARTIES: Statement = { name: 'fair-matter-parties', text: 'SELECT id, organisation_id AS "organisationId" FROM case_party WHERE case_id = $1 AND removed_at IS NULL' };
const EXHIBITOR: Statement = {
  name: 'fair-matter-exhibitor',
  text: 'SELECT f.series, f.edition, s.organisation_id AS "organisationId" FROM fair_matter m JOIN fair f ON f.id = m.fair_id JOIN fair_stall s ON s.id = m.stall_id WHERE m.id = $1',
};
const REVOKE: Statement = { name: 'fair-strike-revoke', text: 'UPDATE fair_strike SET revoked_at = $2 WHERE id = $1 RETURNING id' };

interface FoundFair {
  readonly state: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

interface Party {
  readonly id: string;
  readonly organisationId: string | null;
}

type Exhibitor = Pick<FairStrike, 'series' | 'edition' | 'organisationId'>;

/** Complaints at fairs, from the desk to the stall; after the fair to the agency that goes on. */
@Injectable()
export class FairMattersService {
  constructor(
    private readonly database: Database,
    private readonly proceedings: Proceedings,
    private readonly reads: ProceedingQueries,
  ) {}

  async file(acting: Acting, body: FileFairMatterDto): Moved {
    const { caseId, fairId, stallId, way, rightType, complainant, respondent, byAgent, receivedAt, materials, competent = acting.agency } = body;
    const [[fair] = [], [stall] = [], parties = []] = (await this.database.readAll(acting.claims, [{ statement: FAIR, values: [fairId] }, { statement: STALL, values: [stallId, fairId] }, { statement: PARTIES, values: [caseId] }])) as unknown as [FoundFair[], Pick<Party, 'organisationId'>[], Party[]];
    if (fair === undefined) throw httpProblem('subject.not-found');
    const exhibitors = stall === undefined ? [] : parties.filter(({ organisationId }) => organisationId === stall.organisationId);
    const ends = endOf(fair.endsOn);
    return this.proceedings.open<FairMatter>(acting, caseId, {
      subject: FAIR_MATTER, prefix: 'ZH', command: 'file', kind: way, source: 'right-holder', agency: acting.agency, involves: [competent], triggers: { 'fair.forwarding': new Date(receivedAt), 'fair.handover': ends },
      input: { receivedAt, materials, now: acting.at, fairState: fair.state, stallFound: stall !== undefined, caseParties: idsOf(parties), exhibitorParties: idsOf(exhibitors) }, data: { fairId, stallId, rightType, materials },
      own: {
        fairId, stallId, rightType, complainant, respondent, byAgent, receivedAt: new Date(receivedAt), materials, correction: null, suspendedAt: null, fairDays: daysOf(fair.startsOn, fair.endsOn), fairEndsAt: ends, acceptance: null, answer: null, decision: null, remedied: null,
        ending: null, competent, handover: null,
      },
    });
  }

  /** Everything that is missing, in one list. */
  askForMissing(acting: Acting, id: string, body: FairMatterAtDto): Moved {
    return this.run(acting, id, 'ask-for-missing', body, { patch: ({ materials, byAgent }, { at }) => ({ correction: { at: utc(at), missing: missingMaterials(FAIR_MATERIALS, materials, byAgent).map(({ code }) => code) } }) });
  }

  supplement(acting: Acting, id: string, body: SupplementFairMatterDto): Moved {
    return this.run(acting, id, 'supplement', body, {
      patch: ({ materials, correction }, { at, materials: more }) => ({ materials: [...new Set([...materials, ...more])], correction: correction === null ? null : { ...correction, suppliedAt: utc(at) } }), data: ({ materials }) => ({ materials }),
      triggers: { 'fair.forwarding': new Date(body.at) },
    });
  }

  notTake(acting: Acting, id: string, body: FairMatterReasonDto): Moved {
    return this.run(acting, id, 'not-take', body, { patch: (_, { at, reason }) => ({ outcome: 'not-taken', ending: { at: utc(at), reason } }), data: ({ reason }) => ({ reason }) });
  }

  suspendDisplay(acting: Acting, id: string, body: FairMatterAtDto): Moved {
    return this.run(acting, id, 'suspend-display', body, { patch: (_, { at }) => ({ suspendedAt: new Date(at) }) });
  }

  passOn(acting: Acting, id: string, body: FairMatterAtDto): Moved {
    return this.run(acting, id, 'pass-on', body, {});
  }

  accept(acting: Acting, id: string, body: AcceptFairMatterDto): Moved {
    return this.run(acting, id, 'accept', body, {
      patch: (_, { notifiedAt, answerHours }) => ({ acceptance: { notifiedAt: utc(notifiedAt), answerHours } }), data: ({ notifiedAt, answerHours }) => ({ notifiedAt, answerHours }), triggers: { 'fair.answer': new Date(body.notifiedAt) }, amounts: { 'fair.answer': body.answerHours },
    });
  }

  refuse(acting: Acting, id: string, body: RefuseFairMatterDto): Moved {
    return this.run(acting, id, 'refuse', body, { patch: (_, { at, ground, reason }) => ({ outcome: 'refused', ending: { at: utc(at), ground, reason } }), data: ({ ground, reason }) => ({ ground, reason }) });
  }

  answer(acting: Acting, id: string, body: AnswerFairMatterDto): Moved {
    return this.run(acting, id, 'answer', body, { patch: (_, { at, answer }) => ({ answer: { at: utc(at), answer } }) });
  }

  /** The finding counts against the exhibitor at the next edition, in the same transaction. */
  findInfringement(acting: Acting, id: string, body: FindInfringementDto): Moved {
    let exhibitor: Exhibitor | undefined;
    const gather: Gather = {
      queries: [{ statement: EXHIBITOR, values: [id] }],
      facts: ([rows = []]) => {
        [exhibitor] = rows as Exhibitor[];
        return { now: acting.at };
      },
    };
    return this.run(acting, id, 'find-infringement', body, {
      gather, data: ({ remedies, earlierDecision }) => ({ remedies, earlierDecision }),
      patch: (_, { at, facts, provisions, remedies, earlierDecision }) => ({ outcome: 'infringing', decision: { at: utc(at), facts, provisions, remedies, ...(earlierDecision === undefined ? {} : { earlierDecision }) } }),
      also: (_, { at }) => (exhibitor === undefined ? {} : { inserts: [insertInto(FairStrike, { id, ...exhibitor, foundAt: new Date(at), revokedAt: null })] }),
      paper: ({ respondent, rightType }, { facts, provisions, remedies }) => ({ party: respondent, provisions, acts: `${facts}。${wordsOf(rightType, remedies)}` }),
    });
  }

  findNone(acting: Acting, id: string, body: FairMatterReasonDto): Moved {
    return this.run(acting, id, 'find-none', body, { patch: (_, { at, reason }) => ({ outcome: 'not-infringing', ending: { at: utc(at), reason } }), data: ({ reason }) => ({ reason }) });
  }

  recordRemedy(acting: Acting, id: string, body: RecordRemedyDto): Moved {
    return this.run(acting, id, 'record-remedy', body, { patch: (_, { at, done }) => ({ outcome: 'remedied', remedied: { at: utc(at), done } }), data: ({ done }) => ({ done }) });
  }

  revokeFinding(acting: Acting, id: string, body: RevokeFindingDto): Moved {
    return this.run(acting, id, 'revoke-finding', body, {
      patch: (_, { at, reason, fileNumber }) => ({ outcome: 'revoked', ending: { at: utc(at), reason, fileNumber } }), data: ({ fileNumber, reason }) => ({ fileNumber, reason }), also: (_, { at }) => ({ updates: [{ statement: REVOKE, values: [id, new Date(at)] }] }),
    });
  }

  withdraw(acting: Acting, id: string, body: FairMatterAtDto): Moved {
    return this.run(acting, id, 'withdraw', body, { patch: (_, { at }) => ({ outcome: 'withdrawn', ending: { at: utc(at) } }) });
  }

  settle(acting: Acting, id: string, body: SettleFairMatterDto): Moved {
    return this.run(acting, id, 'settle', body, { patch: (_, { at, terms }) => ({ outcome: 'settled', ending: { at: utc(at), terms } }), data: ({ terms }) => ({ terms }) });
  }

  /** From now on the competent agency sees the case. */
  handOver(acting: Acting, id: string, body: HandOverDto): Moved {
    const gather: Gather = { queries: [], facts: () => ({ now: acting.at, agencyKnown: AGENCIES.some(({ code }) => code === body.agency) }) };
    return this.run(acting, id, 'hand-over', body, {
      gather, patch: (_, { at, agency, reason }) => ({ competent: agency, handover: { at: utc(at), reason } }), data: ({ agency, reason }) => ({ agency, reason }), also: ({ caseId }, { agency }) => ({ updates: [involving(caseId, agency)] }),
    });
  }

  takeOver(acting: Acting, id: string, body: FairMatterAtDto): Moved {
    return this.run(acting, id, 'take-over', body, { patch: ({ handover, fairEndsAt }, { at }) => ({ outcome: 'handed-over', handover: { ...(handover ?? { at: fairEndsAt.toISOString(), reason: '' }), takenAt: utc(at) } }) });
  }

  async one(acting: Acting, id: string): Promise<FairMatterDto> {
    const { row, deadlines } = await this.reads.one(acting, FAIR_MATTER, id);
    const { fairId, stallId, rightType, complainant, respondent, receivedAt, materials, byAgent, correction, suspendedAt, fairDays, acceptance, answer, decision, remedied, ending, competent, handover } = row;
    return {
      ...shownProceeding('fair-matter', row), deadlines: deadlines.map(showDeadline), fairId, stallId, rightType, complainant, respondent, receivedAt: receivedAt.toISOString(), materials, missing: missingMaterials(FAIR_MATERIALS, materials, byAgent), correction,
      suspendedAt: suspendedAt?.toISOString() ?? null, answerPeriod: answerRow(ANSWER_PERIODS, fairDays) ?? null, remedies: remediesOf(rightType), acceptance, answer, decision, remedied, ending, competent, handover,
    };
  }

  available(acting: Acting, id: string): Promise<AvailableCommandsDto> {
    return this.reads.available(acting, FAIR_MATTER, id, now(acting));
  }

  private run<Input extends object>(acting: Acting, id: string, command: string, body: Input, step: Step<FairMatter, Input>): Moved {
    return this.proceedings.run(acting, FAIR_MATTER, id, command, body, { gather: now(acting), ...step });
  }
}

function now({ at }: Acting): Gather {
  return { queries: [], facts: () => ({ now: at }) };
}

function idsOf(parties: readonly Party[]): string[] {
  return parties.map(({ id }) => id);
}

function remediesOf(right: FairRight): object[] {
  return FAIR_REMEDIES.filter(({ rights }) => rights.includes(right)).map(({ code, label, demanded, basis }) => ({ code, label, demanded, basis }));
}

function wordsOf(right: FairRight, remedies: readonly string[]): string {
  return FAIR_REMEDIES.filter(({ code, rights }) => remedies.includes(code) && rights.includes(right)).map(({ label }) => label.zh).join('；');
}

function utc(instant: string): string {
  return new Date(instant).toISOString();
}
