import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { CountedPageQuery } from '../../platform/http/pagination.js';
import { DeadlineDto, WarningDto } from '../../platform/http/shared.dto.js';
import { CLASSIFICATIONS } from './domain/classify.js';
import { COMPLAINT_LIFECYCLE } from './domain/complaint.lifecycle.js';

const STATES = Object.keys(COMPLAINT_LIFECYCLE.states);

export class ComplaintListQuery extends CountedPageQuery {
  @ApiPropertyOptional({ description: 'Only this state', enum: STATES, example: 'registered' })
  @IsOptional() @IsIn(STATES)
  state?: string;

  @ApiPropertyOptional({ description: 'mine: what my desk filed, instead of what my agency handles', enum: ['mine'], example: 'mine' })
  @IsOptional() @IsIn(['mine'])
  desk?: 'mine';

  @ApiPropertyOptional({ description: 'Only this classification', enum: CLASSIFICATIONS, example: 'report' })
  @IsOptional() @IsIn(CLASSIFICATIONS)
  classification?: string;

  @ApiPropertyOptional({ description: 'newest: newest first; due: what has to be done first, of what is not ended', enum: ['newest', 'due'], default: 'newest', example: 'due' })
  @IsOptional() @IsIn(['newest', 'due'])
  order: 'newest' | 'due' = 'newest';
}

export class ComplaintRowDto {
  @ApiProperty({ description: 'Complaint id (UUIDv7)', example: '019aa1b2-0000-7000-8000-000000000000' })
  id: string;

  @ApiProperty({ description: 'Receipt number', example: 'CZ202611220000001' })
  receiptNumber: string;

  @ApiProperty({ description: 'State', enum: STATES, example: 'registered' })
  state: string;

  @ApiProperty({ description: 'Version; the ETag', example: 1 })
  version: number;

  @ApiProperty({ description: 'Channel', example: 'hotline-12345' })
  channel: string;

  @ApiProperty({ description: 'What it is in law', example: 'report' })
  classification: string;

  @ApiProperty({ description: 'Track', example: 'administrative' })
  track: string;

  @ApiProperty({ description: 'Region', example: '445103' })
  region: string;

  @ApiProperty({ description: 'Agency that has it', example: 'chaoan-market-regulation' })
  handlingAgency: string;

  @ApiProperty({ description: 'Right type', example: 'trademark' })
  rightType: string;

  @ApiProperty({ description: 'Party complained about', example: '潮州市潮安区某不锈钢制品厂（测试）' })
  targetName: string;

  @ApiProperty({ description: 'Officer who accepted it', example: null, nullable: true, type: String })
  assignee: string | null;

  @ApiProperty({ description: 'Case that it belongs to', example: null, nullable: true, type: String })
  caseId: string | null;

  @ApiProperty({ description: 'Leg of its submission: 1 leads', example: 1 })
  leg: number;

  @ApiProperty({ description: 'Lane', enum: ['ordinary', 'expedited'], example: 'ordinary' })
  lane: string;

  @ApiProperty({ description: 'Flags of the rules', example: [], type: [String] })
  flags: string[];

  @ApiProperty({ description: 'Earliest safe date of its clocks, RFC 3339 UTC', example: '2026-12-11T15:59:59.999Z', nullable: true, type: String })
  nextDue: string | null;

  @ApiProperty({ description: 'When it was filed, RFC 3339 UTC', example: '2026-11-22T09:10:00.000Z' })
  filedAt: string;
}

export class MaskedReporterDto {
  @ApiProperty({ description: 'Name, masked', example: '陈**' })
  name: string;

  @ApiProperty({ description: 'Telephone, masked', example: '138****0000' })
  phone: string;

  @ApiPropertyOptional({ description: 'Address to the level of the district', example: '广东省潮州市湘桥区****' })
  address?: string;

  @ApiPropertyOptional({ description: 'Identity document, masked', example: '4451**********1011' })
  documentNumber?: string;
}

export class ReporterIdentityDto {
  @ApiProperty({ description: 'Name in clear', example: '陈测试' })
  name: string;

  @ApiProperty({ description: 'Telephone in clear', example: '13800000000' })
  phone: string;

  @ApiPropertyOptional({ description: 'Address in clear', example: '广东省潮州市湘桥区测试路1号' })
  address?: string;

  @ApiPropertyOptional({ description: 'Kind of identity document', example: 'resident-id' })
  documentType?: string;

  @ApiPropertyOptional({ description: 'Document number in clear', example: '445102190001010011' })
  documentNumber?: string;
}

export class RoutingDecisionDto {
  @ApiProperty({ description: 'Decision id; GET /v1/routing/decisions/{id} explains it', example: '019aa1b2-0000-7000-8000-0000000000d0' })
  id: string;

  @ApiProperty({ description: 'rule: the rules decided. override: a clerk decided otherwise', enum: ['rule', 'override'], example: 'rule' })
  kind: string;

  @ApiProperty({ description: 'Rule that decided', example: 'trademark' })
  rule: string;

  @ApiProperty({ description: 'Version of the rule set', example: 1 })
  ruleSetVersion: number;

  @ApiProperty({ description: 'Facts that the rules saw', example: { classification: 'report', matter: 'infringement', rightType: 'trademark', region: '445103', border: false } })
  facts: unknown;

  @ApiProperty({ description: 'Track, agency, explanation, legal ground, measures', example: { track: 'administrative', agency: 'chaoan-market-regulation' } })
  outcome: unknown;

  @ApiProperty({ description: 'When it was decided, RFC 3339 UTC', example: '2026-11-22T09:10:00.000Z' })
  decidedAt: string;
}

export class OtherLegDto {
  @ApiProperty({ description: 'Complaint id of the leg', example: '019aa1b2-0000-7000-8000-000000000001' })
  id: string;

  @ApiProperty({ description: 'Receipt number', example: 'CZ202611220000001-2' })
  receiptNumber: string;

  @ApiProperty({ description: 'What it is in law', example: 'report' })
  classification: string;

  @ApiProperty({ description: 'State', example: 'registered' })
  state: string;
}

export class ComplaintDto extends ComplaintRowDto {
  @ApiProperty({ description: 'Other legs of the same submission, as far as this account may see them', type: [OtherLegDto], example: [] })
  otherLegs: OtherLegDto[];

  @ApiProperty({ description: 'proposed by the system, confirmed or changed by a clerk', enum: ['proposed', 'confirmed', 'changed'], example: 'proposed' })
  classificationStatus: string;

  @ApiProperty({ description: 'Tracks that the rules allow', example: ['administrative'], type: [String] })
  tracks: string[];

  @ApiProperty({ description: 'Version of the law that it falls under', example: '2026-06-01' })
  lawVersion: string;

  @ApiProperty({ description: 'Instruments in force on the day of that version, with the day since when', example: [] })
  law: unknown;

  @ApiProperty({ description: 'Reply that is owed under its number', example: null, nullable: true, type: String })
  replyId: string | null;

  @ApiProperty({ description: 'How often it was handed back', example: 0 })
  returns: number;

  @ApiProperty({ description: 'Revisions that came in under the same number', example: 0 })
  revision: number;

  @ApiProperty({ description: 'Why it was classified so', example: [] })
  classificationReasons: unknown;

  @ApiProperty({ description: 'Facts as told, with personal data of the reporter replaced', example: '在某网店购得标有他人注册商标的餐具，疑为侵权商品。' })
  facts: string;

  @ApiProperty({ description: 'Number of the right, normalised', example: '12345678', nullable: true, type: String })
  rightNumber: string | null;

  @ApiProperty({ description: 'Unified social credit code of the party', example: '91445103MA00TQT27J', nullable: true, type: String })
  targetUscc: string | null;

  @ApiProperty({ description: 'What the operator should look at', type: [WarningDto], example: [] })
  warnings: WarningDto[];

  @ApiProperty({ description: 'Reporter, masked; null for anonymous reports and for readers without identity.view-masked', type: MaskedReporterDto, nullable: true, example: { name: '陈**', phone: '138****0000' } })
  reporter: MaskedReporterDto | null;

  @ApiProperty({ description: 'Why it went where it went; later decisions follow', type: [RoutingDecisionDto], example: [] })
  routes: RoutingDecisionDto[];

  @ApiProperty({ description: 'Its clocks', type: [DeadlineDto], example: [] })
  deadlines: DeadlineDto[];

  @ApiProperty({ description: 'Commands that the table allows in this state', example: ['accept', 'decline', 'return-to-intake'], type: [String] })
  allowedCommands: string[];
}

export class ComplaintPage {
  @ApiProperty({ description: 'Rows of this page; the next page is in the Link header', type: [ComplaintRowDto], example: [] })
  items: ComplaintRowDto[];
}

export class RespondentViewDto {
  @ApiProperty({ description: 'Party complained about', example: '潮州市潮安区某餐具店（测试）' })
  targetName: string;

  @ApiProperty({ description: 'What is claimed', example: ['refund'], type: [String] })
  claims: string[];

  @ApiProperty({ description: 'The dispute as the respondent may be told of it; null until the clerk has written it down, where the story holds a report too', example: '购买餐具与宣传不符。', nullable: true, type: String })
  facts: string | null;

  @ApiProperty({ description: 'Agency that mediates', example: 'chaoan-market-regulation' })
  handlingAgency: string;

  @ApiProperty({ description: 'Last day of the mediation, RFC 3339 UTC; null before acceptance', example: null, nullable: true, type: String })
  mediationDue: string | null;
}

export class RevisionDto {
  @ApiProperty({ description: 'Counted up from 1', example: 1 })
  revision: number;

  @ApiProperty({ description: 'Fields that differ from what was filed', example: ['facts'], type: [String] })
  changed: string[];

  @ApiProperty({ description: 'Facts as told this time, with personal data of the reporter replaced', example: '补充：对方仍在销售。' })
  facts: string;

  @ApiProperty({ description: 'When it came in, RFC 3339 UTC', example: '2026-11-22T09:10:00.000Z' })
  receivedAt: string;
}

export class RevisionPage {
  @ApiProperty({ description: 'Oldest first', type: [RevisionDto], example: [] })
  items: RevisionDto[];
}
