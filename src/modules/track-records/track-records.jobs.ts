import { Injectable, type OnModuleInit } from '@nestjs/common';
import { v5 } from 'uuid';
import { legalDay } from '../../platform/clocks/clocks.js';
import { systemClaims } from '../../platform/database/claims.js';
import { Database, type Statement } from '../../platform/database/database.js';
import type { Acting } from '../../platform/http/acting.js';
import { Now } from '../../platform/http/clock.js';
import { Problem } from '../../platform/http/problem.js';
import { uniqueViolation } from '../../platform/http/idempotency.js';
import type { JobData } from '../../platform/queues/catalogue.js';
import { Queues } from '../../platform/queues/queues.js';
import { anyOpening, Workflow, type Gather } from '../../platform/workflow/workflow.js';
import { FACT_OF_FINDING } from './data/track-records.data.js';
import type { TrackFact } from './track-fact.entity.js';
import { TRACK_FACT } from './track-fact.subject.js';
import { factOf } from './track-records.service.js';

/** Makes the id of a fact from its source, its kind and its holder. */
const NAMESPACE = '0c1c2f6a-52f7-5c3e-8a3b-6f8d5a0e7b21';
const ORGANISATIONS = `JOIN case_party y ON y.case_id = p.case_id AND y.organisation_id IS NOT NULL`;
/** A decision that imposes a penalty, and the right holders that were openly a party. */
const UPHELD: Statement = {
  name: 'track-record-upheld',
  text: `SELECT p.agency, p.case_id AS "caseId", d.id AS "sourceId", y.organisation_id AS "organisationId", 'upheld' AS finding, (SELECT min(r.served_at) FROM service_record r WHERE r.document_id = d.id) AS "happenedAt" FROM penalty p
         JOIN official_document d ON d.subject_type = 'penalty' AND d.subject_id = p.id AND d.kind = 'penalty-decision' AND d.withdrawn_at IS NULL ${ORGANISATIONS} AND y.role = 'complainant-right-holder' AND y.removed_at IS NULL
         WHERE p.id = $1 AND p.state <> 'revoked' ORDER BY d.id, y.organisation_id`,
};
const FOUND: Statement = {
  name: 'track-record-found',
  text: `SELECT p.agency, p.case_id AS "caseId", p.id AS "sourceId", y.organisation_id AS "organisationId", p.finding->>'finding' AS finding, (p.finding->>'at')::timestamptz AS "happenedAt" FROM takedown p ${ORGANISATIONS} AND y.id = p.right_holder WHERE p.id = $1 AND p.finding IS NOT NULL`,
};

/** What rests on a decision of the proceeding that stands no longer. */
const FALLEN: Statement = { name: 'track-facts-fallen', text: `SELECT t.id FROM track_fact t JOIN official_document d ON d.id = t.source_id WHERE d.subject_id = $1 AND t.state <> 'struck' ORDER BY t.id` };
const BASE_FELL: Statement = {
  name: 'track-fact-base-fell',
  text: `SELECT d.withdrawn_at IS NOT NULL OR p.state = 'revoked' AS fell FROM track_fact t JOIN official_document d ON d.id = t.source_id JOIN penalty p ON p.id = d.subject_id WHERE t.id = $1`,
};

interface Source extends Pick<TrackFact, 'agency' | 'caseId' | 'organisationId'> {
  readonly sourceId: string;
  readonly finding: string;
  /** Null where no service is on record. */
  readonly happenedAt: Date | null;
}

/** Facts that decisions bring by themselves, and take with them when they fall. A holder who is a natural person has no record: who it is stands in the vault. */
@Injectable()
export class TrackRecordsJobs implements OnModuleInit {
  constructor(
    private readonly queues: Queues,
    private readonly database: Database,
    private readonly workflow: Workflow,
    private readonly now: Now,
  ) {}

  onModuleInit(): void {
    this.queues.handle('track-records.upheld', (data) => this.keep(data, UPHELD, () => 'complaint-upheld'));
    this.queues.handle('track-records.fall', (data) => this.fall(data));
    this.queues.handle('track-records.found', (data) => this.keep(data, FOUND, ({ finding }) => FACT_OF_FINDING[finding]));
  }

  private async keep({ subjectId }: JobData, statement: Statement, kindOf: (source: Source) => string | undefined): Promise<void> {
    const acting = this.acting();
    for (const source of await this.database.read<Source & object>(acting.claims, statement, [subjectId])) {
      const kind = kindOf(source);
      if (kind !== undefined) await this.record(acting, source, kind);
    }
  }

  /** Whether the base fell is asked under the lock of each. A base that stands, as where another paper was withdrawn, leaves it as it is. */
  private async fall({ subjectId, event }: JobData): Promise<void> {
    const acting = this.acting();
    for (const { id } of await this.database.read<{ id: string }>(acting.claims, FALLEN, [subjectId])) {
      const gather: Gather = { queries: [{ statement: BASE_FELL, values: [id] }], facts: ([rows = []]) => ({ baseFell: (rows[0] as { fell: boolean } | undefined)?.fell === true }) };
      try {
        await this.workflow.carryOut<TrackFact, null>(acting, { subject: TRACK_FACT, id, command: 'fall', input: {}, gather, patch: () => ({ struckBy: acting.claims.actor }), data: { cause: event } }, () => ({ status: 200, body: null }));
      } catch (error) {
        if (!(error instanceof Problem) || error.code !== 'command.refused') throw error;
      }
    }
  }

  private acting(): Acting {
    return { claims: systemClaims('track-records'), permissions: new Set(), agency: '', at: this.now.date() };
  }

  private async record(acting: Acting, { agency, caseId, sourceId, organisationId, happenedAt }: Source, kind: string): Promise<void> {
    const { at, claims } = acting;
    const row = factOf({ id: v5(`${sourceId} ${kind} ${organisationId}`, NAMESPACE), agency, organisationId, kind, occurredOn: legalDay(happenedAt ?? at), caseId, sourceId, note: null, recordedBy: claims.actor, recordedAt: at });
    const input = { known: true, openParty: true, today: legalDay(at) };
    try {
      await this.workflow.open(acting, [anyOpening<TrackFact>({ subject: TRACK_FACT, command: 'record', row, input, data: { organisationId, kind, caseId, source: sourceId } })], [], () => ({ status: 201, body: null }));
    } catch (error) {
      // The same event again.
      if (uniqueViolation(error) === null) throw error;
    }
  }
}
