import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/index.js';
import { RapidCentreController } from './rapid-centre.controller.js';
import { RapidCentreJobs } from './rapid-centre.jobs.js';
import { RapidCentreQueries } from './rapid-centre.queries.js';
import { RapidCentreService } from './rapid-centre.service.js';

@Module({ imports: [CasesModule], controllers: [RapidCentreController], providers: [RapidCentreService, RapidCentreQueries, RapidCentreJobs] })
export class RapidCentreModule {}
