import { Module } from '@nestjs/common';
import { OrganisationsController } from './organisations.controller.js';
import { OrganisationsQueries } from './organisations.queries.js';
import { OrganisationsService } from './organisations.service.js';
import { Persons } from './persons.service.js';
import { Registers } from './registers.service.js';

@Module({ controllers: [OrganisationsController], providers: [OrganisationsService, OrganisationsQueries, Persons, Registers], exports: [OrganisationsService, Persons, Registers] })
export class PartiesModule {}
