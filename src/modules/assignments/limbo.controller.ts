import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting } from '../../platform/http/acting.js';
import { ReadRoute } from '../../platform/http/documented.js';
import type { Page } from '../../platform/http/pagination.js';
import { Act, Permit } from '../../platform/http/route.js';
import { LimboPage, LimboQuery, type LimboRowDto } from './limbo.dto.js';
import { LimboQueries } from './limbo.queries.js';

@ApiTags('assignments')
@Controller('v1/limbo')
export class LimboController {
  constructor(private readonly queries: LimboQueries) {}

  @Get()
  @Permit('case.read')
  @ReadRoute('Open cases without an officer, without a clock or untouched for some days, each with why it is not forgotten', LimboPage)
  page(@Act() acting: Acting, @Query() query: LimboQuery): Promise<Page<LimboRowDto>> {
    return this.queries.page(acting, query);
  }
}
