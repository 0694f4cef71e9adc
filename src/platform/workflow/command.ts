import type { Deadline } from '../clocks/deadline.entity.js';
import type { Query } from '../database/database.js';
import type { Insert } from '../database/insert-statements.js';
import type { Answer } from '../http/acting.js';
import type { Subject, SubjectRow } from './subject.js';

/** A subject that comes into being. State and version follow from the table. */
export interface Opening<Row extends SubjectRow = SubjectRow> {
  readonly subject: Subject<Row>;
  readonly command: string;
  readonly row: Omit<Row, 'state' | 'version' | 'nextDue'>;
  /** Conditions of clocks see besides whether a clock was carried over (`carried`). */
  readonly input: Readonly<Record<string, unknown>>;
  /** Instants that start its clocks, by kind; the instant of the request where none is given. */
  readonly triggers?: Readonly<Record<string, Date>>;
  /** Lengths of clocks whose limit is set by the order itself, by kind, in the unit of the kind. */
  readonly amounts?: Readonly<Record<string, number>>;
  /** Facts for the ledger, without personal data. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** A command on a subject that is there. */
export interface Command<Row extends SubjectRow = SubjectRow> {
  readonly subject: Subject<Row>;
  readonly id: string;
  readonly command: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** Throws where the row says more than that its version is stale; asked under its lock, before anything else. */
  readonly first?: (row: Row) => void;
  /** Columns that the command sets besides the state. */
  readonly patch?: (row: Row) => Partial<Omit<Row, 'id' | 'state' | 'version' | 'nextDue'>>;
  readonly data?: Readonly<Record<string, unknown>>;
  /** Instants that start its clocks, by kind; the instant of the request where none is given. */
  readonly triggers?: Readonly<Record<string, Date>>;
  /** When the act was done that it records: the clocks that it stops are judged by that; the instant of the request where none is given. */
  readonly acted?: Date;
  /** Lengths of clocks whose limit is set by the order itself, by kind, in the unit of the kind. */
  readonly amounts?: Readonly<Record<string, number>>;
  /** What guards need from other tables: read under the locks, in their round trip, and added to the input. */
  readonly gather?: Gather;
  /** Rows of other tables that belong to the same fact. */
  readonly also?: (row: Row) => Also;
  /** One entry for every cascade of the row, by `subject.command`: what it opens, or whom it moves; none, one or several. */
  readonly cascades?: Readonly<Record<string, (row: Row) => Opening | Moving | readonly (Opening | Moving)[]>>;
}

export interface Gather {
  readonly queries: readonly Query[];
  readonly facts: (results: readonly (readonly object[])[]) => Readonly<Record<string, unknown>>;
}

export interface Also {
  readonly inserts?: readonly Insert[];
  /** Each must return exactly the one row that it changes. */
  readonly updates?: readonly Query[];
}

/** What is written about a subject that does not move. No fact: nothing is written. */
export interface Attached<Body> {
  readonly fact: Fact | null;
  readonly answer: Answer<Body>;
}

/** What is opened in a file, and the entry that the file keeps of it. */
export interface Entering<Body> {
  readonly openings: readonly Opening[];
  readonly fact: Fact;
  readonly answer: (outcomes: readonly Outcome[]) => Answer<Body>;
}

/** What one cause brings: what it opens, whom it moves in the order in which they are locked, and what is written besides. */
export interface Brought<Body> {
  readonly openings?: readonly Opening[];
  readonly moves?: readonly Command[];
  readonly also?: Also;
  readonly answer: (outcomes: readonly Outcome[]) => Answer<Body>;
}

export interface Fact {
  readonly event: string;
  /** Without personal data. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly also?: Also;
}

/** The subject that a cascade moves. Its kind and command stand in the table. */
export interface Moving {
  readonly id: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly patch?: Readonly<Record<string, unknown>>;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly triggers?: Readonly<Record<string, Date>>;
  readonly cascades?: Command['cascades'];
}

/** How things stand after a move. */
export interface Outcome<Row extends SubjectRow = SubjectRow> {
  readonly row: Row;
  readonly deadlines: readonly Deadline[];
}

/** The same for commands. */
export function anyCommand<Row extends SubjectRow>(command: Command<Row>): Command {
  return command as unknown as Command;
}

/** Openings of several kinds stand in one list; each carries its own row type inside. */
export function anyOpening<Row extends SubjectRow>(opening: Opening<Row>): Opening {
  return opening as unknown as Opening;
}
