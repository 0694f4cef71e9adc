import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/index.js';
import { WatchesController } from './watches.controller.js';
import { WatchesJobs } from './watches.jobs.js';
import { WatchesQueries } from './watches.queries.js';
import { WatchesService } from './watches.service.js';

@Module({ imports: [CasesModule], controllers: [WatchesController], providers: [WatchesService, WatchesQueries, WatchesJobs] })
export class WatchesModule {}
