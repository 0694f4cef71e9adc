import { Controller, Get, Header } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Clocks } from '../clocks/clocks.js';
import { systemClaims } from '../database/claims.js';
import { Database } from '../database/database.js';
import type { Answer } from '../http/acting.js';
import { Open } from '../http/route.js';
import { Queues } from '../queues/queues.js';
import { Metrics } from './metrics.js';

export class HealthDto {
  @ApiProperty({ description: 'ok, or what is missing', example: 'ok' })
  status: string;

  @ApiProperty({ description: 'Each part: ok or the fault', example: { database: 'ok', queues: 'ok', calendars: 'ok' } })
  parts: Record<string, string>;
}

const PING = { name: 'ping', text: 'SELECT 1 AS one' };
const PATIENCE_MILLISECONDS = 3_000;

@ApiTags('operations')
@Controller()
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly queues: Queues,
    private readonly clocks: Clocks,
    private readonly metrics: Metrics,
  ) {}

  @Get('health/live')
  @Open('Load balancers ask without an account; it tells nothing but that the process answers')
  @ApiOperation({ summary: 'The process answers' })
  @ApiResponse({ status: 200, description: 'Alive', type: HealthDto })
  live(): HealthDto {
    return { status: 'ok', parts: {} };
  }

  @Get('health/ready')
  @Open('Load balancers ask without an account; it names parts, not contents')
  @ApiOperation({ summary: 'The process can do its work' })
  @ApiResponse({ status: 200, description: 'Ready', type: HealthDto })
  @ApiResponse({ status: 503, description: 'Not ready: the parts say why', type: HealthDto })
  async ready(): Promise<Answer<HealthDto>> {
    const [database, queues] = await Promise.all([checked(this.database.read(systemClaims('health'), PING, [])), checked(this.queues.counts())]);
    const calendars = this.clocks.loadedYears.size > 0 ? 'ok' : 'no working calendar is loaded';
    const parts = { database, queues, calendars };
    const ok = Object.values(parts).every((part) => part === 'ok');
    return { status: ok ? 200 : 503, body: { status: ok ? 'ok' : 'not ready', parts } };
  }

  @Get('metrics')
  @Open('Prometheus scrapes without an account; numbers only. Keep the port inside the network')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @ApiOperation({ summary: 'Metrics in the Prometheus text format' })
  @ApiResponse({ status: 200, description: 'Metrics', content: { 'text/plain': { schema: { type: 'string' } } } })
  text(): Promise<string> {
    return this.metrics.text();
  }
}

async function checked(work: Promise<unknown>): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve('does not answer'), PATIENCE_MILLISECONDS);
  });
  try {
    return await Promise.race([work.then(() => 'ok', (error: unknown) => (error as { code?: string }).code ?? 'fault'), late]);
  } finally {
    clearTimeout(timer);
  }
}
