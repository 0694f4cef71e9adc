import { Module, type OnApplicationBootstrap, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Background } from '../../platform/background.js';
import { Loop } from '../../platform/outbox/loop.js';
import { BacktestsService } from './backtests.service.js';
import { DecisionsQueries } from './decisions.queries.js';
import { RoutingController } from './routing.controller.js';
import { RoutingService } from './routing.service.js';
import { RuleSetsController } from './rule-sets.controller.js';
import { RuleSetsQueries } from './rule-sets.queries.js';
import { RuleSetsService } from './rule-sets.service.js';
import { ThresholdsController } from './thresholds.controller.js';
import { ThresholdsService } from './thresholds.service.js';

/** How soon a process sees what another one published. Its first day may be today, so this is also how long they may differ. */
const LOOK_MILLISECONDS = 30_000;

@Module({
  controllers: [RuleSetsController, RoutingController, ThresholdsController],
  providers: [RoutingService, RuleSetsQueries, RuleSetsService, BacktestsService, DecisionsQueries, ThresholdsService],
  exports: [RoutingService],
})
export class RoutingModule implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy {
  private readonly look = new Loop('routing-rules', LOOK_MILLISECONDS, async () => {
    await this.routing.refresh();
    return false;
  });

  constructor(
    private readonly routing: RoutingService,
    private readonly ruleSets: RuleSetsService,
    private readonly background: Background,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.routing.refresh();
    this.background.everyHour((at) => this.ruleSets.retireSuperseded(at));
  }

  onApplicationBootstrap(): void {
    this.look.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.look.stop();
  }
}
