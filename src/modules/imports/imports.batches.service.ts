import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { insertInto, type Insert } from '../../platform/database/insert-statements.js';
import type { Acting } from '../../platform/http/acting.js';
import type { Problem } from '../../platform/http/problem.js';
import { checked, type FieldError } from '../../platform/http/validation.js';
import { Vault } from '../../platform/security/vault.js';
import { FileComplaintDto, IntakeService, type Filed, type Prepared, type Submitted } from '../intake/index.js';
import { ImportCheckpoint, ImportResult } from './import.entity.js';
import type { ReadRow } from './import-reader.js';
import type { RowProblem } from './domain/body.rules.js';

/** Rows that are written in one statement, and the bytes beyond which it takes no more. */
const MOST_ROWS = 150;
const MOST_CHARACTERS = 2_000_000;
const MOST_PROBLEMS = 50;

/** A row that was checked: to be filed, or refused with all its problems. */
export interface CheckedRow {
  readonly number: number;
  readonly externalNumber: string | null;
  readonly item: Submitted | null;
  readonly problems: readonly RowProblem[];
}

export interface CheckedBatch {
  readonly rows: readonly CheckedRow[];
  /** Natural keys of what it would file. */
  readonly keys: ReadonlySet<string>;
}

export interface ReadyBatch {
  readonly rows: readonly CheckedRow[];
  readonly acting: Acting;
  readonly prepared: Prepared;
}

/** From rows to results: checked by the rules of a single filing, filed many at a time. */
@Injectable()
export class ImportBatches {
  constructor(
    private readonly intake: IntakeService,
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  /** In batches that hold no source number twice: the second would not yet find the first. */
  async *checkedBatches(rows: AsyncIterable<ReadRow>): AsyncGenerator<CheckedBatch> {
    let [batch, keys, characters] = [[] as CheckedRow[], new Set<string>(), 0];
    for await (const row of rows) {
      const next = await this.check(row);
      const key = keyOf(next);
      if (batch.length >= MOST_ROWS || characters > MOST_CHARACTERS || keys.has(key)) {
        yield { rows: batch, keys };
        [batch, keys, characters] = [[], new Set(), 0];
      }
      batch.push(next);
      keys.add(key);
      characters += row.raw.length;
    }
    if (batch.length > 0) yield { rows: batch, keys };
  }

  /** Everything that a batch needs but its writing. */
  async prepare(acting: Acting, { rows }: CheckedBatch): Promise<ReadyBatch> {
    return { rows, acting, prepared: await this.intake.prepareMany(acting, rows.flatMap(({ item }) => item ?? [])) };
  }

  /** Files a batch; results and checkpoint are written in its transaction. Returns the checkpoint. */
  async write(before: ImportCheckpoint, { rows, acting, prepared }: ReadyBatch): Promise<ImportCheckpoint> {
    let after = before;
    const also = (filed: readonly Filed[]): Insert[] => {
      const results = this.results(before.importId, rows, filed);
      after = checkpointAfter(before, results, acting.at);
      return [insertInto(ImportResult, ...results), insertInto(ImportCheckpoint, after)];
    };
    if (prepared.items.length > 0) await this.intake.fileMany(prepared, also);
    else await this.database.append(acting.claims, also([]), newId());
    return after;
  }

  private async check({ number, body: given, problems, raw }: ReadRow): Promise<CheckedRow> {
    const { instance, errors } = problems.some(({ code }) => code === 'not-a-json-object') ? { instance: null, errors: [] } : await checkedBody(given);
    const all = [...problems, ...errors.filter(({ path }) => !problems.some((problem) => problem.path === path)).map((error) => this.told(error))].slice(0, MOST_PROBLEMS);
    const item = instance === null || all.length > 0 ? null : { body: instance, raw };
    return { number, externalNumber: item?.body.externalNumber ?? this.numberOf(given), item, problems: all };
  }

  /** Of a refused row the number is shown only where it cannot be something else: cells that slipped by one bring a telephone number here. */
  private numberOf(given: unknown): string | null {
    const { externalNumber } = (given ?? {}) as { externalNumber?: unknown };
    if (typeof externalNumber !== 'string' || !/^[\x21-\x7e]{1,64}$/.test(externalNumber)) return null;
    return this.vault.scrub(externalNumber, {}) === externalNumber ? externalNumber : null;
  }

  /** Names of fields that a sender made up may be anything. */
  private told({ path, code }: Pick<FieldError, 'path' | 'code'>): RowProblem {
    const known = /^[A-Za-z][\w.[\]-]{0,79}$/.test(path) && this.vault.scrub(path, {}) === path;
    return { path: known || path === '' ? path : '*', code };
  }

  private results(importId: string, batch: readonly CheckedRow[], filed: readonly Filed[]): ImportResult[] {
    const outcomes = filed.values();
    return batch.map(({ number, externalNumber, item, problems }): ImportResult => {
      const common = { importId, row: number, externalNumber };
      const became = item === null ? undefined : (outcomes.next().value as Filed);
      if (became === undefined) return { ...common, outcome: 'refused', receiptNumber: null, complaintId: null, problems };
      if (became.outcome === 'refused') return { ...common, outcome: 'refused', receiptNumber: null, complaintId: null, problems: problemsOf(became.problem).map((problem) => this.told(problem)) };
      const { outcome, receiptNumber, id } = became;
      return { ...common, outcome, receiptNumber, complaintId: id, problems: null };
    });
  }
}

/** Natural key of what is filed; a refused row meets nobody. */
function keyOf({ item, number }: CheckedRow): string {
  return item === null ? `row ${number}` : `${item.body.sourceSystem}\n${item.body.externalNumber}`;
}

/** Nesting without end is the one thing that the checks themselves do not survive. */
async function checkedBody(given: unknown): Promise<{ instance: FileComplaintDto | null; errors: readonly FieldError[] }> {
  try {
    return await checked(FileComplaintDto, given);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { instance: null, errors: [{ path: '', code: 'nested-too-deep', message: { zh: '嵌套层级过深', en: 'nested too deep' } }] };
  }
}

function problemsOf({ code, extras }: Problem): { path: string; code: string }[] {
  const { errors } = (extras.members ?? {}) as { errors?: readonly FieldError[] };
  return errors === undefined ? [{ path: '', code }] : errors.slice(0, MOST_PROBLEMS).map(({ path, code: own }) => ({ path, code: own }));
}

function checkpointAfter(before: ImportCheckpoint, results: readonly ImportResult[], at: Date): ImportCheckpoint {
  const count = (outcome: string): number => results.filter((result) => result.outcome === outcome).length;
  return {
    importId: before.importId, batch: before.batch + 1, lastRow: results.at(-1)?.row ?? before.lastRow, done: before.done + results.length,
    filed: before.filed + count('filed'), alreadyFiled: before.alreadyFiled + count('already-filed'), revised: before.revised + count('revised'), refused: before.refused + count('refused'), at,
  };
}
