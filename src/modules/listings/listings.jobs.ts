import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Background } from '../../platform/background.js';
import { systemClaims } from '../../platform/database/claims.js';
import type { Acting } from '../../platform/http/acting.js';
import { Now } from '../../platform/http/clock.js';
import { Problem } from '../../platform/http/problem.js';
import type { JobData } from '../../platform/queues/catalogue.js';
import { Queues } from '../../platform/queues/queues.js';
import { ListingDecisionsService } from './listings.decision.service.js';
import { ListingsQueries } from './listings.queries.js';

/** A decision that falls takes the listings with it that rest on it. Twice does no harm: the second finds none. */
@Injectable()
export class ListingsJobs implements OnModuleInit {
  constructor(
    private readonly queues: Queues,
    private readonly now: Now,
    private readonly queries: ListingsQueries,
    private readonly decisions: ListingDecisionsService,
    private readonly background: Background,
  ) {}

  onModuleInit(): void {
    this.queues.handle('listings.base-fell', (data) => this.baseFell(data));
    this.background.everyHour((at) => this.removeExpired(at));
  }

  private async baseFell({ subjectId }: JobData): Promise<void> {
    const acting = systemAt(this.now.date());
    for (const id of await this.queries.restingOn(acting, subjectId)) await this.decisions.cancelWithBase(acting, id);
  }

  /** Three years are over (第二十一条): removed by time. What somebody ended meanwhile is left alone. */
  async removeExpired(at: Date): Promise<void> {
    const acting = systemAt(at);
    for (const id of await this.queries.expired(acting)) {
      try {
        await this.decisions.expireByTime(acting, id);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
      }
    }
  }
}

function systemAt(at: Date): Acting {
  return { claims: systemClaims('listings'), permissions: new Set(), agency: '', at };
}
