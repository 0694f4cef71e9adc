import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting } from '../../platform/http/acting.js';
import { ReadRoute } from '../../platform/http/documented.js';
import type { Page } from '../../platform/http/pagination.js';
import { Act, Permit } from '../../platform/http/route.js';
import { ProceedingListQuery, ProceedingPage, type ProceedingDto } from './proceeding.dto.js';
import { ProceedingQueries } from './proceedings.queries.js';

@ApiTags('proceedings')
@Controller('v1/proceedings')
export class ProceedingsController {
  constructor(private readonly queries: ProceedingQueries) {}

  @Get()
  @Permit('proceeding.read')
  @ReadRoute('Proceedings of all kinds, by case or agency; each kind has a resource of its own with its commands', ProceedingPage)
  list(@Act() acting: Acting, @Query() query: ProceedingListQuery): Promise<Page<ProceedingDto>> {
    return this.queries.list(acting, query);
  }
}
