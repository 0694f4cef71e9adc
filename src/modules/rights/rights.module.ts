import { Module } from '@nestjs/common';
import { PartiesModule } from '../parties/index.js';
import { RightsController } from './rights.controller.js';
import { RightsQueries } from './rights.queries.js';
import { RightsService } from './rights.service.js';

@Module({ imports: [PartiesModule], controllers: [RightsController], providers: [RightsService, RightsQueries], exports: [RightsService] })
export class RightsModule {}
