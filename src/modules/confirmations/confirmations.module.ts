import { Module } from '@nestjs/common';
import { CourtsModule } from '../courts/index.js';
import { ProceedingsModule } from '../proceedings/index.js';
import { ConfirmationsController } from './confirmations.controller.js';
import { ConfirmationOpenings } from './confirmations.openings.service.js';
import { ConfirmationsQueries } from './confirmations.queries.js';
import { ConfirmationsService } from './confirmations.service.js';

@Module({ imports: [ProceedingsModule, CourtsModule], controllers: [ConfirmationsController], providers: [ConfirmationsService, ConfirmationsQueries, ConfirmationOpenings], exports: [ConfirmationOpenings] })
export class ConfirmationsModule {}
