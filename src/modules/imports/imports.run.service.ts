import { Injectable } from '@nestjs/common';
import { systemClaims } from '../../platform/database/claims.js';
import { Database } from '../../platform/database/database.js';
import { RowMapper } from '../../platform/database/row-mapper.js';
import type { Acting } from '../../platform/http/acting.js';
import { Now } from '../../platform/http/clock.js';
import { Problem } from '../../platform/http/problem.js';
import type { Encoding } from '../../platform/tables/encoding.js';
import type { TableFormat } from '../../platform/tables/formats.js';
import { Workflow } from '../../platform/workflow/workflow.js';
import { Principals } from '../identity/index.js';
import { ComplaintImport, ImportCheckpoint } from './import.entity.js';
import { openFile, type OpenFile, type Settings } from './import-reader.js';
import { IMPORT } from './import.subject.js';
import { ImportBatches } from './imports.batches.service.js';
import { ImportFailure } from './imports.errors.js';
import type { Hold, Taken } from './imports.leases.service.js';
import { ImportStore } from './imports.store.service.js';

const MOST_ATTEMPTS = 5;
const CLAIMS = systemClaims('imports');
const ONE = { name: 'import-to-run', text: 'SELECT * FROM complaint_import WHERE id = $1' };
const LATEST = { name: 'import-checkpoint-latest', text: 'SELECT * FROM import_checkpoint WHERE import_id = $1 ORDER BY batch DESC LIMIT 1' };
/** Refused by row-level security: the import does not run any more. Refused by a key: another worker wrote this batch. */
const OVERTAKEN: ReadonlySet<string> = new Set(['42501', '23505']);

/** `done`: at its end, or no longer ours to do. `stopped`: another worker may go on at once. */
export type Ran = 'done' | 'stopped';

/** One import from its file to its last row, from wherever it stands. */
@Injectable()
export class ImportRun {
  constructor(
    private readonly database: Database,
    private readonly rows: RowMapper,
    private readonly workflow: Workflow,
    private readonly principals: Principals,
    private readonly store: ImportStore,
    private readonly batches: ImportBatches,
    private readonly now: Now,
  ) {}

  /** Throws only what is not the import's own fault: it is tried again then. */
  async run({ id, attempts }: Taken, hold: Hold, stopping: () => boolean): Promise<Ran> {
    const [raw] = await this.database.read<object & Record<string, never>>(CLAIMS, ONE, [id]);
    if (raw === undefined) return 'done';
    const row = this.rows.map(ComplaintImport, raw);
    try {
      if (attempts > MOST_ATTEMPTS) throw new ImportFailure('import.no-headway', { attempts: MOST_ATTEMPTS });
      return await this.work(row, hold, stopping);
    } catch (error) {
      return this.ended(row, error);
    }
  }

  private async work(row: ComplaintImport, hold: Hold, stopping: () => boolean): Promise<Ran> {
    const acting = await this.actingFor(row);
    const { id, format, sizeBytes, settings, encoding } = row;
    const file = await openFile(this.store.source(acting.claims, id, sizeBytes), format as TableFormat, settings as Settings, encoding as Encoding | null);
    const version = row.state === 'received' ? await this.start(row, file) : row.version;
    let checkpoint = await this.checkpoint(id);
    let writing = Promise.resolve(checkpoint);
    let underWay: ReadonlySet<string> = new Set();
    // While one batch is written the next is read, checked and planned; where it holds a number of the first, only when that is there to be found.
    for await (const batch of this.batches.checkedBatches(file.rows(checkpoint.lastRow))) {
      if (meet(underWay, batch.keys)) await writing;
      const ready = await this.batches.prepare({ ...acting, at: this.now.date() }, batch);
      checkpoint = await writing;
      if (stopping() || hold.lost) return 'stopped';
      writing = this.batches.write(checkpoint, ready);
      writing.catch(() => undefined);
      underWay = batch.keys;
    }
    const { done, filed, alreadyFiled, revised, refused } = await writing;
    await this.move(id, version, 'finish', {}, { done, filed, alreadyFiled, revised, refused }, { endedAt: this.now.date() });
    return 'done';
  }

  /** Looks through the whole file first: what is wrong with its form is found before any row is filed. */
  private async start(row: ComplaintImport, file: OpenFile): Promise<number> {
    const rowsTotal = await file.count();
    if (rowsTotal === 0) throw new ImportFailure('import.no-rows');
    const { encoding, warnings } = file;
    return this.move(row.id, row.version, 'start', {}, { encoding, rowsTotal, warnings }, { encoding, rowsTotal, warnings, startedAt: row.startedAt ?? this.now.date() });
  }

  /** Files in the name of the sender, with what the sender may do now and might do then. */
  private async actingFor({ uploadedBy, agency, permissions }: ComplaintImport): Promise<Acting> {
    const principal = await this.principals.byId(uploadedBy);
    const then = new Set(permissions as string[]);
    const both = new Set([...(principal?.permissions ?? [])].filter((permission) => then.has(permission)));
    if (principal === null || principal.agency !== agency || !both.has('complaint.import') || !both.has('complaint.file')) throw new ImportFailure('import.account-changed');
    return { claims: principal.claims, permissions: both, agency, at: this.now.date() };
  }

  private async checkpoint(importId: string): Promise<ImportCheckpoint> {
    const [raw] = await this.database.read<object & Record<string, never>>(CLAIMS, LATEST, [importId]);
    if (raw !== undefined) return this.rows.map(ImportCheckpoint, raw);
    return { importId, batch: 0, lastRow: 0, done: 0, filed: 0, alreadyFiled: 0, revised: 0, refused: 0, at: this.now.date() };
  }

  private async ended(row: ComplaintImport, error: unknown): Promise<Ran> {
    const failure = ImportFailure.from(error);
    if (failure !== null) {
      const { code, where } = failure;
      await this.failed(row.id, code, where);
      return 'done';
    }
    // Cancelled, or taken over: whoever did it knows how it stands.
    if (error instanceof Problem || OVERTAKEN.has(String((error as { code?: unknown }).code))) return 'done';
    throw error;
  }

  private async failed(id: string, code: string, where: object): Promise<void> {
    const [raw] = await this.database.read<{ version: number }>(CLAIMS, ONE, [id]);
    try {
      await this.move(id, raw?.version ?? 0, 'fail', { code }, { code, where }, { failure: { code, where }, endedAt: this.now.date() });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
    }
  }

  /** Returns the version after the move. */
  private async move(id: string, version: number, command: string, input: Readonly<Record<string, unknown>>, data: Readonly<Record<string, unknown>>, patch: Partial<ComplaintImport>): Promise<number> {
    const acting: Acting = { claims: CLAIMS, permissions: new Set(), agency: '', at: this.now.date(), ifMatch: version };
    const { body } = await this.workflow.execute(acting, { subject: IMPORT, id, command, input, data, patch: () => patch }, ({ row }) => ({ status: 200, body: row.version }));
    return body;
  }
}

function meet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return [...one].some((key) => other.has(key));
}
