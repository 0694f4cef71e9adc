import { Module } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { NumberBlocks } from '../../platform/database/number-blocks.js';
import { CasesModule } from '../cases/index.js';
import { RoutingModule } from '../routing/index.js';
import { IntakeCommandsService } from './intake.commands.service.js';
import { IntakeController } from './intake.controller.js';
import { IntakeQueries } from './intake.queries.js';
import { IntakeService } from './intake.service.js';
import { RECEIPT_NUMBERS } from './intake.tokens.js';

@Module({
  imports: [RoutingModule, CasesModule],
  controllers: [IntakeController],
  providers: [
    IntakeService, IntakeCommandsService, IntakeQueries,
    { provide: RECEIPT_NUMBERS, inject: [Database], useFactory: (database: Database) => new NumberBlocks(database, 'receipt_number_seq') },
  ],
})
export class IntakeModule {}
