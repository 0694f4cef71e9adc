import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute, ReadRoute } from '../../platform/http/documented.js';
import { PageQuery, type Page } from '../../platform/http/pagination.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { SubjectQueries, TimelinePage, type TimelineEntryDto } from '../../platform/workflow/subject.queries.js';
import { DismissWatchAlertDto, TellWatchAlertDto, WatchAlertDto, WatchAlertPage, WatchAlertQuery } from './watch.dto.js';
import { WATCH_ALERT } from './watch-alert.subject.js';
import { WatchesQueries } from './watches.queries.js';
import { WatchesService } from './watches.service.js';

@ApiTags('whitelist')
@Controller('v1/watch-alerts')
export class WatchesController {
  constructor(
    private readonly service: WatchesService,
    private readonly queries: WatchesQueries,
    private readonly subjects: SubjectQueries,
  ) {}

  @Get()
  @Permit('whitelist.read')
  @ReadRoute('Early warnings of the entries that my agencies keep; newest first', WatchAlertPage)
  list(@Act() acting: Acting, @Query() query: WatchAlertQuery): Promise<Page<WatchAlertDto>> {
    return this.queries.list(acting, query);
  }

  @Get(':id')
  @Permit('whitelist.read')
  @ReadRoute('One warning; the ETag is its version', WatchAlertDto)
  one(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<WatchAlertDto> {
    return this.queries.one(acting, id);
  }

  @Get(':id/timeline')
  @Permit('timeline.read')
  @ReadRoute('What happened to it, from the ledger', TimelinePage)
  timeline(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() page: PageQuery): Promise<Page<TimelineEntryDto>> {
    return this.subjects.timeline(acting, WATCH_ALERT, id, page);
  }

  @Post(':id/tell')
  @Permit('whitelist.handle')
  @CommandRoute('watch-alert.tell', 'The firm was told', WatchAlertDto)
  tell(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() { how }: TellWatchAlertDto): Promise<Answer<WatchAlertDto>> {
    return this.service.tell(acting, id, how);
  }

  @Post(':id/dismiss')
  @Permit('whitelist.handle')
  @CommandRoute('watch-alert.dismiss', 'The firm is not told', WatchAlertDto)
  dismiss(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() { reason }: DismissWatchAlertDto): Promise<Answer<WatchAlertDto>> {
    return this.service.dismiss(acting, id, reason);
  }
}
