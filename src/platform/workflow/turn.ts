import { basisOn, decide, type Cascade, type Move } from '../../kernel/lifecycle/index.js';
import { legalDay, type Clocks } from '../clocks/clocks.js';
import { Deadline } from '../clocks/deadline.entity.js';
import { nextDue } from '../clocks/next-due.js';
import type { Query, Transaction } from '../database/database.js';
import { insertInto, merged, type Insert } from '../database/insert-statements.js';
import type { RowMapper } from '../database/row-mapper.js';
import type { Acting } from '../http/acting.js';
import { httpProblem } from '../http/http.errors.js';
import type { OutboxRow } from '../outbox/outbox.entity.js';
import { clockChange, type ClockChange } from './clock-effects.js';
import { headValues, MOVE_HEAD, newHead, outboxRow, record, recordInserts, type Head, type Recorded } from './records.js';
import { LOCK_DEADLINES, LOCK_HEAD, lockSubject, saveDeadline, saveSubject } from './statements.js';
import { factsOf, type Subject, type SubjectRow } from './subject.js';
import type { Also, Attached, Command, Moving, Opening, Outcome } from './command.js';
import { refusal } from './workflow.errors.js';

export interface Tools {
  readonly clocks: Clocks;
  readonly rows: RowMapper;
  readonly subjects: readonly Subject[];
}

/** One step of a turn: which row of which table applies to which subject. */
interface Step<Row extends SubjectRow> {
  readonly subject: Subject<Row>;
  readonly move: Move;
  readonly row: Row;
  readonly input: Readonly<Record<string, unknown>>;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Answers of {@link Turn.locks} before those that a command gathers. */
const LOCKS = 3;

/** The work of one transaction: what it decides, and everything that it will write. Nothing is sent before the end. */
export class Turn {
  private readonly recorded: Recorded[] = [];
  private readonly fresh: Insert[] = [];
  private readonly started: Deadline[] = [];
  private readonly events: OutboxRow[] = [];
  private readonly updates: Query[] = [];

  constructor(
    private readonly tools: Tools,
    private readonly acting: Acting,
  ) {}

  open<Row extends SubjectRow>({ subject, command, row: given, input, triggers = {}, data }: Opening<Row>): Outcome<Row> {
    const draft = { ...given, state: '', version: 1 } as Row;
    const move = this.allowed(subject, null, command, draft, input);
    const step = { subject, move, row: { ...draft, state: move.to }, input, data };
    const change = this.clockChange(step, [], { triggers });
    const row = { ...step.row, nextDue: nextDue(change.started) };
    this.record(step, null, change);
    this.fresh.push(insertInto(subject.entity, row));
    return { row, deadlines: change.started };
  }

  /** `locked` are the answers to {@link locks}: subject, head of its chain, open deadlines. */
  async move<Row extends SubjectRow>(transaction: Transaction, command: Command<Row>, locked: readonly object[][], ifMatch?: number): Promise<Outcome<Row>> {
    const { subject, data, patch = () => ({}), triggers, amounts } = command;
    const { before, head, open } = this.found(subject, locked);
    const input = { ...command.input, ...command.gather?.facts(locked.slice(LOCKS)) };
    refuseStale(before, ifMatch);
    const move = this.allowed(subject, before.state, command.command, before, input);
    const patched = patch(before);
    const step = { subject, move, row: { ...before, ...patched, state: move.to, version: before.version + 1 }, input, data };
    const change = this.clockChange(step, open, { triggers, amounts });
    const deadlines = after(open, change);
    const listed = 'nextDue' in before ? { nextDue: nextDue(deadlines) } : {};
    const row = { ...step.row, ...listed };
    this.record(step, head, change);
    this.updates.push(saveSubject(this.tools.rows, subject.entity, before, row, Object.keys({ ...patched, ...listed })), ...change.changed.map(saveDeadline));
    this.alongside(command.also?.(row));
    for (const cascade of move.cascade ?? []) await this.cascade(transaction, command, cascade, row);
    return { row, deadlines };
  }

  /** A fact without a move, if `work` finds one. */
  attach<Row extends SubjectRow, Body>({ subject, id, gather }: Pick<Command<Row>, 'subject' | 'id' | 'gather'>, locked: readonly object[][], work: (row: Row, gathered: Readonly<Record<string, unknown>>) => Attached<Body>): Attached<Body> {
    const { before, head } = this.found(subject, locked);
    const attached = work(before, gather?.facts(locked.slice(LOCKS)) ?? {});
    if (attached.fact !== null) {
      const { event, data, also } = attached.fact;
      this.enter(subject, id, head, [event], data);
      this.alongside(also);
    }
    return attached;
  }

  locks<Row extends SubjectRow>({ subject, id, gather }: Pick<Command<Row>, 'subject' | 'id' | 'gather'>): Query[] {
    return [
      { statement: lockSubject(this.tools.rows, subject.entity), values: [id] },
      { statement: LOCK_HEAD, values: [subject.lifecycle.subject, id] },
      { statement: LOCK_DEADLINES, values: [id] },
      ...(gather?.queries ?? []),
    ];
  }

  inserts(): Insert[] {
    const deadlines = this.started.length > 0 ? [insertInto(Deadline, ...this.started)] : [];
    return merged([...this.fresh, ...deadlines, ...recordInserts(this.recorded, this.events)]);
  }

  /** Every update names what it expects; one that finds nothing means that the lock was not held, or that scope forbids it. */
  async write(transaction: Transaction): Promise<void> {
    const results = await transaction.batch([...this.updates, transaction.insert(this.inserts())]);
    for (const [index, { statement }] of this.updates.entries()) {
      const count = results[index]?.length ?? 0;
      if (count !== 1) throw new Error(`${statement.name} changed ${count} rows instead of one`);
    }
  }

  private alongside({ inserts = [], updates = [] }: Also = {}): void {
    this.fresh.push(...inserts);
    this.updates.push(...updates);
  }

  private found<Row extends SubjectRow>(subject: Subject<Row>, [found = [], heads = [], open = []]: readonly object[][]): { before: Row; head: Head; open: Deadline[] } {
    const [[row], [head]] = [found, heads];
    if (row === undefined || head === undefined) throw httpProblem('subject.not-found');
    return { before: this.tools.rows.map(subject.entity, row), head: head as Head, open: open.map((deadline) => this.tools.rows.map(Deadline, deadline)) };
  }

  private async cascade<Row extends SubjectRow>(transaction: Transaction, command: Command<Row>, { subject: kind, command: name }: Cascade, row: Row): Promise<void> {
    const next = command.cascades?.[`${kind}.${name}`]?.(row);
    if (next === undefined) throw new Error(`${command.subject.lifecycle.subject}.${command.command} cascades to ${kind}.${name}, but the use case does not say to what`);
    for (const one of Array.isArray(next) ? (next as (Opening | Moving)[]) : [next as Opening | Moving]) {
      if ('row' in one) this.open(one);
      else await this.follow(transaction, kind, name, one);
    }
  }

  private async follow(transaction: Transaction, kind: string, command: string, { id, input, patch, data, triggers, cascades }: Moving): Promise<void> {
    const subject = this.tools.subjects.find(({ lifecycle }) => lifecycle.subject === kind);
    if (subject === undefined) throw new Error(`Subject ${kind} is not registered`);
    const moving: Command = { id, input, data, triggers, cascades, subject, command, patch: () => patch ?? {} };
    await this.move(transaction, moving, await transaction.batch(this.locks(moving)));
  }

  private allowed<Row extends SubjectRow>(subject: Subject<Row>, state: string | null, command: string, row: Row, input: Readonly<Record<string, unknown>>): Move {
    const decision = decide({ lifecycle: subject.lifecycle, guards: subject.guards, state, command, facts: factsOf(this.acting, row, input), input });
    if (!decision.ok) throw refusal(subject.lifecycle.subject, state, command, decision);
    return decision.move;
  }

  private clockChange<Row extends SubjectRow>({ subject, move, row, input }: Step<Row>, open: readonly Deadline[], { triggers = {}, amounts }: Pick<Command, 'triggers' | 'amounts'>): ClockChange {
    const place = { subjectType: subject.lifecycle.subject, subjectId: row.id, ...subject.place(row), lawDay: subject.lawDay?.(row) };
    const change = clockChange(this.tools.clocks, { effects: move.clocks, guards: subject.guards, facts: factsOf(this.acting, row, input), at: this.acting.at, place, open, triggers, amounts });
    this.started.push(...change.started);
    return change;
  }

  private record<Row extends SubjectRow>({ subject, move, row, data }: Step<Row>, head: Head | null, { started, changed }: ClockChange): void {
    const { command, from, to, emits } = move;
    const basis = basisOn(move, subject.lawDay?.(row) ?? legalDay(this.acting.at));
    const clocks = { started: started.map(clockNote), changed: changed.map(clockNote) };
    this.enter(subject, row.id, head, emits, { command, from, to, version: row.version, clocks, basis, ...data });
  }

  private enter<Row extends SubjectRow>(subject: Subject<Row>, subjectId: string, head: Head | null, events: readonly string[], data: Readonly<Record<string, unknown>>): void {
    const { at, claims } = this.acting;
    const { subject: subjectType } = subject.lifecycle;
    const recorded = record({ subjectType, subjectId, at, actor: claims.actor, event: events[0] ?? '', data }, head);
    this.recorded.push(recorded);
    if (head === null) this.fresh.push(newHead(recorded));
    else this.updates.push({ statement: MOVE_HEAD, values: headValues(recorded) });
    this.events.push(...events.map((event) => outboxRow(event, subjectType, subjectId, recorded.entry.seq, at)));
  }
}

function clockNote({ id, kind, status, legalDue, safeDue, provisional }: Deadline): object {
  return { id, kind, status, legalDue, safeDue, provisional };
}

function after(open: readonly Deadline[], { started, changed }: ClockChange): Deadline[] {
  return [...open.map((deadline) => changed.find(({ id }) => id === deadline.id) ?? deadline), ...started];
}

function refuseStale({ version, state }: SubjectRow, ifMatch: number | undefined): void {
  if (ifMatch !== undefined && version !== ifMatch) throw httpProblem('precondition.failed', { members: { currentVersion: version, state } });
}
