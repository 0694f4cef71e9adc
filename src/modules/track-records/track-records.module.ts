import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/index.js';
import { TrackRecordsController } from './track-records.controller.js';
import { TrackRecordsJobs } from './track-records.jobs.js';
import { TrackRecordsQueries } from './track-records.queries.js';
import { TrackRecordsService } from './track-records.service.js';

@Module({ imports: [CasesModule], controllers: [TrackRecordsController], providers: [TrackRecordsService, TrackRecordsQueries, TrackRecordsJobs] })
export class TrackRecordsModule {}
