import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, MaxLength, ValidateNested } from 'class-validator';
import { IsInstant } from '../../platform/http/instant.js';
import { PageQuery } from '../../platform/http/pagination.js';
import { RIGHT_TYPES } from '../identity/index.js';

const OFFICER = '019aa1b2-0000-7000-8000-00000000000a';
const INSTANT = '2026-11-22T09:10:00.000Z';
const AGENCY = 'chaoan-market-regulation';
const CODE = /^[\w-]{1,60}$/;
export const ABSENCE_KINDS = ['leave', 'duty-elsewhere', 'training', 'other'] as const;

export class TeamMemberDto {
  @ApiProperty({ description: 'Account id of the officer', example: OFFICER })
  @IsUUID()
  officer: string;

  @ApiProperty({ description: 'Types of rights that the officer is skilled in; none for every type', enum: RIGHT_TYPES, isArray: true, example: ['trademark'] })
  @IsArray() @ArrayMaxSize(RIGHT_TYPES.length) @IsIn(RIGHT_TYPES, { each: true })
  rightTypes: string[];
}

export class ArrangeTeamDto {
  @ApiProperty({ description: 'Name, one of its kind among the teams of the agency', example: '商标专利组', maxLength: 60 })
  @IsString() @IsNotEmpty() @MaxLength(60)
  name: string;

  @ApiProperty({ description: 'All members', type: [TeamMemberDto], example: [{ officer: OFFICER, rightTypes: ['trademark', 'patent'] }] })
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(200) @ValidateNested({ each: true }) @Type(() => TeamMemberDto)
  members: TeamMemberDto[];
}

export class FormTeamDto extends ArrangeTeamDto {
  @ApiPropertyOptional({ description: 'Agency whose cases it works on: one’s own where left out, or one below', example: AGENCY })
  @IsOptional() @Matches(CODE)
  agency?: string;
}

export class CaseTeamDto {
  @ApiProperty({ description: 'Team id (UUIDv7)', example: '019aa1b2-0000-7000-8000-000000000020' })
  id: string;

  @ApiProperty({ description: 'State', enum: ['formed', 'dissolved'], example: 'formed' })
  state: string;

  @ApiProperty({ description: 'Version; the ETag', example: 1 })
  version: number;

  @ApiProperty({ description: 'Agency whose cases it works on', example: AGENCY })
  agency: string;

  @ApiProperty({ description: 'Name', example: '商标专利组' })
  name: string;

  @ApiProperty({ description: 'Members', type: [TeamMemberDto], example: [{ officer: OFFICER, rightTypes: ['trademark'] }] })
  members: TeamMemberDto[];

  @ApiProperty({ description: 'When it was formed, RFC 3339 UTC', example: INSTANT })
  formedAt: string;

  @ApiProperty({ description: 'When it was dissolved, RFC 3339 UTC', example: null, nullable: true, type: String })
  dissolvedAt: string | null;
}

export class TeamListQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Only this agency, of those that the reader sees', example: AGENCY })
  @IsOptional() @Matches(CODE)
  agency?: string;
}

export class TeamPage {
  @ApiProperty({ description: 'Teams at work, the oldest first; the next page is in the Link header', type: [CaseTeamDto], example: [] })
  items: CaseTeamDto[];
}

export class PlanAbsenceDto {
  @ApiPropertyOptional({ description: 'Account id of who is away; oneself where left out', example: OFFICER })
  @IsOptional() @IsUUID()
  officer?: string;

  @ApiProperty({ description: 'Kind; no other reason is asked for or kept', enum: ABSENCE_KINDS, example: 'leave' })
  @IsIn(ABSENCE_KINDS)
  kind: (typeof ABSENCE_KINDS)[number];

  @ApiProperty({ description: 'First instant of the absence, RFC 3339 with time zone', example: '2026-12-01T00:00:00+08:00' })
  @IsInstant()
  from: string;

  @ApiProperty({ description: 'First instant of being back, RFC 3339 with time zone', example: '2026-12-08T00:00:00+08:00' })
  @IsInstant()
  until: string;
}

export class OfficerAbsenceDto {
  @ApiProperty({ description: 'Absence id (UUIDv7)', example: '019aa1b2-0000-7000-8000-000000000030' })
  id: string;

  @ApiProperty({ description: 'State', enum: ['planned', 'cancelled'], example: 'planned' })
  state: string;

  @ApiProperty({ description: 'Version; the ETag', example: 1 })
  version: number;

  @ApiProperty({ description: 'Account id of who is away', example: OFFICER })
  officer: string;

  @ApiProperty({ description: 'Agency that the account belongs to', example: AGENCY })
  agency: string;

  @ApiProperty({ description: 'Kind', enum: ABSENCE_KINDS, example: 'leave' })
  kind: string;

  @ApiProperty({ description: 'First instant, RFC 3339 UTC', example: '2026-11-30T16:00:00.000Z' })
  from: string;

  @ApiProperty({ description: 'First instant of being back, RFC 3339 UTC', example: '2026-12-07T16:00:00.000Z' })
  until: string;

  @ApiProperty({ description: 'When it was cancelled or ended early, RFC 3339 UTC', example: null, nullable: true, type: String })
  cancelledAt: string | null;
}

export class PlannedAbsenceDto extends OfficerAbsenceDto {
  @ApiProperty({ description: 'How many open cases of the officer went to the list of the head with it, because the absence has begun', example: 0 })
  escalated: number;
}

export class AbsenceListQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Only who is away after this instant, RFC 3339 with time zone; now where left out', example: '2026-12-01T00:00:00+08:00' })
  @IsOptional() @IsInstant()
  after?: string;

  @ApiPropertyOptional({ description: 'Only this officer', example: OFFICER })
  @IsOptional() @IsUUID()
  officer?: string;

  @ApiPropertyOptional({ description: 'Only this agency, of those that the reader sees', example: AGENCY })
  @IsOptional() @Matches(CODE)
  agency?: string;
}

export class AbsencePage {
  @ApiProperty({ description: 'Absences in the calendar that are not over, by when they end; the next page is in the Link header', type: [OfficerAbsenceDto], example: [] })
  items: OfficerAbsenceDto[];
}
