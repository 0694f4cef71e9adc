import { Module } from '@nestjs/common';
import { ProceedingsModule } from '../proceedings/index.js';
import { AssistanceController } from './assistance.controller.js';
import { AssistanceService } from './assistance.service.js';
import { PreservationsController } from './preservations.controller.js';
import { PreservationsService } from './preservations.service.js';
import { SeizuresController } from './seizures.controller.js';
import { SeizuresQueries } from './seizures.queries.js';
import { SeizuresService } from './seizures.service.js';

@Module({
  imports: [ProceedingsModule],
  controllers: [PreservationsController, SeizuresController, AssistanceController],
  providers: [PreservationsService, SeizuresService, AssistanceService, SeizuresQueries],
})
export class SeizuresModule {}
