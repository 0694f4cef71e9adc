import { Module } from '@nestjs/common';
import { ProceedingsModule } from '../proceedings/index.js';
import { AgreementsController } from './agreements.controller.js';
import { AgreementOpenings } from './agreements.openings.service.js';
import { AgreementsQueries } from './agreements.queries.js';
import { AgreementsService } from './agreements.service.js';

@Module({ imports: [ProceedingsModule], controllers: [AgreementsController], providers: [AgreementsService, AgreementsQueries, AgreementOpenings], exports: [AgreementOpenings] })
export class AgreementsModule {}
