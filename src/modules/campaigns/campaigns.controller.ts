import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute, OpenRoute, ReadRoute } from '../../platform/http/documented.js';
import { PageQuery, type Page } from '../../platform/http/pagination.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { SubjectQueries, TimelinePage, type TimelineEntryDto } from '../../platform/workflow/subject.queries.js';
import {
  AddCluesDto, CallOffCampaignDto, CampaignDto, CampaignListQuery, CampaignPage, CampaignWithResultsDto, ClueDto, ClueListQuery, CluePage, CluesAddedDto, ConcludeCampaignDto, HandOnClueDto, PlanCampaignDto, SettleClueDto,
} from './campaign.dto.js';
import { CAMPAIGN } from './campaign.subject.js';
import { CampaignsQueries } from './campaigns.queries.js';
import { CampaignsService } from './campaigns.service.js';

@ApiTags('campaigns')
@Controller('v1')
export class CampaignsController {
  constructor(
    private readonly service: CampaignsService,
    private readonly queries: CampaignsQueries,
    private readonly subjects: SubjectQueries,
  ) {}

  @Get('campaigns')
  @Permit('case.read')
  @ReadRoute('Campaigns that my agency takes part in; newest first', CampaignPage)
  list(@Act() acting: Acting, @Query() query: CampaignListQuery): Promise<Page<CampaignDto>> {
    return this.queries.list(acting, query);
  }

  @Get('campaigns/:id')
  @Permit('case.read')
  @ReadRoute('One campaign, with its clues counted by agency and result; the ETag is its version', CampaignWithResultsDto)
  one(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<CampaignWithResultsDto> {
    return this.queries.one(acting, id);
  }

  @Get('campaigns/:id/clues')
  @Permit('case.read')
  @ReadRoute('Its clues', CluePage)
  clues(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() query: ClueListQuery): Promise<Page<ClueDto>> {
    return this.queries.clues(acting, id, query);
  }

  @Get('campaigns/:id/timeline')
  @Permit('timeline.read')
  @ReadRoute('What happened, from the ledger', TimelinePage)
  timeline(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() page: PageQuery): Promise<Page<TimelineEntryDto>> {
    return this.subjects.timeline(acting, CAMPAIGN, id, page);
  }

  @Post('campaigns')
  @Permit('campaign.lead')
  @OpenRoute('campaign.plan', 'Plan a campaign', CampaignDto)
  plan(@Act() acting: Acting, @Body() body: PlanCampaignDto): Promise<Answer<CampaignDto>> {
    return this.service.plan(acting, body);
  }

  @Post('campaigns/:id/launch')
  @Permit('campaign.lead')
  @CommandRoute('campaign.launch', 'Begin it: its clock ends with its last day', CampaignDto)
  async launch(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<Answer<CampaignDto>> {
    return this.service.launch(acting, await this.queries.one(acting, id));
  }

  @Post('campaigns/:id/add-clues')
  @Permit('campaign.lead')
  @CommandRoute('campaign.add-clues', 'Add a batch of clues, each for an agency that takes part; all or none', CluesAddedDto)
  addClues(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: AddCluesDto): Promise<Answer<CluesAddedDto>> {
    return this.service.addClues(acting, id, body);
  }

  @Post('campaigns/:id/conclude')
  @Permit('campaign.lead')
  @CommandRoute('campaign.conclude', 'Say what it brought about; every clue is settled', CampaignDto)
  conclude(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ConcludeCampaignDto): Promise<Answer<CampaignDto>> {
    return this.service.conclude(acting, id, body);
  }

  @Post('campaigns/:id/call-off')
  @Permit('campaign.lead')
  @CommandRoute('campaign.call-off', 'Call it off', CampaignDto)
  callOff(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: CallOffCampaignDto): Promise<Answer<CampaignDto>> {
    return this.service.callOff(acting, id, body);
  }

  @Post('campaign-clues/:id/settle')
  @Permit('campaign.work')
  @CommandRoute('campaign-clue.settle', 'Say what came of a clue', ClueDto)
  settle(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: SettleClueDto): Promise<Answer<ClueDto>> {
    return this.service.settle(acting, id, body);
  }

  @Post('campaign-clues/:id/hand-on')
  @Permit('campaign.work')
  @CommandRoute('campaign-clue.hand-on', 'Hand a clue on to another agency that takes part', ClueDto)
  handOn(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: HandOnClueDto): Promise<Answer<ClueDto>> {
    return this.service.handOn(acting, id, body);
  }
}
