import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Clocks } from './clocks/clocks.js';
import { Config } from './config/config.js';
import { Now } from './http/clock.js';
import { Chores } from './chores/chores.js';
import { Relay } from './outbox/relay.js';
import { Queues } from './queues/queues.js';
import { Sweep } from './workflow/sweep.js';

/** Starts and stops what runs beside the requests: relay, chores (the sweeper is one) and queue workers, where ROLE is worker or all. */
@Injectable()
export class Background implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Background');

  constructor(
    private readonly config: Config,
    private readonly clocks: Clocks,
    private readonly queues: Queues,
    private readonly relay: Relay,
    private readonly sweep: Sweep,
    private readonly chores: Chores,
    private readonly now: Now,
  ) {
    chores.add('platform.sweep', config.SWEEP_MILLISECONDS, () => this.round());
  }

  /** Something to clear away every hour; rooms say what while modules are built. */
  everyHour(chore: (at: Date) => Promise<void>): void {
    this.chores.everyHour(chore);
  }

  async onModuleInit(): Promise<void> {
    await this.clocks.refresh();
  }

  onApplicationBootstrap(): void {
    if (this.config.ROLE === 'api') return;
    this.queues.work();
    this.relay.start();
    this.chores.start();
  }

  /** Nothing new is taken; what runs is finished. */
  async onModuleDestroy(): Promise<void> {
    await Promise.all([this.chores.stop(), this.relay.stop()]);
    await this.queues.close();
  }

  /** One round: see what was loaded, count again, let happen what time brings, mark what is overdue, remind of what will be, call lost jobs back. Returns true when there is more. */
  async round(): Promise<boolean> {
    const at = this.now.date();
    await this.clocks.refresh();
    const recounted = await this.sweep.recount(at);
    const carriedOut = await this.sweep.expiry.carryOut(at);
    const overdue = await this.sweep.overdue(at);
    const reminded = await this.sweep.remind(at);
    const recalled = await this.relay.recall();
    if (recounted + carriedOut + overdue.marked + reminded.marked + recalled > 0) this.logger.log({ recounted, carriedOut, overdue: overdue.marked, reminded: reminded.marked, recalled });
    return overdue.more || reminded.more;
  }
}
