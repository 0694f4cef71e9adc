import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute, OpenRoute, ReadRoute, ReviseRoute } from '../../platform/http/documented.js';
import { PageQuery, type Page } from '../../platform/http/pagination.js';
import { Act, Permit } from '../../platform/http/route.js';
import { AvailableCommandsDto, SubjectQueries, TimelinePage, type TimelineEntryDto } from '../../platform/workflow/subject.queries.js';
import { RoutingService } from './routing.service.js';
import { DraftRuleSetDto, PublishRuleSetDto, RuleSetDto, RuleSetPage, RuleSetParams, SendBackRuleSetDto } from './rule-set.dto.js';
import { RULE_SET } from './rule-set.subject.js';
import { RuleSetsQueries } from './rule-sets.queries.js';
import { RuleSetsService } from './rule-sets.service.js';

@ApiTags('routing')
@Controller('v1/routing/rule-sets')
export class RuleSetsController {
  constructor(
    private readonly ruleSets: RuleSetsService,
    private readonly queries: RuleSetsQueries,
    private readonly subjects: SubjectQueries,
    private readonly routing: RoutingService,
  ) {}

  @Get()
  @Permit('routing.read')
  @ReadRoute('All rule sets: drafts, those published, those retired', RuleSetPage)
  async list(@Act() acting: Acting): Promise<RuleSetPage> {
    return { items: await this.queries.list(acting) };
  }

  @Post()
  @Permit('routing.draft')
  @OpenRoute('rule-set.draft', 'Draft a rule set; everything that the linter finds is in the answer', RuleSetDto)
  draft(@Act() acting: Acting, @Body() body: DraftRuleSetDto): Promise<Answer<RuleSetDto>> {
    return this.ruleSets.draft(acting, body);
  }

  @Get('live')
  @Permit('routing.read')
  @ReadRoute('The rules that decide now', RuleSetDto)
  live(@Act() acting: Acting): Promise<RuleSetDto> {
    return this.queries.one(acting, this.routing.inForce(acting.at).number);
  }

  @Get(':number')
  @Permit('routing.read')
  @ReadRoute('One rule set with its rules and what the linter finds; the ETag is its version', RuleSetDto)
  one(@Act() acting: Acting, @Param() { number }: RuleSetParams): Promise<RuleSetDto> {
    return this.queries.one(acting, number);
  }

  @Put(':number')
  @Permit('routing.draft')
  @ReviseRoute('rule-set.revise', 'Replace a draft', RuleSetDto)
  revise(@Act() acting: Acting, @Param() { number }: RuleSetParams, @Body() body: DraftRuleSetDto): Promise<Answer<RuleSetDto>> {
    return this.ruleSets.revise(acting, number, body);
  }

  @Get(':number/timeline')
  @Permit('routing.read')
  @ReadRoute('Who drafted, changed, submitted, published and retired it, from the ledger', TimelinePage)
  async timeline(@Act() acting: Acting, @Param() { number }: RuleSetParams, @Query() page: PageQuery): Promise<Page<TimelineEntryDto>> {
    const { id } = await this.queries.stored(acting, number);
    return this.subjects.timeline(acting, RULE_SET, id, page);
  }

  @Get(':number/available-commands')
  @Permit('routing.read')
  @ReadRoute('What can be done with it now', AvailableCommandsDto)
  async available(@Act() acting: Acting, @Param() { number }: RuleSetParams): Promise<AvailableCommandsDto> {
    const { id } = await this.queries.stored(acting, number);
    return this.subjects.available(acting, RULE_SET, id);
  }

  @Post(':number/submit')
  @Permit('routing.draft')
  @CommandRoute('rule-set.submit', 'Submit a draft for publication', RuleSetDto)
  submit(@Act() acting: Acting, @Param() { number }: RuleSetParams): Promise<Answer<RuleSetDto>> {
    return this.ruleSets.submit(acting, number);
  }

  @Post(':number/send-back')
  @Permit('routing.publish')
  @CommandRoute('rule-set.send-back', 'Send it back to its authors', RuleSetDto)
  sendBack(@Act() acting: Acting, @Param() { number }: RuleSetParams, @Body() { reason }: SendBackRuleSetDto): Promise<Answer<RuleSetDto>> {
    return this.ruleSets.sendBack(acting, number, reason);
  }

  @Post(':number/publish')
  @Permit('routing.publish')
  @CommandRoute('rule-set.publish', 'Publish it, by somebody who wrote nothing in it; it decides from its first day', RuleSetDto)
  publish(@Act() acting: Acting, @Param() { number }: RuleSetParams, @Body() { effectiveFrom }: PublishRuleSetDto): Promise<Answer<RuleSetDto>> {
    return this.ruleSets.publish(acting, number, effectiveFrom);
  }
}
