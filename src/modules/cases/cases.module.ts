import { Module } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { NumberBlocks } from '../../platform/database/number-blocks.js';
import { DocumentsModule } from '../documents/index.js';
import { IdentityModule } from '../identity/index.js';
import { CasesController } from './cases.controller.js';
import { CasesQueries } from './cases.queries.js';
import { CaseRecordsService } from './cases.records.service.js';
import { CASE_NUMBERS, CasesService } from './cases.service.js';
import { CaseTexts } from './cases.texts.service.js';

@Module({
  imports: [IdentityModule, DocumentsModule],
  controllers: [CasesController],
  providers: [CasesService, CaseRecordsService, CaseTexts, CasesQueries, { provide: CASE_NUMBERS, inject: [Database], useFactory: (database: Database) => new NumberBlocks(database, 'case_number_seq') }],
  exports: [CasesService, CaseRecordsService, CasesQueries, CaseTexts],
})
export class CasesModule {}
