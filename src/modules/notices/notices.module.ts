import { Module } from '@nestjs/common';
import { NoticesController, NoticesService } from './notices.controller.js';
import { NoticesJobs } from './notices.jobs.js';

@Module({ controllers: [NoticesController], providers: [NoticesService, NoticesJobs] })
export class NoticesModule {}
