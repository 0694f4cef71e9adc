import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/index.js';
import { PublicationDrafts } from './publications.drafting.service.js';
import { PublicationsController } from './publications.controller.js';
import { PublicationsJobs } from './publications.jobs.js';
import { PublicationsQueries } from './publications.queries.js';
import { Redactions } from './publications.redaction.service.js';
import { PublicationsService } from './publications.service.js';

@Module({ imports: [CasesModule], controllers: [PublicationsController], providers: [PublicationDrafts, PublicationsJobs, PublicationsQueries, PublicationsService, Redactions] })
export class PublicationsModule {}
