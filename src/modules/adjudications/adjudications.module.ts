import { Module } from '@nestjs/common';
import { DocumentServicesModule } from '../document-services/index.js';
import { IdentityModule } from '../identity/index.js';
import { ProceedingsModule } from '../proceedings/index.js';
import { AdjudicationsController } from './adjudications.controller.js';
import { AdjudicationDecisionsController } from './adjudications.decisions.controller.js';
import { AdjudicationDecisionsService } from './adjudications.decisions.service.js';
import { AdjudicationHearingsService } from './adjudications.hearings.service.js';
import { AdjudicationQueries } from './adjudications.queries.js';
import { AdjudicationsService } from './adjudications.service.js';
import { AdjudicationSteps } from './adjudications.steps.service.js';

@Module({
  imports: [IdentityModule, ProceedingsModule, DocumentServicesModule],
  controllers: [AdjudicationsController, AdjudicationDecisionsController],
  providers: [AdjudicationSteps, AdjudicationsService, AdjudicationHearingsService, AdjudicationDecisionsService, AdjudicationQueries],
})
export class AdjudicationsModule {}
