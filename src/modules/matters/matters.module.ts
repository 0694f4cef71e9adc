import { Module } from '@nestjs/common';
import { MattersController } from './matters.controller.js';
import { MattersJobs } from './matters.jobs.js';
import { MattersQueries } from './matters.queries.js';
import { MattersService } from './matters.service.js';

@Module({ controllers: [MattersController], providers: [MattersService, MattersQueries, MattersJobs] })
export class MattersModule {}
