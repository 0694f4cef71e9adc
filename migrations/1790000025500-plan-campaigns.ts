import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardedTable, mayWrite, seenWithSubject } from './policies.js';

const takesPart = '(SELECT sec.sees_all()) OR agencies && (SELECT sec.agencies())::text[]';
const ofCampaign = 'EXISTS (SELECT 1 FROM campaign c WHERE c.id = campaign_id)';

const up = [
  `CREATE TABLE campaign (
     id uuid CONSTRAINT campaign_pk PRIMARY KEY, state text NOT NULL, version integer NOT NULL, agency text NOT NULL, agencies text[] NOT NULL, name text NOT NULL, targets text[] NOT NULL, right_types text[] NOT NULL, regions text[] NOT NULL,
     starts_on text NOT NULL, ends_on text NOT NULL, summary text, next_due timestamptz)`,
  'CREATE INDEX campaign_newest ON campaign (id, state)',
  ...guardedTable('campaign', { select: takesPart, insert: `${mayWrite} AND (${takesPart})`, update: `${mayWrite} AND (${takesPart})` }),
  ...seenWithSubject('campaign', 'campaign'),

  `CREATE TABLE campaign_clue (
     id uuid CONSTRAINT campaign_clue_pk PRIMARY KEY, campaign_id uuid NOT NULL, state text NOT NULL, version integer NOT NULL, agency text NOT NULL, target_name text NOT NULL, target_uscc text, place text NOT NULL, suspicion text NOT NULL,
     result text, case_id uuid, note text, settled_by text)`,
  'CREATE INDEX campaign_clue_campaign ON campaign_clue (campaign_id, id, agency, state)',
  ...guardedTable('campaign_clue', { select: ofCampaign, insert: `${mayWrite} AND ${ofCampaign}`, update: `${mayWrite} AND ${ofCampaign}` }),
  ...seenWithSubject('campaign-clue', 'campaign_clue'),
];

const down = ['DROP TABLE campaign_clue CASCADE', 'DROP TABLE campaign CASCADE'];

export class PlanCampaigns1790000025500 implements MigrationInterface {
  name = 'PlanCampaigns1790000025500';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
