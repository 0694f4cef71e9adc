import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsArray, IsIn, IsNotEmpty, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { Choice, Day, OptionalId, Rows, Shown, Words } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';
import { RIGHT_TYPES } from '../identity/index.js';
import { CLUE_RESULTS, type ClueResult } from './domain/campaign.guards.js';

const CODE = /^[\w-]{1,60}$/;
const REGION = /^(\d{6}|CZ-FENGXI)$/;
const USCC = /^[0-9A-HJ-NPQRTUWXY]{18}$/;
const BATCH = 500;

export class PlanCampaignDto {
  @Words('Name', '“铁拳”知识产权专项行动', 200) name: string;

  @ApiProperty({ description: 'What it is to bring about, item by item', type: [String], example: ['查处假冒注册商标的不锈钢制品'], maxItems: 20 })
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(20) @IsString({ each: true }) @IsNotEmpty({ each: true }) @MaxLength(500, { each: true })
  targets: string[];

  @ApiProperty({ description: 'Types of rights that it is about', enum: RIGHT_TYPES, isArray: true, example: ['trademark'] })
  @IsArray() @ArrayNotEmpty() @ArrayUnique() @IsIn(RIGHT_TYPES, { each: true })
  rightTypes: string[];

  @ApiProperty({ description: 'Region codes', type: [String], example: ['445103'], maxItems: 20 })
  @IsArray() @ArrayNotEmpty() @ArrayUnique() @ArrayMaxSize(20) @Matches(REGION, { each: true })
  regions: string[];

  @ApiProperty({ description: 'Agencies that take part besides the one that plans it', type: [String], example: ['chaoan-market-regulation'], maxItems: 50 })
  @IsArray() @ArrayUnique() @ArrayMaxSize(50) @Matches(CODE, { each: true })
  agencies: string[];

  @Day('First day') startsOn: string;
  @Day('Last day') endsOn: string;
}

export class NewClueDto {
  @ApiProperty({ description: 'Agency that checks it; one that takes part', example: 'chaoan-market-regulation' })
  @Matches(CODE)
  agency: string;

  @Words('Whom it is about', '潮州市潮安区某不锈钢制品厂（测试）', 200) targetName: string;

  @ApiPropertyOptional({ description: 'Unified social credit code', example: '91445103MA00TQT27J' })
  @IsOptional() @Matches(USCC)
  targetUscc?: string;

  @Words('Where', '彩塘镇测试路1号', 200) place: string;
  @Words('What is suspected. Nothing of who gave the clue', '涉嫌生产假冒注册商标的不锈钢锅', 1000) suspicion: string;
}

export class AddCluesDto {
  @Rows('Clues, up to 500', NewClueDto, [{ agency: 'chaoan-market-regulation', targetName: '潮州市潮安区某不锈钢制品厂（测试）', place: '彩塘镇测试路1号', suspicion: '涉嫌生产假冒注册商标的不锈钢锅' }], BATCH) clues: NewClueDto[];
}

export class ConcludeCampaignDto {
  @Words('What it brought about', '共查处案件三件，移送公安机关一件', 4000) summary: string;
}

export class CallOffCampaignDto {
  @Words('Reason', '与省局行动合并', 2000) reason: string;
}

export class SettleClueDto {
  @Choice('What came of it', CLUE_RESULTS) result: ClueResult;
  @OptionalId('Case, where the result is one') caseId?: string;
  @Words('What was found', '现场查获假冒注册商标的不锈钢锅二百件', 2000) note: string;
}

export class HandOnClueDto {
  @ApiProperty({ description: 'Agency that is to check it; one that takes part', example: 'xiangqiao-market-regulation' })
  @Matches(CODE)
  agency: string;

  @Words('Reason', '经营地在湘桥区', 2000) reason: string;
}

export class CampaignListQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Only in this state', enum: ['planned', 'running', 'concluded', 'called-off'], example: 'running' })
  @IsOptional() @IsIn(['planned', 'running', 'concluded', 'called-off'])
  state?: string;
}

export class ClueListQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Only in this state', enum: ['open', 'settled'], example: 'open' })
  @IsOptional() @IsIn(['open', 'settled'])
  state?: string;

  @ApiPropertyOptional({ description: 'Only those that this agency checks', example: 'chaoan-market-regulation' })
  @IsOptional() @Matches(CODE)
  agency?: string;
}

export class ClueCountDto {
  @Shown('Agency that checks them', 'chaoan-market-regulation') agency: string;
  @Shown('open, or what came of them', 'case-opened') result: string;
  @Shown('How many', 3) count: number;
}

export class CampaignDto {
  @Shown('Campaign id (UUIDv7)', '019aa1b2-0000-7000-8000-000000000040') id: string;
  @Shown('State', 'running') state: string;
  @Shown('Version; the ETag', 2) version: number;
  @Shown('Agency that leads it', 'cz-market-regulation') agency: string;
  @Shown('Agencies that take part', ['cz-market-regulation'], { type: [String] }) agencies: readonly string[];
  @Shown('Name', '“铁拳”知识产权专项行动') name: string;
  @Shown('What it is to bring about', ['查处假冒注册商标的不锈钢制品'], { type: [String] }) targets: readonly string[];
  @Shown('Types of rights', ['trademark'], { type: [String] }) rightTypes: readonly string[];
  @Shown('Region codes', ['445103'], { type: [String] }) regions: readonly string[];
  @Shown('First day, YYYY-MM-DD, Asia/Shanghai', '2026-11-01') startsOn: string;
  @Shown('Last day, YYYY-MM-DD, Asia/Shanghai', '2026-12-31') endsOn: string;
  @Shown('What it brought about, or why it was called off', '共查处案件三件', { nullable: true }) summary: string | null;
}

export class CampaignWithResultsDto extends CampaignDto {
  @Shown('Clues by agency and by what came of them', [], { type: [ClueCountDto] }) clues: readonly ClueCountDto[];
}

export class ClueDto {
  @Shown('Clue id (UUIDv7)', '019aa1b2-0000-7000-8000-000000000041') id: string;
  @Shown('State', 'open') state: string;
  @Shown('Version; the ETag', 1) version: number;
  @Shown('Agency that checks it', 'chaoan-market-regulation') agency: string;
  @Shown('Whom it is about', '潮州市潮安区某不锈钢制品厂（测试）') targetName: string;
  @Shown('Unified social credit code', '91445103MA00TQT27J', { nullable: true }) targetUscc: string | null;
  @Shown('Where', '彩塘镇测试路1号') place: string;
  @Shown('What is suspected', '涉嫌生产假冒注册商标的不锈钢锅') suspicion: string;
  @Shown('What came of it', 'case-opened', { nullable: true }) result: string | null;
  @Shown('Case that it led to', '019aa1b2-0000-7000-8000-000000000042', { nullable: true }) caseId: string | null;
  @Shown('What was found', '现场查获假冒注册商标的不锈钢锅二百件', { nullable: true }) note: string | null;
}

export class CampaignPage {
  @Shown('Newest first', [], { type: [CampaignDto] }) items: readonly CampaignDto[];
}

export class CluePage {
  @Shown('In the order in which they came', [], { type: [ClueDto] }) items: readonly ClueDto[];
}

export class CluesAddedDto extends CampaignDto {
  @Shown('How many came with this batch', 3) added: number;
}

