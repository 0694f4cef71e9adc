import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { IsInstant } from '../../platform/http/instant.js';
import { CountedPageQuery } from '../../platform/http/pagination.js';
import { ESCALATION_CODES } from './data/escalations.data.js';
import { CASE_LIFECYCLE } from './domain/case.lifecycle.js';

const STATES = Object.keys(CASE_LIFECYCLE.states);
const TRACKS = ['administrative', 'judicial', 'mediation'];
const LANES = ['ordinary', 'expedited'];
export const ORDERS = ['due', 'newest', 'rank'] as const;
export type CaseOrder = (typeof ORDERS)[number];
const CODE = /^[\w-]{1,60}$/;
const ASSIGNEE = /^(?:me|none|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Several values: separated by commas, or the parameter given several times. */
const Several = (): PropertyDecorator => Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value));

export class CaseListQuery extends CountedPageQuery {
  @ApiPropertyOptional({ description: 'Only these states: the parameter several times, or one with commas', enum: STATES, isArray: true, example: ['open', 'assigned'] })
  @IsOptional() @Several() @IsArray() @ArrayMaxSize(STATES.length) @IsIn(STATES, { each: true })
  state?: string[];

  @ApiPropertyOptional({ description: 'Only this track', enum: TRACKS, example: 'administrative' })
  @IsOptional() @IsIn(TRACKS)
  track?: string;

  @ApiPropertyOptional({ description: 'Only this agency, of those that the reader sees', example: 'chaoan-market-regulation' })
  @IsOptional() @Matches(CODE)
  agency?: string;

  @ApiPropertyOptional({ description: 'me: cases that I am in charge of; none: nobody is; else the account id of the officer', example: 'me' })
  @IsOptional() @Matches(ASSIGNEE)
  assignee?: string;

  @ApiPropertyOptional({ description: 'Only this region: GB/T 2260 code, CZ-FENGXI or outside', example: '445103' })
  @IsOptional() @Matches(CODE)
  region?: string;

  @ApiPropertyOptional({ description: 'Only this type of right', example: 'trademark' })
  @IsOptional() @Matches(CODE)
  rightType?: string;

  @ApiPropertyOptional({ description: 'Only cases with all of these flags of the routing rules: the parameter several times, or one with commas', type: [String], example: ['repeat-infringer'] })
  @IsOptional() @Several() @IsArray() @ArrayMaxSize(10) @Matches(CODE, { each: true })
  flags?: string[];

  @ApiPropertyOptional({ description: 'Only this lane', enum: LANES, example: 'expedited' })
  @IsOptional() @IsIn(LANES)
  lane?: string;

  @ApiPropertyOptional({ description: 'Only cases that are with this team: its id', example: '019aa1b2-0000-7000-8000-000000000020' })
  @IsOptional() @IsUUID()
  team?: string;

  @ApiPropertyOptional({ description: 'yes: only what is on the list of the head', enum: ['yes'], example: 'yes' })
  @IsOptional() @IsIn(['yes'])
  escalated?: 'yes';

  @ApiPropertyOptional({ description: 'Next due at this instant or later, RFC 3339 with time zone', example: '2026-11-23T00:00:00+08:00' })
  @IsOptional() @IsInstant()
  dueAfter?: string;

  @ApiPropertyOptional({ description: 'Next due before this instant, RFC 3339 with time zone', example: '2026-11-30T00:00:00+08:00' })
  @IsOptional() @IsInstant()
  dueBefore?: string;

  @ApiPropertyOptional({ description: 'Words of the matter, names of organisations, numbers of rights, cases and work orders; all words have to be there. A name or number may also be given by a part of three characters or more. Never searches who reported', example: '不锈钢 12345678', maxLength: 100 })
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(100)
  q?: string;

  @ApiPropertyOptional({ description: 'due: by the next safe date, cases without one last; newest: opened last first; rank: open cases only, as in a worklist: by the earlier of the next safe date and the instant at which the patience of the lane ends', enum: ORDERS, default: 'due', example: 'due' })
  @IsOptional() @IsIn(ORDERS)
  order: CaseOrder = 'due';
}

export class CaseRowDto {
  @ApiProperty({ description: 'Case id (UUIDv7)', example: '019aa1b2-0000-7000-8000-000000000010' })
  id: string;

  @ApiProperty({ description: 'Working number', example: 'CZAJ2026-0000001' })
  caseNumber: string;

  @ApiProperty({ description: 'State', enum: STATES, example: 'open' })
  state: string;

  @ApiProperty({ description: 'Version; the ETag', example: 1 })
  version: number;

  @ApiProperty({ description: 'Track', example: 'administrative' })
  track: string;

  @ApiProperty({ description: 'Agency', example: 'chaoan-market-regulation' })
  agency: string;

  @ApiProperty({ description: 'Region', example: '445103' })
  region: string;

  @ApiProperty({ description: 'Right type', example: 'trademark' })
  rightType: string;

  @ApiProperty({ description: 'Number of the right, normalised', example: '12345678', nullable: true, type: String })
  rightNumber: string | null;

  @ApiProperty({ description: 'Party complained about', example: '潮州市潮安区某不锈钢制品厂（测试）' })
  targetName: string;

  @ApiProperty({ description: 'Officer in charge', example: null, nullable: true, type: String })
  assignee: string | null;

  @ApiProperty({ description: 'Lane: ordinary or expedited', example: 'ordinary' })
  lane: string;

  @ApiProperty({ description: 'Flags of the routing rules', type: [String], example: ['repeat-infringer'] })
  flags: string[];

  @ApiProperty({ description: 'Earliest safe date of its own open clocks, RFC 3339 UTC; null where none runs', example: '2027-02-20T15:59:59.999Z', nullable: true, type: String })
  nextDue: string | null;

  @ApiProperty({ description: 'When it was opened, RFC 3339 UTC', example: '2026-11-22T09:10:00.000Z' })
  openedAt: string;

  @ApiProperty({ description: 'Team that it is with', example: null, nullable: true, type: String })
  team: string | null;

  @ApiProperty({ description: 'Since when it is on the list of the head, RFC 3339 UTC; null where it is not', example: null, nullable: true, type: String })
  escalatedAt: string | null;

  @ApiProperty({ description: 'Why it is on the list of the head; null where it is not', enum: ESCALATION_CODES, example: null, nullable: true, type: String })
  escalatedFor: string | null;
}

/** What a list of another room is narrowed down by. */
export type CaseNarrow = Omit<CaseListQuery, 'order'>;

/** A case in a worklist, with what its place goes by. */
export class RankedCaseDto extends CaseRowDto {
  @ApiProperty({ description: 'Its place: the earlier of nextDue and agedAt, RFC 3339 UTC', example: '2026-12-02T09:10:00.000Z' })
  rankAt: string;

  @ApiProperty({ description: 'From when on it ranks with what is due, because it has waited as long as a case of its lane may, RFC 3339 UTC', example: '2026-12-02T09:10:00.000Z' })
  agedAt: string;

  @ApiProperty({ description: 'What decides its place: due, its next safe date; waited, the patience of its lane', enum: ['due', 'waited'], example: 'waited' })
  rankedBy: 'due' | 'waited';
}

export class CasePage {
  @ApiProperty({ description: 'Rows of this page; the next page is in the Link header', type: [CaseRowDto], example: [] })
  items: CaseRowDto[];
}
