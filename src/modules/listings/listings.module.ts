import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/index.js';
import { DocumentServicesModule } from '../document-services/index.js';
import { DocumentsModule } from '../documents/index.js';
import { ListingDecisionsService } from './listings.decision.service.js';
import { ListingDecisionsController } from './listings.decisions.controller.js';
import { ListingsController } from './listings.controller.js';
import { ListingsJobs } from './listings.jobs.js';
import { ListingsQueries } from './listings.queries.js';
import { ListingsService } from './listings.service.js';

@Module({ imports: [CasesModule, DocumentsModule, DocumentServicesModule], controllers: [ListingsController, ListingDecisionsController], providers: [ListingsService, ListingDecisionsService, ListingsQueries, ListingsJobs], exports: [ListingDecisionsService] })
export class ListingsModule {}
