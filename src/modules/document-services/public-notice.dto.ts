import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { IsInstant } from '../../platform/http/instant.js';
import { PageQuery } from '../../platform/http/pagination.js';
import { DeadlineDto } from '../../platform/http/shared.dto.js';
import { IssuedDocumentDto } from '../documents/index.js';

const ID = '019aa1b2-0000-7000-8000-000000000000';
const INSTANT = '2026-11-22T09:10:00.000Z';
export const NOTICE_GROUNDS = ['whereabouts-unknown', 'other-modes-failed'] as const;
export const NOTICE_PLACES = ['bulletin-board', 'residence', 'newspaper', 'website'] as const;

export class OrderPublicNoticeDto {
  @ApiProperty({ description: 'Document that is to be served', example: ID })
  @IsUUID()
  document: string;

  @ApiProperty({ description: 'Recipient: id of the entry in the case', example: ID })
  @IsUUID()
  recipient: string;

  @ApiProperty({ description: 'Ground: whereabouts unknown, or other modes failed (令2 第八十二条第五项)', enum: NOTICE_GROUNDS, example: 'other-modes-failed' })
  @IsIn(NOTICE_GROUNDS)
  ground: (typeof NOTICE_GROUNDS)[number];

  @ApiProperty({ description: 'Cause and course, which the file has to tell; known personal data of reporters are replaced', example: '2026年11月20日、23日两次直接送达未果，邮寄退回', maxLength: 2000 })
  @IsString() @IsNotEmpty() @MaxLength(2000)
  reason: string;
}

export class PublishNoticeDto {
  @ApiProperty({ description: 'Where: the board and the residence, or a newspaper, or the web site', enum: NOTICE_PLACES, isArray: true, example: ['website'] })
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(NOTICE_PLACES.length) @ArrayUnique() @IsIn(NOTICE_PLACES, { each: true })
  places: (typeof NOTICE_PLACES)[number][];

  @ApiPropertyOptional({ description: 'Photographs or films of the posting: numbers of exhibits or digests', type: [String], example: ['照片-001'] })
  @IsOptional() @IsArray() @ArrayMaxSize(20) @IsString({ each: true }) @IsNotEmpty({ each: true }) @MaxLength(200, { each: true })
  recordings?: string[];

  @ApiProperty({ description: 'When it was published, RFC 3339 with time zone; the period counts from the next day', example: '2026-12-01T10:00:00+08:00' })
  @IsInstant()
  publishedAt: string;

  @ApiProperty({ description: 'What the document says, in short; known personal data of reporters are replaced', example: '没收侵权商品，罚款人民币一万元', maxLength: 2000 })
  @IsString() @IsNotEmpty() @MaxLength(2000)
  content: string;

  @ApiProperty({ description: 'Rights told', example: '可在六十日内申请行政复议，或者在六个月内提起行政诉讼', maxLength: 2000 })
  @IsString() @IsNotEmpty() @MaxLength(2000)
  rights: string;
}

export class RevokeNoticeDto {
  @ApiProperty({ description: 'Why; known personal data of reporters are replaced', example: '当事人到本局领取', maxLength: 2000 })
  @IsString() @IsNotEmpty() @MaxLength(2000)
  reason: string;
}

export class NoticeListQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Only those of this case', example: ID })
  @IsOptional() @IsUUID()
  case?: string;

  @ApiPropertyOptional({ description: 'Only those in this state', enum: ['ordered', 'published', 'completed', 'revoked'], example: 'published' })
  @IsOptional() @IsIn(['ordered', 'published', 'completed', 'revoked'])
  state?: string;
}

export class PublicNoticeDto {
  @ApiProperty({ description: 'Notice id (UUIDv7)', example: ID })
  id: string;

  @ApiProperty({ description: 'Case', example: ID })
  caseId: string;

  @ApiProperty({ description: 'Document that is served', example: ID })
  documentId: string;

  @ApiProperty({ description: 'Recipient: id of the entry in the case', example: ID })
  recipient: string;

  @ApiProperty({ description: 'State', enum: ['ordered', 'published', 'completed', 'revoked'], example: 'published' })
  state: string;

  @ApiProperty({ description: 'Version; the ETag', example: 2 })
  version: number;

  @ApiProperty({ description: 'Agency that serves', example: 'chaoan-market-regulation' })
  agency: string;

  @ApiProperty({ description: 'Ground', enum: NOTICE_GROUNDS, example: 'other-modes-failed' })
  ground: string;

  @ApiProperty({ description: 'Cause and course', example: '邮寄退回' })
  reason: string;

  @ApiProperty({ description: 'Where it was published', type: [String], example: ['website'] })
  places: string[];

  @ApiProperty({ description: 'When it was published, RFC 3339 UTC', example: null, nullable: true, type: String })
  publishedAt: string | null;

  @ApiProperty({ description: 'When it was ordered, RFC 3339 UTC', example: INSTANT })
  orderedAt: string;

  @ApiProperty({ description: 'Earliest safe date of its open clocks, RFC 3339 UTC', example: null, nullable: true, type: String })
  nextDue: string | null;
}

export class PublicNoticeWithClocksDto extends PublicNoticeDto {
  @ApiProperty({ description: 'Its clocks', type: [DeadlineDto], example: [] })
  deadlines: DeadlineDto[];
}

export class MovedNoticeDto extends PublicNoticeWithClocksDto {
  @ApiProperty({ description: 'Official document that the command issued', type: IssuedDocumentDto, nullable: true, example: null })
  document: IssuedDocumentDto | null;
}

export class PublicNoticePage {
  @ApiProperty({ description: 'Newest first; the next page is in the Link header', type: [PublicNoticeDto], example: [] })
  items: PublicNoticeDto[];
}
