import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { OpenRoute, ReadRoute } from '../http/documented.js';
import { httpProblem } from '../http/http.errors.js';
import { Permit, Repeatable } from '../http/route.js';
import { Queues } from './queues.js';

const MOST = 200;

export class DeadLetterDto {
  @ApiProperty({ description: 'Queue', example: 'notices' })
  queue: string;

  @ApiProperty({ description: 'Job id', example: '019aa1b2-0000-7000-8000-000000000000-notices.matter-arrived' })
  id: string;

  @ApiProperty({ description: 'Job name', example: 'notices.matter-arrived' })
  job: string;

  @ApiProperty({ description: 'Event and ids; no contents', example: { event: 'complaint.registered' } })
  data: unknown;

  @ApiProperty({ description: 'Last error', example: 'complaint.registered: subject is not there' })
  reason: string;

  @ApiProperty({ description: 'Attempts made', example: 8 })
  attempts: number;

  @ApiProperty({ description: 'When it was given up, RFC 3339 UTC', example: '2026-11-22T09:10:00.000Z', nullable: true, type: String })
  failedAt: string | null;
}

export class DeadLetterPage {
  @ApiProperty({ description: 'Jobs that were given up, at most 200 per queue', type: [DeadLetterDto], example: [] })
  items: DeadLetterDto[];
}

export class RetriedDto {
  @ApiProperty({ description: 'The job is back in its queue', example: true })
  retried: boolean;
}

@ApiTags('operations')
@Controller('v1/ops/dead-letters')
export class DeadLettersController {
  constructor(private readonly queues: Queues) {}

  @Get()
  @Permit('queue.manage')
  @ReadRoute('Jobs that failed for good', DeadLetterPage)
  async list(): Promise<DeadLetterPage> {
    return { items: await this.queues.deadLetters(MOST) };
  }

  @Post(':queue/:id/retry')
  @HttpCode(200)
  @Permit('queue.manage')
  @Repeatable('A job that is back in its queue is not there to be retried again')
  @OpenRoute(null, 'Put a job that was given up back into its queue', RetriedDto)
  async retry(@Param('queue') queue: string, @Param('id') id: string): Promise<RetriedDto> {
    if (!(await this.queues.retry(queue, id))) throw httpProblem('subject.not-found');
    return { retried: true };
  }
}
