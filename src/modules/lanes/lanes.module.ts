import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/index.js';
import { LanesController } from './lanes.controller.js';
import { LanesQueries } from './lanes.queries.js';
import { LanesService } from './lanes.service.js';

@Module({ imports: [CasesModule], controllers: [LanesController], providers: [LanesService, LanesQueries], exports: [LanesService] })
export class LanesModule {}
