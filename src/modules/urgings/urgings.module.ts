import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/index.js';
import { UrgingsController } from './urgings.controller.js';
import { UrgingsQueries } from './urgings.queries.js';
import { UrgingsService } from './urgings.service.js';

@Module({ imports: [CasesModule], controllers: [UrgingsController], providers: [UrgingsService, UrgingsQueries] })
export class UrgingsModule {}
