import { Injectable } from '@nestjs/common';
import { legalDay } from '../../platform/clocks/clocks.js';
import { Database, type Statement } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { anyOpening, Workflow, type Command } from '../../platform/workflow/workflow.js';
import { CaseTexts } from '../cases/index.js';
import type { TrackFact } from './track-fact.entity.js';
import { TRACK_FACT } from './track-fact.subject.js';
import type { RecordTrackFactDto, StrikeReasonDto, TrackFactDto } from './track-record.dto.js';
import { shownFact, TrackRecordsQueries } from './track-records.queries.js';

/** Nobody else: a reporter stands in the vault, and nowhere in the case. */
const FITTING: Statement = {
  name: 'track-record-fitting',
  text: `SELECT EXISTS (SELECT 1 FROM organisation o WHERE o.id = $1 AND o.state = 'registered') AS known,
           EXISTS (SELECT 1 FROM case_party p WHERE p.case_id = $2 AND p.organisation_id = $1 AND p.role = 'complainant-right-holder' AND p.removed_at IS NULL) AS "openParty"`,
};

/** Facts about how right holders used their rights. */
@Injectable()
export class TrackRecordsService {
  constructor(
    private readonly workflow: Workflow,
    private readonly database: Database,
    private readonly texts: CaseTexts,
    private readonly queries: TrackRecordsQueries,
  ) {}

  async record(acting: Acting, { organisationId, kind, occurredOn, caseId, note: given }: RecordTrackFactDto): Promise<Answer<TrackFactDto>> {
    const [[fitting], note] = await Promise.all([this.database.read<{ known: boolean; openParty: boolean }>(acting.claims, FITTING, [organisationId, caseId]), this.texts.scrubbed(caseId, given)]);
    const row = factOf({ id: newId(), agency: acting.agency, organisationId, kind, occurredOn, caseId, sourceId: null, note, recordedBy: acting.claims.actor, recordedAt: acting.at });
    const opening = anyOpening<TrackFact>({ subject: TRACK_FACT, command: 'record', row, input: { ...fitting, today: legalDay(acting.at) }, data: { organisationId, kind, occurredOn, caseId } });
    return this.workflow.open(acting, [opening], [], ([outcome]) => ({ status: 201, body: shownFact(outcome?.row as unknown as TrackFact) }));
  }

  async askStrike(acting: Acting, id: string, given: StrikeReasonDto): Promise<Answer<TrackFactDto>> {
    const reason = await this.scrubbed(acting, id, given);
    return this.move(acting, { id, command: 'ask-strike', input: { reason }, patch: () => ({ strikeAskedBy: acting.claims.actor, reason }), data: { reason } });
  }

  strike(acting: Acting, id: string): Promise<Answer<TrackFactDto>> {
    return this.move(acting, { id, command: 'strike', input: {}, patch: () => ({ struckBy: acting.claims.actor }) });
  }

  async keep(acting: Acting, id: string, given: StrikeReasonDto): Promise<Answer<TrackFactDto>> {
    const reason = await this.scrubbed(acting, id, given);
    return this.move(acting, { id, command: 'keep', input: { reason }, patch: () => ({ strikeAskedBy: null, reason }), data: { reason } });
  }

  private async scrubbed(acting: Acting, id: string, { reason }: StrikeReasonDto): Promise<string> {
    const { caseId } = await this.queries.fact(acting, id);
    return this.texts.scrubbed(caseId, reason);
  }

  private move(acting: Acting, command: Omit<Command<TrackFact>, 'subject'>): Promise<Answer<TrackFactDto>> {
    return this.workflow.execute(acting, { subject: TRACK_FACT, ...command }, ({ row }) => ({ status: 200, body: shownFact(row) }));
  }
}

export function factOf(given: Omit<TrackFact, 'state' | 'version' | 'strikeAskedBy' | 'reason' | 'struckBy'>): Omit<TrackFact, 'state' | 'version'> {
  return { ...given, strikeAskedBy: null, reason: null, struckBy: null };
}
