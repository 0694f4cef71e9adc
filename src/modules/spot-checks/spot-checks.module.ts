import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/index.js';
import { IdentityModule } from '../identity/index.js';
import { CheckDrawsController } from './check-draws.controller.js';
import { CheckDrawsService } from './check-draws.service.js';
import { KeyTargetsController } from './key-targets.controller.js';
import { KeyTargetsService } from './key-targets.service.js';
import { SpotChecksController } from './spot-checks.controller.js';
import { SpotChecksQueries } from './spot-checks.queries.js';
import { SpotChecksService } from './spot-checks.service.js';

@Module({ imports: [CasesModule, IdentityModule], controllers: [KeyTargetsController, CheckDrawsController, SpotChecksController], providers: [KeyTargetsService, CheckDrawsService, SpotChecksService, SpotChecksQueries] })
export class SpotChecksModule {}
