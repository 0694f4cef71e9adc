import { Injectable } from '@nestjs/common';
import { legalDay } from '../../platform/clocks/clocks.js';
import { showDeadline } from '../../platform/clocks/show-deadline.js';
import type { Deadline } from '../../platform/clocks/deadline.entity.js';
import { Database } from '../../platform/database/database.js';
import type { Acting } from '../../platform/http/acting.js';
import { ProceedingQueries, shownProceeding } from '../proceedings/index.js';
import { SURCHARGE_RATES } from './data/rates.data.js';
import { accruedOn, outstandingOn, type Paid } from './domain/fine.rules.js';
import type { Fine } from './fine.entity.js';
import type { FineDto, SurchargeDto } from './fine.dto.js';
import { FINE } from './fine.subject.js';
import { sumsOf } from './fines.gather.queries.js';

@Injectable()
export class FinesQueries {
  constructor(
    private readonly proceedings: ProceedingQueries,
    private readonly database: Database,
  ) {}

  async one(acting: Acting, id: string): Promise<FineDto> {
    const { row, deadlines, paid } = await this.sums(acting, id);
    const { party, fine, confiscation, servedAt, payBy, remediesEnd } = row;
    return {
      ...shownProceeding('fine', row), party, fine, confiscation, servedAt: servedAt.toISOString(), payBy, remediesEnd: remediesEnd.toISOString(), deadlines: deadlines.map(showDeadline), instalments: [...paid.plan], payments: [...paid.payments],
      outstanding: outstandingOn(SURCHARGE_RATES, row, paid, legalDay(acting.at)),
    };
  }

  /** The surcharge as it stands, or would stand if it were imposed, step by step. */
  async surcharge(acting: Acting, id: string, on = legalDay(acting.at)): Promise<SurchargeDto> {
    const { row, paid } = await this.sums(acting, id);
    const { steps, uncapped, cap, amount } = accruedOn(SURCHARGE_RATES, row, paid, on);
    return { on, imposed: row.surcharge !== null, steps: [...steps], uncapped, cap, amount, outstanding: outstandingOn(SURCHARGE_RATES, row, paid, on) };
  }

  /** A fine with its payments and the plan in force. Throws 404. */
  async sums(acting: Acting, id: string): Promise<{ row: Fine; deadlines: readonly Deadline[]; paid: Paid }> {
    const { row, deadlines } = await this.proceedings.one(acting, FINE, id);
    const [payments = [], plan = []] = await this.database.readAll(acting.claims, sumsOf(id));
    return { row, deadlines, paid: { payments: payments as unknown as Paid['payments'], plan: plan as unknown as Paid['plan'] } };
  }
}
