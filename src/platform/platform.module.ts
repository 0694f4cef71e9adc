import { Global, Module, type DynamicModule, type FactoryProvider, type InjectionToken } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clocks } from './clocks/clocks.js';
import { Config } from './config/config.js';
import { Database } from './database/database.js';
import { RowMapper } from './database/row-mapper.js';
import { Now } from './http/clock.js';
import { Idempotency } from './http/idempotency.js';
import { HealthController } from './health/health.controller.js';
import { Metrics } from './health/metrics.js';
import { LedgerController } from './ledger/ledger.controller.js';
import { LedgerQueries } from './ledger/ledger.queries.js';
import { Relay } from './outbox/relay.js';
import { Chores } from './chores/chores.js';
import type { Catalogues } from './queues/catalogue.js';
import { DeadLetters } from './queues/dead-letters.js';
import { QueueReport } from './queues/queue-report.js';
import { Queues } from './queues/queues.js';
import { QueuesController } from './queues/queues.controller.js';
import { Background } from './background.js';
import { Vault } from './security/vault.js';
import type { Subject } from './workflow/subject.js';
import { ClockCommands } from './workflow/clock-commands.js';
import { SubjectQueries } from './workflow/subject.queries.js';
import { Expiry } from './workflow/expiry.js';
import { Sweep } from './workflow/sweep.js';
import { Workflow } from './workflow/workflow.js';

export interface PlatformOptions {
  readonly config: Config;
  readonly dataSource: DataSource;
  readonly databaseUrl: string;
  readonly now: Now;
  /** Kinds of subject that have a lifecycle. Their rows may be of any entity. */
  readonly subjects: readonly Subject[];
  readonly catalogues: Catalogues;
}

type Maker<Made> = Pick<FactoryProvider<Made>, 'provide' | 'inject' | 'useFactory'>;

/** A plain class made from other tokens: most of the platform knows nothing of Nest. */
function made<Made>(provide: InjectionToken<Made>, inject: InjectionToken[], useFactory: (...parts: never[]) => Made): Maker<Made> {
  return { provide, inject, useFactory: useFactory as FactoryProvider<Made>['useFactory'] };
}

@Global()
@Module({})
export class PlatformModule {
  static register({ config, dataSource, databaseUrl, now, subjects, catalogues }: PlatformOptions): DynamicModule {
    const address = { redisUrl: config.REDIS_URL, databaseUrl };
    const parts = [
      { provide: Config, useValue: config },
      { provide: Now, useValue: now },
      made(Database, [DataSource], (source: DataSource) => new Database(source)),
      made(RowMapper, [DataSource], (source: DataSource) => new RowMapper(source)),
      made(Clocks, [Database], (database: Database) => new Clocks(database)),
      made(Idempotency, [Database], (database: Database) => new Idempotency(database)),
      made(Workflow, [Idempotency, Clocks, RowMapper], (idempotency: Idempotency, clocks: Clocks, rows: RowMapper) => new Workflow(idempotency, clocks, rows, subjects)),
      made(ClockCommands, [Idempotency, Clocks, RowMapper], (idempotency: Idempotency, clocks: Clocks, rows: RowMapper) => new ClockCommands(idempotency, clocks, rows, subjects)),
      made(Expiry, [Database, Clocks, Workflow], (database: Database, clocks: Clocks, workflow: Workflow) => new Expiry(database, clocks, workflow, subjects)),
      made(Sweep, [Database, Clocks, RowMapper, Expiry], (database: Database, clocks: Clocks, rows: RowMapper, expiry: Expiry) => new Sweep(database, clocks, rows, subjects, expiry)),
      made(LedgerQueries, [Database, RowMapper], (database: Database, rows: RowMapper) => new LedgerQueries(database, subjects.map(({ lifecycle, entity }) => ({ subject: lifecycle.subject, table: rows.table(entity) })))),
      made(SubjectQueries, [Database, RowMapper, LedgerQueries], (database: Database, rows: RowMapper, ledger: LedgerQueries) => new SubjectQueries(database, rows, ledger)),
      made(Queues, [], () => new Queues(address, catalogues)),
      made(Relay, [Database, Queues], (database: Database, queues: Queues) => new Relay(database, queues, now, config.RELAY_MILLISECONDS)),
      made(DeadLetters, [Database, Queues, Relay], (database: Database, queues: Queues, relay: Relay) => {
        const letters = new DeadLetters(database, queues, now);
        queues.whenSettled({ done: (outboxIds, job) => relay.done(outboxIds, job), gaveUp: (failed) => letters.record(failed) });
        return letters;
      }),
      made(QueueReport, [Database, Queues], (database: Database, queues: Queues) => new QueueReport(database, queues, now)),
      made(Chores, [Database, Queues, Relay, Idempotency], (database: Database, queues: Queues, relay: Relay, idempotency: Idempotency) =>
        new Chores(database, queues, now, config.SWEEP_MILLISECONDS, [(at) => relay.forget(at), (at) => idempotency.forget(at)])),
    ];
    return {
      module: PlatformModule,
      imports: [TypeOrmModule.forRootAsync({ useFactory: () => dataSource.options, dataSourceFactory: async () => dataSource })],
      controllers: [HealthController, LedgerController, QueuesController],
      providers: [...parts, Vault, Metrics, Background],
      exports: [...parts.map(({ provide }) => provide), Vault, Metrics, Background],
    };
  }
}
