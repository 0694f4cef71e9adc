import { Injectable } from '@nestjs/common';
import type { Move } from '../../kernel/lifecycle/index.js';
import { legalDay } from '../../platform/clocks/clocks.js';
import type { Query } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { insertInto, type EntityClass } from '../../platform/database/insert-statements.js';
import { RowMapper } from '../../platform/database/row-mapper.js';
import type { Acting } from '../../platform/http/acting.js';
import type { Subject, SubjectRow } from '../../platform/workflow/subject.js';
import type { Command } from '../../platform/workflow/workflow.js';
import { documentForms, formOfDocument } from './data/kinds.data.js';
import { lettersOf, SIGNS_AS, signerOf } from './data/letters.data.js';
import { OfficialDocument } from './document.entity.js';
import { documentProblem } from './documents.errors.js';
import { documentDigests, fits, foreignFields, itemOf, missingFields, numberText, variantOf, type DocumentKind } from './domain/document.rules.js';

/** A document that was just issued, for the answer. */
export interface Issued {
  readonly id: string;
  readonly kind: string;
  readonly number: string | null;
  readonly title: DocumentKind['title'];
}

/** A command that issues what its row of the table names. */
export interface Issuing<Row extends SubjectRow> {
  readonly command: Command<Row>;
  /** What it issued, once it was carried out; null where its row names nothing. */
  readonly issued: () => Issued | null;
}

/** Content of the document: fields of its kind. Natural persons by the id of their entry in the case. `row` is the subject with what the command sets. */
export type Paper<Row extends SubjectRow> = (row: Row, input: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

interface Given {
  readonly kind: DocumentKind;
  readonly signer: string;
  readonly serial: number;
}

/**
 * Issues documents with the moves that name them. The counter of the number is raised under the lock of the subject, in the
 * round trip of the locks, and stays locked until the move is committed: a move that is refused gives its number back.
 */
@Injectable()
export class Documents {
  constructor(private readonly rows: RowMapper) {}

  /** The same command, which now issues. Throws document.fields-missing before anything is written. */
  issuing<Row extends SubjectRow>(acting: Acting, command: Command<Row>, paper: Paper<Row>): Issuing<Row> {
    const { subject, gather, patch = () => ({}), also } = command;
    const moves = subject.lifecycle.moves.filter((move) => move.command === command.command && move.document !== undefined);
    if (moves.length === 0) return { command, issued: () => null };
    const counters = this.counters(acting, command, moves);
    const before = gather?.queries.length ?? 0;
    // The workflow reads the entry for the ledger after `patch`, which is the first to see the row.
    const noted: Record<string, unknown> = { ...command.data };
    let input = command.input;
    let numbers: readonly Given[] = [];
    let document: OfficialDocument | null = null;
    const draft = (row: Row, patched: Partial<Row>): OfficialDocument | null => {
      const move = moves.find(({ from }) => from === row.state);
      return move === undefined ? null : this.draft(acting, subject, { ...row, ...patched, state: move.to }, { move, before: row, numbers, paper: (after) => paper(after, input) });
    };
    return {
      issued: () => (document === null ? null : shown(document)),
      command: {
        ...command,
        data: noted,
        gather: {
          queries: [...(gather?.queries ?? []), ...counters.map(({ query }) => query)],
          facts: (results) => {
            const facts = gather?.facts(results.slice(0, before)) ?? {};
            input = { ...command.input, ...facts };
            numbers = counters.flatMap(({ kind }, index) => (results[before + index] ?? []).map((found) => ({ kind, ...(found as { signer: string; last: number }) })).map(({ signer, last }) => ({ kind, signer, serial: last })));
            return facts;
          },
        },
        patch: (row) => {
          const patched = patch(row);
          document = draft(row, patched);
          noted['document'] = document === null ? null : noteOf(document);
          return patched;
        },
        also: (row) => {
          const { inserts = [], updates } = also?.(row) ?? {};
          return { inserts: document === null ? inserts : [...inserts, insertInto(OfficialDocument, document)], updates };
        },
      },
    };
  }

  /** One counter for each word that the command may need; only that of the state and case at hand is raised. */
  private counters<Row extends SubjectRow>(acting: Acting, { subject, id }: Command<Row>, moves: readonly Move[]): { kind: DocumentKind; query: Query }[] {
    const day = legalDay(acting.at);
    const kinds = [...new Set(moves.map(({ document = '' }) => document))].flatMap((code) => formsFor(code, day)).filter(({ word }) => word !== null);
    return kinds.map((kind) => {
      const states = moves.flatMap(({ document, from }) => (document === kind.kind && from !== null ? [from] : []));
      return { kind, query: this.counter(acting, subject, id, kind, states) };
    });
  }

  private counter<Row extends SubjectRow>({ agency, at }: Acting, { entity }: Subject<Row>, id: string, form: DocumentKind, states: readonly string[]): Query {
    const { word, issuer } = form;
    const table = this.rows.table(entity);
    const own = this.rows.has(entity, 'agency') ? 's.agency' : `s.${this.rows.column(entity, 'handlingAgency')}`;
    const [condition, chosen] = this.choice(entity, form, legalDay(at));
    const text = `INSERT INTO document_counter AS c (signer, word, year, last)
      SELECT coalesce($2::jsonb ->> a.agency, a.agency), $3::text, $4::integer, 1 FROM ${table} s CROSS JOIN LATERAL (SELECT coalesce($5::text, ${own}) AS agency) a WHERE s.id = $1 AND s.state = ANY($6::text[])${condition}
      ON CONFLICT (signer, word, year) DO UPDATE SET last = c.last + 1 RETURNING c.signer, c.last`;
    const values = [id, JSON.stringify(SIGNS_AS), word, Number(legalDay(at).slice(0, 4)), issuer === 'actor' ? agency : null, states];
    return { statement: { name: `document-number-${table}`, text }, values: [...values, ...chosen] };
  }

  /** Which subjects the form is for, as the last condition of its counter: the same that {@link fits} says. */
  private choice(entity: EntityClass, { kind, when }: DocumentKind, day: string): [condition: string, values: unknown[]] {
    if (when !== undefined) return [` AND s.${this.rows.column(entity, when.property)} = ANY($7::text[])`, [when.is]];
    const special = documentForms(kind, day).flatMap((form) => (form.when === undefined ? [] : [form.when]));
    const [first] = special;
    return first === undefined ? ['', []] : [` AND (s.${this.rows.column(entity, first.property)} = ANY($7::text[])) IS NOT TRUE`, [special.flatMap((one) => one.is)]];
  }

  private draft<Row extends SubjectRow>(acting: Acting, subject: Subject<Row>, row: Row, { move, before, numbers, paper }: { move: Move; before: Row; numbers: readonly Given[]; paper: (row: Row) => Readonly<Record<string, unknown>> }): OfficialDocument | null {
    const kind = formsFor(move.document ?? '', legalDay(acting.at)).find((form) => fits(form, before));
    if (kind === undefined) return null;
    const data = stated(kind, paper(row));
    const place = subject.place(before);
    const agency = kind.issuer === 'actor' ? acting.agency : place.agency;
    const identity = { id: newId(), kind: kind.kind, kindFrom: kind.valid[0], variant: variantOf(kind, before), agency, subjectType: subject.lifecycle.subject, subjectId: row.id, caseId: caseOf(subject, row), issuedBy: acting.claims.actor, issuedAt: acting.at };
    const numbered = numberOf(kind, agency, acting.at, numbers);
    return {
      ...identity, ...numbered, volume: kind.volume, item: itemOf(kind), visibility: kind.visibility, region: place.region, data,
      ...documentDigests({ ...identity, number: numbered.number, data }), withdrawnAt: null, withdrawnBy: null, withdrawnReason: null, successorId: null,
    };
  }
}

function formsFor(code: string, day: string): DocumentKind[] {
  const forms = documentForms(code, day);
  if (forms.length === 0) throw new Error(`Document kind ${code} has no form on ${day}`);
  return forms;
}

/** The content as the database gives it back, checked against the form. */
function stated({ kind, fields }: DocumentKind, given: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const data = JSON.parse(JSON.stringify(given)) as Record<string, unknown>;
  const foreign = foreignFields(fields, data);
  if (foreign.length > 0) throw new Error(`The form of ${kind} has no field ${foreign.join(', ')}`);
  const missing = missingFields(fields, data);
  if (missing.length > 0) throw documentProblem('document.fields-missing', { members: { document: kind, fields: missing } });
  return data;
}

function numberOf(kind: DocumentKind, agency: string, at: Date, numbers: readonly Given[]): Pick<OfficialDocument, 'signer' | 'word' | 'year' | 'serial' | 'number'> {
  if (kind.word === null) return { signer: signerOf(agency), word: null, year: null, serial: null, number: null };
  const given = numbers.find((one) => one.kind === kind);
  if (given === undefined) throw new Error(`No number was given to ${kind.kind}`);
  const { signer, serial } = given;
  const letters = lettersOf(signer);
  if (letters === undefined) throw documentProblem('document.agency-without-letters', { members: { agency: signer } });
  const year = Number(legalDay(at).slice(0, 4));
  return { signer, word: kind.word, year, serial, number: numberText(letters, kind, year, serial) };
}

function caseOf<Row extends SubjectRow>({ within }: Subject<Row>, row: Row): string | null {
  const value = (row as Readonly<Record<string, unknown>>)[within?.property ?? 'caseId'];
  return typeof value === 'string' ? value : null;
}

function noteOf({ id, kind, number, sha256, sm3 }: OfficialDocument): object {
  return { id, kind, number, sha256, sm3 };
}

function shown(document: OfficialDocument): Issued {
  const { id, kind, number } = document;
  return { id, kind, number, title: formOfDocument(document).title };
}
