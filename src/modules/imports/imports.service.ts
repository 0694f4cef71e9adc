import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import { newId } from '../../platform/database/id.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import type { Upload } from '../../platform/http/streamed.js';
import { Vault } from '../../platform/security/vault.js';
import { TABLE_TYPES, type TableFormat } from '../../platform/tables/formats.js';
import { anyOpening, Workflow, type Outcome } from '../../platform/workflow/workflow.js';
import type { ImportDto, UploadQuery } from './import.dto.js';
import type { ComplaintImport } from './import.entity.js';
import { IMPORT } from './import.subject.js';
import { importProblem } from './imports.errors.js';
import { ImportsQueries, NO_COUNTS, shownImport } from './imports.queries.js';
import { ImportStore } from './imports.store.service.js';

@Injectable()
export class ImportsService {
  constructor(
    private readonly workflow: Workflow,
    private readonly store: ImportStore,
    private readonly queries: ImportsQueries,
    private readonly vault: Vault,
    private readonly config: Config,
  ) {}

  /** 202 when the whole file is kept. Throws the problems of an upload: 408, 413, 415, 422. */
  async receive(acting: Acting, upload: Upload | null, query: UploadQuery): Promise<Answer<ImportDto>> {
    const format = upload === null ? undefined : (TABLE_TYPES as Readonly<Record<string, TableFormat>>)[upload.type];
    if (upload === null || format === undefined) throw importProblem('import.media-type');
    const id = newId();
    const kept = await this.store.receive(acting, id, upload, format);
    const { fileName, ...settings } = query;
    const row: Omit<ComplaintImport, 'state' | 'version'> = {
      id, agency: acting.agency, uploadedBy: acting.claims.actor, permissions: [...acting.permissions], fileName: fileName === undefined ? null : this.vault.scrub(fileName, {}), format, ...kept, settings,
      encoding: null, rowsTotal: null, warnings: [], failure: null, receivedAt: acting.at, startedAt: null, endedAt: null,
    };
    const data = { format, ...kept };
    try {
      return await this.workflow.open(acting, [anyOpening({ subject: IMPORT, command: 'receive', row, input: {}, data })], [], ([opened]) => ({ status: 202, body: this.shown(opened) }));
    } catch (error) {
      await this.store.discard(id);
      throw error;
    }
  }

  /** Ends after the batch under way. What was filed stays filed. */
  cancel(acting: Acting, id: string): Promise<Answer<ImportDto>> {
    return this.move(acting, id, 'cancel', { endedAt: acting.at });
  }

  /** Goes on after the last row that has a result. */
  retry(acting: Acting, id: string): Promise<Answer<ImportDto>> {
    return this.move(acting, id, 'retry', { failure: null, endedAt: null });
  }

  private async move(acting: Acting, id: string, command: string, patch: Partial<ComplaintImport>): Promise<Answer<ImportDto>> {
    const answer = await this.workflow.execute(acting, { subject: IMPORT, id, command, input: {}, patch: () => patch }, (outcome) => ({ status: 200, body: this.shown(outcome) }));
    // The counts are not part of the move: they are read as they stand.
    return answer.replayed === true ? answer : { ...answer, body: await this.queries.one(acting, id) };
  }

  private shown(outcome: Outcome | undefined): ImportDto {
    return shownImport(outcome?.row as unknown as ComplaintImport, NO_COUNTS, this.config.IMPORT_KEPT_DAYS);
  }
}
