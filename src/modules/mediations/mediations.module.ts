import { Module } from '@nestjs/common';
import { AgreementsModule } from '../agreements/index.js';
import { ConfirmationsModule } from '../confirmations/index.js';
import { DocumentServicesModule } from '../document-services/index.js';
import { IdentityModule } from '../identity/index.js';
import { ProceedingsModule } from '../proceedings/index.js';
import { MediationsController } from './mediations.controller.js';
import { MediationOutcomesService } from './mediations.outcomes.service.js';
import { MediationsQueries } from './mediations.queries.js';
import { MediationsService } from './mediations.service.js';
import { MediationSessionsService } from './mediations.sessions.service.js';

@Module({
  imports: [ProceedingsModule, IdentityModule, AgreementsModule, ConfirmationsModule, DocumentServicesModule],
  controllers: [MediationsController],
  providers: [MediationsService, MediationSessionsService, MediationOutcomesService, MediationsQueries],
})
export class MediationsModule {}
