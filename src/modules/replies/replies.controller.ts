import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute, ReadRoute } from '../../platform/http/documented.js';
import { PageQuery, type Page } from '../../platform/http/pagination.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { SubjectQueries, TimelinePage, type TimelineEntryDto } from '../../platform/workflow/subject.queries.js';
import { RepliesQueries } from './replies.queries.js';
import { RepliesService } from './replies.service.js';
import { AnswerReplyDto, DemandAgainDto, ReplyListQuery, ReplyPage, ReplyWithClocksDto, type ReplyDto } from './reply.dto.js';
import { REPLY } from './reply.subject.js';

@ApiTags('replies')
@Controller('v1/replies')
export class RepliesController {
  constructor(
    private readonly replies: RepliesService,
    private readonly queries: RepliesQueries,
    private readonly subjects: SubjectQueries,
  ) {}

  @Get()
  @Permit('reply.read')
  @ReadRoute('Answers that are owed, most urgent first', ReplyPage)
  list(@Act() acting: Acting, @Query() query: ReplyListQuery): Promise<Page<ReplyDto>> {
    return this.queries.list(acting, query);
  }

  @Get(':id')
  @Permit('reply.read')
  @ReadRoute('One owed answer with its clocks', ReplyWithClocksDto)
  one(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<ReplyWithClocksDto> {
    return this.queries.one(acting, id);
  }

  @Get(':id/timeline')
  @Permit('timeline.read')
  @ReadRoute('What happened, from the ledger', TimelinePage)
  timeline(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() page: PageQuery): Promise<Page<TimelineEntryDto>> {
    return this.subjects.timeline(acting, REPLY, id, page);
  }

  @Post(':id/answer')
  @Permit('reply.answer')
  @CommandRoute('reply.answer', 'Answer the line that passed the matter on', ReplyWithClocksDto)
  answer(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() { answer }: AnswerReplyDto): Promise<Answer<ReplyWithClocksDto>> {
    return this.replies.answer(acting, id, answer);
  }

  @Post(':id/demand-again')
  @Permit('reply.demand')
  @CommandRoute('reply.demand-again', 'The caller is not satisfied: the answer is owed again', ReplyWithClocksDto)
  demandAgain(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() { reason }: DemandAgainDto): Promise<Answer<ReplyWithClocksDto>> {
    return this.replies.demandAgain(acting, id, reason);
  }
}
