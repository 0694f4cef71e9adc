import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { PageQuery } from '../http/pagination.js';
import type { ShownText } from '../http/shared.dto.js';

export class QueueLimitDto {
  @ApiProperty({ description: 'Jobs that all processes together may begin in the time', example: 10, type: 'integer' })
  jobs: number;

  @ApiProperty({ description: 'The time, milliseconds', example: 1000, type: 'integer' })
  milliseconds: number;
}

export class QueueDto {
  @ApiProperty({ description: 'Queue', example: 'notices' })
  queue: string;

  @ApiProperty({ description: 'What it is for, in the reader’s language', example: '通知承办单位', type: String })
  label: ShownText;

  @ApiProperty({ description: 'Jobs that wait for a worker', example: 12, type: 'integer' })
  waiting: number;

  @ApiProperty({ description: 'Jobs that a worker has', example: 3, type: 'integer' })
  running: number;

  @ApiProperty({ description: 'Jobs that wait for another attempt, or for their hour', example: 1, type: 'integer' })
  delayed: number;

  @ApiProperty({ description: 'Jobs done since the queue was last wiped', example: 4711, type: 'integer' })
  completed: number;

  @ApiProperty({ description: 'Jobs given up since the queue was last wiped', example: 2, type: 'integer' })
  failed: number;

  @ApiProperty({ description: 'Dead letters that nobody has put back; of all queues 10,000 are counted', example: 1, type: 'integer' })
  deadLetters: number;

  @ApiProperty({ description: 'Age of the oldest event that the queue has still to do something about, seconds; 0 where there is none', example: 0.4 })
  oldestSeconds: number;

  @ApiProperty({ description: 'What the target outside bears; null without a limit', type: QueueLimitDto, nullable: true, example: null })
  limit: QueueLimitDto | null;
}

export class ChoreDto {
  @ApiProperty({ description: 'Chore', example: 'platform.sweep' })
  name: string;

  @ApiProperty({ description: 'Start of the last round, RFC 3339 UTC', example: '2026-11-22T09:10:00.000Z', type: String })
  startedAt: Date;

  @ApiProperty({ description: 'A process has it now', example: false })
  running: boolean;

  @ApiProperty({ description: 'End of the last round that came to an end, RFC 3339 UTC', example: '2026-11-22T09:10:00.200Z', nullable: true, type: String })
  finishedAt: Date | null;

  @ApiProperty({ description: 'Why the last round failed: code or kind of the error; null where it did not', example: null, nullable: true, type: String })
  failure: string | null;
}

export class QueuesDto {
  @ApiProperty({ description: 'Where the queues are kept', enum: ['redis', 'postgresql'], example: 'redis' })
  backend: string;

  @ApiProperty({ description: 'Events that the relay has still to carry to the queues, counted up to 10,000', example: 0, type: 'integer' })
  outboxWaiting: number;

  @ApiProperty({ description: 'Queues, in the order of the catalogue', type: [QueueDto], example: [] })
  queues: QueueDto[];

  @ApiProperty({ description: 'What is done at set times', type: [ChoreDto], example: [] })
  chores: ChoreDto[];
}

export class DeadLetterQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Only of this queue', example: 'notices' })
  @IsOptional() @IsString() @MaxLength(100)
  queue?: string;
}

export class DeadLetterDto {
  @ApiProperty({ description: 'Dead letter (UUIDv7)', example: '019aa1b2-0000-7000-8000-00000000dead' })
  id: string;

  @ApiProperty({ description: 'Queue', example: 'notices' })
  queue: string;

  @ApiProperty({ description: 'Job name', example: 'notices.matter-arrived' })
  job: string;

  @ApiProperty({ description: 'Outbox row that the job was made from', example: '019aa1b2-0000-7000-8000-000000000000' })
  outboxId: string;

  @ApiProperty({ description: 'Event of that row', example: 'complaint.registered' })
  event: string;

  @ApiProperty({ description: 'Kind of its subject', example: 'complaint' })
  subjectType: string;

  @ApiProperty({ description: 'Its subject', example: '019aa1b2-0000-7000-8000-000000000001' })
  subjectId: string;

  @ApiProperty({ description: 'Ledger sequence of the fact', example: 1, type: 'integer' })
  seq: number;

  @ApiProperty({ description: 'Why the last attempt failed: code or kind of the error, no personal data', example: 'error 57P01' })
  reason: string;

  @ApiProperty({ description: 'Attempts made', example: 8, type: 'integer' })
  attempts: number;

  @ApiProperty({ description: 'When it was given up, RFC 3339 UTC', example: '2026-11-22T09:10:00.000Z', type: String })
  failedAt: Date;
}

export class DeadLetterPage {
  @ApiProperty({ description: 'Jobs that were given up and not put back, newest first; the Link header leads to the next page', type: [DeadLetterDto], example: [] })
  items: DeadLetterDto[];
}

export class ReplayedDto {
  @ApiProperty({ description: 'Dead letters that were put back by this request', example: 1, type: 'integer' })
  replayed: number;
}
