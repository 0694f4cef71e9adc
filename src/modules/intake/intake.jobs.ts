import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Statement } from '../../platform/database/database.js';
import { Relay } from '../../platform/outbox/relay.js';
import { HURRIED_LANES } from '../cases/index.js';

const lanes = HURRIED_LANES.map((lane) => `'${lane}'`).join(', ');

/** Of the subjects given: complaints and files in a hurried lane, what is done within a file, and the clocks of all of them. */
const HURRIED: Statement = {
  name: 'hurried-subjects',
  text: `SELECT id FROM complaint WHERE id = ANY($1::uuid[]) AND lane IN (${lanes})
         UNION ALL SELECT d.id FROM deadline d JOIN complaint c ON c.id = d.subject_id WHERE d.id = ANY($1::uuid[]) AND c.lane IN (${lanes})
         UNION ALL SELECT id FROM case_file WHERE id = ANY($1::uuid[]) AND lane IN (${lanes})
         UNION ALL SELECT p.id FROM proceeding p JOIN case_file c ON c.id = p.case_id WHERE p.id = ANY($1::uuid[]) AND c.lane IN (${lanes})
         UNION ALL SELECT d.id FROM deadline d JOIN case_file c ON c.id = coalesce(d.within_id, d.subject_id) WHERE d.id = ANY($1::uuid[]) AND c.lane IN (${lanes})`,
};

/** Says to the relay what is in a hurry, from the complaint on. */
@Injectable()
export class IntakeJobs implements OnModuleInit {
  constructor(private readonly relay: Relay) {}

  onModuleInit(): void {
    this.relay.hurry(HURRIED);
  }
}
