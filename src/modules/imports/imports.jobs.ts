import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Background } from '../../platform/background.js';
import { Config } from '../../platform/config/config.js';
import { Loop } from '../../platform/outbox/loop.js';
import { Queues } from '../../platform/queues/queues.js';
import { ImportLeases } from './imports.leases.service.js';
import { ImportRun } from './imports.run.service.js';
import { ImportStore } from './imports.store.service.js';

/** How often a worker looks for imports that the queue has lost. */
const LOOK_MILLISECONDS = 5_000;

/** Works on one import at a time, so that the memory of a worker does not grow with the files that wait. The queue only wakes it. */
@Injectable()
export class ImportsJobs implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy {
  private readonly loop = new Loop('imports', LOOK_MILLISECONDS, () => this.next());
  private stopping = false;

  constructor(
    private readonly config: Config,
    private readonly queues: Queues,
    private readonly background: Background,
    private readonly leases: ImportLeases,
    private readonly imports: ImportRun,
    private readonly store: ImportStore,
  ) {}

  onModuleInit(): void {
    this.queues.handle('imports.run', async () => this.loop.wake());
    this.background.everyHour((at) => this.store.clearAway(at));
  }

  onApplicationBootstrap(): void {
    if (this.config.ROLE !== 'api') this.loop.start();
  }

  /** The batch under way is finished; the next worker goes on after it. */
  async onModuleDestroy(): Promise<void> {
    this.stopping = true;
    await this.loop.stop();
  }

  /** One import, from where it stands. Returns true when it had one: more may wait. */
  async next(): Promise<boolean> {
    const taken = await this.leases.take();
    if (taken === null) return false;
    const hold = this.leases.hold(taken.id);
    try {
      await this.imports.run(taken, hold, () => this.stopping);
      await this.leases.release(taken.id);
      return true;
    } catch (error) {
      await this.leases.rest(taken.id);
      throw new Error(`Import ${taken.id}: ${nameOf(error)}`);
    } finally {
      hold.end();
    }
  }
}

/** Messages of the database and of readers may quote a row: only code and kind are told. */
function nameOf(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return [name, code].filter((part) => typeof part === 'string').join(' ');
}
