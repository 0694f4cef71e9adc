import { Module } from '@nestjs/common';
import { PublicRecordsController } from './public-records.controller.js';
import { PublicRecordsQueries } from './public-records.queries.js';

@Module({ controllers: [PublicRecordsController], providers: [PublicRecordsQueries] })
export class PublicRecordsModule {}
