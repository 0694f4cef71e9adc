import { Injectable, type OnModuleInit } from '@nestjs/common';
import { v5 } from 'uuid';
import { systemClaims } from '../../platform/database/claims.js';
import { Database, type Statement } from '../../platform/database/database.js';
import type { Acting } from '../../platform/http/acting.js';
import { Now } from '../../platform/http/clock.js';
import { uniqueViolation } from '../../platform/http/idempotency.js';
import type { JobData } from '../../platform/queues/catalogue.js';
import { Queues } from '../../platform/queues/queues.js';
import { anyOpening, Workflow } from '../../platform/workflow/workflow.js';
import { nameKey, numberKey, plain } from '../whitelist/index.js';
import { touches, type Happening, type Touch, type WatchedEntry } from './domain/touch.rules.js';
import type { WatchAlert } from './watch-alert.entity.js';
import { WATCH_ALERT } from './watch-alert.subject.js';

const CLAIMS = systemClaims('watches');
/** Makes the id of a warning from entry, key and what happened. */
const NAMESPACE = '7b0d5d51-6d0a-5f5c-8f0a-2d1f6f0f9c33';
const COMPLAINTS: Statement = { name: 'watch-complaints', text: 'SELECT id, right_type AS type, right_number AS number, target_uscc AS target FROM complaint WHERE id = ANY($1::uuid[]) AND right_number IS NOT NULL' };
/** A right under the same name that is not the watched one; its holders are not warned of it. */
const RIGHTS: Statement = {
  name: 'watch-rights',
  text: `SELECT r.id, r.right_type AS type, r.number, r.title, ARRAY(SELECT o.uscc FROM jsonb_array_elements(r.holders) AS h JOIN organisation o ON o.id = (h->'party'->>'organisation')::uuid WHERE o.uscc IS NOT NULL) AS holders
         FROM ip_right r WHERE r.id = ANY($1::uuid[]) AND r.title IS NOT NULL`,
};
const PUBLISHED: Statement = { name: 'watch-published', text: 'SELECT id, text, search FROM public_record WHERE id = ANY($1::uuid[]) AND ended_at IS NULL' };
const ENTRY = 'SELECT id, agency, region, uscc, watched FROM whitelist_entry WHERE state IN (\'listed\', \'exiting\')';
const BY_KEYS: Statement = { name: 'watch-entries-by-key', text: `${ENTRY} AND watched && $1::text[] ORDER BY id` };
const ALL: Statement = { name: 'watch-entries', text: `${ENTRY} ORDER BY id` };

/** Looks whether what happens touches a right under watch. What is found stands in rows: twice the same job raises one warning. */
@Injectable()
export class WatchesJobs implements OnModuleInit {
  constructor(
    private readonly queues: Queues,
    private readonly database: Database,
    private readonly workflow: Workflow,
    private readonly now: Now,
  ) {}

  onModuleInit(): void {
    this.queues.handle('watches.look', (data) => this.look([data]), (together) => this.look(together));
  }

  private async look(events: readonly JobData[]): Promise<void> {
    const of = (type: string): string[] => events.filter(({ subjectType }) => subjectType === type).map(({ subjectId }) => subjectId);
    const happened = [...(await this.complaints(of('complaint'))), ...(await this.rights(of('right'))), ...(await this.published(of('publication')))];
    if (happened.length === 0) return;
    // A text is looked through for the keys of all; anything else is found by its own.
    const entries = happened.some(({ words }) => words !== '') ? await this.entries(ALL, []) : await this.entries(BY_KEYS, [happened.flatMap(({ keys }) => keys)]);
    for (const happening of happened) for (const touch of touches(happening, entries)) await this.raise(happening, touch);
  }

  private async complaints(ids: readonly string[]): Promise<Happening[]> {
    const rows = await this.rowsOf<{ id: string; type: string; number: string; target: string | null }>(COMPLAINTS, ids);
    return rows.map(({ id, type, number, target }) => ({ kind: 'complaint', id, keys: [numberKey(type, number)], words: '', notTold: target === null ? [] : [target] }));
  }

  private async rights(ids: readonly string[]): Promise<Happening[]> {
    const rows = await this.rowsOf<{ id: string; type: string; number: string; title: string; holders: string[] }>(RIGHTS, ids);
    const found = await Promise.all(rows.map(async ({ id, type, number, title, holders }): Promise<Happening[]> => {
      const key = nameKey(title);
      if (key === null) return [];
      // Whoever watches this very right knows it.
      const own = await this.entries(BY_KEYS, [[numberKey(type, number)]]);
      return [{ kind: 'right', id, keys: [key], words: '', notTold: [...holders, ...own.map(({ uscc }) => uscc)] }];
    }));
    return found.flat();
  }

  private async published(ids: readonly string[]): Promise<Happening[]> {
    const rows = await this.rowsOf<{ id: string; text: string; search: string }>(PUBLISHED, ids);
    const firms = rows.length === 0 ? [] : await this.entries(ALL, []);
    return rows.map(({ id, text, search }) => ({ kind: 'publication', id, keys: [], words: plain(text), notTold: firms.filter(({ uscc }) => search.includes(uscc.toLowerCase())).map(({ uscc }) => uscc) }));
  }

  private async raise({ kind, id: aboutId }: Happening, { entry, key }: Touch): Promise<void> {
    const at = this.now.date();
    const acting: Acting = { claims: CLAIMS, permissions: new Set(), agency: '', at };
    const row = { id: v5(`${entry.id} ${key} ${kind} ${aboutId}`, NAMESPACE), agency: entry.agency, region: entry.region, entryId: entry.id, touchedBy: kind, aboutId, key, raisedAt: at, settledBy: null, note: null };
    try {
      await this.workflow.open(acting, [anyOpening<WatchAlert>({ subject: WATCH_ALERT, command: 'raise', row, input: {}, data: { entry: entry.id, touchedBy: kind, key } })], [], () => ({ status: 201, body: null }));
    } catch (error) {
      // The same event again.
      if (uniqueViolation(error) === null) throw error;
    }
  }

  private async rowsOf<Row extends object>(statement: Statement, ids: readonly string[]): Promise<Row[]> {
    return ids.length === 0 ? [] : ((await this.database.read(CLAIMS, statement, [ids])) as unknown as Row[]);
  }

  private entries(statement: Statement, values: readonly unknown[]): Promise<WatchedEntry[]> {
    return this.database.read<WatchedEntry & Record<string, never>>(CLAIMS, statement, values);
  }
}
