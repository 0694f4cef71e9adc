import { Module } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { NumberBlocks } from '../../platform/database/number-blocks.js';
import { CasesModule } from '../cases/index.js';
import { DocumentsModule } from '../documents/index.js';
import { ProceedingsController } from './proceedings.controller.js';
import { ProceedingQueries } from './proceedings.queries.js';
import { Recusals } from './proceedings.recusal.service.js';
import { PROCEEDING_NUMBERS, Proceedings } from './proceedings.service.js';
import { ProceedingTexts } from './proceedings.texts.service.js';

@Module({
  imports: [CasesModule, DocumentsModule],
  controllers: [ProceedingsController],
  providers: [Proceedings, Recusals, ProceedingTexts, ProceedingQueries, { provide: PROCEEDING_NUMBERS, inject: [Database], useFactory: (database: Database) => new NumberBlocks(database, 'proceeding_number_seq') }],
  exports: [Proceedings, Recusals, ProceedingQueries],
})
export class ProceedingsModule {}
