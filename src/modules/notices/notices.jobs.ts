import { Injectable, type OnModuleInit } from '@nestjs/common';
import { v5 } from 'uuid';
import { systemClaims } from '../../platform/database/claims.js';
import { Database, type Statement } from '../../platform/database/database.js';
import { Now } from '../../platform/http/clock.js';
import type { JobData } from '../../platform/queues/catalogue.js';
import { Queues } from '../../platform/queues/queues.js';
import { JobFault } from '../../platform/queues/reason.js';
import { INTAKE_DESK } from '../identity/index.js';

/** Makes the id of a notice from event and agency: the same job twice writes the same row. */
const NAMESPACE = '6f1c0f5e-6d3c-5d5e-9c57-0d8a5b1f2c11';

/** The clocks of rewards are told to nobody: a notice is read by the whole agency. */
const OF_DEADLINE = "SELECT id, CASE WHEN subject_type <> 'reward' THEN agency END AS agency FROM deadline WHERE id = ANY($1::uuid[])";

const AGENCY_OF: Readonly<Record<string, Statement>> = {
  'notices.matter-arrived': { name: 'agency-of-complaint', text: 'SELECT id, handling_agency AS agency FROM complaint WHERE id = ANY($1::uuid[])' },
  'notices.matter-revised': { name: 'agency-of-complaint', text: 'SELECT id, handling_agency AS agency FROM complaint WHERE id = ANY($1::uuid[])' },
  'notices.reply-demanded': { name: 'agency-of-reply', text: 'SELECT id, agency FROM reply_obligation WHERE id = ANY($1::uuid[])' },
  'notices.case-opened': { name: 'agency-of-case', text: 'SELECT id, agency FROM case_file WHERE id = ANY($1::uuid[])' },
  'notices.case-escalated': { name: 'agency-of-case', text: 'SELECT id, agency FROM case_file WHERE id = ANY($1::uuid[])' },
  'notices.confirmation-door-closed': { name: 'agency-of-confirmation', text: 'SELECT id, agency FROM confirmation WHERE id = ANY($1::uuid[])' },
  'notices.measure-ended': { name: 'agency-of-proceeding', text: 'SELECT id, agency FROM proceeding WHERE id = ANY($1::uuid[])' },
  'notices.fair-handed-over': { name: 'agency-of-fair-matter', text: 'SELECT id, competent AS agency FROM fair_matter WHERE id = ANY($1::uuid[])' },
  'notices.takedown-turned': { name: 'agency-of-proceeding', text: 'SELECT id, agency FROM proceeding WHERE id = ANY($1::uuid[])' },
  'notices.clue-arrived': { name: 'agency-of-clue', text: 'SELECT id, agency FROM campaign_clue WHERE id = ANY($1::uuid[])' },
  'notices.inspection-told': { name: 'agencies-inspected', text: 'SELECT i.id, a AS agency FROM inspection i CROSS JOIN LATERAL unnest(i.agencies) AS a WHERE i.id = ANY($1::uuid[])' },
  'notices.finding-told': { name: 'agency-of-finding', text: 'SELECT id, agency FROM inspection_finding WHERE id = ANY($1::uuid[])' },
  'notices.inspector-told': { name: 'body-of-finding', text: 'SELECT id, body AS agency FROM inspection_finding WHERE id = ANY($1::uuid[])' },
  'notices.supervision-told': { name: 'agency-under-supervision', text: 'SELECT s.id, f.agency FROM supervision s JOIN case_file f ON f.id = s.case_id WHERE s.id = ANY($1::uuid[])' },
  'notices.recall-missing': { name: 'agencies-of-recall', text: 'SELECT r.id, a AS agency FROM registry_recall r CROSS JOIN LATERAL unnest(ARRAY[r.agency, r.subscriber_agency]) AS a WHERE r.id = ANY($1::uuid[])' },
  'notices.urging-arrived': { name: 'agency-of-urging', text: 'SELECT id, agency FROM urging WHERE id = ANY($1::uuid[])' },
  'notices.urging-answered': { name: 'sender-of-urging', text: 'SELECT id, sender AS agency FROM urging WHERE id = ANY($1::uuid[])' },
  'notices.step-above': { name: 'agency-told-of-step', text: 'SELECT id, told AS agency FROM escalation_step WHERE id = ANY($1::uuid[])' },
  'notices.supervisor-told': { name: 'agency-of-proceeding', text: 'SELECT id, agency FROM proceeding WHERE id = ANY($1::uuid[])' },
  'notices.deadline-overdue': { name: 'agency-of-deadline', text: OF_DEADLINE },
  'notices.deadline-reminder': { name: 'agency-of-deadline', text: OF_DEADLINE },
};
const INSERT: Statement = {
  name: 'notice-write',
  text: `INSERT INTO notice (id, agency, event, subject_type, subject_id, created_at)
         SELECT n.*, $6 FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::uuid[]) AS n ON CONFLICT ON CONSTRAINT notice_pk DO NOTHING`,
};

/** Writes what an agency has to know. The fact itself is in its own table; a notice only points to it. */
@Injectable()
export class NoticesJobs implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly queues: Queues,
    private readonly now: Now,
  ) {}

  onModuleInit(): void {
    for (const [job, agencyOf] of Object.entries(AGENCY_OF)) this.queues.handle(job, (data) => this.tell([data], agencyOf), (together) => this.tell(together, agencyOf));
    this.queues.handle('notices.matter-returned', (data) => this.write([{ ...data, agency: INTAKE_DESK }]));
  }

  private async tell(events: readonly JobData[], agencyOf: Statement): Promise<void> {
    const found = await this.database.read<{ id: string; agency: string | null }>(systemClaims('notices'), agencyOf, [events.map(({ subjectId }) => subjectId)]);
    await this.write(events.flatMap((data) => {
      const told = found.filter(({ id }) => id === data.subjectId);
      if (told.length === 0) throw new JobFault(`${data.event}: subject ${data.subjectId} is not there`);
      return told.flatMap(({ agency }) => (agency === null ? [] : [{ ...data, agency }]));
    }));
  }

  private async write(notices: readonly (JobData & { agency: string })[]): Promise<void> {
    const columns = [notices.map(({ outboxId, agency }) => v5(`${outboxId} ${agency}`, NAMESPACE)), notices.map(({ agency }) => agency), notices.map(({ event }) => event), notices.map(({ subjectType }) => subjectType), notices.map(({ subjectId }) => subjectId)];
    await this.database.transact(systemClaims('notices'), [{ statement: INSERT, values: [...columns, this.now.date()] }], async () => undefined);
  }
}
