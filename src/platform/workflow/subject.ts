import type { Guard, GuardSet, Lifecycle } from '../../kernel/lifecycle/index.js';
import type { EntityClass } from '../database/insert-statements.js';
import type { Acting } from '../http/acting.js';

/** Columns that every subject with a lifecycle has. */
export interface SubjectRow {
  id: string;
  state: string;
  version: number;
  /** Earliest safe date of its open clocks, for those that are listed by it. Kept by the workflow. */
  nextDue?: Date | null;
}

/** What guards look at: the row as locked, who acts, and what was sent. */
export interface Facts<Row> {
  readonly row: Row;
  readonly actor: { readonly id: string; readonly agency: string; readonly agencies: readonly string[]; readonly permissions: ReadonlySet<string> };
  readonly input: Readonly<Record<string, unknown>>;
}

/** Everything that the one writer of status has to know about a kind of subject. Rooms declare it as data. */
export interface Subject<Row extends SubjectRow = SubjectRow> {
  readonly lifecycle: Lifecycle;
  readonly guards: GuardSet<Facts<Row>>;
  readonly entity: EntityClass<Row>;
  /** Whose clocks run on it, and where. */
  readonly place: (row: Row) => { readonly agency: string; readonly intakeAgency: string; readonly region: string };
  /** Version of the law pinned to the row, YYYY-MM-DD: its clocks and the grounds of its moves are of that law. Left out: the law of the day. */
  readonly lawDay?: (row: Row) => string;
  /** The file that the row belongs to. It is locked first, so that what stands beside the row in it cannot change; it shows the earliest date of all clocks in it. */
  readonly within?: Within<Row>;
  /** Columns that follow from the state. */
  readonly derived?: (row: Row, to: string, at: Date) => Partial<Row>;
}

/** A table with `id`, `next_due` and `touched_at`. For the file itself: its own table and id. */
export interface Within<Row> {
  readonly entity: EntityClass;
  readonly property: keyof Row & string;
  /** Its clocks are targets of the house: the file is locked and read again with it, but shows only dates that statutes set. */
  readonly apart?: true;
}

export type Guards<Row> = Readonly<Record<string, Guard<Facts<Row>>>>;

export function factsOf<Row>(acting: Acting, row: Row, input: Readonly<Record<string, unknown>>): Facts<Row> {
  const { claims, agency, permissions } = acting;
  return { row, actor: { id: claims.actor, agency, agencies: claims.agencies, permissions }, input };
}
