import { Module } from '@nestjs/common';
import { RegistriesController } from './registries.controller.js';
import { RegistriesJobs } from './registries.jobs.js';
import { RegistriesQueries } from './registries.queries.js';
import { SubscribersController } from './subscribers.controller.js';
import { SubscribersQueries } from './subscribers.queries.js';
import { SubscribersService } from './subscribers.service.js';

@Module({ controllers: [RegistriesController, SubscribersController], providers: [RegistriesQueries, SubscribersQueries, SubscribersService, RegistriesJobs] })
export class RegistriesModule {}
