import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/index.js';
import { DocumentsModule } from '../documents/index.js';
import { DocumentServicesController } from './document-services.controller.js';
import { DocumentServicesQueries } from './document-services.queries.js';
import { DocumentRecords } from './document-services.service.js';
import { DocumentServices } from './document-services.serving.service.js';
import { PublicNoticesController } from './public-notices.controller.js';
import { PublicNotices } from './public-notices.service.js';

@Module({
  imports: [CasesModule, DocumentsModule],
  controllers: [DocumentServicesController, PublicNoticesController],
  providers: [DocumentServices, DocumentRecords, PublicNotices, DocumentServicesQueries],
  exports: [DocumentServices],
})
export class DocumentServicesModule {}
