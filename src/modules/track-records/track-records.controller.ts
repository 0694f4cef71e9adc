import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute, OpenRoute, ReadRoute } from '../../platform/http/documented.js';
import { PageQuery, type Page } from '../../platform/http/pagination.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { SubjectQueries, TimelinePage, type TimelineEntryDto } from '../../platform/workflow/subject.queries.js';
import { TRACK_FACT } from './track-fact.subject.js';
import { RecordTrackFactDto, StrikeReasonDto, TrackFactDto, TrackFactPage, TrackRecordDto } from './track-record.dto.js';
import { TrackRecordsQueries } from './track-records.queries.js';
import { TrackRecordsService } from './track-records.service.js';

@ApiTags('track-records')
@Controller('v1')
export class TrackRecordsController {
  constructor(
    private readonly service: TrackRecordsService,
    private readonly queries: TrackRecordsQueries,
    private readonly subjects: SubjectQueries,
  ) {}

  @Get('track-records/:organisation')
  @Permit('track-record.read')
  @ReadRoute('How a right holder used its rights: standing, rules and what counted', TrackRecordDto)
  record(@Act() acting: Acting, @Param('organisation', Uuid) organisation: string): Promise<TrackRecordDto> {
    return this.queries.record(acting, organisation);
  }

  @Get('track-records/:organisation/facts')
  @Permit('track-record.read')
  @ReadRoute('Every fact of the record, also those that were struck out or no longer count; newest first', TrackFactPage)
  facts(@Act() acting: Acting, @Param('organisation', Uuid) organisation: string, @Query() page: PageQuery): Promise<Page<TrackFactDto>> {
    return this.queries.facts(acting, organisation, page);
  }

  @Get('track-facts/:id')
  @Permit('track-record.read')
  @ReadRoute('One fact; the ETag is its version', TrackFactDto)
  one(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<TrackFactDto> {
    return this.queries.fact(acting, id);
  }

  @Get('track-facts/:id/timeline')
  @Permit('timeline.read')
  @ReadRoute('What happened to it, from the ledger', TimelinePage)
  timeline(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() page: PageQuery): Promise<Page<TimelineEntryDto>> {
    return this.subjects.timeline(acting, TRACK_FACT, id, page);
  }

  @Post('track-facts')
  @Permit('track-record.record')
  @OpenRoute('track-fact.record', 'Record a fact about a right holder, from a case in which it is openly a party', TrackFactDto)
  recordFact(@Act() acting: Acting, @Body() body: RecordTrackFactDto): Promise<Answer<TrackFactDto>> {
    return this.service.record(acting, body);
  }

  @Post('track-facts/:id/ask-strike')
  @Permit('track-record.record')
  @CommandRoute('track-fact.ask-strike', 'Ask to strike a fact out', TrackFactDto)
  askStrike(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: StrikeReasonDto): Promise<Answer<TrackFactDto>> {
    return this.service.askStrike(acting, id, body);
  }

  @Post('track-facts/:id/strike')
  @Permit('track-record.strike')
  @CommandRoute('track-fact.strike', 'Strike it out: it counts no more, and stays on record', TrackFactDto)
  strike(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<Answer<TrackFactDto>> {
    return this.service.strike(acting, id);
  }

  @Post('track-facts/:id/keep')
  @Permit('track-record.strike')
  @CommandRoute('track-fact.keep', 'Keep it', TrackFactDto)
  keep(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: StrikeReasonDto): Promise<Answer<TrackFactDto>> {
    return this.service.keep(acting, id, body);
  }
}
