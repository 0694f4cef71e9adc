import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/index.js';
import { IdentityModule } from '../identity/index.js';
import { StaffingModule } from '../staffing/index.js';
import { WorklistsController } from './worklists.controller.js';
import { WorklistFeed } from './worklists.queries.js';
import { WorklistsService } from './worklists.service.js';
import { WorklistStreams } from './worklists.streams.service.js';

@Module({
  imports: [CasesModule, IdentityModule, StaffingModule],
  controllers: [WorklistsController],
  providers: [WorklistsService, WorklistFeed, WorklistStreams],
})
export class WorklistsModule {}
