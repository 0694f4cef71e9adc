import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Chores } from '../../platform/chores/chores.js';
import { Now } from '../../platform/http/clock.js';
import { Queues } from '../../platform/queues/queues.js';
import { LadderService } from './ladder.service.js';

/** What a clock or an urging brings is climbed at once; every hour it is derived again from the rows, with what has become later since. */
@Injectable()
export class LadderJobs implements OnModuleInit {
  constructor(
    private readonly queues: Queues,
    private readonly chores: Chores,
    private readonly ladder: LadderService,
    private readonly now: Now,
  ) {}

  onModuleInit(): void {
    this.queues.handle('ladder.climb', ({ subjectId }) => this.ladder.climb(this.now.date(), [subjectId]), (together) => this.ladder.climb(this.now.date(), together.map(({ subjectId }) => subjectId)));
    this.chores.everyHour((at) => this.ladder.climb(at));
  }
}
