import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/index.js';
import { RepeatsController } from './repeats.controller.js';
import { RepeatsQueries } from './repeats.queries.js';
import { RepeatsService } from './repeats.service.js';

@Module({ imports: [CasesModule], controllers: [RepeatsController], providers: [RepeatsQueries, RepeatsService] })
export class RepeatsModule {}
