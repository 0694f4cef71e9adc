import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/index.js';
import { ProceedingsModule } from '../proceedings/index.js';
import { ReferralAnswersController } from './referral-answers.controller.js';
import { ReferralAnswersService } from './referrals.answers.service.js';
import { ReferralsController } from './referrals.controller.js';
import { ReferralsQueries } from './referrals.queries.js';
import { ReferralsService } from './referrals.service.js';

@Module({ imports: [IdentityModule, ProceedingsModule], controllers: [ReferralsController, ReferralAnswersController], providers: [ReferralsService, ReferralAnswersService, ReferralsQueries] })
export class ReferralsModule {}
