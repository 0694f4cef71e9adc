import { ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsInt, IsObject, IsOptional, IsUUID, Max, Min, ValidateNested } from 'class-validator';
import { Shown } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';
import type { ShownText } from '../../platform/http/shared.dto.js';
import { BULK_CODES, BULK_COMMANDS, BULK_KEPT_DAYS, BULK_LIMIT, type BulkCode } from './data/bulk-commands.data.js';
import { BULK_COMMAND_LIFECYCLE } from './domain/bulk-command.lifecycle.js';

const ID = '019aa1b2-0000-7000-8000-000000000060';
const CASE_ID = '019aa1b2-0000-7000-8000-000000000011';
const INSTANT = '2026-11-23T04:00:00.000Z';
const STATES = Object.keys(BULK_COMMAND_LIFECYCLE.states);
export const INPUTS = BULK_COMMANDS.flatMap(({ input }) => (input === null ? [] : [input]));
export const OUTCOMES = ['done', 'refused'] as const;

const KINDS = BULK_COMMANDS.map(({ code, input }) => `${code}: ${input?.name ?? 'none'}`).join('; ');

export class BulkItemDto {
  @ApiProperty({ description: 'Case', example: CASE_ID })
  @IsUUID()
  caseId: string;

  @ApiProperty({ description: 'Version that the decision was made on: of the case, or for confirm-lane and leave-lane of its newest passage through a lane. What the single command takes from If-Match', example: 1, minimum: 1, maximum: 999_999_999 })
  @IsInt() @Min(1) @Max(999_999_999)
  version: number;
}

export class GiveBulkCommandDto {
  @ApiProperty({ description: 'The command; permission, guards and history are those of the single one', enum: BULK_CODES, example: 'assign' })
  @IsIn(BULK_CODES)
  command: BulkCode;

  @ApiPropertyOptional({ description: `Input, the same for every case: the body of the single command (${KINDS})`, oneOf: INPUTS.map((input) => ({ $ref: getSchemaPath(input) })), example: { officer: '019aa1b2-0000-7000-8000-00000000000a' } })
  @IsOptional() @IsObject()
  input?: object;

  @ApiProperty({ description: `The cases, each once; at most ${BULK_LIMIT}`, type: [BulkItemDto], minItems: 1, maxItems: BULK_LIMIT, example: [{ caseId: CASE_ID, version: 1 }] })
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(BULK_LIMIT) @ArrayUnique((item: Partial<BulkItemDto> | null) => String(item?.caseId).toLowerCase()) @ValidateNested({ each: true }) @Type(() => BulkItemDto)
  items: BulkItemDto[];
}

export class BulkCommandListQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Whose: mine, or those that were given in the agencies that I lead', enum: ['mine', 'agency'], example: 'mine', default: 'mine' })
  @IsOptional() @IsIn(['mine', 'agency'])
  of: 'mine' | 'agency' = 'mine';
}

export class BulkItemListQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Only cases with this outcome', enum: OUTCOMES, example: 'refused' })
  @IsOptional() @IsIn(OUTCOMES)
  outcome?: (typeof OUTCOMES)[number];
}

export class BulkProgressDto {
  @Shown('Cases', 120) total: number;
  @Shown('For how many it was done', 90) done: number;
  @Shown('For how many it was refused', 3) refused: number;
  @Shown('How many it has not reached yet', 27) open: number;
  @Shown('How many it never reached, because it was cancelled', 0) cancelled: number;
}

export class BulkCommandDto {
  @Shown('Id (UUIDv7)', ID) id: string;
  @ApiProperty({ description: 'State', enum: STATES, example: 'under-way' }) state: string;
  @Shown('Version; the ETag', 1) version: number;
  @Shown('Agency of whoever gave it', 'chaoan-market-regulation') agency: string;
  @Shown('Account that gave it', '019aa1b2-0000-7000-8000-00000000000a') askedBy: string;
  @ApiProperty({ description: 'The command', enum: BULK_CODES, example: 'assign' }) command: string;
  @ApiProperty({ description: 'The same in the reader’s language', example: '分派', type: String }) label: ShownText;
  @Shown('Input for every case. Free words are left out: the history of each case has them, without its reporters', { officer: '019aa1b2-0000-7000-8000-00000000000a' }, { type: Object }) input: object;
  @ApiProperty({ description: 'How far it has come', type: BulkProgressDto, example: { total: 120, done: 90, refused: 3, open: 27, cancelled: 0 } }) progress: BulkProgressDto;
  @Shown('When it was given, RFC 3339 UTC', INSTANT) askedAt: string;
  @Shown('When it was finished or cancelled, RFC 3339 UTC', null, { nullable: true }) endedAt: string | null;
  @Shown(`When the results of the cases were cleared away, RFC 3339 UTC: ${BULK_KEPT_DAYS} days after its end`, null, { nullable: true }) clearedAt: string | null;
}

export class BulkItemResultDto {
  @Shown('Place of the case in the list that was sent, from 1', 1) seq: number;
  @Shown('Case', CASE_ID) caseId: string;
  @Shown('Version that was sent', 1) version: number;
  @ApiProperty({ description: 'done, refused, open (not reached yet), cancelled (never reached) or cleared (its time is over)', enum: [...OUTCOMES, 'open', 'cancelled', 'cleared'], example: 'done' }) outcome: string;
  @Shown('Version after it; null where nothing was done', 2, { nullable: true, type: Number }) newVersion: number | null;
  @Shown('Why it was refused: code, title, remedy and the other members with which the single command is refused', null, { nullable: true, type: Object }) problem: object | null;
  @Shown('When, RFC 3339 UTC', INSTANT, { nullable: true }) at: string | null;
}

export class BulkCommandPage {
  @ApiProperty({ description: 'Newest first; the next page is in the Link header', type: [BulkCommandDto], example: [] }) items: BulkCommandDto[];
}

export class BulkItemPage {
  @ApiProperty({ description: 'In the order in which they were sent; the next page is in the Link header', type: [BulkItemResultDto], example: [] }) items: BulkItemResultDto[];
}

export class BulkKindDto {
  @Shown('Code', 'assign') code: string;
  @ApiProperty({ description: 'Label in the reader’s language', example: '分派', type: String }) label: ShownText;
  @Shown('Permission of the single command', 'case.assign') permission: string;
  @ApiProperty({ description: 'Whose version an item names', enum: ['case', 'lane-passage'], example: 'case' }) moves: string;
  @Shown('Schema of the input; null where there is none', 'AssignCaseDto', { nullable: true }) input: string | null;
}

export class BulkKinds {
  @ApiProperty({ description: 'Every command that may be given for many cases', type: [BulkKindDto], example: [] }) items: BulkKindDto[];
  @Shown('Cases that one command reaches at most', BULK_LIMIT) limit: number;
}
