import { Injectable, type OnModuleInit } from '@nestjs/common';
import { v5 } from 'uuid';
import { systemClaims } from '../../platform/database/claims.js';
import { Database, type Statement } from '../../platform/database/database.js';
import { Now } from '../../platform/http/clock.js';
import type { JobData } from '../../platform/queues/catalogue.js';
import { Queues } from '../../platform/queues/queues.js';
import { INTAKE_DESK } from '../identity/index.js';

/** Makes the id of a notice from event and agency: the same job twice writes the same row. */
const NAMESPACE = '6f1c0f5e-6d3c-5d5e-9c57-0d8a5b1f2c11';

const WRITE = 'INSERT INTO notice (id, agency, event, subject_type, subject_id, created_at)';
const ONCE = 'ON CONFLICT ON CONSTRAINT notice_pk DO NOTHING';
const AGENCY_OF: Readonly<Record<string, Statement>> = {
  'notices.matter-arrived': { name: 'agency-of-complaint', text: 'SELECT handling_agency AS agency FROM complaint WHERE id = $1' },
  'notices.matter-revised': { name: 'agency-of-complaint', text: 'SELECT handling_agency AS agency FROM complaint WHERE id = $1' },
  'notices.reply-demanded': { name: 'agency-of-reply', text: 'SELECT agency FROM reply_obligation WHERE id = $1' },
  'notices.case-opened': { name: 'agency-of-case', text: 'SELECT agency FROM case_file WHERE id = $1' },
  'notices.deadline-overdue': { name: 'agency-of-deadline', text: 'SELECT agency FROM deadline WHERE id = $1' },
  'notices.deadline-reminder': { name: 'agency-of-deadline', text: 'SELECT agency FROM deadline WHERE id = $1' },
};
const INSERT: Statement = { name: 'notice-write', text: `${WRITE} VALUES ($1, $2, $3, $4, $5, $6) ${ONCE}` };

/** Writes what an agency has to know. The fact itself is in its own table; a notice only points to it. */
@Injectable()
export class NoticesJobs implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly queues: Queues,
    private readonly now: Now,
  ) {}

  onModuleInit(): void {
    for (const [job, agencyOf] of Object.entries(AGENCY_OF)) this.queues.handle(job, (data) => this.tell(data, agencyOf));
    this.queues.handle('notices.matter-returned', (data) => this.write(data, INTAKE_DESK));
  }

  private async tell(data: JobData, agencyOf: Statement): Promise<void> {
    const [row] = await this.database.read<{ agency: string }>(systemClaims('notices'), agencyOf, [data.subjectId]);
    if (row === undefined) throw new Error(`${data.event}: subject ${data.subjectId} is not there`);
    await this.write(data, row.agency);
  }

  private async write({ outboxId, event, subjectType, subjectId }: JobData, agency: string): Promise<void> {
    const id = v5(`${outboxId} ${agency}`, NAMESPACE);
    await this.database.transact(systemClaims('notices'), [{ statement: INSERT, values: [id, agency, event, subjectType, subjectId, this.now.date()] }], async () => undefined);
  }
}
