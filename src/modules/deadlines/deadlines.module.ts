import { Module } from '@nestjs/common';
import { CalculationsService } from './calculations.service.js';
import { CalendarsService } from './calendars.service.js';
import { ClocksController } from './clocks.controller.js';
import { DeadlineCommandsService } from './deadline-commands.service.js';
import { DeadlinesController } from './deadlines.controller.js';
import { DeadlinesQueries } from './deadlines.queries.js';

@Module({ controllers: [DeadlinesController, ClocksController], providers: [DeadlinesQueries, CalendarsService, CalculationsService, DeadlineCommandsService] })
export class DeadlinesModule {}
