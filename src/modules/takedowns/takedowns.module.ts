import { Module } from '@nestjs/common';
import { ProceedingsModule } from '../proceedings/index.js';
import { TakedownsController } from './takedowns.controller.js';
import { TakedownsOutcomesController } from './takedowns.outcomes.controller.js';
import { TakedownsService } from './takedowns.service.js';

@Module({ imports: [ProceedingsModule], controllers: [TakedownsController, TakedownsOutcomesController], providers: [TakedownsService] })
export class TakedownsModule {}
