import type { Deadline } from '../clocks/deadline.entity.js';
import type { Subject, SubjectRow } from './subject.js';

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
