import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/index.js';
import { FindingsController } from './findings.controller.js';
import { FindingsService } from './findings.service.js';
import { InspectionsController } from './inspections.controller.js';
import { InspectionsQueries } from './inspections.queries.js';
import { InspectionsService } from './inspections.service.js';

@Module({ imports: [CasesModule], controllers: [InspectionsController, FindingsController], providers: [InspectionsService, FindingsService, InspectionsQueries] })
export class InspectionsModule {}
