import { Module } from '@nestjs/common';
import { DocumentsController } from './documents.controller.js';
import { Documents } from './documents.issuing.service.js';
import { DocumentsQueries } from './documents.queries.js';

@Module({ controllers: [DocumentsController], providers: [Documents, DocumentsQueries], exports: [Documents] })
export class DocumentsModule {}
