import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { PageQuery } from '../../platform/http/pagination.js';
import type { ShownText } from '../../platform/http/shared.dto.js';
import { RankedCaseDto } from '../cases/index.js';
import { LIMBO_DAYS } from './data/limbo.data.js';
import { EXPLANATIONS, FINDINGS, type Finding } from './domain/limbo.rules.js';

export class LimboQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Days after which a case that nobody touches is reported', default: LIMBO_DAYS, example: LIMBO_DAYS, minimum: 1, maximum: 365, type: 'integer' })
  @IsOptional() @Transform(({ value }: { value: unknown }) => (typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value)) @IsInt() @Min(1) @Max(365)
  days: number = LIMBO_DAYS;

  @ApiPropertyOptional({ description: 'Only this agency, of those that the reader sees', example: 'chaoan-market-regulation' })
  @IsOptional() @Matches(/^[\w-]{1,60}$/)
  agency?: string;

  @ApiPropertyOptional({ description: 'Only what is found of this kind; untouched: what was left alone longest comes first', enum: Object.keys(FINDINGS), example: 'no-owner' })
  @IsOptional() @IsIn(Object.keys(FINDINGS))
  finding?: Finding;
}

export class LimboFindingDto {
  @ApiProperty({ description: 'What is found', enum: Object.keys(FINDINGS), example: 'no-owner' })
  finding: string;

  @ApiProperty({ description: 'The same in the reader’s language', example: '无承办人', type: String })
  text: ShownText;

  @ApiProperty({ description: 'Why it is not forgotten; null where nothing explains it: it goes to the list of the head within the hour', enum: Object.keys(EXPLANATIONS), example: 'may-be-claimed', nullable: true, type: String })
  explanation: string | null;

  @ApiProperty({ description: 'The same in the reader’s language', example: '在待领清单中，有人员可以领取', nullable: true, type: String })
  because: ShownText | null;
}

export class LimboRowDto extends RankedCaseDto {
  @ApiProperty({ description: 'When a person last did something in it or in its proceedings, RFC 3339 UTC', example: '2026-11-22T09:10:00.000Z' })
  touchedAt: string;

  @ApiProperty({ description: 'What is found, each with its explanation', type: [LimboFindingDto], example: [] })
  findings: LimboFindingDto[];

  @ApiProperty({ description: 'Whether all of it is explained', example: true })
  explained: boolean;
}

export class LimboPage {
  @ApiProperty({ description: 'Open cases without an officer, without a clock or untouched, in the order of worklists unless a finding says otherwise; the next page is in the Link header', type: [LimboRowDto], example: [] })
  items: LimboRowDto[];
}
