import { Injectable } from '@nestjs/common';
import { showDeadline } from '../../platform/clocks/show-deadline.js';
import { Database } from '../../platform/database/database.js';
import { RowMapper } from '../../platform/database/row-mapper.js';
import type { Acting } from '../../platform/http/acting.js';
import type { Subject } from '../../platform/workflow/subject.js';
import { ProceedingQueries, shownProceeding, type Found } from '../proceedings/index.js';
import type { AssistanceDto, ExaminationDto, HeldGoodDto, HoldingDto, SeizureDto } from './holdings.dto.js';
import { Examination, HeldGood, type HoldingColumns } from './holdings.entity.js';
import { ASSISTANCE, PRESERVATION, SEIZURE } from './seizures.subject.js';

const GOODS = { name: 'holding-all-goods', text: 'SELECT * FROM held_good WHERE holding_id = $1 ORDER BY position' };
const EXAMINATIONS = { name: 'holding-examinations', text: 'SELECT * FROM examination WHERE holding_id = $1 ORDER BY id' };
const text = (at: Date | null): string | null => at?.toISOString() ?? null;

@Injectable()
export class SeizuresQueries {
  constructor(
    private readonly proceedings: ProceedingQueries,
    private readonly database: Database,
    private readonly rows: RowMapper,
  ) {}

  async preservation(acting: Acting, id: string): Promise<HoldingDto> {
    return this.holding(acting, PRESERVATION, await this.proceedings.one(acting, PRESERVATION, id));
  }

  async seizure(acting: Acting, id: string): Promise<SeizureDto> {
    const found = await this.proceedings.one(acting, SEIZURE, id);
    const { law, extendedAt, noticeUntil } = found.row;
    return { ...(await this.holding(acting, SEIZURE, found)), law, extendedAt: text(extendedAt), noticeUntil };
  }

  async assistance(acting: Acting, id: string): Promise<AssistanceDto> {
    const { row, deadlines } = await this.proceedings.one(acting, ASSISTANCE, id);
    const { other, reason, matters, letter, receivedAt, delayToldAt, result } = row;
    return { ...shownProceeding('assistance', row), other, reason, matters, letter, receivedAt: text(receivedAt), delayToldAt: text(delayToldAt), result, deadlines: deadlines.map(showDeadline) };
  }

  private async holding<Row extends HoldingColumns>({ claims }: Acting, { lifecycle: { subject } }: Subject<Row>, { row, deadlines }: Found<Row>): Promise<HoldingDto> {
    const [goods = [], examinations = []] = await this.database.readAll(claims, [{ statement: GOODS, values: [row.id] }, { statement: EXAMINATIONS, values: [row.id] }]);
    const { party, reason, approval, carriedOut } = row;
    return {
      ...shownProceeding(subject, row), party, reason, approval, carriedOut, deadlines: deadlines.map(showDeadline),
      goods: goods.map((raw) => shownGood(this.rows.map(HeldGood, raw))), examinations: examinations.map((raw) => shownExamination(this.rows.map(Examination, raw))),
    };
  }
}

function shownGood({ id, position, name, specification, unit, quantity, remark, fate, fateAt, proceeds }: HeldGood): HeldGoodDto {
  return { id, position, name, specification, unit, quantity, remark, fate, fateAt: text(fateAt), proceeds };
}

function shownExamination({ id, kind, examiner, goods, question, fromDay, untilDay, endedAt, report, result }: Examination): ExaminationDto {
  return { id, kind, examiner, goods, question, fromDay, untilDay, endedAt: text(endedAt), report, result };
}
