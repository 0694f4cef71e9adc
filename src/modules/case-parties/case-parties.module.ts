import { Module } from '@nestjs/common';
import { PartiesModule } from '../parties/index.js';
import { RightsModule } from '../rights/index.js';
import { CasePartiesController } from './case-parties.controller.js';
import { CasePartiesJobs } from './case-parties.jobs.js';
import { CasePartiesQueries } from './case-parties.queries.js';
import { Registry } from './case-parties.registry.service.js';
import { CasePartiesService } from './case-parties.service.js';

@Module({ imports: [PartiesModule, RightsModule], controllers: [CasePartiesController], providers: [CasePartiesService, CasePartiesQueries, CasePartiesJobs, Registry] })
export class CasePartiesModule {}
