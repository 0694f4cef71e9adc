import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsISO8601, IsNotEmpty, IsOptional, Matches, Max, Min, ValidateNested } from 'class-validator';
import { BasisDto, WarningDto } from '../../platform/http/shared.dto.js';
import { FACT_VALUES, type RoutingFacts } from './domain/facts.js';

/** Facts to try. What is left out is taken as ordinary. */
export class FactsDto implements Partial<RoutingFacts> {
  @ApiPropertyOptional({ description: 'What it is in law (总局令第121号第三条)', enum: FACT_VALUES.classification, example: 'right-holder-request' })
  @IsOptional() @IsIn(FACT_VALUES.classification)
  classification?: RoutingFacts['classification'];

  @ApiPropertyOptional({ description: 'Subject matter', enum: FACT_VALUES.matter, example: 'infringement' })
  @IsOptional() @IsIn(FACT_VALUES.matter)
  matter?: RoutingFacts['matter'];

  @ApiPropertyOptional({ description: 'Right concerned', enum: FACT_VALUES.rightType, example: 'trademark' })
  @IsOptional() @IsIn(FACT_VALUES.rightType)
  rightType?: RoutingFacts['rightType'];

  @ApiPropertyOptional({ description: 'Which department keeps the plant variety', enum: FACT_VALUES.variety, example: 'none' })
  @IsOptional() @IsIn(FACT_VALUES.variety)
  variety?: RoutingFacts['variety'];

  @ApiPropertyOptional({ description: 'Where it happened, or where the party is; outside lies outside the city', enum: FACT_VALUES.region, example: '445103' })
  @IsOptional() @IsIn(FACT_VALUES.region)
  region?: RoutingFacts['region'];

  @ApiPropertyOptional({ description: 'Seat of the platform (总局令第121号第十三条第三款)', enum: FACT_VALUES.platformRegion, example: 'none' })
  @IsOptional() @IsIn(FACT_VALUES.platformRegion)
  platformRegion?: RoutingFacts['platformRegion'];

  @ApiPropertyOptional({ description: 'Where it was offered', enum: FACT_VALUES.venue, example: 'none' })
  @IsOptional() @IsIn(FACT_VALUES.venue)
  venue?: RoutingFacts['venue'];

  @ApiPropertyOptional({ description: 'Role of the party complained about', enum: FACT_VALUES.targetRole, example: 'merchant' })
  @IsOptional() @IsIn(FACT_VALUES.targetRole)
  targetRole?: RoutingFacts['targetRole'];

  @ApiPropertyOptional({ description: 'The merchant shows an address on the platform and can be reached there', example: true })
  @IsOptional() @IsBoolean()
  addressShown?: boolean;

  @ApiPropertyOptional({ description: 'Goods entering or leaving the country', example: false })
  @IsOptional() @IsBoolean()
  border?: boolean;

  @ApiPropertyOptional({ description: 'Channel that it came over', enum: FACT_VALUES.channel, example: 'hotline-12345' })
  @IsOptional() @IsIn(FACT_VALUES.channel)
  channel?: RoutingFacts['channel'];

  @ApiPropertyOptional({ description: 'Other proceedings about it', enum: FACT_VALUES.priorProceedings, example: 'none' })
  @IsOptional() @IsIn(FACT_VALUES.priorProceedings)
  priorProceedings?: RoutingFacts['priorProceedings'];

  @ApiPropertyOptional({ description: 'Both sides want people’s mediation', example: false })
  @IsOptional() @IsBoolean()
  bothWilling?: boolean;

  @ApiPropertyOptional({ description: 'Suspicion of a crime (移送规定第三条)', enum: FACT_VALUES.crime, example: 'none' })
  @IsOptional() @IsIn(FACT_VALUES.crime)
  crime?: RoutingFacts['crime'];

  @ApiPropertyOptional({ description: 'Found to infringe before', example: false })
  @IsOptional() @IsBoolean()
  repeatInfringer?: boolean;

  @ApiPropertyOptional({ description: 'A party from abroad, Hong Kong, Macao or Taiwan; counts only where a statute says so', example: false })
  @IsOptional() @IsBoolean()
  foreignRelated?: boolean;

  @ApiPropertyOptional({ description: 'Two or more cities with major effect', example: false })
  @IsOptional() @IsBoolean()
  severalCities?: boolean;

  @ApiPropertyOptional({ description: 'Order on complaints in force on the day of receipt: 总局令第20号 until 2026-04-14, 总局令第121号 since', enum: FACT_VALUES.intakeLaw, example: 'order-121' })
  @IsOptional() @IsIn(FACT_VALUES.intakeLaw)
  intakeLaw?: RoutingFacts['intakeLaw'];

  @ApiPropertyOptional({ description: 'Papers of identity are complete', example: true })
  @IsOptional() @IsBoolean()
  identityComplete?: boolean;
}

export class SimulationDto {
  @ApiProperty({ description: 'Facts to decide on', type: FactsDto, example: { classification: 'right-holder-request', rightType: 'trademark', matter: 'infringement', region: '445103' } })
  @IsNotEmpty() @ValidateNested() @Type(() => FactsDto)
  facts: FactsDto;

  @ApiPropertyOptional({ description: 'Rule set to decide with, a draft too; the one in force where it is left out', example: 2, type: 'integer' })
  @IsOptional() @IsInt() @Min(1)
  ruleSet?: number;
}

export class TriedRuleDto {
  @ApiProperty({ description: 'Rule', example: 'border-goods' })
  rule: string;

  @ApiProperty({ description: 'destination, tracks, lane or flags', example: 'destination' })
  group: string;

  @ApiProperty({ description: 'Whether it fits', example: false })
  fits: boolean;

  @ApiProperty({ description: 'First fact that failed; null where it fits', example: 'border', nullable: true, type: String })
  failed: string | null;

  @ApiProperty({ description: 'Why, in the reader’s language', example: '进出境货物是“否”，该规则要求“是”' })
  why: string;
}

export class SimulatedDecisionDto {
  @ApiProperty({ description: 'Version of the rule set', example: 2 })
  ruleSetVersion: number;

  @ApiProperty({ description: 'Rule that decided', example: 'trademark-request' })
  rule: string;

  @ApiProperty({ description: 'Track that it takes', example: 'administrative' })
  track: string;

  @ApiProperty({ description: 'Every track that the law opens, the one taken first', example: ['administrative', 'mediation', 'judicial'], type: [String] })
  tracks: string[];

  @ApiProperty({ description: 'Agency', example: 'chaoan-market-regulation' })
  agency: string;

  @ApiProperty({ description: 'ordinary or expedited', example: 'ordinary' })
  lane: string;

  @ApiProperty({ description: 'What a human has to look at', example: [], type: [String] })
  flags: string[];

  @ApiProperty({ description: 'Why, in the reader’s language', example: '商标注册人请求处理侵权，由违法行为发生地县级市场监管部门处理' })
  explanation: string;

  @ApiProperty({ description: 'Legal ground', type: BasisDto, example: { source: '商标法（2019）', article: '第六十条第一款', status: 'verified' } })
  basis: BasisDto;

  @ApiProperty({ description: 'Which of the 25 measures it carries out', example: [1, 11], type: [Number] })
  measures: number[];

  @ApiProperty({ description: 'What was not verified, or went wrong', type: [WarningDto], example: [] })
  warnings: WarningDto[];

  @ApiProperty({ description: 'All facts that the rules saw', example: { classification: 'right-holder-request', rightType: 'trademark' } })
  facts: Record<string, unknown>;

  @ApiProperty({ description: 'The decision in sentences: facts, what decided and why, what else is open, what to look at', example: ['事实：性质为权利人请求处理；事项为侵权；权利类型为商标；地点为潮安区。'], type: [String] })
  sentences: string[];

  @ApiProperty({ description: 'Every rule that was tried, in order, with the reason', type: [TriedRuleDto], example: [] })
  tried: TriedRuleDto[];
}

export class DecisionDto extends SimulatedDecisionDto {
  @ApiProperty({ description: 'Decision id (UUIDv7)', example: '019aa1b2-0000-7000-8000-0000000000d0' })
  id: string;

  @ApiProperty({ description: 'Complaint that was routed', example: '019aa1b2-0000-7000-8000-000000000000' })
  complaintId: string;

  @ApiProperty({ description: 'rule: the rules decided. override: a clerk decided otherwise', enum: ['rule', 'override'], example: 'rule' })
  kind: string;

  @ApiProperty({ description: 'Account that overrode the rules', example: null, nullable: true, type: String })
  overriddenBy: string | null;

  @ApiProperty({ description: 'Why the rules were overridden', example: null, nullable: true, type: String })
  overrideReason: string | null;

  @ApiProperty({ description: 'When it was decided, RFC 3339 UTC', example: '2026-11-22T09:10:00.000Z' })
  decidedAt: string;
}

export class PeriodQuery {
  @ApiPropertyOptional({ description: 'First day, YYYY-MM-DD, Asia/Shanghai; 90 days back where it is left out', example: '2026-10-01' })
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) @IsISO8601({ strict: true })
  from?: string;

  @ApiPropertyOptional({ description: 'Last day, included', example: '2026-12-31' })
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) @IsISO8601({ strict: true })
  to?: string;
}

export class OverriddenRuleDto {
  @ApiProperty({ description: 'Version of the rule set', example: 2 })
  ruleSetVersion: number;

  @ApiProperty({ description: 'Rule', example: 'trademark' })
  rule: string;

  @ApiProperty({ description: 'How often it decided', example: 120 })
  decided: number;

  @ApiProperty({ description: 'How often a clerk decided otherwise', example: 3 })
  overridden: number;

  @ApiProperty({ description: 'Tracks that the clerks chose, with their count', example: { mediation: 2, outside: 1 } })
  tracks: Record<string, number>;
}

export class OverriddenRulePage {
  @ApiProperty({ description: 'Rules that were overridden in the period, most often first', type: [OverriddenRuleDto], example: [] })
  items: OverriddenRuleDto[];
}

export class BacktestOrderDto extends PeriodQuery {
  @ApiProperty({ description: 'Rule set to try, a draft too', example: 3, type: 'integer' })
  @IsInt() @Min(1)
  ruleSet: number;

  @ApiPropertyOptional({ description: 'How many of the last decisions, 1 to 50,000', default: 10_000, example: 10_000, type: 'integer' })
  @IsOptional() @IsInt() @Min(1) @Max(50_000)
  last: number = 10_000;
}

export class BacktestDto {
  @ApiProperty({ description: 'Backtest id (UUIDv7)', example: '019aa1b2-0000-7000-8000-0000000000b0' })
  id: string;

  @ApiProperty({ description: 'Rule set that was tried', example: 3 })
  ruleSetVersion: number;

  @ApiProperty({ description: 'Digest of the content that was tried; publication asks for a backtest of the very content', example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' })
  digest: string;

  @ApiProperty({ description: 'Decisions asked for', example: { last: 10000 } })
  sample: unknown;

  @ApiProperty({ description: 'considered: decisions of rules that were decided again. changed: those with another agency, other tracks, lane or flags. moves: counts from rule to rule, most often first, each with up to three examples of facts and outcomes', example: { considered: 120, changed: 2, moves: [{ from: 'trademark', to: 'market-stall', count: 2, changes: ['lane'], examples: [] }] } })
  result: unknown;

  @ApiProperty({ description: 'When it was tried, RFC 3339 UTC', example: '2026-11-22T09:10:00.000Z' })
  triedAt: string;
}
