import { Injectable } from '@nestjs/common';
import { centsOf, moneyText } from '../../kernel/money/index.js';
import { Clocks, legalDay } from '../../platform/clocks/clocks.js';
import { newId } from '../../platform/database/id.js';
import { insertInto, type Insert } from '../../platform/database/insert-statements.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { ProceedingQueries, Proceedings, type Gathered, type MovedProceedingDto, type Step } from '../proceedings/index.js';
import { SURCHARGE_RATES } from './data/rates.data.js';
import { accruedOn, coversPart, daysBetween, openPart, outstandingOn, partsOf, type Payment } from './domain/fine.rules.js';
import { Fine, FineInstalment, FinePayment } from './fine.entity.js';
import type { ApproveScheduleDto, AtDto, BankDto, CollectDto, FineOpinionDto, PaymentDto, RemitDto, RequestScheduleDto, TakeUpFineDto, WriteOffDto } from './fine.dto.js';
import { FINE } from './fine.subject.js';
import { fineGather, type FineGathered } from './fines.gather.queries.js';
import { fineOrder } from './fines.opening.service.js';
import { FinesQueries } from './fines.queries.js';

export type Moved = Promise<Answer<MovedProceedingDto>>;
export type FineStep<Input> = Omit<Step<Fine, Input>, 'patch' | 'paper' | 'also'> & {
  readonly patch?: (row: Fine, input: Input & Gathered & FineGathered) => Partial<Fine>;
  readonly paper?: (row: Fine, input: Input & Gathered & FineGathered) => Readonly<Record<string, unknown>>;
  readonly also?: (row: Fine, input: Input & Gathered & FineGathered) => { readonly inserts?: readonly Insert[] };
};

/** Last instant of a day in Asia/Shanghai. */
const endOf = (day: string): Date => new Date(`${day}T23:59:59.999+08:00`);

/** Payment of what a decision asks for, in time, by plan or late. That a day goes by is brought by time: see the kinds fine.payment and fine.instalment. */
@Injectable()
export class FinesService {
  constructor(
    private readonly proceedings: Proceedings,
    private readonly reads: ProceedingQueries,
    private readonly queries: FinesQueries,
    private readonly clocks: Clocks,
  ) {}

  /** Of a decision that was served before its money was on record here. */
  takeUp(acting: Acting, { caseId, penalty, party, person, fine, confiscation, servedAt }: TakeUpFineDto): Moved {
    const order = fineOrder(this.clocks, { agency: acting.agency, region: '', decidedBy: penalty, kind: 'ordinary', party, person, fine, confiscation, servedAt: new Date(servedAt) }, 'take-up');
    return this.proceedings.open<Fine>(acting, caseId, { ...order, input: { at: servedAt, now: acting.at.toISOString() } });
  }

  /** The clock of the next part of a plan starts where this payment covers the one that was open. */
  async recordPayment(acting: Acting, id: string, body: PaymentDto): Moved {
    const { row, paid } = await this.queries.sums(acting, id);
    const fresh = paymentsOf(body);
    const covered = coversPart(row, paid, fresh);
    const sum = [...paid.payments, ...fresh].filter(({ item }) => item === 'fine').reduce((total, { amount }) => total + centsOf(amount), 0n);
    const next = covered ? openPart(partsOf(row, paid.plan), moneyText(sum)) : null;
    const amounts = next === null ? undefined : { 'fine.instalment': Math.max(1, daysBetween(legalDay(acting.at), next.dueOn)) };
    return this.run(acting, id, 'record-payment', body, { ...(row.state === 'scheduled' ? { amounts } : {}), data: paidData, also: (now, input) => ({ inserts: [paidRows(acting, now, input)] }) });
  }

  settle(acting: Acting, id: string, body: PaymentDto): Moved {
    return this.run(acting, id, 'settle', body, { data: paidData, patch: () => ({ outcome: 'paid' }), also: (row, input) => ({ inserts: [paidRows(acting, row, input)] }) });
  }

  collect(acting: Acting, id: string, body: CollectDto): Moved {
    const { amount, at, receipt } = body;
    const paidOn = legalDay(new Date(at));
    return this.run(acting, id, 'collect-on-the-spot', body, {
      triggers: { 'fine.hand-over': new Date(at) }, data: ({ ground }) => ({ ground, amount, at, receipt }),
      also: (row) => ({ inserts: [paidRows(acting, row, { items: [{ item: 'fine', amount }], paidOn, way: 'on-the-spot', receipt })] }),
    });
  }

  handOver(acting: Acting, id: string, body: AtDto): Moved {
    return this.run(acting, id, 'hand-over', body, { acted: new Date(body.at), triggers: { 'fine.bank': new Date(body.at) }, data: ({ at }) => ({ at }) });
  }

  bank(acting: Acting, id: string, body: BankDto): Moved {
    return this.run(acting, id, 'bank', body, { acted: new Date(body.at), data: ({ at, receipt }) => ({ at, receipt }), patch: () => ({ outcome: 'paid' }) });
  }

  requestSchedule(acting: Acting, id: string, body: RequestScheduleDto): Moved {
    return this.run(acting, id, 'request-schedule', body, { data: ({ at }) => ({ at }), patch: (_, { at, reason }) => ({ request: { at: new Date(at).toISOString(), reason } }) });
  }

  refuseSchedule(acting: Acting, id: string, body: FineOpinionDto): Moved {
    return this.run(acting, id, 'refuse-schedule', body, { patch: () => ({ request: null }) });
  }

  /** The time for the court counts from the end of the plan, or of the remedies where that is later (第七十六条第二款). */
  async approveSchedule(acting: Acting, id: string, body: ApproveScheduleDto): Moved {
    const { row } = await this.reads.one(acting, FINE, id);
    const today = legalDay(acting.at);
    const [first, last] = [body.parts[0]?.dueOn ?? today, body.parts.at(-1)?.dueOn ?? today];
    const end = endOf(last);
    const requested = row.request?.at ?? null;
    return this.run(acting, id, 'approve-schedule', body, {
      amounts: { 'fine.instalment': Math.max(1, daysBetween(today, first)) }, triggers: { 'enforcement.application': end > row.remediesEnd ? end : row.remediesEnd }, data: ({ parts }) => ({ parts: parts.map(({ amount, dueOn }) => ({ amount, dueOn })) }),
      patch: (before, paid) => ({ request: null, plan: before.plan + 1, accrued: before.surcharge === null ? '0.00' : accruedOn(SURCHARGE_RATES, before, paid, today).amount }),
      also: (now, { parts, payments }) => ({ inserts: [planRows(now, today, parts, payments)] }),
      paper: ({ party, fine }, { parts, decision }) => ({ party, decision, fine, requestedAt: requested, plan: parts.map(({ amount, dueOn }) => ({ amount, dueOn })), consequence: '到期不缴纳的，每日按罚款数额的百分之三加处罚款，并依法申请人民法院强制执行' }),
    });
  }

  imposeSurcharge(acting: Acting, id: string, body: FineOpinionDto): Moved {
    const imposedOn = legalDay(acting.at);
    return this.run(acting, id, 'impose-surcharge', body, { data: () => ({ imposedOn }), patch: () => ({ surcharge: { imposedOn, remitted: '0.00' } }) });
  }

  remitSurcharge(acting: Acting, id: string, body: RemitDto): Moved {
    return this.run(acting, id, 'remit-surcharge', body, {
      data: ({ amount }) => ({ amount }), patch: ({ surcharge }, { amount }) => (surcharge === null ? {} : { surcharge: { ...surcharge, remitted: moneyText(centsOf(surcharge.remitted) + centsOf(amount)) } }),
    });
  }

  writeOff(acting: Acting, id: string, body: WriteOffDto): Moved {
    const today = legalDay(acting.at);
    return this.run(acting, id, 'write-off', body, {
      data: ({ ground }) => ({ ground }), patch: (row, paid) => ({ outcome: `written-off: ${outstandingOn(SURCHARGE_RATES, row, paid, today).total}` }),
    });
  }

  run<Input extends object>(acting: Acting, id: string, command: string, body: Input, step: FineStep<Input> = {}): Moved {
    return this.proceedings.run(acting, FINE, id, command, body, { gather: fineGather(acting, id), ...step } as Step<Fine, Input>);
  }
}

function paymentsOf({ items, paidOn }: PaymentDto): Payment[] {
  return items.map(({ item, amount }) => ({ item, amount, paidOn }));
}

function paidData({ items, paidOn, way, receipt }: PaymentDto): Readonly<Record<string, unknown>> {
  return { items: items.map(({ item, amount }) => ({ item, amount })), paidOn, way, receipt };
}

function paidRows({ claims, at }: Acting, { id: fineId, caseId }: Fine, { items, paidOn, way, receipt }: PaymentDto): Insert {
  return insertInto(FinePayment, ...items.map(({ item, amount }): FinePayment => ({ id: newId(), caseId, fineId, item, amount, paidOn, way, receipt, recordedBy: claims.actor, recordedAt: at })));
}

/** What was paid before stands first, so that later payments meet the parts of the plan. */
function planRows({ id: fineId, caseId, plan }: Fine, today: string, parts: readonly { amount: string; dueOn: string }[], payments: readonly Payment[]): Insert {
  const before = moneyText(payments.filter(({ item }) => item === 'fine').reduce((sum, { amount }) => sum + centsOf(amount), 0n));
  const rows = [...(centsOf(before) === 0n ? [] : [{ amount: before, dueOn: today, position: 0 }]), ...parts.map(({ amount, dueOn }, index) => ({ amount, dueOn, position: index + 1 }))];
  return insertInto(FineInstalment, ...rows.map((row): FineInstalment => ({ id: newId(), caseId, fineId, plan, ...row })));
}
