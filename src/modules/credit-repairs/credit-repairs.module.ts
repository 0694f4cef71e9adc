import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/index.js';
import { DocumentsModule } from '../documents/index.js';
import { ListingsModule } from '../listings/index.js';
import { CreditRepairsController } from './credit-repairs.controller.js';
import { CreditRepairsDecisionController } from './credit-repairs.decision.controller.js';
import { CreditRepairDecisionsService } from './credit-repairs.decision.service.js';
import { CreditRepairsJobs } from './credit-repairs.jobs.js';
import { CreditRepairsQueries } from './credit-repairs.queries.js';
import { CreditRepairsService } from './credit-repairs.service.js';

@Module({ imports: [CasesModule, DocumentsModule, ListingsModule], controllers: [CreditRepairsController, CreditRepairsDecisionController], providers: [CreditRepairsService, CreditRepairDecisionsService, CreditRepairsQueries, CreditRepairsJobs] })
export class CreditRepairsModule {}
