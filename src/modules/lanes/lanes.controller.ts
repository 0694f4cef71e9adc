import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { legalDay } from '../../platform/clocks/clocks.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { CommandRoute, OpenRoute, ReadRoute } from '../../platform/http/documented.js';
import { PageQuery, type Page } from '../../platform/http/pagination.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { AvailableCommandsDto, SubjectQueries, TimelinePage, type TimelineEntryDto } from '../../platform/workflow/subject.queries.js';
import { laneOf } from '../cases/index.js';
import { CONDITION_LABELS, GROUND_LABELS, LANE_RULES, type LaneRule } from './data/lane-rules.data.js';
import { TRIAGE_RULES } from './data/triage.data.js';
import { rulesOn } from './domain/triage.rules.js';
import { LANE_PASSAGE } from './lane-passage.subject.js';
import { ConfirmLaneDto, EjectFromLaneDto, LanePassageListQuery, LanePassagePage, LanePassageWithTargetsDto, LaneReasonDto, Lanes, TriageDto, type LanePassageDto, type LaneRuleDto } from './lanes.dto.js';
import { LanesQueries } from './lanes.queries.js';
import { LanesService } from './lanes.service.js';

@ApiTags('lanes')
@Controller('v1')
export class LanesController {
  constructor(
    private readonly lanes: LanesService,
    private readonly queries: LanesQueries,
    private readonly subjects: SubjectQueries,
  ) {}

  @Get('lanes')
  @Permit('case.read')
  @ReadRoute('The lanes: what they ask for, their internal targets and places, on what grounds a case is put out', Lanes)
  all(@Act() { at }: Acting): Lanes {
    return { items: LANE_RULES.map(shownRule), triage: rulesOn(TRIAGE_RULES, legalDay(at)) };
  }

  @Post('lane-passages')
  @Permit('lane.move')
  @OpenRoute('lane-passage.propose', 'Triage of a case (繁简分流): which lane is proposed, with how many points, and why', LanePassageWithTargetsDto)
  propose(@Act() acting: Acting, @Body() body: TriageDto): Promise<Answer<LanePassageWithTargetsDto>> {
    return this.lanes.propose(acting, body);
  }

  @Get('lane-passages')
  @Permit('case.read')
  @ReadRoute('Passages through lanes by case, lane or state; newest first', LanePassagePage)
  list(@Act() acting: Acting, @Query() query: LanePassageListQuery): Promise<Page<LanePassageDto>> {
    return this.queries.list(acting, query);
  }

  @Get('lane-passages/:id')
  @Permit('case.read')
  @ReadRoute('One passage with its internal targets; the ETag is its version', LanePassageWithTargetsDto)
  one(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<LanePassageWithTargetsDto> {
    return this.queries.one(acting, id);
  }

  @Get('lane-passages/:id/timeline')
  @Permit('timeline.read')
  @ReadRoute('What happened, from the ledger', TimelinePage)
  timeline(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() page: PageQuery): Promise<Page<TimelineEntryDto>> {
    return this.subjects.timeline(acting, LANE_PASSAGE, id, page);
  }

  @Get('lane-passages/:id/available-commands')
  @Permit('case.read')
  @ReadRoute('What can be done now, and what stands in the way of the rest', AvailableCommandsDto)
  available(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<AvailableCommandsDto> {
    return this.lanes.available(acting, id);
  }

  @Post('lane-passages/:id/confirm')
  @Permit('lane.move')
  @CommandRoute('lane-passage.confirm', 'Put the case into the lane proposed, or into another one with a reason: it gets an internal target beside its statutory limits', LanePassageWithTargetsDto)
  confirm(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ConfirmLaneDto): Promise<Answer<LanePassageWithTargetsDto>> {
    return this.lanes.confirm(acting, id, body);
  }

  @Post('lane-passages/:id/decline')
  @Permit('lane.move')
  @CommandRoute('lane-passage.decline', 'Leave the case in the lane that it is in', LanePassageWithTargetsDto)
  decline(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() { reason }: LaneReasonDto): Promise<Answer<LanePassageWithTargetsDto>> {
    return this.lanes.decline(acting, id, reason);
  }

  @Post('lane-passages/:id/leave')
  @Permit('lane.move')
  @CommandRoute('lane-passage.leave', 'Take the case out of its lane; its statutory dates stay as they are', LanePassageWithTargetsDto)
  leave(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() { reason }: LaneReasonDto): Promise<Answer<LanePassageWithTargetsDto>> {
    return this.lanes.leave(acting, id, reason);
  }

  @Post('lane-passages/:id/eject')
  @Permit('lane.move')
  @CommandRoute('lane-passage.eject', 'Put the case out of its lane on one of the grounds of the lane; its statutory dates stay as they are', LanePassageWithTargetsDto)
  eject(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: EjectFromLaneDto): Promise<Answer<LanePassageWithTargetsDto>> {
    return this.lanes.eject(acting, id, body);
  }
}

function shownRule({ code, entry, exits, capacity, basis }: LaneRule): LaneRuleDto {
  const { label, patience } = laneOf(code);
  return { code, label, entry: entry.map((one) => ({ code: one, label: CONDITION_LABELS[one] })), exits: exits.map((one) => ({ code: one, label: GROUND_LABELS[one] })), target: `lane.${code}`, capacity, patience, basis };
}
