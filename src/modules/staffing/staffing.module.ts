import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/index.js';
import { IdentityModule } from '../identity/index.js';
import { AbsencesController } from './absences.controller.js';
import { AbsencesService } from './staffing.absences.service.js';
import { StaffingQueries } from './staffing.queries.js';
import { TeamsService } from './staffing.teams.service.js';
import { TeamsController } from './teams.controller.js';

@Module({
  imports: [CasesModule, IdentityModule],
  controllers: [TeamsController, AbsencesController],
  providers: [TeamsService, AbsencesService, StaffingQueries],
  exports: [StaffingQueries],
})
export class StaffingModule {}
