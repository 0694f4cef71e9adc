import { Controller, Get } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { ReadRoute } from '../../platform/http/documented.js';
import { Permit } from '../../platform/http/route.js';
import type { RuleSetContent } from './domain/rule.js';
import { RoutingService } from './routing.service.js';

export class LiveRuleSetDto {
  @ApiProperty({ description: 'Version; every decision names the one that it was made under', example: 1 })
  version: number;

  @ApiProperty({ description: 'Rules in order; the first that fits decides. Each has conditions, track, agency (or @office of the region), explanation, legal ground and measures', example: [{ code: 'consultation', when: { classification: ['consultation'] }, track: 'outside', agency: 'cz-ip-intake' }] })
  rules: RuleSetContent['rules'];

  @ApiProperty({ description: 'Office kind → region → agency', example: { 'market-regulation': { '445103': 'chaoan-market-regulation' } } })
  offices: RuleSetContent['offices'];
}

@ApiTags('routing')
@Controller('v1/routing')
export class RoutingController {
  constructor(private readonly routing: RoutingService) {}

  @Get('rule-sets/live')
  @Permit('routing.read')
  @ReadRoute('The rules that decide now', LiveRuleSetDto)
  current(): LiveRuleSetDto {
    return this.routing.current();
  }
}
