import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/index.js';
import { InfringersController } from './infringers.controller.js';
import { InfringersJobs } from './infringers.jobs.js';
import { InfringerKeys } from './infringers.keys.service.js';
import { InfringersQueries } from './infringers.queries.js';
import { InfringerResolution } from './infringers.resolution.service.js';
import { InfringersService } from './infringers.service.js';

@Module({ imports: [CasesModule], controllers: [InfringersController], providers: [InfringerKeys, InfringerResolution, InfringersQueries, InfringersService, InfringersJobs] })
export class InfringersModule {}
