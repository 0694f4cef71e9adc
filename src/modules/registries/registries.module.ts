import { Module } from '@nestjs/common';
import { RegistriesController } from './registries.controller.js';
import { RegistriesQueries } from './registries.queries.js';

@Module({ controllers: [RegistriesController], providers: [RegistriesQueries] })
export class RegistriesModule {}
