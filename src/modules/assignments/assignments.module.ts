import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/index.js';
import { IdentityModule } from '../identity/index.js';
import { AssignmentsController } from './assignments.controller.js';
import { AssignmentsService } from './assignments.service.js';

@Module({
  imports: [CasesModule, IdentityModule],
  controllers: [AssignmentsController],
  providers: [AssignmentsService],
})
export class AssignmentsModule {}
