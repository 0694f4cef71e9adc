import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsISO8601, IsOptional, Matches, Max, Min } from 'class-validator';
import { BasisDto, WarningDto, type ShownText } from '../../platform/http/shared.dto.js';
import { REGIONS, RIGHT_TYPES, type RightType } from '../identity/index.js';
import { COURTS } from './data/courts.data.js';
import { COURT_MATTERS, PATENT_KINDS, RESPONDENTS, type CourtFacts } from './domain/court.rules.js';

export const COURT_CODES = COURTS.map(({ code }) => code);
const PLACES = [...REGIONS.map(({ code }) => code), 'outside'] as const;

/** Facts that decide which court is competent; what is left out is taken as ordinary. */
export class CourtFactsDto {
  @ApiProperty({ description: 'What is asked of the court; validity is a suit against a decision of the national office', enum: COURT_MATTERS, example: 'civil' })
  @IsIn(COURT_MATTERS)
  matter: CourtFacts['matter'];

  @ApiProperty({ description: 'Rights concerned; several where claims are mixed (知识产权法院管辖规定第四条)', enum: RIGHT_TYPES, isArray: true, example: ['trademark'] })
  @IsArray() @ArrayNotEmpty() @ArrayUnique() @ArrayMaxSize(RIGHT_TYPES.length) @IsIn(RIGHT_TYPES, { each: true })
  rightTypes: RightType[];

  @ApiPropertyOptional({ description: 'Which patent, where it is one; decides where an appeal goes', enum: PATENT_KINDS, example: 'design' })
  @IsOptional() @IsIn(PATENT_KINDS)
  patentKind?: (typeof PATENT_KINDS)[number];

  @ApiPropertyOptional({ description: 'It is about computer software', default: false, example: false })
  @IsOptional() @IsBoolean()
  software?: boolean;

  @ApiPropertyOptional({ description: 'A mark has to be found well known (驰名商标认定)', default: false, example: false })
  @IsOptional() @IsBoolean()
  wellKnownMark?: boolean;

  @ApiPropertyOptional({ description: 'Major with foreign elements, or of major effect in the district (民事诉讼法第十九条); for appeals: major and complex', default: false, example: false })
  @IsOptional() @IsBoolean()
  major?: boolean;

  @ApiPropertyOptional({ description: 'Whose act an administrative suit is about (法释〔2022〕13号第二条)', enum: RESPONDENTS, default: 'other', example: 'other' })
  @IsOptional() @IsIn(RESPONDENTS)
  respondent?: (typeof RESPONDENTS)[number];

  @ApiPropertyOptional({ description: 'What is claimed, whole CNY', example: 300000, minimum: 0, maximum: 1_000_000_000_000, type: 'integer' })
  @IsOptional() @IsInt() @Min(0) @Max(1_000_000_000_000)
  amount?: number;

  @ApiPropertyOptional({ description: 'Region codes where the respondent is, the infringement happened or the mediators have their seat, the nearest first; outside lies outside the city', enum: PLACES, isArray: true, default: [], example: ['445103'] })
  @IsOptional() @IsArray() @ArrayUnique() @ArrayMaxSize(PLACES.length) @IsIn(PLACES, { each: true })
  regions?: string[];

  @ApiPropertyOptional({ description: 'Court that asked the mediators to mediate (民事诉讼法第二百零五条第一项)', enum: COURT_CODES, example: 'cz-court' })
  @IsOptional() @IsIn(COURT_CODES)
  invitedBy?: string;

  @ApiPropertyOptional({ description: 'For an appeal: court whose decision it is against', enum: COURT_CODES, example: 'cz-court' })
  @IsOptional() @IsIn(COURT_CODES)
  firstInstance?: string;

  @ApiPropertyOptional({ description: 'Day on which the law is looked at, YYYY-MM-DD, Asia/Shanghai; today where it is left out', example: '2026-11-22' })
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) @IsISO8601({ strict: true })
  on?: string;
}

export class CourtDto {
  @ApiProperty({ description: 'Code of the court', example: 'cz-court' })
  code: string;

  @ApiProperty({ description: 'Name in the language of Accept-Language', example: '潮州市中级人民法院', type: String })
  name: ShownText;

  @ApiProperty({ description: 'basic, intermediate, high or supreme', example: 'intermediate' })
  level: string;

  @ApiProperty({ description: 'Agency of this system that acts for it; null where its papers go another way', example: 'cz-court', nullable: true, type: String })
  agency: string | null;

  @ApiProperty({ description: 'Region whose basic court it is', example: null, nullable: true, type: String })
  region: string | null;

  @ApiProperty({ description: 'Where the name was read', type: BasisDto, example: { source: '法释〔2022〕13号', article: '第二条', status: 'verified' } })
  basis: BasisDto;
}

export class CourtRuleDto {
  @ApiProperty({ description: 'Code of the row; the first that fits decides', example: 'technical' })
  code: string;

  @ApiProperty({ description: 'First day, YYYY-MM-DD, Asia/Shanghai', example: '2024-01-01' })
  from: string;

  @ApiProperty({ description: 'Last day, included; null while in force', example: null, nullable: true, type: String })
  to: string | null;

  @ApiProperty({ description: 'Court, or how it is found: @inviting (the one that asked for mediation), @place (the basic court of the place)', example: 'guangzhou-ip-court' })
  court: string;

  @ApiProperty({ description: 'What the row is for', example: '专利、植物新品种……案件', type: String })
  why: ShownText;

  @ApiProperty({ description: 'Article', type: BasisDto, example: { source: '最高人民法院关于北京、上海、广州知识产权法院案件管辖的规定（2020）', article: '第一条至第三条', status: 'verified' } })
  basis: BasisDto;
}

export class CourtList {
  @ApiProperty({ description: 'Courts', type: [CourtDto], example: [] })
  items: CourtDto[];

  @ApiProperty({ description: 'Rules in their order', type: [CourtRuleDto], example: [] })
  rules: CourtRuleDto[];

  @ApiProperty({ description: 'Sum from which a case leaves the designated basic court, CNY; null: not known', example: null, nullable: true, type: Number })
  limit: number | null;

  @ApiProperty({ description: 'Where the sum stands', type: BasisDto, example: { source: '法〔2022〕109号', article: '附件', status: 'unverified' } })
  limitBasis: BasisDto;
}

export class CourtProposalDto {
  @ApiProperty({ description: 'Court proposed; null where it has to be found by hand', type: CourtDto, nullable: true, example: null })
  court: CourtDto | null;

  @ApiProperty({ description: 'Courts that may be competent as well', type: [CourtDto], example: [] })
  alternatives: CourtDto[];

  @ApiProperty({ description: 'Row that decided', example: 'technical', nullable: true, type: String })
  rule: string | null;

  @ApiProperty({ description: 'Reason in the reader’s language', example: '专利、植物新品种……案件', type: String })
  why: ShownText;

  @ApiProperty({ description: 'Article', type: BasisDto, nullable: true, example: { source: '民事诉讼法', article: '第十八条', status: 'verified' } })
  basis: BasisDto | null;

  @ApiProperty({ description: 'What is not certain about it', type: [WarningDto], example: [] })
  warnings: WarningDto[];

  @ApiProperty({ description: 'Day whose law was looked at, YYYY-MM-DD', example: '2026-11-22' })
  on: string;
}
