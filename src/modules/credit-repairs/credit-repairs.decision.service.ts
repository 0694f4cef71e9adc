import { Injectable } from '@nestjs/common';
import { legalDay } from '../../platform/clocks/clocks.js';
import { newId } from '../../platform/database/id.js';
import { insertInto } from '../../platform/database/insert-statements.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import type { Gather } from '../../platform/workflow/workflow.js';
import { BAR, REMEDY } from './data/conditions.data.js';
import { monthsAfter } from './domain/repair.rules.js';
import type { CreditRepairFraudDto, CreditRepairReasonsDto, MovedCreditRepairDto } from './credit-repair.dto.js';
import { CreditRepairBan, type CreditRepair } from './credit-repair.entity.js';
import { CreditRepairsQueries, type Found } from './credit-repairs.queries.js';
import { applicantOf, CreditRepairsService } from './credit-repairs.service.js';

type Moved = Promise<Answer<MovedCreditRepairDto>>;

/** What a head decides: whether it is taken in, granted, refused or taken back. */
@Injectable()
export class CreditRepairDecisionsService {
  constructor(
    private readonly repairs: CreditRepairsService,
    private readonly queries: CreditRepairsQueries,
  ) {}

  refuseAcceptance(acting: Acting, id: string, body: CreditRepairReasonsDto): Moved {
    return this.refusing(acting, id, 'refuse-acceptance', body);
  }

  extend(acting: Acting, id: string, body: CreditRepairReasonsDto): Moved {
    return this.repairs.run(acting, id, 'extend', body, ({ reasons }) => ({ patch: () => ({ extendedAt: acting.at }), data: { reasons } }));
  }

  /** What is shown ends at once; a listing is removed by the job that follows. */
  grant(acting: Acting, id: string, body: CreditRepairReasonsDto): Moved {
    const { gather, found } = this.watched(acting, id);
    return this.repairs.run(acting, id, 'grant', body, ({ reasons }) => ({
      gather, data: { reasons }, patch: () => ({ decidedAt: acting.at, reasons, stopped: [...found().ending] }),
      paper: (row) => ({ applicant: applicantOf(row), reasons, conditions: told(found()), promise: row.promise }),
      cascades: { 'publication.stop-early': ({ stopped }: CreditRepair) => stopped.map((publication) => ({ id: publication, input: {}, data: { repair: id } })) },
    }));
  }

  refuse(acting: Acting, id: string, body: CreditRepairReasonsDto): Moved {
    return this.refusing(acting, id, 'refuse', body);
  }

  refuseForFraud(acting: Acting, id: string, body: CreditRepairFraudDto): Moved {
    return this.repairs.run(acting, id, 'refuse-for-fraud', body, ({ facts, reasons }) => ({
      data: { facts, reasons }, patch: () => ({ decidedAt: acting.at, reasons }), also: (row) => barOf(acting, row),
      paper: (row) => ({ applicant: applicantOf(row), reasons: `${facts}。${reasons}`, remedies: REMEDY.text.zh, barredUntil: lastDayOf(acting) }),
    }));
  }

  /** Everything is as it was before, and its time begins anew (第二十三条第一款). */
  revoke(acting: Acting, id: string, body: CreditRepairFraudDto): Moved {
    const { gather, found } = this.watched(acting, id);
    return this.repairs.run(acting, id, 'revoke', body, ({ facts, reasons }) => ({
      gather, data: { facts, reasons }, patch: () => ({ revokedAt: acting.at, reasons }), also: (row) => barOf(acting, row),
      paper: (row) => ({ applicant: applicantOf(row), facts, reasons, remedies: REMEDY.text.zh, barredUntil: lastDayOf(acting) }),
      cascades: { 'publication.restore': () => found().ended.map(({ id: publication, clock }) => ({ id: publication, input: {}, patch: { restoredAt: acting.at, displayClock: clock, reason: reasons }, data: { repair: id } })) },
    }));
  }

  private refusing(acting: Acting, id: string, command: string, body: CreditRepairReasonsDto): Moved {
    const { gather, found } = this.watched(acting, id);
    return this.repairs.run(acting, id, command, body, ({ reasons }) => ({
      gather, data: { reasons }, patch: () => ({ decidedAt: acting.at, reasons }), paper: (row) => ({ applicant: applicantOf(row), reasons, conditions: told(found()), remedies: REMEDY.text.zh }),
    }));
  }

  /** The same gathering, and what it found, to be asked for once the locks are held. */
  private watched(acting: Acting, id: string): { gather: Gather; found: () => Found } {
    const { queries, facts } = this.queries.gather(acting, id);
    let seen: Found = { conditions: [], missing: [], ending: [], ended: [] };
    return { gather: { queries, facts: (results) => ((given) => ((seen = given as unknown as Found), given))(facts(results)) }, found: () => seen };
  }
}

const lastDayOf = ({ at }: Acting): string => monthsAfter(legalDay(at), BAR.months);
const told = ({ conditions }: Found): object[] => conditions.map(({ code, label, holds, facts }) => ({ code, label: label.zh, holds, facts }));

function barOf(acting: Acting, { id, uscc, agency }: CreditRepair): { inserts: ReturnType<typeof insertInto>[] } {
  return { inserts: [insertInto(CreditRepairBan, { id: newId(), repairId: id, uscc, agency, decidedAt: acting.at, lastDay: lastDayOf(acting) })] };
}
