import { Module } from '@nestjs/common';
import { DocumentServicesModule } from '../document-services/index.js';
import { ProceedingsModule } from '../proceedings/index.js';
import { PenaltiesController } from './penalties.controller.js';
import { PenaltyDecisionController } from './penalties.decision.controller.js';
import { PenaltyDecisionService } from './penalties.decision.service.js';
import { PenaltyHearingController } from './penalties.hearing.controller.js';
import { PenaltyHearingService } from './penalties.hearing.service.js';
import { PenaltyInvestigationController } from './penalties.investigation.controller.js';
import { PenaltyInvestigationService } from './penalties.investigation.service.js';
import { PenaltiesQueries } from './penalties.queries.js';
import { PenaltiesService } from './penalties.service.js';

@Module({
  imports: [ProceedingsModule, DocumentServicesModule],
  controllers: [PenaltiesController, PenaltyInvestigationController, PenaltyHearingController, PenaltyDecisionController],
  providers: [PenaltiesService, PenaltyInvestigationService, PenaltyHearingService, PenaltyDecisionService, PenaltiesQueries],
})
export class PenaltiesModule {}
