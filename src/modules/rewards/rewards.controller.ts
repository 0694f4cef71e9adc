import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { AttachRoute, CommandRoute, ReadRoute } from '../../platform/http/documented.js';
import { PageQuery, type Page } from '../../platform/http/pagination.js';
import { Act, Permit, Repeatable } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { SubjectQueries, TimelinePage, type TimelineEntryDto } from '../../platform/workflow/subject.queries.js';
import { ApproveRewardDto, RewardOpinionDto, PayeeReasonDto, PayRewardDto, ProposeRewardDto, RefuseRewardDto, RewardDto, RewardListQuery, RewardPage, ShownPayeeDto } from './reward.dto.js';
import { REWARD } from './reward.subject.js';
import { RewardsQueries } from './rewards.queries.js';
import { RewardsService } from './rewards.service.js';

type Moved = Promise<Answer<RewardDto>>;

@ApiTags('rewards')
@Controller('v1/rewards')
export class RewardsController {
  constructor(
    private readonly service: RewardsService,
    private readonly queries: RewardsQueries,
    private readonly subjects: SubjectQueries,
  ) {}

  @Get()
  @Permit('reward.read')
  @ReadRoute('The secret list of rewards; newest first', RewardPage)
  list(@Act() acting: Acting, @Query() query: RewardListQuery): Promise<Page<RewardDto>> {
    return this.queries.list(acting, query);
  }

  @Get(':id')
  @Permit('reward.read')
  @ReadRoute('One reward; the ETag is its version', RewardDto)
  one(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<RewardDto> {
    return this.queries.one(acting, id);
  }

  @Get(':id/timeline')
  @Permit('reward.read')
  @ReadRoute('What happened, from the ledger', TimelinePage)
  timeline(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() page: PageQuery): Promise<Page<TimelineEntryDto>> {
    return this.subjects.timeline(acting, REWARD, id, page);
  }

  @Post(':id/propose')
  @Permit('reward.handle')
  @CommandRoute('reward.propose', 'Propose a level; the amount is counted from what was imposed and came in', RewardDto)
  propose(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ProposeRewardDto): Moved {
    return this.service.propose(acting, id, body);
  }

  @Post(':id/second')
  @Permit('reward.handle')
  @CommandRoute('reward.second', 'First approval, by another person', RewardDto)
  second(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() { opinion }: RewardOpinionDto): Moved {
    return this.service.second(acting, id, opinion);
  }

  @Post(':id/approve')
  @Permit('reward.handle')
  @CommandRoute('reward.approve', 'Second approval, by a third person', RewardDto)
  approve(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ApproveRewardDto): Moved {
    return this.service.approve(acting, id, body);
  }

  @Post(':id/send-back')
  @Permit('reward.handle')
  @CommandRoute('reward.send-back', 'Send a proposal back', RewardDto)
  sendBack(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() { opinion }: RewardOpinionDto): Moved {
    return this.service.sendBack(acting, id, opinion);
  }

  @Post(':id/refuse')
  @Permit('reward.handle')
  @CommandRoute('reward.refuse', 'Refuse, with the ground', RewardDto)
  refuse(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RefuseRewardDto): Moved {
    return this.service.refuse(acting, id, body);
  }

  @Post(':id/ask-payee')
  @Permit('reward.handle')
  @CommandRoute('reward.ask-payee', 'Ask to see who is paid', RewardDto)
  askPayee(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() { reason }: PayeeReasonDto): Moved {
    return this.service.askPayee(acting, id, reason);
  }

  @Post(':id/release-payee')
  @Permit('reward.handle')
  @CommandRoute('reward.release-payee', 'Release who is paid to whoever asked, by another person', RewardDto)
  releasePayee(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() { reason }: PayeeReasonDto): Moved {
    return this.service.releasePayee(acting, id, reason);
  }

  @Post(':id/payee')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @Permit('reward.handle')
  @Repeatable('Each look at an identity is its own entry in the ledger, and the answer must not be stored')
  @AttachRoute('Show who is paid, in clear, to the two to whom it was released; reader and reason go into the ledger first', ShownPayeeDto)
  payee(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() { reason }: PayeeReasonDto): Promise<Answer<ShownPayeeDto>> {
    return this.service.payee(acting, id, reason);
  }

  @Post(':id/pay')
  @Permit('reward.handle')
  @CommandRoute('reward.pay', 'Record the payment; the payee can no longer be seen', RewardDto)
  pay(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: PayRewardDto): Moved {
    return this.service.pay(acting, id, body);
  }
}
