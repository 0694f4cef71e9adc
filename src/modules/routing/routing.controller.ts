import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { OpenRoute, ReadRoute } from '../../platform/http/documented.js';
import { Act, Permit, Repeatable } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { BacktestsService } from './backtests.service.js';
import { BacktestDto, BacktestOrderDto, DecisionDto, OverriddenRulePage, PeriodQuery, SimulatedDecisionDto, SimulationDto } from './decision.dto.js';
import { DecisionsQueries } from './decisions.queries.js';

@ApiTags('routing')
@Controller('v1/routing')
export class RoutingController {
  constructor(
    private readonly decisions: DecisionsQueries,
    private readonly backtests: BacktestsService,
  ) {}

  @Get('decisions/:id')
  @Permit('routing.read')
  @ReadRoute('Why a matter went where it went: facts, every rule tried with the reason, outcome, in sentences', DecisionDto)
  decision(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<DecisionDto> {
    return this.decisions.explained(acting, id);
  }

  @Get('overrides')
  @Permit('routing.read')
  @ReadRoute('How often clerks decided otherwise, rule by rule', OverriddenRulePage)
  async overrides(@Act() acting: Acting, @Query() query: PeriodQuery): Promise<OverriddenRulePage> {
    return { items: await this.decisions.overrides(acting, query) };
  }

  @Post('simulations')
  @HttpCode(200)
  @Permit('routing.simulate')
  @Repeatable('Nothing is written: the same facts give the same answer')
  @ReadRoute('Decide on facts without writing anything', SimulatedDecisionDto)
  simulate(@Act() acting: Acting, @Body() body: SimulationDto): Promise<SimulatedDecisionDto> {
    return this.decisions.simulated(acting, body);
  }

  @Post('backtests')
  @Permit('routing.draft')
  @OpenRoute(null, 'Try a rule set on past decisions: what would have changed', BacktestDto)
  backtest(@Act() acting: Acting, @Body() body: BacktestOrderDto): Promise<Answer<BacktestDto>> {
    return this.backtests.run(acting, body);
  }

  @Get('backtests/:id')
  @Permit('routing.draft')
  @ReadRoute('A backtest that was run', BacktestDto)
  backtestRun(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<BacktestDto> {
    return this.backtests.one(acting, id);
  }
}
