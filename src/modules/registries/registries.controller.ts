import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting } from '../../platform/http/acting.js';
import { ReadRoute } from '../../platform/http/documented.js';
import { Act, Permit } from '../../platform/http/route.js';
import { EFFECTS } from './data/effects.data.js';
import { RegistriesQueries, shownEffect } from './registries.queries.js';
import { RegistryCheckDto, RegistryCheckQuery, RegistryEffects } from './registry.dto.js';

@ApiTags('registries')
@Controller('v1/registries/blacklist')
export class RegistriesController {
  constructor(private readonly queries: RegistriesQueries) {}

  @Get('check')
  @Permit('registry.check')
  @ReadRoute('Whether a firm stands on a list, now or as it was known at an instant, with what follows from it', RegistryCheckDto)
  check(@Act() acting: Acting, @Query() query: RegistryCheckQuery): Promise<RegistryCheckDto> {
    return this.queries.check(acting, query);
  }

  @Get('effects')
  @Permit('registry.check')
  @ReadRoute('What follows from standing on a list, with its article', RegistryEffects)
  effects(): RegistryEffects {
    return { effects: EFFECTS.map(shownEffect) };
  }
}
