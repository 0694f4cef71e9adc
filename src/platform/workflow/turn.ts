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
import { carriedKinds, clockChange, type ClockChange } from './clock-effects.js';
import { headValues, MOVE_HEAD, newHead, outboxRow, record, recordInserts, type Head, type Recorded } from './records.js';
import { carryDeadline, LOCK_DEADLINES, LOCK_HEAD, lockSubject, lockWithin, ofOneRow, refreshWithin, saveDeadline, saveSubject } from './statements.js';
import { factsOf, type Subject, type SubjectRow } from './subject.js';
import type { Also, Command, Fact, Moving, Opening, Outcome } from './command.js';
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

type At<Row extends SubjectRow> = Pick<Command<Row>, 'subject' | 'id' | 'gather'>;

/** The work of one transaction: what it decides, and everything that it will write. Nothing is sent before the end. */
export class Turn {
  private readonly recorded: Recorded[] = [];
  private readonly fresh: Insert[] = [];
  private readonly started: Deadline[] = [];
  private readonly events: OutboxRow[] = [];
  private readonly updates: Query[] = [];
  /** Clocks that left their subject and wait for the one that takes them. */
  private carried: Deadline[] = [];
  /** Files whose earliest date is read again, by table. */
  private readonly files = new Map<string, Set<string>>();

  constructor(
    private readonly tools: Tools,
    private readonly acting: Acting,
  ) {}

  open<Row extends SubjectRow>({ subject, command, row: given, input, triggers = {}, amounts, data }: Opening<Row>): Outcome<Row> {
    const draft = { ...given, state: '', version: 1 } as Row;
    const move = this.allowed(subject, null, command, draft, input);
    const opened = { ...draft, state: move.to };
    const step = { subject, move, row: { ...opened, ...subject.derived?.(opened, move.to, this.acting.at) }, input, data };
    const taken = this.take(step);
    const change = this.clockChange({ ...step, input: { ...input, carried: taken.length > 0 } }, [], { triggers, amounts });
    const deadlines = [...taken, ...change.started];
    const row = { ...step.row, nextDue: nextDue(deadlines) };
    this.record(step, null, change, taken);
    this.fresh.push(insertInto(subject.entity, row));
    this.show(subject, row, change);
    return { row, deadlines };
  }

  /** `locked` are the answers to {@link locks}: subject, head of its chain, open deadlines. */
  async move<Row extends SubjectRow>(transaction: Transaction, command: Command<Row>, locked: readonly object[][], ifMatch?: number): Promise<Outcome<Row>> {
    const { subject, data, patch = () => ({}), triggers, acted, amounts } = command;
    const { before, head, open, gathered } = this.found(command, locked);
    const input = { ...command.input, ...gathered };
    command.first?.(before);
    refuseStale(before, ifMatch);
    const move = this.allowed(subject, before.state, command.command, before, input);
    const patched = this.derived(subject, before, patch(before), move);
    refuseUnissued(subject, move, data);
    const step = { subject, move, row: { ...before, ...patched, state: move.to, version: before.version + 1 }, input, data };
    const staying = this.leave(step, open);
    const change = this.clockChange(step, staying, { triggers, acted, amounts });
    const deadlines = after(staying, change);
    const listed = showsOwn(subject, before) ? { nextDue: nextDue(deadlines) } : this.touched(subject);
    const row = { ...step.row, ...listed };
    this.record(step, head, change);
    this.updates.push(saveSubject(this.tools.rows, subject.entity, before, row, Object.keys({ ...patched, ...listed })), ...change.changed.map(saveDeadline));
    this.alongside(command.also?.(row));
    this.show(subject, row, change);
    for (const cascade of move.cascade ?? []) await this.cascade(transaction, command, cascade, row);
    return { row, deadlines };
  }

  /** A fact without a move, if `work` finds one. */
  attach<Row extends SubjectRow, Given extends { readonly fact: Fact | null }>(at: At<Row>, locked: readonly object[][], work: (row: Row, gathered: Readonly<Record<string, unknown>>) => Given): Given {
    const { before, head, gathered } = this.found(at, locked);
    const attached = work(before, gathered);
    if (attached.fact !== null) {
      const { event, data, also } = attached.fact;
      this.enter(at.subject, at.id, head, [event], data);
      this.alongside(also);
    }
    return attached;
  }

  /** The file before what stands in it. A file is locked as the subject that it is. */
  locks<Row extends SubjectRow>({ subject, id, gather }: At<Row>): Query[] {
    const { entity } = subject;
    const within = around(subject);
    return [
      ...(within === undefined ? [] : [{ statement: lockWithin(this.tools.rows, entity, within.entity, within.property), values: [id] }]),
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

  /** Nothing of it is looked at any more, so it leaves with COMMIT. An update that does not change one row means that the lock was not held, or that scope forbids it: then nothing is written. */
  write(transaction: Transaction): void {
    if (this.carried.length > 0) throw new Error(`Nobody takes the clock ${this.carried.map(({ kind }) => kind).join(', ')}`);
    const files = [...this.files].map(([table, ids]) => refreshWithin(table, [...ids].sort(), this.touchedAt));
    for (const query of [...this.updates.map(ofOneRow), transaction.insert(this.inserts()), ...files]) transaction.closing(query);
  }

  private derived<Row extends SubjectRow>(subject: Subject<Row>, before: Row, set: Partial<Row>, { to }: Move): Partial<Row> {
    return { ...set, ...subject.derived?.({ ...before, ...set }, to, this.acting.at) };
  }

  /** Null where time or the system acts. */
  private get touchedAt(): Date | null {
    return this.acting.claims.actor.startsWith('system:') ? null : this.acting.at;
  }

  /** A move of the file itself writes it with the row, which is written anyway. */
  private touched<Row extends SubjectRow>(subject: Subject<Row>): { touchedAt?: Date } {
    return isFile(subject) && this.touchedAt !== null ? { touchedAt: this.touchedAt } : {};
  }

  /** Whatever changes in a file, its earliest date is read again at the end. */
  private show<Row extends SubjectRow>(subject: Subject<Row>, row: Row, change: ClockChange): void {
    const { within } = subject;
    if (within === undefined || !movesDates(subject, change)) return;
    const table = this.tools.rows.table(within.entity);
    this.files.set(table, (this.files.get(table) ?? new Set()).add(String(row[within.property])));
  }

  /** The clocks that the move sends along leave their subject. */
  private leave<Row extends SubjectRow>({ subject: { guards }, move, row, input }: Step<Row>, open: readonly Deadline[]): Deadline[] {
    const kinds = carriedKinds({ effects: move.clocks, guards, facts: factsOf(this.acting, row, input) });
    this.carried.push(...open.filter(({ kind }) => kinds.has(kind)));
    return open.filter(({ kind }) => !kinds.has(kind));
  }

  /** What waits for such a clock takes it over as it is. */
  private take<Row extends SubjectRow>({ subject, move, row }: Step<Row>): Deadline[] {
    const waited = subject.lifecycle.states[move.to]?.clocks ?? [];
    const taken = this.carried.filter(({ kind }) => waited.includes(kind)).map((deadline) => ({ ...deadline, ...this.placeOf(subject, row), version: deadline.version + 1 }));
    this.carried = this.carried.filter(({ kind }) => !waited.includes(kind));
    this.updates.push(...taken.map(carryDeadline));
    return taken;
  }

  private placeOf<Row extends SubjectRow>(subject: Subject<Row>, row: Row): Pick<Deadline, 'subjectType' | 'subjectId' | 'withinId' | 'agency' | 'intakeAgency' | 'region'> {
    return { subjectType: subject.lifecycle.subject, subjectId: row.id, withinId: fileOf(subject, row), ...subject.place(row) };
  }

  /** What belongs to the same fact. */
  alongside({ inserts = [], updates = [] }: Also = {}): void {
    this.fresh.push(...inserts);
    this.updates.push(...updates);
  }

  private found<Row extends SubjectRow>({ subject, gather }: At<Row>, locked: readonly object[][]): { before: Row; head: Head; open: Deadline[]; gathered: Readonly<Record<string, unknown>> } {
    const [[row], [head], open, ...rest] = around(subject) === undefined ? answers(locked) : answers(locked.slice(locked[0]?.length === 1 ? 1 : locked.length));
    if (row === undefined || head === undefined) throw httpProblem('subject.not-found');
    return { before: this.tools.rows.map(subject.entity, row), head: head as Head, open: open.map((deadline) => this.tools.rows.map(Deadline, deadline)), gathered: gather?.facts(rest) ?? {} };
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
    const decision = decide({ lifecycle: subject.lifecycle, guards: subject.guards, state, command, facts: factsOf(this.acting, row, input), input, lawDay: this.lawDay(subject, row) });
    if (!decision.ok) throw refusal(subject.lifecycle.subject, state, command, decision);
    return decision.move;
  }

  private lawDay<Row extends SubjectRow>(subject: Subject<Row>, row: Row): string {
    return subject.lawDay?.(row) ?? legalDay(this.acting.at);
  }

  private clockChange<Row extends SubjectRow>({ subject, move, row, input }: Step<Row>, open: readonly Deadline[], { triggers = {}, acted, amounts }: Pick<Command, 'triggers' | 'acted' | 'amounts'>): ClockChange {
    const { claims, agency } = this.acting;
    const grant = { by: claims.actor, agency, evidence: `${subject.lifecycle.subject}.${move.command} ${row.id}` };
    const place = { ...this.placeOf(subject, row), lawDay: subject.lawDay?.(row) };
    const change = clockChange(this.tools.clocks, { effects: move.clocks, guards: subject.guards, facts: factsOf(this.acting, row, input), at: this.acting.at, acted, place, open, triggers, amounts, grant });
    this.started.push(...change.started);
    return change;
  }

  private record<Row extends SubjectRow>({ subject, move, row, data }: Step<Row>, head: Head | null, { started, changed }: ClockChange, taken: readonly Deadline[] = []): void {
    const { command, from, to, emits } = move;
    const basis = basisOn(move, this.lawDay(subject, row));
    const clocks = { started: started.map(clockNote), changed: changed.map(clockNote), ...(taken.length === 0 ? {} : { taken: taken.map(clockNote) }) };
    this.enter(subject, row.id, head, emits, { ...data, command, from, to, version: row.version, clocks, basis });
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

/** What was locked. A file that is not seen leaves nothing. */
function answers([found = [], heads = [], open = [], ...rest]: readonly object[][]): readonly [object[], object[], object[], ...object[][]] {
  return [found, heads, open, ...rest];
}

/** The date of a file comes from all clocks in it, that of anything else from its own. */
function showsOwn<Row extends SubjectRow>({ entity, within }: Subject<Row>, row: Row): boolean {
  return 'nextDue' in row && within?.entity !== entity;
}

/** The file that a subject stands in and is not itself. */
function around<Row extends SubjectRow>(subject: Subject<Row>): Subject<Row>['within'] {
  return isFile(subject) ? undefined : subject.within;
}

function isFile<Row extends SubjectRow>({ entity, within }: Subject<Row>): boolean {
  return within?.entity === entity;
}

/** What stands in a file moves its dates; the file itself only with a clock. */
function movesDates<Row extends SubjectRow>(subject: Subject<Row>, { started, changed }: ClockChange): boolean {
  return !isFile(subject) || started.length + changed.length > 0;
}

/** The file whose earliest date the clocks of the row count for. */
function fileOf<Row extends SubjectRow>({ within }: Subject<Row>, row: Row): string | null {
  return within === undefined || within.apart === true ? null : String(row[within.property]);
}

function clockNote({ id, kind, status, legalDue, safeDue, provisional }: Deadline): object {
  return { id, kind, status, legalDue, safeDue, provisional };
}

function after(open: readonly Deadline[], { started, changed }: ClockChange): Deadline[] {
  return [...open.map((deadline) => changed.find(({ id }) => id === deadline.id) ?? deadline), ...started];
}

/** The entry of a move that names a document tells which one was issued, or null. Without that, nobody has taken care of it. */
function refuseUnissued<Row extends SubjectRow>({ lifecycle }: Subject<Row>, { command, document }: Move, data: Command['data']): void {
  if (document !== undefined && data?.['document'] === undefined) throw new Error(`${lifecycle.subject}.${command} names ${document}, but the use case issues nothing`);
}

function refuseStale({ version, state }: SubjectRow, ifMatch: number | undefined): void {
  if (ifMatch !== undefined && version !== ifMatch) throw httpProblem('precondition.failed', { members: { currentVersion: version, state } });
}
