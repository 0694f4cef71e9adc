import { Logger } from '@nestjs/common';

/** Runs a piece of background work again and again, never twice at a time. An error is logged and the work tried again later. */
export class Loop {
  private readonly logger = new Logger('Loop');
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();
  private stopped = true;

  /** `work` returns true when there is more to do at once. */
  constructor(
    private readonly name: string,
    private readonly milliseconds: number,
    private readonly work: () => Promise<boolean>,
  ) {}

  /** Starting what runs already changes nothing. */
  start(): void {
    if (!this.stopped) return;
    this.stopped = false;
    this.schedule(0);
  }

  /** Looks at once, or right after the round that is running. */
  wake(): void {
    this.schedule(0);
  }

  /** Resolves when the round that is running has ended. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer !== null) clearTimeout(this.timer);
    await this.running;
  }

  private schedule(delay: number): void {
    if (this.stopped) return;
    // One timer and one line of rounds, even when it is started again while the last round before a stop still runs.
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.running = this.running.then(() => this.round());
    }, delay);
  }

  private async round(): Promise<void> {
    if (this.stopped) return;
    let more = false;
    try {
      more = await this.work();
    } catch (error) {
      this.logger.error({ loop: this.name, reason: error instanceof Error ? error.message : 'unknown' });
    }
    this.schedule(more ? 0 : this.milliseconds);
  }
}
