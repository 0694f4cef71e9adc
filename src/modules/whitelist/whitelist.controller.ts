import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute, OpenRoute, ReadRoute } from '../../platform/http/documented.js';
import { PageQuery, type Page } from '../../platform/http/pagination.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { SubjectQueries, TimelinePage, type TimelineEntryDto } from '../../platform/workflow/subject.queries.js';
import {
  AnswerWhitelistObjectionDto, ApplyForWhitelistDto, AskWhitelistCorrectionDto, AskWhitelistExitDto, ChangeWhitelistDto, CorrectWhitelistDto, GiveWhitelistNoticeDto, ReviewWhitelistDto, WhitelistEntryDto, WhitelistHintsDto, WhitelistObjectionDto,
  WhitelistPage, WhitelistQuery, WhitelistReasonDto, WhitelistStatementDto,
} from './whitelist.dto.js';
import { shownEntry, WhitelistQueries } from './whitelist.queries.js';
import { WhitelistService } from './whitelist.service.js';
import { WHITELIST_ENTRY } from './whitelist-entry.subject.js';

type Answered = Promise<Answer<WhitelistEntryDto>>;

@ApiTags('whitelist')
@Controller('v1')
export class WhitelistController {
  constructor(
    private readonly service: WhitelistService,
    private readonly queries: WhitelistQueries,
    private readonly subjects: SubjectQueries,
  ) {}

  @Get('whitelist-entries')
  @Permit('whitelist.read')
  @ReadRoute('Entries of my agencies; newest first', WhitelistPage)
  list(@Act() acting: Acting, @Query() query: WhitelistQuery): Promise<Page<WhitelistEntryDto>> {
    return this.queries.list(acting, query);
  }

  @Get('cases/:id/whitelist-hints')
  @Permit('case.read')
  @ReadRoute('Parties of a case that are on the whitelist. For information: nothing is decided by it', WhitelistHintsDto)
  hints(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<WhitelistHintsDto> {
    return this.queries.hints(acting, id);
  }

  @Get('whitelist-entries/:id')
  @Permit('whitelist.read')
  @ReadRoute('One entry; the ETag is its version', WhitelistEntryDto)
  async one(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<WhitelistEntryDto> {
    return shownEntry(await this.queries.entry(acting, id));
  }

  @Get('whitelist-entries/:id/timeline')
  @Permit('timeline.read')
  @ReadRoute('What happened to it, from the ledger', TimelinePage)
  timeline(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() page: PageQuery): Promise<Page<TimelineEntryDto>> {
    return this.subjects.timeline(acting, WHITELIST_ENTRY, id, page);
  }

  @Post('whitelist-entries')
  @Permit('whitelist.handle')
  @OpenRoute('whitelist-entry.apply', 'Take in the application of a firm', WhitelistEntryDto)
  apply(@Act() acting: Acting, @Body() body: ApplyForWhitelistDto): Answered {
    return this.service.apply(acting, body);
  }

  @Post('whitelist-entries/:id/ask-correction')
  @Permit('whitelist.handle')
  @CommandRoute('whitelist-entry.ask-correction', 'Say once what is missing', WhitelistEntryDto)
  askCorrection(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: AskWhitelistCorrectionDto): Answered {
    return this.service.askCorrection(acting, id, body);
  }

  @Post('whitelist-entries/:id/correct')
  @Permit('whitelist.handle')
  @CommandRoute('whitelist-entry.correct', 'Take in what was missing', WhitelistEntryDto)
  correct(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: CorrectWhitelistDto): Answered {
    return this.service.correct(acting, id, body);
  }

  @Post('whitelist-entries/:id/take-on')
  @Permit('whitelist.handle')
  @CommandRoute('whitelist-entry.take-on', 'Take a complete application on for examination', WhitelistEntryDto)
  takeOn(@Act() acting: Acting, @Param('id', Uuid) id: string): Answered {
    return this.service.takeOn(acting, id);
  }

  @Post('whitelist-entries/:id/give-notice')
  @Permit('whitelist.handle')
  @CommandRoute('whitelist-entry.give-notice', 'Give public notice of a firm that was found fit', WhitelistEntryDto)
  giveNotice(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: GiveWhitelistNoticeDto): Answered {
    return this.service.giveNotice(acting, id, body);
  }

  @Post('whitelist-entries/:id/record-objection')
  @Permit('whitelist.handle')
  @CommandRoute('whitelist-entry.record-objection', 'Record an objection; never who objects', WhitelistEntryDto)
  object(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: WhitelistObjectionDto): Answered {
    return this.service.object(acting, id, body);
  }

  @Post('whitelist-entries/:id/answer-objection')
  @Permit('whitelist.handle')
  @CommandRoute('whitelist-entry.answer-objection', 'Answer an objection', WhitelistEntryDto)
  answerObjection(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: AnswerWhitelistObjectionDto): Answered {
    return this.service.answerObjection(acting, id, body);
  }

  @Post('whitelist-entries/:id/decide')
  @Permit('whitelist.approve')
  @CommandRoute('whitelist-entry.decide', 'List the firm: its term and its certificate begin', WhitelistEntryDto)
  decide(@Act() acting: Acting, @Param('id', Uuid) id: string): Answered {
    return this.service.decide(acting, id);
  }

  @Post('whitelist-entries/:id/refuse')
  @Permit('whitelist.approve')
  @CommandRoute('whitelist-entry.refuse', 'Refuse the application', WhitelistEntryDto)
  refuse(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: WhitelistReasonDto): Answered {
    return this.service.withReason(acting, id, 'refuse', body);
  }

  @Post('whitelist-entries/:id/withdraw')
  @Permit('whitelist.handle')
  @CommandRoute('whitelist-entry.withdraw', 'The firm takes its application back', WhitelistEntryDto)
  withdraw(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: WhitelistReasonDto): Answered {
    return this.service.withReason(acting, id, 'withdraw', body);
  }

  @Post('whitelist-entries/:id/change')
  @Permit('whitelist.handle')
  @CommandRoute('whitelist-entry.change', 'Change contacts or rights under watch', WhitelistEntryDto)
  change(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ChangeWhitelistDto): Answered {
    return this.service.change(acting, id, body);
  }

  @Post('whitelist-entries/:id/review')
  @Permit('whitelist.handle')
  @CommandRoute('whitelist-entry.review', 'Yearly review', WhitelistEntryDto)
  review(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ReviewWhitelistDto): Answered {
    return this.service.review(acting, id, body);
  }

  @Post('whitelist-entries/:id/ask-exit')
  @Permit('whitelist.handle')
  @CommandRoute('whitelist-entry.ask-exit', 'Ask to take the firm off, and let it be heard', WhitelistEntryDto)
  askExit(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: AskWhitelistExitDto): Answered {
    return this.service.askExit(acting, id, body);
  }

  @Post('whitelist-entries/:id/record-statement')
  @Permit('whitelist.handle')
  @CommandRoute('whitelist-entry.record-statement', 'Record what the firm says to it', WhitelistEntryDto)
  recordStatement(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: WhitelistStatementDto): Answered {
    return this.service.recordStatement(acting, id, body);
  }

  @Post('whitelist-entries/:id/exit')
  @Permit('whitelist.approve')
  @CommandRoute('whitelist-entry.exit', 'Take the firm off', WhitelistEntryDto)
  exit(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: WhitelistReasonDto): Answered {
    return this.service.withReason(acting, id, 'exit', body);
  }

  @Post('whitelist-entries/:id/keep')
  @Permit('whitelist.approve')
  @CommandRoute('whitelist-entry.keep', 'Leave the firm on the list', WhitelistEntryDto)
  keep(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: WhitelistReasonDto): Answered {
    return this.service.withReason(acting, id, 'keep', body);
  }

  @Post('whitelist-entries/:id/leave')
  @Permit('whitelist.handle')
  @CommandRoute('whitelist-entry.leave', 'The firm leaves the list by its own wish', WhitelistEntryDto)
  leave(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: WhitelistReasonDto): Answered {
    return this.service.withReason(acting, id, 'leave', body);
  }
}
