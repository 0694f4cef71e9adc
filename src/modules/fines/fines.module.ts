import { Module } from '@nestjs/common';
import { DocumentServicesModule } from '../document-services/index.js';
import { ProceedingsModule } from '../proceedings/index.js';
import { FinesController } from './fines.controller.js';
import { FineEnforcementController } from './fines.enforcement.controller.js';
import { FineEnforcementService } from './fines.enforcement.service.js';
import { FinesQueries } from './fines.queries.js';
import { FinesService } from './fines.service.js';

@Module({
  imports: [ProceedingsModule, DocumentServicesModule],
  controllers: [FinesController, FineEnforcementController],
  providers: [FinesService, FineEnforcementService, FinesQueries],
})
export class FinesModule {}
