import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { systemClaims } from '../database/claims.js';
import { Database, type Statement } from '../database/database.js';
import { Now } from '../http/clock.js';
import { Relay } from '../outbox/relay.js';
import { Chores } from '../chores/chores.js';
import { QueueReport, type QueueFigures } from '../queues/queue-report.js';

const DEADLINES = {
  name: 'metrics-deadlines',
  text: `SELECT count(*) FILTER (WHERE status = 'overdue')::int AS overdue, count(*) FILTER (WHERE status = 'running' AND safe_due < $1::timestamptz + interval '3 days')::int AS due
         FROM (SELECT status, safe_due FROM deadline WHERE ended_at IS NULL ORDER BY coalesce(safe_due, 'infinity') LIMIT 100000) open`,
};

/** Numbers for Prometheus. Everything but the requests is read when it is asked for. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private readonly requests: Histogram;
  private readonly gauges: Readonly<Record<'queue' | 'queueAge' | 'queueDone' | 'dead' | 'chore' | 'outboxAge' | 'outboxWaiting' | 'deadlines' | 'pool', Gauge>>;

  constructor(
    private readonly database: Database,
    private readonly report: QueueReport,
    private readonly chores: Chores,
    private readonly relay: Relay,
    private readonly now: Now,
  ) {
    const registers = [this.registry];
    collectDefaultMetrics({ register: this.registry });
    this.requests = new Histogram({ name: 'zhiheng_http_request_seconds', help: 'Duration of HTTP requests by route pattern, seconds', labelNames: ['method', 'route', 'status'], buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5], registers });
    this.gauges = {
      queue: new Gauge({ name: 'zhiheng_queue_jobs', help: 'Jobs by queue and state', labelNames: ['queue', 'state'], registers }),
      queueAge: new Gauge({ name: 'zhiheng_queue_oldest_seconds', help: 'Age of the oldest event that the queue has still to do something about, seconds', labelNames: ['queue'], registers }),
      queueDone: new Gauge({ name: 'zhiheng_queue_finished_jobs', help: 'Jobs by queue that were done (completed) or given up (failed) since the queue was last wiped', labelNames: ['queue', 'outcome'], registers }),
      dead: new Gauge({ name: 'zhiheng_queue_dead_letters', help: 'Dead letters by queue that nobody has put back; 10,000 are counted', labelNames: ['queue'], registers }),
      chore: new Gauge({ name: 'zhiheng_chore_age_seconds', help: 'Seconds since the last round of a chore began', labelNames: ['chore'], registers }),
      outboxAge: new Gauge({ name: 'zhiheng_outbox_oldest_seconds', help: 'Age of the oldest outbox row that waits for the relay, seconds', registers }),
      outboxWaiting: new Gauge({ name: 'zhiheng_outbox_waiting', help: 'Outbox rows that wait for the relay, counted up to 10,000', registers }),
      deadlines: new Gauge({ name: 'zhiheng_deadlines', help: 'Open deadlines: due within three days, overdue; the 100,000 most urgent are counted', labelNames: ['state'], registers }),
      pool: new Gauge({ name: 'zhiheng_database_connections', help: 'Database connections of this process', labelNames: ['state'], registers }),
    };
  }

  observe(method: string, route: string, status: number, seconds: number): void {
    this.requests.labels(method, route, String(status)).observe(seconds);
  }

  /** A number that a room reads, as `value`, whenever somebody asks. */
  reading(name: string, help: string, statement: Statement): void {
    const { database } = this;
    new Gauge({
      name, help, registers: [this.registry],
      async collect() {
        const [found] = await database.read<{ value: number }>(systemClaims('metrics'), statement, []);
        this.set(found?.value ?? 0);
      },
    });
  }

  async text(): Promise<string> {
    const [figures, chores, lag, [deadlines]] = await Promise.all([this.report.figures(), this.chores.seen(), this.relay.lag(), this.database.read<{ overdue: number; due: number }>(systemClaims('metrics'), DEADLINES, [this.now.date()])]);
    this.show(figures);
    for (const { name, sinceStart } of chores) this.gauges.chore.labels(name).set(sinceStart / 1000);
    this.gauges.outboxAge.set(lag.seconds);
    this.gauges.outboxWaiting.set(lag.waiting);
    this.gauges.deadlines.labels('overdue').set(deadlines?.overdue ?? 0);
    this.gauges.deadlines.labels('due-soon').set(deadlines?.due ?? 0);
    for (const [state, count] of Object.entries(this.database.load)) this.gauges.pool.labels(state).set(count);
    return this.registry.metrics();
  }

  private show(figures: readonly QueueFigures[]): void {
    for (const { queue, waiting, running, delayed, completed, failed, oldestSeconds, deadLetters } of figures) {
      for (const [state, count] of Object.entries({ waiting, running, delayed })) this.gauges.queue.labels(queue, state).set(count);
      for (const [outcome, count] of Object.entries({ completed, failed })) this.gauges.queueDone.labels(queue, outcome).set(count);
      this.gauges.queueAge.labels(queue).set(oldestSeconds);
      this.gauges.dead.labels(queue).set(deadLetters);
    }
  }
}
