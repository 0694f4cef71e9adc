import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/index.js';
import { IntakeModule } from '../intake/index.js';
import { ImportsController } from './imports.controller.js';
import { ImportBatches } from './imports.batches.service.js';
import { ImportsJobs } from './imports.jobs.js';
import { ImportLeases } from './imports.leases.service.js';
import { ImportsQueries } from './imports.queries.js';
import { ImportRun } from './imports.run.service.js';
import { ImportsService } from './imports.service.js';
import { ImportStore } from './imports.store.service.js';

@Module({
  imports: [IdentityModule, IntakeModule],
  controllers: [ImportsController],
  providers: [ImportsService, ImportsQueries, ImportStore, ImportLeases, ImportBatches, ImportRun, ImportsJobs],
})
export class ImportsModule {}
