import { Module } from '@nestjs/common';
import { CourtsModule } from '../courts/index.js';
import { ProceedingsModule } from '../proceedings/index.js';
import { CivilSuitsController } from './civil-suits.controller.js';
import { SuitJudgmentsService } from './civil-suits.judgments.service.js';
import { CivilSuitsQueries } from './civil-suits.queries.js';
import { CivilSuitsService } from './civil-suits.service.js';
import { JudgmentsController } from './judgments.controller.js';

@Module({ imports: [CourtsModule, ProceedingsModule], controllers: [CivilSuitsController, JudgmentsController], providers: [CivilSuitsService, SuitJudgmentsService, CivilSuitsQueries] })
export class CivilSuitsModule {}
