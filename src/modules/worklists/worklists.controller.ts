import { Controller, Get, Headers, Param, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Acting } from '../../platform/http/acting.js';
import { EventsRoute, ReadRoute } from '../../platform/http/documented.js';
import type { Page } from '../../platform/http/pagination.js';
import { Act, Permit } from '../../platform/http/route.js';
import type { RankedCaseDto } from '../cases/index.js';
import { WorklistIndex, WorklistPage, WorklistQuery } from './worklist.dto.js';
import { WorklistsService } from './worklists.service.js';
import { WorklistStreams } from './worklists.streams.service.js';

const Key = (): MethodDecorator => ApiParam({ name: 'id', description: 'Key of the list: me, agency:<agency>, head:<agency> (cases that wait for the head), lane:<agency>:<lane>, team:<team id>', schema: { type: 'string' }, example: 'me' });

@ApiTags('worklists')
@Controller('v1/worklists')
export class WorklistsController {
  constructor(
    private readonly worklists: WorklistsService,
    private readonly streams: WorklistStreams,
  ) {}

  @Get()
  @Permit('case.read')
  @ReadRoute('The lists that I have', WorklistIndex)
  mine(@Act() acting: Acting): Promise<WorklistIndex> {
    return this.worklists.mine(acting);
  }

  @Get(':id')
  @Permit('case.read')
  @Key()
  @ReadRoute('One list: open cases, first what is due or has waited longest', WorklistPage)
  page(@Act() acting: Acting, @Param('id') id: string, @Query() query: WorklistQuery): Promise<Page<RankedCaseDto>> {
    return this.worklists.page(acting, id, query);
  }

  @Get(':id/events')
  @Permit('case.read')
  @Key()
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'Id of the last event that was received: what came after it follows, nothing twice. Left out: from now on', schema: { type: 'string', example: '74211-0-1795334400' } })
  @EventsRoute('What changes in the list, as it happens: ready, case (comes or changed; data as in the list), gone (id only), reset (away too long: read the list again), end')
  async events(@Act() acting: Acting, @Param('id') key: string, @Headers('last-event-id') lastEventId: string | undefined, @Headers('authorization') authorization: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    const { stream, close } = await this.streams.open({ acting, key, authorization, lastEventId });
    reply.raw.once('close', close);
    // Proxies hold back what they take for an ordinary answer; kept alive, the connection would hold up a server that stops.
    void reply.headers({ 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache, no-transform', 'x-accel-buffering': 'no', connection: 'close' }).send(stream);
  }
}
