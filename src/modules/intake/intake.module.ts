import { Module } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { NumberBlocks } from '../../platform/database/number-blocks.js';
import { CasesModule } from '../cases/index.js';
import { DocumentsModule } from '../documents/index.js';
import { TracksModule } from '../tracks/index.js';
import { RoutingModule } from '../routing/index.js';
import { ChannelsController } from './channels.controller.js';
import { IntakeCommandsService } from './intake.commands.service.js';
import { IntakeCorrections } from './intake.corrections.service.js';
import { Filing } from './filing.js';
import { IntakeController } from './intake.controller.js';
import { IntakeJobs } from './intake.jobs.js';
import { IntakeQueries } from './intake.queries.js';
import { IntakeService } from './intake.service.js';
import { ReceiptsController } from './receipts.controller.js';
import { ReceiptQueries } from './receipts.queries.js';
import { RECEIPT_NUMBERS } from './intake.tokens.js';

@Module({
  imports: [RoutingModule, CasesModule, DocumentsModule, TracksModule],
  controllers: [IntakeController, ReceiptsController, ChannelsController],
  providers: [
    Filing, IntakeJobs, IntakeService, IntakeCommandsService, IntakeCorrections, IntakeQueries, ReceiptQueries,
    { provide: RECEIPT_NUMBERS, inject: [Database], useFactory: (database: Database) => new NumberBlocks(database, 'receipt_number_seq') },
  ],
  exports: [IntakeService],
})
export class IntakeModule {}
