import { Module } from '@nestjs/common';
import { RepliesController } from './replies.controller.js';
import { RepliesQueries } from './replies.queries.js';
import { RepliesService } from './replies.service.js';

@Module({ controllers: [RepliesController], providers: [RepliesService, RepliesQueries] })
export class RepliesModule {}
