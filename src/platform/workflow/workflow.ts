import { decide, type Cascade, type Move } from '../../kernel/lifecycle/index.js';
import type { Clocks } from '../clocks/clocks.js';
import { Deadline } from '../clocks/deadline.entity.js';
import type { Database, Query, Transaction } from '../database/database.js';
import { insertInto, type Insert } from '../database/insert-statements.js';
import type { RowMapper } from '../database/row-mapper.js';
import type { Acting, Answer } from '../http/acting.js';
import { httpProblem } from '../http/http.errors.js';
import type { Idempotency } from '../http/idempotency.js';
import type { OutboxRow } from '../outbox/outbox.entity.js';
import { clockChange, type ClockChange } from './clock-effects.js';
import { headValues, MOVE_HEAD, newHead, outboxRow, record, recordInserts, type Head, type Recorded } from './records.js';
import { factsOf, type Subject, type SubjectRow } from './subject.js';
import { LOCK_DEADLINES, LOCK_HEAD, lockSubject, saveDeadline, saveSubject } from './statements.js';
import { refusal } from './workflow.errors.js';

/** A subject that comes into being. State and version follow from the table. */
export interface Opening<Row extends SubjectRow = SubjectRow> {
  readonly subject: Subject<Row>;
  readonly command: string;
  readonly row: Omit<Row, 'state' | 'version'>;
  readonly input: Readonly<Record<string, unknown>>;
  /** Instants that start its clocks, by kind; the instant of the request where none is given. */
  readonly triggers?: Readonly<Record<string, Date>>;
  /** Facts for the ledger, without personal data. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** A command on a subject that is there. */
export interface Command<Row extends SubjectRow = SubjectRow> {
  readonly subject: Subject<Row>;
  readonly id: string;
  readonly command: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** Columns that the command sets besides the state. */
  readonly patch?: (row: Row) => Partial<Omit<Row, 'id' | 'state' | 'version'>>;
  readonly data?: Readonly<Record<string, unknown>>;
  /** One entry for every cascade of the row, by `subject.command`: what it opens, or whom it moves. */
  readonly cascades?: Readonly<Record<string, (row: Row) => Opening | Moving>>;
}

/** The subject that a cascade moves. Its kind and command stand in the table. */
export interface Moving {
  readonly id: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** How things stand after a move. */
export interface Outcome<Row extends SubjectRow = SubjectRow> {
  readonly row: Row;
  readonly deadlines: readonly Deadline[];
}

/** Everything that one transaction will write. */
interface Batch {
  readonly recorded: Recorded[];
  readonly heads: Insert[];
  readonly rows: Insert[];
  readonly deadlines: Deadline[];
  readonly events: OutboxRow[];
  readonly updates: Query[];
}

/** The one writer of status: state, ledger, deadlines, outbox and cascades change together or not at all. */
export class Workflow {
  constructor(
    private readonly database: Database,
    private readonly clocks: Clocks,
    private readonly rows: RowMapper,
    private readonly idempotency: Idempotency,
    private readonly subjects: readonly Subject[],
  ) {}


  /** Opens a subject in a single statement: one round trip. `also` is written with it. Throws a Problem, or the database's unique violation. */
  async open<Row extends SubjectRow, Body>(acting: Acting, opening: Opening<Row>, also: readonly Insert[], answer: (outcome: Outcome<Row>) => Answer<Body>): Promise<Answer<Body>> {
    const batch = emptyBatch();
    const outcome = this.opened(acting, opening, batch);
    const given = answer(outcome);
    const inserts = [...this.inserts(batch), ...also];
    return this.idempotency.append(acting, inserts, given);
  }

  /** Moves a subject: locks it, decides, writes. Throws 404, 409, 412, 428 as problems. */
  async execute<Row extends SubjectRow, Body>(acting: Acting, command: Command<Row>, answer: (outcome: Outcome<Row>) => Answer<Body>): Promise<Answer<Body>> {
    const { ifMatch } = acting;
    if (ifMatch === undefined) throw httpProblem('precondition.required');
    return this.idempotency.transact(acting, this.locks(command), async (transaction, locked) => {
      const batch = emptyBatch();
      const outcome = await this.moved(acting, command, locked, batch, transaction, ifMatch);
      await this.write(transaction, batch);
      return answer(outcome);
    });
  }

  /** Records a fact about a subject without moving it, such as a look at an identity. */
  async note<Row extends SubjectRow>(acting: Acting, subject: Subject<Row>, id: string, event: string, data: Readonly<Record<string, unknown>>): Promise<void> {
    const subjectType = subject.lifecycle.subject;
    const locks = this.locks({ subject, id });
    await this.database.transact(acting.claims, locks, async (transaction, [rows = [], heads = []]) => {
      const [[found], [head]] = [rows, heads];
      if (found === undefined || head === undefined) throw httpProblem('subject.not-found');
      const recorded = record({ subjectType, subjectId: id, at: acting.at, actor: acting.claims.actor, event, data }, head as Head);
      const batch = { ...emptyBatch(), recorded: [recorded], events: [outboxRow(event, subjectType, id, recorded.entry.seq, acting.at)], updates: [{ statement: MOVE_HEAD, values: headValues(recorded) }] };
      await this.write(transaction, batch);
    });
  }

  private opened<Row extends SubjectRow>(acting: Acting, opening: Opening<Row>, batch: Batch): Outcome<Row> {
    const { subject, command, input, triggers = {} } = opening;
    const draft = { ...opening.row, state: '', version: 1 } as Row;
    const move = this.allowed(acting, subject, null, command, draft, input);
    const row = { ...draft, state: move.to };
    const change = this.clockChange(acting, subject, move, row, input, [], triggers);
    this.entered(acting, subject, move, row, null, change, opening.data, batch);
    batch.rows.push(insertInto(subject.entity, row));
    batch.deadlines.push(...change.started);
    return { row, deadlines: change.started };
  }

  private async moved<Row extends SubjectRow>(acting: Acting, command: Command<Row>, locked: readonly object[][], batch: Batch, transaction: Transaction, ifMatch?: number): Promise<Outcome<Row>> {
    const { subject, input } = command;
    const [[found] = [], [head] = [], open = []] = locked;
    if (found === undefined || head === undefined) throw httpProblem('subject.not-found');
    const before = this.rows.map(subject.entity, found);
    if (ifMatch !== undefined && before.version !== ifMatch) throw httpProblem('precondition.failed', { members: { currentVersion: before.version, state: before.state } });
    const move = this.allowed(acting, subject, before.state, command.command, before, input);
    const patch = command.patch?.(before) ?? {};
    const row = { ...before, ...patch, state: move.to, version: before.version + 1 };
    const running = open.map((deadline) => this.rows.map(Deadline, deadline));
    const change = this.clockChange(acting, subject, move, row, input, running, {});
    this.entered(acting, subject, move, row, head as Head, change, command.data, batch);
    batch.deadlines.push(...change.started);
    batch.updates.push(saveSubject(this.rows, subject.entity, before, row, Object.keys(patch)), ...change.changed.map(saveDeadline));
    for (const step of move.cascade ?? []) await this.cascade(acting, command, step, row, batch, transaction);
    return { row, deadlines: [...merged(running, change.changed), ...change.started] };
  }

  private async cascade<Row extends SubjectRow>(acting: Acting, command: Command<Row>, { subject: kind, command: name }: Cascade, row: Row, batch: Batch, transaction: Transaction): Promise<void> {
    const step = command.cascades?.[`${kind}.${name}`]?.(row);
    if (step === undefined) throw new Error(`${command.subject.lifecycle.subject}.${command.command} cascades to ${kind}.${name}, but the use case does not say to what`);
    if ('row' in step) {
      this.opened(acting, step, batch);
      return;
    }
    const subject = this.subjects.find(({ lifecycle }) => lifecycle.subject === kind);
    if (subject === undefined) throw new Error(`Subject ${kind} is not registered`);
    const next = { ...step, subject, command: name };
    await this.moved(acting, next, await transaction.batch(this.locks(next)), batch, transaction);
  }

  private allowed<Row extends SubjectRow>(acting: Acting, subject: Subject<Row>, state: string | null, command: string, row: Row, input: Readonly<Record<string, unknown>>): Move {
    const decision = decide({ lifecycle: subject.lifecycle, guards: subject.guards, state, command, facts: factsOf(acting, row, input), input });
    if (!decision.ok) throw refusal(subject.lifecycle.subject, state, command, decision);
    return decision.move;
  }

  private clockChange<Row extends SubjectRow>(acting: Acting, subject: Subject<Row>, move: Move, row: Row, input: Readonly<Record<string, unknown>>, open: readonly Deadline[], triggers: Readonly<Record<string, Date>>): ClockChange {
    const place = { subjectType: subject.lifecycle.subject, subjectId: row.id, ...subject.place(row) };
    return clockChange(this.clocks, { effects: move.clocks, guards: subject.guards, facts: factsOf(acting, row, input), at: acting.at, place, open, triggers });
  }

  private entered<Row extends SubjectRow>(acting: Acting, subject: Subject<Row>, move: Move, row: Row, head: Head | null, change: ClockChange, data: Readonly<Record<string, unknown>> | undefined, batch: Batch): void {
    const subjectType = subject.lifecycle.subject;
    const [event = move.command] = move.emits;
    const clocks = { started: change.started.map(clockNote), changed: change.changed.map(clockNote) };
    const facts = { command: move.command, from: move.from, to: move.to, version: row.version, clocks, basis: move.basis, ...data };
    const recorded = record({ subjectType, subjectId: row.id, at: acting.at, actor: acting.claims.actor, event, data: facts }, head);
    batch.recorded.push(recorded);
    if (head === null) batch.heads.push(newHead(recorded));
    else batch.updates.push({ statement: MOVE_HEAD, values: headValues(recorded) });
    batch.events.push(...move.emits.map((name) => outboxRow(name, subjectType, row.id, recorded.entry.seq, acting.at)));
  }

  private locks<Row extends SubjectRow>({ subject, id }: Pick<Command<Row>, 'subject' | 'id'>): Query[] {
    return [
      { statement: lockSubject(this.rows, subject.entity), values: [id] },
      { statement: LOCK_HEAD, values: [subject.lifecycle.subject, id] },
      { statement: LOCK_DEADLINES, values: [id] },
    ];
  }

  private inserts(batch: Batch): Insert[] {
    const { rows, heads, recorded, deadlines, events } = batch;
    return [...rows, ...heads, ...(deadlines.length > 0 ? [insertInto(Deadline, ...deadlines)] : []), ...recordInserts(recorded, events)];
  }

  private async write(transaction: Transaction, batch: Batch): Promise<void> {
    const results = await transaction.batch([...batch.updates, transaction.insert(this.inserts(batch))]);
    // Every update names the state that it expects; one that found nothing means that the lock was not held or that scope forbids it.
    batch.updates.forEach((update, index) => {
      if (results[index]?.length !== 1) throw new Error(`${update.statement.name} changed ${results[index]?.length ?? 0} rows instead of one`);
    });
  }
}

function emptyBatch(): Batch {
  return { recorded: [], heads: [], rows: [], deadlines: [], events: [], updates: [] };
}

function clockNote({ id, kind, status, legalDue, safeDue, provisional }: Deadline): object {
  return { id, kind, status, legalDue, safeDue, provisional };
}

function merged(before: readonly Deadline[], changed: readonly Deadline[]): Deadline[] {
  return before.map((deadline) => changed.find(({ id }) => id === deadline.id) ?? deadline);
}
