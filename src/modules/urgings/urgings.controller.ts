import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute, OpenRoute, ReadRoute } from '../../platform/http/documented.js';
import { PageQuery, type Page } from '../../platform/http/pagination.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { AvailableCommandsDto, SubjectQueries, TimelinePage, type TimelineEntryDto } from '../../platform/workflow/subject.queries.js';
import { URGING_CHANNELS } from './data/urging-channels.data.js';
import { AnswerUrgingDto, CaseUrgingsDto, RecordedUrgingsDto, RecordUrgingDto, SendUrgingDto, UrgingChannels, UrgingDto, UrgingListQuery, UrgingPage, WithdrawUrgingDto } from './urging.dto.js';
import { URGING } from './urging.subject.js';
import { UrgingsQueries } from './urgings.queries.js';
import { UrgingsService } from './urgings.service.js';

@ApiTags('urgings')
@Controller('v1')
export class UrgingsController {
  constructor(
    private readonly service: UrgingsService,
    private readonly queries: UrgingsQueries,
    private readonly subjects: SubjectQueries,
  ) {}

  @Get('urging-channels')
  @Permit('urging.read')
  @ReadRoute('Who urges cases, and how long an answer may take', UrgingChannels)
  channels(): UrgingChannels {
    return { items: URGING_CHANNELS };
  }

  @Get('urgings')
  @Permit('urging.read')
  @ReadRoute('Urgings by case, agency, channel or state; newest first', UrgingPage)
  list(@Act() acting: Acting, @Query() query: UrgingListQuery): Promise<Page<UrgingDto>> {
    return this.queries.list(acting, query);
  }

  @Get('cases/:id/urgings')
  @Permit('urging.read')
  @ReadRoute('Urgings of a case, counted by channel', CaseUrgingsDto)
  ofCase(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<CaseUrgingsDto> {
    return this.queries.ofCase(acting, id);
  }

  @Get('urgings/:id')
  @Permit('urging.read')
  @ReadRoute('One urging; the ETag is its version', UrgingDto)
  one(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<UrgingDto> {
    return this.queries.one(acting, id);
  }

  @Get('urgings/:id/timeline')
  @Permit('timeline.read')
  @ReadRoute('What happened, from the ledger', TimelinePage)
  timeline(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() page: PageQuery): Promise<Page<TimelineEntryDto>> {
    return this.subjects.timeline(acting, URGING, id, page);
  }

  @Get('urgings/:id/available-commands')
  @Permit('urging.read')
  @ReadRoute('What can be done now, and what stands in the way of the rest', AvailableCommandsDto)
  available(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<AvailableCommandsDto> {
    return this.subjects.available(acting, URGING, id);
  }

  @Post('urgings')
  @Permit('urging.send')
  @OpenRoute('urging.send', 'Urge whoever has a case', UrgingDto)
  send(@Act() acting: Acting, @Body() body: SendUrgingDto): Promise<Answer<UrgingDto>> {
    return this.service.send(acting, body);
  }

  @Post('urgings/from-hotline')
  @Permit('urging.record')
  @OpenRoute('urging.record', 'Record that a work order of the hotline urges an earlier one', RecordedUrgingsDto)
  record(@Act() acting: Acting, @Body() body: RecordUrgingDto): Promise<Answer<RecordedUrgingsDto>> {
    return this.service.record(acting, body);
  }

  @Post('urgings/:id/answer')
  @Permit('urging.answer')
  @CommandRoute('urging.answer', 'Answer it', UrgingDto)
  answer(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() { answer }: AnswerUrgingDto): Promise<Answer<UrgingDto>> {
    return this.service.answer(acting, id, answer);
  }

  @Post('urgings/:id/withdraw')
  @Permit('urging.withdraw')
  @CommandRoute('urging.withdraw', 'Withdraw it: it counts for nothing any more', UrgingDto)
  withdraw(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() { reason }: WithdrawUrgingDto): Promise<Answer<UrgingDto>> {
    return this.service.withdraw(acting, id, reason);
  }
}
