import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Chores } from '../chores/chores.js';
import { OpenRoute, ReadRoute } from '../http/documented.js';
import { httpProblem } from '../http/http.errors.js';
import { decodeCursor, type Page } from '../http/pagination.js';
import { Permit, Repeatable, Who } from '../http/route.js';
import { Uuid } from '../http/uuid.pipe.js';
import { Relay } from '../outbox/relay.js';
import type { Principal } from '../security/principal.js';
import { DeadLetters, type OpenLetter } from './dead-letters.js';
import { QueueReport } from './queue-report.js';
import { Queues } from './queues.js';
import { DeadLetterPage, DeadLetterQuery, QueuesDto, ReplayedDto } from './queues.dto.js';

@ApiTags('operations')
@Controller('v1/ops')
export class QueuesController {
  constructor(
    private readonly queues: Queues,
    private readonly report: QueueReport,
    private readonly letters: DeadLetters,
    private readonly relay: Relay,
    private readonly chores: Chores,
  ) {}

  @Get('queues')
  @Permit('queue.manage')
  @ReadRoute('How the queues stand', QueuesDto)
  async show(): Promise<QueuesDto> {
    const [figures, { waiting }, chores] = await Promise.all([this.report.figures(), this.relay.lag(), this.chores.seen()]);
    const queues = this.queues.catalogues.queues.flatMap(({ name, label, limit }) => figures.filter(({ queue }) => queue === name).map((one) => ({ ...one, label, limit: limit ?? null })));
    return { backend: this.queues.backend, outboxWaiting: waiting, queues, chores: chores.map(({ name, startedAt, running, finishedAt, failure }) => ({ name, startedAt, running: running === true, finishedAt, failure })) };
  }

  @Get('dead-letters')
  @Permit('queue.manage')
  @ReadRoute('Jobs that were given up', DeadLetterPage)
  list(@Query() { queue, limit, cursor }: DeadLetterQuery): Promise<Page<OpenLetter>> {
    return this.letters.list(queue, limit, decodeCursor(cursor, 'uuid')?.[0] ?? null);
  }

  @Post('dead-letters/:id/replay')
  @HttpCode(200)
  @Permit('queue.manage')
  @Repeatable('A dead letter that was put back is not there to be put back again')
  @OpenRoute(null, 'Put one job that was given up back into its queue', ReplayedDto)
  async replay(@Param('id', Uuid) id: string, @Who() { id: actor }: Principal): Promise<ReplayedDto> {
    if (!(await this.letters.replay(id, actor))) throw httpProblem('subject.not-found');
    return { replayed: 1 };
  }

  @Post('queues/:queue/replay')
  @HttpCode(200)
  @Permit('queue.manage')
  @Repeatable('Dead letters that were put back are not there to be put back again')
  @OpenRoute(null, 'Put all jobs of a queue that were given up back into it', ReplayedDto)
  async replayAll(@Param('queue') queue: string, @Who() { id: actor }: Principal): Promise<ReplayedDto> {
    if (!this.queues.catalogues.queues.some(({ name }) => name === queue)) throw httpProblem('subject.not-found');
    return { replayed: await this.letters.replayAll(queue, actor) };
  }
}
