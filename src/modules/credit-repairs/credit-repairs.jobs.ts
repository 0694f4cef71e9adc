import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemClaims } from '../../platform/database/claims.js';
import type { Acting } from '../../platform/http/acting.js';
import { Now } from '../../platform/http/clock.js';
import { Problem } from '../../platform/http/problem.js';
import type { JobData } from '../../platform/queues/catalogue.js';
import { Queues } from '../../platform/queues/queues.js';
import { ListingDecisionsService } from '../listings/index.js';
import { CreditRepairsQueries } from './credit-repairs.queries.js';

/** A listing leaves the register, and comes back, by moves of its own. Twice does no harm: the second finds it moved. */
@Injectable()
export class CreditRepairsJobs implements OnModuleInit {
  constructor(
    private readonly queues: Queues,
    private readonly now: Now,
    private readonly queries: CreditRepairsQueries,
    private readonly listings: ListingDecisionsService,
  ) {}

  onModuleInit(): void {
    this.queues.handle('credit-repairs.remove-listing', (data) => this.remove(data));
    this.queues.handle('credit-repairs.restore-listing', (data) => this.restore(data));
  }

  private async remove({ subjectId }: JobData): Promise<void> {
    const { targetType, targetId, appliedAt, reasons, verification } = await this.queries.row(this.acting(), subjectId);
    if (targetType !== 'listing' || verification === null) return;
    const { performed, rectified: harmRemoved, relapsed } = verification;
    await unlessMoved(() => this.listings.removeAfterRepair(this.acting(), targetId, { appliedAt: appliedAt.toISOString(), reasons: reasons ?? '', performed, harmRemoved, nothingSince: !relapsed }));
  }

  /** Where it was never removed, it simply stands. */
  private async restore({ subjectId }: JobData): Promise<void> {
    const { targetType, targetId, revokedAt, reasons } = await this.queries.row(this.acting(), subjectId);
    if (targetType !== 'listing' || revokedAt === null) return;
    await unlessMoved(() => this.listings.restore(this.acting(), targetId, { reasons: reasons ?? '' }, revokedAt));
  }

  private acting(): Acting {
    return { claims: systemClaims('credit-repairs'), permissions: new Set(), agency: '', at: this.now.date() };
  }
}

async function unlessMoved(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
  }
}
