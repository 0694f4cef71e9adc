import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/index.js';
import { RewardClaimsController } from './reward-claims.controller.js';
import { RewardClaimsService } from './reward-claims.service.js';
import { RewardsController } from './rewards.controller.js';
import { RewardsQueries } from './rewards.queries.js';
import { RewardsService } from './rewards.service.js';

@Module({ imports: [CasesModule], controllers: [RewardsController, RewardClaimsController], providers: [RewardsService, RewardClaimsService, RewardsQueries] })
export class RewardsModule {}
