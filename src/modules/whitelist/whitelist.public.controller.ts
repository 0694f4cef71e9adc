import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Cacheable } from '../../platform/http/cacheable.js';
import { OpenReadRoute } from '../../platform/http/documented.js';
import { PageQuery, type Page } from '../../platform/http/pagination.js';
import { Open } from '../../platform/http/route.js';
import { Rate } from '../../platform/security/rate-limit.js';
import { PublicWhitelistDto, PublicWhitelistPage } from './whitelist.dto.js';
import { WhitelistQueries } from './whitelist.queries.js';

const WHY = 'A public notice is for everybody, and a certificate can be looked up by whoever is shown it; neither contacts nor objections stand in it';
const SECONDS = 60;

@ApiTags('public')
@Controller('v1/public')
export class PublicWhitelistController {
  constructor(private readonly queries: WhitelistQueries) {}

  @Get('whitelist')
  @Open(WHY) @Rate('public') @Cacheable(SECONDS)
  @OpenReadRoute('Firms on public notice or on the early-warning whitelist; newest first', PublicWhitelistPage)
  list(@Query() page: PageQuery): Promise<Page<PublicWhitelistDto>> {
    return this.queries.shown(page);
  }

  @Get('whitelist-certificates/:number')
  @Open(WHY) @Rate('public') @Cacheable(SECONDS)
  @OpenReadRoute('Whether a certificate is genuine, and whether it still holds', PublicWhitelistDto)
  certificate(@Param('number') number: string): Promise<PublicWhitelistDto> {
    return this.queries.certificate(number);
  }
}
