import { Injectable } from '@nestjs/common';
import { showDeadline } from '../../platform/clocks/show-deadline.js';
import { Database } from '../../platform/database/database.js';
import { RowMapper } from '../../platform/database/row-mapper.js';
import type { Acting } from '../../platform/http/acting.js';
import { decodeCursor, pageOf, type Page } from '../../platform/http/pagination.js';
import type { AvailableCommandsDto } from '../../platform/workflow/subject.queries.js';
import { ProceedingQueries, shownProceeding, type ProceedingDto, type ProceedingListQuery } from '../proceedings/index.js';
import { penaltyGather } from './penalties.gather.queries.js';
import type { Penalty } from './penalty.entity.js';
import { PenaltyRecord } from './penalty-record.entity.js';
import { PENALTY } from './penalty.subject.js';
import type { PenaltyDto, PenaltyRecordDto, PenaltyRecordQuery } from './penalty.dto.js';

const RECORDS = { name: 'penalty-records', text: 'SELECT * FROM penalty_record WHERE penalty_id = $1 AND ($2::text IS NULL OR kind = $2) AND ($3::uuid IS NULL OR id > $3) ORDER BY id LIMIT $4' };

@Injectable()
export class PenaltiesQueries {
  constructor(
    private readonly proceedings: ProceedingQueries,
    private readonly database: Database,
    private readonly rows: RowMapper,
  ) {}

  list(acting: Acting, query: ProceedingListQuery): Promise<Page<ProceedingDto>> {
    return this.proceedings.list(acting, query, PENALTY);
  }

  async one(acting: Acting, id: string): Promise<PenaltyDto> {
    const { row, deadlines } = await this.proceedings.one(acting, PENALTY, id);
    return { ...shownProceeding('penalty', row), ...ownOf(row), deadlines: deadlines.map(showDeadline) };
  }

  available(acting: Acting, id: string): Promise<AvailableCommandsDto> {
    return this.proceedings.available(acting, PENALTY, id, penaltyGather(acting, id));
  }

  /** In the order in which they were written down. */
  async records(acting: Acting, id: string, { kind, cursor, limit }: PenaltyRecordQuery): Promise<Page<PenaltyRecordDto>> {
    await this.proceedings.one(acting, PENALTY, id);
    const [after = null] = decodeCursor(cursor, 'uuid') ?? [];
    const [raw = []] = await this.database.readAll(acting.claims, [{ statement: RECORDS, values: [id, kind ?? null, after, limit + 1] }]);
    return pageOf(raw.map((one) => shownRecord(this.rows.map(PenaltyRecord, one))), limit, (record) => [record.id]);
  }
}

function ownOf(row: Penalty): Omit<PenaltyDto, keyof ProceedingDto | 'deadlines'> {
  const { party, cause, findings, reviewGrounds, announced, defences, hearing, decision, illegalIncome, correction, challenge } = row;
  return {
    party, cause, findings, reviewGrounds, announced, defences, hearing, decision, illegalIncome, correction, challenge,
    filedAt: shown(row.filedAt), legalReviewedAt: shown(row.legalReviewedAt), discussedAt: shown(row.discussedAt), decisionServedAt: shown(row.decisionServedAt),
  };
}

function shownRecord({ id, kind, at, until, place, people, evidence, party, content, details, writtenBy, writtenAt }: PenaltyRecord): PenaltyRecordDto {
  return { id, kind, at: at.toISOString(), until: shown(until), place, people, evidence, party, content, details, writtenBy, writtenAt: writtenAt.toISOString() };
}

function shown(instant: Date | null): string | null {
  return instant?.toISOString() ?? null;
}
