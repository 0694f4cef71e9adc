import { Injectable } from '@nestjs/common';
import { Clocks, legalDay } from '../../platform/clocks/clocks.js';
import { newId } from '../../platform/database/id.js';
import { insertInto } from '../../platform/database/insert-statements.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import type { Also, Gather } from '../../platform/workflow/workflow.js';
import { Principals } from '../identity/index.js';
import { DocumentServices, type ServeDocumentDto } from '../document-services/index.js';
import { Proceedings, ProceedingQueries, type Member, type MemberDto, type MovedProceedingDto, type Step } from '../proceedings/index.js';
import { Adjudication, AdjudicationAct } from './adjudication.entity.js';
import { ADJUDICATION } from './adjudication.subject.js';
import { gatherFor } from './adjudications.queries.js';
import { marked, panelOf, type PartyAt } from './domain/adjudication.rules.js';

export type Moved = Promise<Answer<MovedProceedingDto>>;
type Served = 'requestServedAt' | 'evidenceServedAt' | 'hearingServedAt' | 'decisionServedAt';

/** What the commands of an adjudication have in common. */
@Injectable()
export class AdjudicationSteps {
  constructor(
    private readonly proceedings: Proceedings,
    private readonly services: DocumentServices,
    private readonly queries: ProceedingQueries,
    private readonly principals: Principals,
    private readonly clocks: Clocks,
  ) {}

  run<Body extends object>(acting: Acting, id: string, command: string, body: Body, step: Step<Adjudication, Body> = {}): Moved {
    return this.proceedings.run(acting, ADJUDICATION, id, command, body, { ...step, gather: gatherFor(acting, id, step.gather) });
  }

  /** As {@link run}, and keeps what was recorded: `occurred` is when it happened. */
  record<Body extends object>(acting: Acting, id: string, command: string, body: Body, { occurred, ...step }: Step<Adjudication, Body> & { readonly occurred: Date; readonly act?: string }): Moved {
    const act = step.act ?? newId();
    return this.run(acting, id, command, body, { data: () => ({ act }), acted: occurred, ...step, also: (row, input): Also => {
      // What was gathered is no part of the record.
      const content = Object.fromEntries(Object.keys(body).map((name) => [name, (input as Readonly<Record<string, unknown>>)[name]]));
      const kept: AdjudicationAct = { id: act, adjudicationId: id, caseId: row.caseId, kind: command, occurredAt: occurred, content, recordedBy: acting.claims.actor, recordedAt: acting.at };
      return { inserts: [insertInto(AdjudicationAct, kept)] };
    } });
  }

  /** Serves a document that was issued before on one party; `what` is marked at the party. */
  serve(acting: Acting, id: string, command: string, body: ServeDocumentDto, what: Served, step: Pick<Step<Adjudication, ServeDocumentDto>, 'triggers' | 'amounts'> & { readonly patch?: (row: Adjudication) => Partial<Adjudication> } = {}): Moved {
    const service = this.services.serving(acting, body);
    return this.run(acting, id, command, body, {
      ...step, gather: service.gather, acted: service.at, data: () => service.data, also: service.also,
      patch: (row) => ({ ...step.patch?.(row), parties: marked(row.parties, body.recipient, { [what]: service.at.toISOString() }) }),
    });
  }

  /** For the guards on who sits on a panel. */
  async seating(members: readonly MemberDto[]): Promise<Gather> {
    const memberAgencies = await Promise.all(members.map(({ account }) => this.principals.caseAgencies(account)));
    return { queries: [], facts: () => ({ memberAgencies }) };
  }

  /** Last instant of a time that nobody has to keep, and that is only looked at; nothing where it never began. */
  endOf({ at, agency }: Acting, kind: string, began: string | undefined): Date | null {
    if (began === undefined) return null;
    return this.clocks.start(kind, new Date(began), { subjectType: 'adjudication', subjectId: newId(), agency, intakeAgency: agency, region: '', lawDay: legalDay(at) }).legalDue;
  }

  /** The row outside any lock, for what does not change any more. Throws 404. */
  async row(acting: Acting, id: string): Promise<Adjudication> {
    return (await this.queries.one(acting, ADJUDICATION, id)).row;
  }

  /** Last instant of an open clock, outside any lock; the instant of the request where there is none. */
  async dueOf(acting: Acting, id: string, kind: string): Promise<Date> {
    const { deadlines } = await this.queries.one(acting, ADJUDICATION, id);
    return deadlines.find((deadline) => deadline.kind === kind && deadline.endedAt === null)?.legalDue ?? acting.at;
  }
}

/** What most papers state. */
export function caption({ number, parties }: Pick<Adjudication, 'number' | 'parties'>): { caseReference: string; parties: object[] } {
  return { caseReference: number, parties: parties.map(({ party, side }: PartyAt) => ({ party, side })) };
}

export function captionWithPatent(row: Adjudication): { caseReference: string; parties: object[]; patent: string | null } {
  return { ...caption(row), patent: row.patentNumber };
}

export function panelShown({ members }: Pick<Adjudication, 'members'>): object[] {
  return panelOf(members).map(({ account, role, credential }) => ({ account, role, credential }));
}

export function seated(members: readonly MemberDto[], at: Date): Member[] {
  return members.map((member) => ({ ...member, since: at.toISOString() }));
}
