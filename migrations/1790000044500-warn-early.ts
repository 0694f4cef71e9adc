import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardedTable, historySeenWith, historyUnseenWith, inScope, mayWrite } from './policies.js';

const seen = inScope(['agency'], 'region');
const AS_SYSTEM = "SELECT set_config('zhiheng.scope', 'system', true), set_config('zhiheng.actor', 'system:migration', true)";
const AS_NOBODY = "SELECT set_config('zhiheng.scope', '', true), set_config('zhiheng.actor', '', true)";
/** As the application makes them; half-width and lower case are nearly all that comes. */
const KEYS = `ARRAY(SELECT DISTINCT k FROM jsonb_array_elements(rights) AS r CROSS JOIN LATERAL unnest(ARRAY[r->>'type' || ':' || lower(regexp_replace(r->>'number', '[^[:alnum:]]', '', 'g')), 'name:' || lower(regexp_replace(r->>'name', '[^[:alnum:]]', '', 'g'))]) AS k WHERE k IS NOT NULL ORDER BY k)`;

const up = [
  "ALTER TABLE whitelist_entry ADD watched text[] NOT NULL DEFAULT '{}'",
  AS_SYSTEM, `UPDATE whitelist_entry SET watched = ${KEYS}`, AS_NOBODY,
  'ALTER TABLE whitelist_entry ALTER watched DROP DEFAULT',
  "CREATE INDEX whitelist_entry_watched ON whitelist_entry USING gin (watched) WHERE state IN ('listed', 'exiting')",
  `CREATE TABLE watch_alert (
     id uuid CONSTRAINT watch_alert_pk PRIMARY KEY, state text NOT NULL, version integer NOT NULL, agency text NOT NULL, region text NOT NULL, entry_id uuid NOT NULL, touched_by text NOT NULL, about_id uuid NOT NULL, key text NOT NULL,
     raised_at timestamptz NOT NULL, settled_by text, note text)`,
  'CREATE INDEX watch_alert_newest ON watch_alert (raised_at, id)',
  'CREATE INDEX watch_alert_entry ON watch_alert (entry_id, raised_at, id)',
  ...guardedTable('watch_alert', { select: seen, insert: '(SELECT sec.is_system())', update: `${mayWrite} AND (${seen})` }),
  historySeenWith('watch-alert', 'watch_alert'),
];

const down = [historyUnseenWith('watch-alert', 'watch_alert'), 'DROP TABLE watch_alert', 'DROP INDEX whitelist_entry_watched', 'ALTER TABLE whitelist_entry DROP watched'];

export class WarnEarly1790000044500 implements MigrationInterface {
  name = 'WarnEarly1790000044500';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
