import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting } from '../../platform/http/acting.js';
import { ReadRoute } from '../../platform/http/documented.js';
import { PageQuery, type Page } from '../../platform/http/pagination.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { LADDER, RUNGS } from './data/ladder.data.js';
import { EscalationStepPage, EscalationStepQuery, LadderDto, type EscalationStepDto } from './ladder.dto.js';
import { LadderQueries } from './ladder.queries.js';

const SHOWN: LadderDto = {
  rungs: RUNGS.map(({ told, ...rung }) => ({ ...rung, told: typeof told === 'string' ? told : told.agency })),
  rules: LADDER.map(({ warning = null, list = null, ...rule }) => ({ ...rule, warning, list })),
};

@ApiTags('escalation-ladder')
@Controller('v1')
export class LadderController {
  constructor(private readonly queries: LadderQueries) {}

  @Get('escalation-ladder')
  @Permit('case.read')
  @ReadRoute('The escalation ladder: its rungs, and what reaches them', LadderDto)
  ladder(): LadderDto {
    return SHOWN;
  }

  @Get('escalation-steps')
  @Permit('case.read')
  @ReadRoute('Steps that cases took up the ladder, by case, agency told or rung; newest first', EscalationStepPage)
  steps(@Act() acting: Acting, @Query() query: EscalationStepQuery): Promise<Page<EscalationStepDto>> {
    return this.queries.list(acting, query);
  }

  @Get('cases/:id/escalation-steps')
  @Permit('case.read')
  @ReadRoute('Steps that a case took up the ladder; newest first', EscalationStepPage)
  ofCase(@Act() acting: Acting, @Param('id', Uuid) id: string, @Query() { cursor, limit }: PageQuery): Promise<Page<EscalationStepDto>> {
    return this.queries.list(acting, { case: id, cursor, limit });
  }
}
