import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Background } from '../../platform/background.js';
import { systemClaims } from '../../platform/database/claims.js';
import { Database } from '../../platform/database/database.js';
import { Queues } from '../../platform/queues/queues.js';
import { BulkRun } from './bulk-commands.run.service.js';
import { BULK_KEPT_DAYS } from './data/bulk-commands.data.js';

const DAY_MILLISECONDS = 24 * 3_600_000;
const CLEAR_WORDS = { name: 'bulk-clear-words', text: 'DELETE FROM vault.bulk_words w USING bulk_command b WHERE b.id = w.bulk_id AND b.ended_at IS NOT NULL' };
const CLEAR_RESULTS = {
  name: 'bulk-clear-results',
  text: `WITH old AS (SELECT id FROM bulk_command WHERE ended_at < $1 AND cleared_at IS NULL ORDER BY ended_at LIMIT 200), gone AS (DELETE FROM bulk_result r USING old WHERE r.bulk_id = old.id)
         UPDATE bulk_command b SET cleared_at = $2 FROM old WHERE b.id = old.id`,
};

/** Carries commands out, and clears away what is no longer needed of them. */
@Injectable()
export class BulkCommandsJobs implements OnModuleInit {
  constructor(
    private readonly queues: Queues,
    private readonly background: Background,
    private readonly database: Database,
    private readonly bulk: BulkRun,
  ) {}

  onModuleInit(): void {
    this.queues.handle('bulk-commands.run', ({ subjectId }) => this.bulk.run(subjectId));
    this.background.everyHour((at) => this.clearAway(at));
  }

  async clearAway(at: Date): Promise<void> {
    const before = new Date(at.getTime() - BULK_KEPT_DAYS * DAY_MILLISECONDS);
    await this.database.transact(systemClaims('housekeeper', 'clear-away'), [{ statement: CLEAR_WORDS, values: [] }, { statement: CLEAR_RESULTS, values: [before, at] }], async () => undefined);
  }
}
