import { Module } from '@nestjs/common';
import { AssignmentsModule } from '../assignments/index.js';
import { CasesModule } from '../cases/index.js';
import { IdentityModule } from '../identity/index.js';
import { LanesModule } from '../lanes/index.js';
import { BulkCommandsController } from './bulk-commands.controller.js';
import { BulkCommandsJobs } from './bulk-commands.jobs.js';
import { BulkCommandsQueries } from './bulk-commands.queries.js';
import { BulkRun } from './bulk-commands.run.service.js';
import { BulkCommandsService } from './bulk-commands.service.js';
import { BulkSteps } from './bulk-commands.steps.service.js';
import { BulkWordsStore } from './bulk-commands.words.service.js';

@Module({
  imports: [IdentityModule, CasesModule, AssignmentsModule, LanesModule],
  controllers: [BulkCommandsController],
  providers: [BulkCommandsService, BulkCommandsQueries, BulkWordsStore, BulkSteps, BulkRun, BulkCommandsJobs],
})
export class BulkCommandsModule {}
