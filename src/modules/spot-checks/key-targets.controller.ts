import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute, OpenRoute, ReadRoute } from '../../platform/http/documented.js';
import { PageQuery, type Page } from '../../platform/http/pagination.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { SubjectQueries, TimelinePage, type TimelineEntryDto } from '../../platform/workflow/subject.queries.js';
import { KeyTargetsService } from './key-targets.service.js';
import { KeyTargetDto, KeyTargetListQuery, KeyTargetPage, ListKeyTargetDto, RemoveKeyTargetDto } from './spot-check.dto.js';
import { KEY_TARGET } from './spot-check.subject.js';
import { SpotChecksQueries } from './spot-checks.queries.js';

@ApiTags('spot-checks')
@Controller('v1/key-targets')
export class KeyTargetsController {
  constructor(
    private readonly service: KeyTargetsService,
    private readonly queries: SpotChecksQueries,
    private readonly subjects: SubjectQueries,
  ) {}

  @Get()
  @Permit('spot-check.read')
  @ReadRoute('Firms that are checked more often, why and since when; newest first', KeyTargetPage)
  all(@Act() acting: Acting, @Query() query: KeyTargetListQuery): Promise<Page<KeyTargetDto>> {
    return this.queries.keyTargets(acting, query);
  }

  @Get(':id/timeline')
  @Permit('timeline.read')
  @ReadRoute('What happened, from the ledger', TimelinePage)
  timeline(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() page: PageQuery): Promise<Page<TimelineEntryDto>> {
    return this.subjects.timeline(acting, KEY_TARGET, id, page);
  }

  @Post()
  @Permit('spot-check.plan')
  @OpenRoute('key-target.list', 'Put a firm on the key list, by a decision that stands', KeyTargetDto)
  list(@Act() acting: Acting, @Body() body: ListKeyTargetDto): Promise<Answer<KeyTargetDto>> {
    return this.service.list(acting, body);
  }

  @Post(':id/remove')
  @Permit('spot-check.plan')
  @CommandRoute('key-target.remove', 'Take a firm off the key list', KeyTargetDto)
  remove(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RemoveKeyTargetDto): Promise<Answer<KeyTargetDto>> {
    return this.service.remove(acting, id, body);
  }
}
