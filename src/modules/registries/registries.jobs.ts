import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Background } from '../../platform/background.js';
import { legalDay } from '../../platform/clocks/clocks.js';
import { systemClaims } from '../../platform/database/claims.js';
import { Database, type Statement } from '../../platform/database/database.js';
import { Metrics } from '../../platform/health/metrics.js';
import { Now } from '../../platform/http/clock.js';
import { Queues } from '../../platform/queues/queues.js';
import { effectsOf, LISTS } from './data/effects.data.js';
import { shownEffect } from './registries.queries.js';
import { SubscribersService } from './subscribers.service.js';

const CLAIMS = systemClaims('registries');
/** The database numbers it, and drops what it told before. */
const TELL: Statement = { name: 'registry-tell-effects', text: 'INSERT INTO registry_change (list, effects, at) VALUES ($1, $2::jsonb, $3)' };
const MISSING: Statement = { name: 'registry-recalls-missing', text: "SELECT count(*)::int AS value FROM registry_recall WHERE state = 'missing'" };

/** Calls back what was cancelled, and tells when effects begin or end. The alarm itself is brought by the clock of a recall, from rows alone. */
@Injectable()
export class RegistriesJobs implements OnModuleInit {
  constructor(
    private readonly queues: Queues,
    private readonly background: Background,
    private readonly metrics: Metrics,
    private readonly database: Database,
    private readonly now: Now,
    private readonly subscribers: SubscribersService,
  ) {}

  onModuleInit(): void {
    this.queues.handle('registries.recall', ({ subjectId }) => this.subscribers.recall({ claims: CLAIMS, permissions: new Set(), agency: '', at: this.now.date() }, subjectId));
    this.background.everyHour((at) => this.tellEffects(at));
    this.metrics.reading('zhiheng_registry_recalls_missing', 'Recalls of cancelled entries that a subscriber has not acknowledged in time', MISSING);
  }

  /** Effects begin and end with days, and with releases. */
  async tellEffects(at: Date): Promise<void> {
    const queries = Object.keys(LISTS).map((list) => ({ statement: TELL, values: [list, JSON.stringify(effectsOf(list, legalDay(at)).map(shownEffect)), at] }));
    await this.database.transact(CLAIMS, [], (transaction) => transaction.batch(queries));
  }
}
