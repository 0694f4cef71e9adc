import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsISO8601, IsNotEmpty, IsObject, IsOptional, IsString, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { FACT_VALUES } from './domain/facts.js';
import { FLAGS, GROUPS, LANES, TRACKS } from './domain/rule.js';

/** Both languages, whatever the reader asks for: rules are written in both. */
export class WordsDto {
  @ApiProperty({ description: 'In Chinese', example: '侵犯注册商标专用权，由违法行为发生地县级市场监管部门查处', maxLength: 500 })
  @IsString() @MaxLength(500)
  'zh-CN': string;

  @ApiProperty({ description: 'In English', example: 'Trademark infringement: the market regulator of the county where it happened', maxLength: 500 })
  @IsString() @MaxLength(500)
  en: string;
}

export class RuleBasisDto {
  @ApiProperty({ description: 'Instrument', example: '市场监督管理行政处罚程序规定（市场监管总局令第2号，2022年修正）', maxLength: 200 })
  @IsString() @MaxLength(200)
  source: string;

  @ApiProperty({ description: 'Article', example: '第七条、第八条', maxLength: 100 })
  @IsString() @MaxLength(100)
  article: string;

  @ApiProperty({ description: 'verified: read in a copy of the text. unverified: a warning is shown wherever the rule decides', enum: ['verified', 'unverified'], example: 'verified' })
  @IsIn(['verified', 'unverified'])
  status: 'verified' | 'unverified';

  @ApiPropertyOptional({ description: 'Remark on the reading', example: '2027-01-01起为2026年修订的第七十四条', maxLength: 500 })
  @IsOptional() @IsString() @MaxLength(500)
  note?: string;
}

export class RuleDto {
  @ApiProperty({ description: 'Code, unique in the set; statistics and decisions name it', example: 'trademark', pattern: '^[a-z0-9][a-z0-9-]{1,59}$' })
  @Matches(/^[a-z0-9][a-z0-9-]{1,59}$/)
  code: string;

  @ApiProperty({ description: 'destination and lane: the first rule that fits decides. tracks and flags: all that fit count', enum: GROUPS, example: 'destination' })
  @IsIn(GROUPS)
  group: (typeof GROUPS)[number];

  @ApiPropertyOptional({ description: 'Rules of an earlier stage are meant to stand before later ones; within a stage the linter warns of overlaps', example: 12, minimum: 0, maximum: 99 })
  @IsOptional() @IsInt() @Min(0) @Max(99)
  stage?: number;

  @ApiProperty({ description: `Fact → values. All conditions must hold. Facts: ${Object.keys(FACT_VALUES).join(', ')}. None for the last resort`, example: { rightType: ['trademark'], classification: ['report'] } })
  @IsObject()
  when: Record<string, unknown>;

  @ApiProperty({ description: `destination: {track, agency}; agency is a code, @office (in the region of the matter) or @office/platformRegion. tracks: {track}. lane: {lane}. flags: {flag}. Tracks: ${TRACKS.join(', ')}. Lanes: ${LANES.join(', ')}. Flags: ${FLAGS.join(', ')}`, example: { track: 'administrative', agency: '@market-regulation' } })
  @IsObject()
  outcome: Record<string, unknown>;

  @ApiProperty({ description: 'Why, in both languages', type: WordsDto, example: { 'zh-CN': '侵犯注册商标专用权，由违法行为发生地县级市场监管部门查处', en: 'Trademark infringement: the market regulator of the county' } })
  @IsNotEmpty() @ValidateNested() @Type(() => WordsDto)
  explanation: WordsDto;

  @ApiProperty({ description: 'Legal ground', type: RuleBasisDto, example: { source: '市场监督管理行政处罚程序规定（市场监管总局令第2号，2022年修正）', article: '第七条、第八条', status: 'verified' } })
  @IsNotEmpty() @ValidateNested() @Type(() => RuleBasisDto)
  basis: RuleBasisDto;

  @ApiProperty({ description: 'Which of the 25 measures it carries out', example: [1], type: [Number] })
  @IsArray() @ArrayMaxSize(25) @IsInt({ each: true })
  measures: number[];
}

export class DraftRuleSetDto {
  @ApiProperty({ description: 'What it is about', example: '展会专利改由快速维权中心受理', maxLength: 200 })
  @IsString() @IsNotEmpty() @MaxLength(200)
  title: string;

  @ApiProperty({ description: 'Office kind → region → agency', example: { 'market-regulation': { '445100': 'cz-market-regulation', '445103': 'chaoan-market-regulation' } } })
  @IsObject()
  offices: Record<string, Record<string, string>>;

  @ApiProperty({ description: 'Rules in order, at most 500', type: [RuleDto], example: [] })
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(500) @ValidateNested({ each: true }) @Type(() => RuleDto)
  rules: RuleDto[];
}

export class PublishRuleSetDto {
  @ApiProperty({ description: 'First day on which it decides, YYYY-MM-DD, Asia/Shanghai: today or later, and after the first day of every published set', example: '2026-12-01' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/) @IsISO8601({ strict: true })
  effectiveFrom: string;
}

export class SendBackRuleSetDto {
  @ApiProperty({ description: 'What is to be changed, kept in the ledger', example: '第七条的条款号有误', maxLength: 2000 })
  @IsString() @IsNotEmpty() @MaxLength(2000)
  reason: string;
}

export class RuleSetParams {
  @ApiProperty({ description: 'Number of the rule set; decisions name it as ruleSetVersion', example: 2, type: 'integer' })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value)) @IsInt() @Min(1)
  number: number;
}

export class FindingDto {
  @ApiProperty({ description: 'shadowed, overlapping, uncovered, office-missing, unknown-fact, unknown-value, no-values, unknown-group, unknown-outcome, unknown-agency, restricted-fact, missing-basis, missing-words, missing-measure, duplicate-code, stage-order or tangled', example: 'shadowed' })
  code: string;

  @ApiProperty({ description: 'error: it can be neither submitted nor published. warning: whoever publishes should look at it', enum: ['error', 'warning'], example: 'error' })
  severity: string;

  @ApiProperty({ description: 'Rule that it is about; null for the whole set', example: 'trademark', nullable: true, type: String })
  rule: string | null;

  @ApiProperty({ description: 'In the reader’s language', example: 'Never fires: elsewhere takes everything that it would' })
  text: string;

  @ApiPropertyOptional({ description: 'Facts of a matter that shows it', example: { classification: 'report', rightType: 'trademark' } })
  example?: Record<string, unknown>;
}

export class RuleSetRowDto {
  @ApiProperty({ description: 'Id of the rule set (UUIDv7)', example: '019aa1b2-0000-7000-8000-0000000000f0' })
  id: string;

  @ApiProperty({ description: 'Number of the rule set; decisions name it as ruleSetVersion', example: 2 })
  number: number;

  @ApiProperty({ description: 'draft, submitted, published or retired', example: 'published' })
  state: string;

  @ApiProperty({ description: 'Version of the row; the ETag', example: 1 })
  version: number;

  @ApiProperty({ description: 'What it is about', example: '分派规则：去向、途径、快慢与提示' })
  title: string;

  @ApiProperty({ description: 'First day on which it decides, YYYY-MM-DD, Asia/Shanghai; null before it is published', example: '2026-06-01', nullable: true, type: String })
  effectiveFrom: string | null;

  @ApiProperty({ description: 'Whether it decides now', example: true })
  inForce: boolean;

  @ApiProperty({ description: 'Digest of the content', example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' })
  digest: string;

  @ApiProperty({ description: 'Accounts that wrote in it', example: [], type: [String] })
  writtenBy: string[];

  @ApiProperty({ description: 'Account that published it; null for delivered sets and drafts', example: null, nullable: true, type: String })
  publishedBy: string | null;
}

export class RuleSetPage {
  @ApiProperty({ description: 'Newest first', type: [RuleSetRowDto], example: [] })
  items: RuleSetRowDto[];
}

export class RuleSetDto extends RuleSetRowDto {
  @ApiProperty({ description: 'Office kind → region → agency', example: { 'market-regulation': { '445103': 'chaoan-market-regulation' } } })
  offices: Record<string, Record<string, string>>;

  @ApiProperty({ description: 'Rules in order', type: [RuleDto], example: [] })
  rules: RuleDto[];

  @ApiProperty({ description: 'Everything that the linter has to say about it', type: [FindingDto], example: [] })
  findings: FindingDto[];
}
