import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute, ReadRoute } from '../../platform/http/documented.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { MovedComplaint } from '../intake/index.js';
import { CandidatePage, CandidatesQuery, JoinCaseDto, LinkDto, LinkPage, MergeReportDto, PromptPage, UnlinkDto } from './matters.dto.js';
import { MattersQueries } from './matters.queries.js';
import { MattersService } from './matters.service.js';

@ApiTags('complaints')
@Controller('v1/complaints')
export class MattersController {
  constructor(
    private readonly matters: MattersService,
    private readonly queries: MattersQueries,
  ) {}

  @Get(':id/duplicates')
  @Permit('complaint.read')
  @ReadRoute('Candidates for the same matter, each with its score and why', CandidatePage)
  async candidates(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() { days }: CandidatesQuery): Promise<CandidatePage> {
    return { items: await this.queries.candidates(acting, id, days) };
  }

  @Get(':id/prompts')
  @Permit('complaint.accept')
  @ReadRoute('Factors of article 17 that the counts speak for; prompts, never reasons', PromptPage)
  async prompts(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<PromptPage> {
    return { items: await this.queries.prompts(acting, id) };
  }

  @Get(':id/links')
  @Permit('complaint.read')
  @ReadRoute('What it is linked to, and was', LinkPage)
  async links(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<LinkPage> {
    return { items: await this.queries.links(acting, id) };
  }

  @Post(':id/link')
  @Permit('complaint.link')
  @CommandRoute('complaint.link', 'Link it to another complaint', MovedComplaint)
  link(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: LinkDto): Promise<Answer<MovedComplaint>> {
    return this.matters.link(acting, id, body);
  }

  @Post(':id/unlink')
  @Permit('complaint.link')
  @CommandRoute('complaint.unlink', 'Take the link apart', MovedComplaint)
  unlink(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: UnlinkDto): Promise<Answer<MovedComplaint>> {
    return this.matters.unlink(acting, id, body);
  }

  @Post(':id/join-case')
  @Permit('case.open')
  @CommandRoute('complaint.join-case', 'Put it into the case of the same matter', MovedComplaint)
  joinCase(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() { caseId }: JoinCaseDto): Promise<Answer<MovedComplaint>> {
    return this.matters.joinCase(acting, id, caseId);
  }

  @Post(':id/merge-into')
  @Permit('complaint.link')
  @CommandRoute('complaint.merge-into', 'Merge it, with its new facts, into an earlier report, whose clock restarts', MovedComplaint)
  mergeInto(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: MergeReportDto): Promise<Answer<MovedComplaint>> {
    return this.matters.mergeInto(acting, id, body);
  }
}
