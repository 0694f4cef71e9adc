import { Module } from '@nestjs/common';
import { ProceedingsModule } from '../proceedings/index.js';
import { SimplifiedPenaltiesController } from './simplified-penalties.controller.js';
import { SimplifiedPenaltiesService } from './simplified-penalties.service.js';

@Module({ imports: [ProceedingsModule], controllers: [SimplifiedPenaltiesController], providers: [SimplifiedPenaltiesService] })
export class SimplifiedPenaltiesModule {}
