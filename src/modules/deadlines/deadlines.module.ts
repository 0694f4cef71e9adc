import { Module } from '@nestjs/common';
import { CalculationsService } from './calculations.service.js';
import { CalendarsService } from './calendars.service.js';
import { DeadlinesController } from './deadlines.controller.js';
import { DeadlinesQueries } from './deadlines.queries.js';

@Module({ controllers: [DeadlinesController], providers: [DeadlinesQueries, CalendarsService, CalculationsService] })
export class DeadlinesModule {}
