import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Clocks } from './clocks/clocks.js';
import { Config } from './config/config.js';
import { Now } from './http/clock.js';
import { Idempotency } from './http/idempotency.js';
import { Loop } from './outbox/loop.js';
import { Relay } from './outbox/relay.js';
import { Queues } from './queues/queues.js';
import { Sweep } from './workflow/sweep.js';

const HOUR_MILLISECONDS = 3_600_000;

/** Starts and stops what runs beside the requests: relay, sweeper and queue workers, where ROLE is worker or all. */
@Injectable()
export class Background implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Background');
  private readonly sweeper: Loop;
  private readonly housekeeper: Loop;
  private readonly chores: ((at: Date) => Promise<void>)[] = [];

  constructor(
    private readonly config: Config,
    private readonly clocks: Clocks,
    private readonly queues: Queues,
    private readonly relay: Relay,
    private readonly sweep: Sweep,
    private readonly idempotency: Idempotency,
    private readonly now: Now,
  ) {
    this.sweeper = new Loop('sweeper', config.SWEEP_MILLISECONDS, () => this.round());
    this.housekeeper = new Loop('housekeeper', HOUR_MILLISECONDS, () => this.tidy());
  }

  /** Something to clear away every hour; rooms say what while modules are built. */
  everyHour(chore: (at: Date) => Promise<void>): void {
    this.chores.push(chore);
  }

  async onModuleInit(): Promise<void> {
    await this.clocks.refresh();
    this.queues.whenDone((outboxIds, job) => this.relay.done(outboxIds, job));
  }

  onApplicationBootstrap(): void {
    if (this.config.ROLE === 'api') return;
    this.queues.work();
    this.relay.start();
    this.sweeper.start();
    this.housekeeper.start();
  }

  /** Nothing new is taken; what runs is finished. */
  async onModuleDestroy(): Promise<void> {
    await Promise.all([this.sweeper.stop(), this.relay.stop(), this.housekeeper.stop()]);
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

  private async tidy(): Promise<boolean> {
    const at = this.now.date();
    for (const chore of [(now: Date) => this.relay.forget(now), (now: Date) => this.idempotency.forget(now), ...this.chores]) await chore(at);
    return false;
  }
}
