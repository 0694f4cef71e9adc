import { Module } from '@nestjs/common';
import { ProceedingsModule } from '../proceedings/index.js';
import { SupervisionsController } from './supervisions.controller.js';
import { SupervisionsService } from './supervisions.service.js';

@Module({ imports: [ProceedingsModule], controllers: [SupervisionsController], providers: [SupervisionsService] })
export class SupervisionsModule {}
