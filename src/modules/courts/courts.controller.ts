import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { legalDay } from '../../platform/clocks/clocks.js';
import type { Acting } from '../../platform/http/acting.js';
import { ReadRoute } from '../../platform/http/documented.js';
import { Act, Permit, Repeatable } from '../../platform/http/route.js';
import { CourtFactsDto, CourtList, CourtProposalDto } from './court.dto.js';
import { Courts } from './courts.service.js';

@ApiTags('courts')
@Controller('v1/courts')
export class CourtsController {
  constructor(private readonly courts: Courts) {}

  @Get()
  @Permit('court.read')
  @ReadRoute('Courts and the rules by which one is proposed, with article and status', CourtList)
  list(): CourtList {
    return this.courts.list();
  }

  @Post('proposals')
  @HttpCode(200)
  @Permit('court.read')
  @Repeatable('Nothing is written: the same facts give the same answer')
  @ReadRoute('Which court is competent, with reason, article and what is not certain; nothing is written', CourtProposalDto)
  propose(@Act() { at }: Acting, @Body() body: CourtFactsDto): CourtProposalDto {
    return this.courts.proposal(body, legalDay(at));
  }
}
