import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { CountedPageQuery } from '../../platform/http/pagination.js';
import { DeadlineDto } from '../../platform/http/shared.dto.js';

export class AnswerReplyDto {
  @ApiProperty({ description: 'What the caller is told. No personal data of others; nothing about a report to the party reported (总局令第121号第三十七条)', example: '您反映的事项已核查，未发现违法行为。', maxLength: 4000 })
  @IsString() @IsNotEmpty() @MaxLength(4000)
  answer: string;
}

export class DemandAgainDto {
  @ApiProperty({ description: 'Why the caller is not satisfied; no personal data', example: '未说明核查结果', maxLength: 2000 })
  @IsString() @IsNotEmpty() @MaxLength(2000)
  reason: string;
}

export class ReplyListQuery extends CountedPageQuery {
  @ApiPropertyOptional({ description: 'desk: what goes through my desk, instead of what my agency answers', enum: ['desk'], example: 'desk' })
  @IsOptional() @IsIn(['desk'])
  through?: 'desk';
}

export class ReplyDto {
  @ApiProperty({ description: 'Reply id (UUIDv7)', example: '019aa1b2-0000-7000-8000-000000000020' })
  id: string;

  @ApiProperty({ description: 'State', enum: ['owed', 'answered'], example: 'owed' })
  state: string;

  @ApiProperty({ description: 'Version; the ETag', example: 1 })
  version: number;

  @ApiProperty({ description: 'Lead complaint', example: '019aa1b2-0000-7000-8000-000000000000' })
  complaintId: string;

  @ApiProperty({ description: 'Channel', example: 'hotline-12345' })
  channel: string;

  @ApiProperty({ description: 'System that waits for the answer', example: 'GD12345' })
  sourceSystem: string;

  @ApiProperty({ description: 'Number in that system', example: 'CZ2026112200123' })
  externalNumber: string;

  @ApiProperty({ description: 'Agency that answers', example: 'chaoan-market-regulation' })
  agency: string;

  @ApiProperty({ description: 'From when it is owed, RFC 3339 UTC', example: '2026-11-20T08:42:00.000Z' })
  owedSince: string;

  @ApiProperty({ description: 'Earliest safe date of its open clocks, RFC 3339 UTC', example: '2026-12-11T15:59:59.999Z', nullable: true, type: String })
  nextDue: string | null;

  @ApiProperty({ description: 'Answer given', example: null, nullable: true, type: String })
  answer: string | null;

  @ApiProperty({ description: 'When it was answered, RFC 3339 UTC', example: null, nullable: true, type: String })
  answeredAt: string | null;

  @ApiProperty({ description: 'How often the caller asked again', example: 0 })
  demands: number;
}

export class ReplyWithClocksDto extends ReplyDto {
  @ApiProperty({ description: 'Its clocks', type: [DeadlineDto], example: [] })
  deadlines: DeadlineDto[];
}

export class ReplyPage {
  @ApiProperty({ description: 'Most urgent first; the next page is in the Link header', type: [ReplyDto], example: [] })
  items: ReplyDto[];
}
