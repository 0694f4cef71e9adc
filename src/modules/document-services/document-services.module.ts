import { Module } from '@nestjs/common';
import { DocumentServices } from './document-services.serving.service.js';

@Module({ providers: [DocumentServices], exports: [DocumentServices] })
export class DocumentServicesModule {}
