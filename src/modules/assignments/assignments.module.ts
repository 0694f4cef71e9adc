import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/index.js';
import { IdentityModule } from '../identity/index.js';
import { ChoiceService } from './assignments.choice.service.js';
import { AssignmentsController } from './assignments.controller.js';
import { AssignmentWatch } from './assignments.watch.service.js';
import { LimboController } from './limbo.controller.js';
import { LimboQueries } from './limbo.queries.js';
import { DeactivationController } from './deactivation.controller.js';
import { DeactivationService } from './deactivation.service.js';
import { AssignmentsService } from './assignments.service.js';

@Module({
  imports: [CasesModule, IdentityModule],
  controllers: [AssignmentsController, DeactivationController, LimboController],
  providers: [AssignmentsService, ChoiceService, AssignmentWatch, DeactivationService, LimboQueries],
  exports: [AssignmentsService, ChoiceService],
})
export class AssignmentsModule {}
