import { Inject, Injectable } from '@nestjs/common';
import { legalDay } from '../../platform/clocks/clocks.js';
import { newId } from '../../platform/database/id.js';
import { NumberBlocks } from '../../platform/database/number-blocks.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import type { Subject } from '../../platform/workflow/subject.js';
import { anyOpening, Workflow, type Also, type Command, type Moving, type Opening, type Outcome } from '../../platform/workflow/workflow.js';
import { CASE, type CaseFile } from '../cases/index.js';
import { Documents } from '../documents/index.js';
import type { Gathered } from './domain/proceeding.guards.js';
import { movedProceeding, type MovedProceedingDto } from './proceeding.dto.js';
import type { Member, ProceedingColumns } from './proceeding.entity.js';
import { proceedingProblem } from './proceedings.errors.js';
import { gatherOf, gatherOfCase, involving } from './proceedings.gather.queries.js';
import { ProceedingTexts } from './proceedings.texts.service.js';

/** Working numbers of proceedings. */
export const PROCEEDING_NUMBERS = Symbol('proceeding numbers');

type Own<Row extends ProceedingColumns> = Omit<Row, keyof ProceedingColumns>;

/** A proceeding about to be opened. What is left out comes from the case. */
export interface OpeningOrder<Row extends ProceedingColumns> {
  readonly subject: Subject<Row>;
  /** Letters of its working number. */
  readonly prefix: string;
  /** Command of the table that opens it. */
  readonly command?: string;
  readonly kind: string;
  readonly source: string;
  readonly agency: string;
  readonly parentId?: string | null;
  readonly members?: readonly Member[];
  readonly marks?: readonly string[];
  /** Agencies that act in it besides: they see the case from now on. */
  readonly involves?: readonly string[];
  /** The columns that only this kind has. */
  readonly own: Own<Row>;
  readonly input?: Readonly<Record<string, unknown>>;
  readonly triggers?: Readonly<Record<string, Date>>;
  /** Lengths of clocks that the order itself sets, by kind, in the unit of the kind. */
  readonly amounts?: Readonly<Record<string, number>>;
  /** Facts for the ledger, without personal data. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** The case as far as a proceeding takes after it. */
export type CaseOfProceeding = Pick<CaseFile, 'id' | 'region' | 'lawVersion'>;

/** Columns that a command may set. State, version and dates follow from the table. */
type Patch<Row> = Partial<Omit<Row, 'id' | 'state' | 'version' | 'nextDue' | 'endedAt'>>;

/** What a command needs besides its input. Functions get the input with everything that was gathered under the locks. */
export interface Step<Row extends ProceedingColumns, Input> {
  readonly patch?: (row: Row, input: Input & Gathered) => Patch<Row> | Patch<ProceedingColumns>;
  /** Facts for the ledger, without personal data. */
  readonly data?: (input: Input) => Readonly<Record<string, unknown>>;
  /** Content of the document that the row of the table names: fields of its kind, natural persons by the id of their entry in the case. `row` is as the command leaves it. */
  readonly paper?: (row: Row, input: Input & Gathered) => Readonly<Record<string, unknown>>;
  readonly also?: (row: Row, input: Input & Gathered) => Also;
  /** By `subject.command`, as in the table. */
  readonly cascades?: Readonly<Record<string, (row: Row, input: Input & Gathered) => Opening | Moving | readonly (Opening | Moving)[]>>;
  readonly gather?: Command<Row>['gather'];
  readonly triggers?: Command<Row>['triggers'];
  readonly acted?: Command<Row>['acted'];
  readonly amounts?: Command<Row>['amounts'];
}

/** Everything that commands on proceedings have in common: locks, what stands beside them in the case, clean words, the answer. */
@Injectable()
export class Proceedings {
  constructor(
    private readonly workflow: Workflow,
    private readonly texts: ProceedingTexts,
    private readonly documents: Documents,
    @Inject(PROCEEDING_NUMBERS) private readonly numbers: NumberBlocks,
  ) {}

  /** A proceeding with its number, to be opened by a cascade in a case: the function fills in what comes from the case. */
  async opening<Row extends ProceedingColumns>(acting: Acting, order: OpeningOrder<Row>): Promise<(file: CaseOfProceeding) => Opening> {
    const make = await this.numbered(acting);
    return (file) => make(order, file);
  }

  /** The same for one of several kinds: which it is shows only under the lock. */
  async numbered(acting: Acting): Promise<<Row extends ProceedingColumns>(order: OpeningOrder<Row>, file: CaseOfProceeding) => Opening> {
    const digits = `${legalDay(acting.at).slice(0, 4)}-${String(await this.numbers.take()).padStart(7, '0')}`;
    return (order, file) => openingOf(acting, order, `${order.prefix}${digits}`, file);
  }

  /** Opens a proceeding in a case that is there, under the lock of the case. Throws 404, 409 as problems. */
  async open<Row extends ProceedingColumns>(acting: Acting, caseId: string, given: OpeningOrder<Row>): Promise<Answer<MovedProceedingDto>> {
    const order = await this.texts.cleanOf(caseId, given, 'own', 'input', 'data');
    const opening = await this.opening(acting, order);
    return this.workflow.openIn(acting, { subject: CASE, id: caseId, gather: gatherOfCase(caseId) }, (file, gathered) => {
      if (file.state === 'closed') throw proceedingProblem('proceeding.case-closed', { members: { caseNumber: file.caseNumber } });
      const opened = opening(file);
      const { number, kind } = opened.row as unknown as ProceedingColumns;
      const joins = [order.agency, ...(order.involves ?? [])].filter((agency) => agency !== file.agency).map((agency) => involving(caseId, agency));
      return {
        openings: [{ ...opened, input: { ...opened.input, ...gathered } }],
        fact: { event: 'case.proceeding-opened', data: { subject: order.subject.lifecycle.subject, id: opened.row.id, number, kind, agency: order.agency }, also: { updates: joins } },
        answer: ([outcome]) => ({ status: 201, body: movedProceeding(order.subject, outcome as unknown as Outcome<Row>) }),
      };
    });
  }

  /** Carries out a command of a table. Words are freed of reporters first; the case is locked, then the proceeding. Throws 404, 409, 412, 428 as problems. */
  async run<Row extends ProceedingColumns, Input extends object>(acting: Acting, subject: Subject<Row>, id: string, command: string, given: Input, step: Step<Row, Input> = {}): Promise<Answer<MovedProceedingDto>> {
    const input = await this.texts.clean(subject, id, given);
    const { patch, data, paper, also, cascades = {}, gather, triggers, acted, amounts } = step;
    let known = input as Input & Gathered;
    const own = gatherOf(subject, id, gather);
    const gathering: Command<Row>['gather'] = {
      queries: own.queries,
      facts: (results) => {
        const gathered = own.facts(results);
        known = { ...input, ...gathered } as unknown as Input & Gathered;
        return gathered;
      },
    };
    const order: Command<Row> = {
      subject, id, command, input: input as Readonly<Record<string, unknown>>, gather: gathering, data: data?.(input), triggers, acted, amounts,
      patch: (row) => (patch?.(row, known) ?? {}) as Partial<Row>, also: (row) => also?.(row, known) ?? {},
      cascades: Object.fromEntries(Object.entries(cascades).map(([name, of]) => [name, (row: Row) => of(row, known)])),
    };
    const { command: issuing, issued } = this.documents.issuing(acting, order, (row) => paper?.(row, known) ?? {});
    return this.workflow.execute(acting, issuing, (outcome) => ({ status: 200, body: movedProceeding(subject, outcome, issued()) }));
  }
}

function openingOf<Row extends ProceedingColumns>(acting: Acting, order: OpeningOrder<Row>, number: string, { id: caseId, region, lawVersion }: CaseOfProceeding): Opening {
  const { subject, command = 'open', kind, source, agency, parentId = null, members = [], marks = [], own, input = {}, triggers, amounts, data } = order;
  const shared: Omit<ProceedingColumns, 'state' | 'version' | 'nextDue'> = { id: newId(), caseId, parentId, number, kind, agency, region, lawVersion, members: [...members], marks: [...marks], source, openedAt: acting.at, endedAt: null, outcome: null };
  return anyOpening({ subject, command, input, triggers, amounts, data: { number, kind, source, agency, caseId, parentId, ...data }, row: { ...own, ...shared } as unknown as Omit<Row, 'state' | 'version' | 'nextDue'> });
}
