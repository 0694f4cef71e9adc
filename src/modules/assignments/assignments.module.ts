import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/index.js';
import { IdentityModule } from '../identity/index.js';
import { ChoiceService } from './assignments.choice.service.js';
import { AssignmentsController } from './assignments.controller.js';
import { AssignmentWatch } from './assignments.watch.service.js';
import { DeactivationController } from './deactivation.controller.js';
import { DeactivationService } from './deactivation.service.js';
import { AssignmentsService } from './assignments.service.js';

@Module({
  imports: [CasesModule, IdentityModule],
  controllers: [AssignmentsController, DeactivationController],
  providers: [AssignmentsService, ChoiceService, AssignmentWatch, DeactivationService],
})
export class AssignmentsModule {}
