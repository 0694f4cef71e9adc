import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExtraModels, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute, DeferredRoute, ReadRoute } from '../../platform/http/documented.js';
import { PageQuery, type Page } from '../../platform/http/pagination.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { SubjectQueries, TimelinePage, type TimelineEntryDto } from '../../platform/workflow/subject.queries.js';
import { BulkCommandDto, BulkCommandListQuery, BulkCommandPage, BulkItemListQuery, BulkItemPage, BulkKinds, GiveBulkCommandDto, INPUTS, type BulkItemResultDto } from './bulk-command.dto.js';
import { BULK_COMMAND } from './bulk-command.subject.js';
import { BulkCommandsQueries } from './bulk-commands.queries.js';
import { BulkCommandsService } from './bulk-commands.service.js';
import { BULK_COMMANDS, BULK_LIMIT } from './data/bulk-commands.data.js';

@ApiTags('bulk-commands')
@ApiExtraModels(...INPUTS)
@Controller('v1/bulk-commands')
export class BulkCommandsController {
  constructor(
    private readonly bulk: BulkCommandsService,
    private readonly queries: BulkCommandsQueries,
    private readonly subjects: SubjectQueries,
  ) {}

  @Post()
  @Permit('case.bulk')
  @DeferredRoute('bulk-command.ask', `Give one command for up to ${BULK_LIMIT} cases. It is carried out case by case, as the single command would be, each in a transaction of its own`, BulkCommandDto)
  async give(@Act() acting: Acting, @Body() body: GiveBulkCommandDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<Answer<BulkCommandDto>> {
    const answer = await this.bulk.give(acting, body);
    void reply.header('location', `/v1/bulk-commands/${answer.body.id}`);
    return answer;
  }

  @Get()
  @Permit('case.bulk')
  @ReadRoute('Commands for many cases that I gave, or that were given in the agencies that I lead; newest first', BulkCommandPage)
  list(@Act() acting: Acting, @Query() query: BulkCommandListQuery): Promise<Page<BulkCommandDto>> {
    return this.queries.list(acting, query);
  }

  @Get('kinds')
  @Permit('case.bulk')
  @ReadRoute('The commands that may be given for many cases', BulkKinds)
  kinds(): BulkKinds {
    return { items: BULK_COMMANDS.map(({ code, label, permission, moves, input }) => ({ code, label: label as unknown as string, permission, moves, input: input?.name ?? null })), limit: BULK_LIMIT };
  }

  @Get(':id')
  @Permit('case.bulk')
  @ReadRoute('One of them and how far it has come; the ETag is its version', BulkCommandDto)
  one(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<BulkCommandDto> {
    return this.queries.one(acting, id);
  }

  @Get(':id/items')
  @Permit('case.bulk')
  @ReadRoute('What became of each case, in the order in which they were sent', BulkItemPage)
  items(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() query: BulkItemListQuery): Promise<Page<BulkItemResultDto>> {
    return this.queries.items(acting, id, query);
  }

  @Get(':id/timeline')
  @Permit('timeline.read')
  @ReadRoute('What happened, from the ledger', TimelinePage)
  timeline(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() page: PageQuery): Promise<Page<TimelineEntryDto>> {
    return this.subjects.timeline(acting, BULK_COMMAND, id, page);
  }

  @Post(':id/cancel')
  @Permit('case.bulk')
  @CommandRoute('bulk-command.cancel', 'Leave out the cases that it has not reached; what was done stays', BulkCommandDto)
  cancel(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<Answer<BulkCommandDto>> {
    return this.bulk.cancel(acting, id);
  }
}
