import { Module } from '@nestjs/common';
import { ProceedingsModule } from '../proceedings/index.js';
import { FairMattersController } from './fair-matters.controller.js';
import { FairMattersOutcomesController } from './fair-matters.outcomes.controller.js';
import { FairMattersService } from './fair-matters.service.js';
import { FairsController } from './fairs.controller.js';
import { FairsQueries } from './fairs.queries.js';
import { FairsService } from './fairs.service.js';

@Module({ imports: [ProceedingsModule], controllers: [FairsController, FairMattersController, FairMattersOutcomesController], providers: [FairsService, FairsQueries, FairMattersService] })
export class FairsModule {}
