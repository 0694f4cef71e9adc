import { Module } from '@nestjs/common';
import { LadderController } from './ladder.controller.js';
import { LadderJobs } from './ladder.jobs.js';
import { LadderQueries } from './ladder.queries.js';
import { LadderService } from './ladder.service.js';

@Module({ controllers: [LadderController], providers: [LadderService, LadderQueries, LadderJobs] })
export class LadderModule {}
