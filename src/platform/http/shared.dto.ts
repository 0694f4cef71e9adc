import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { LocalizedText } from '../../kernel/text.js';

/** In code both languages; on the wire the reader's: the answer is put into it on its way out. */
export type ShownText = LocalizedText | string;

/** Legal ground as shown to readers. */
export class BasisDto {
  @ApiProperty({ description: 'Instrument', example: '市场监督管理行政处罚程序规定' })
  source: string;

  @ApiProperty({ description: 'Article', example: '第十八条' })
  article: string;

  @ApiProperty({ description: 'verified: read in an official copy; unverified: shown with a warning wherever it is used', enum: ['verified', 'unverified'], example: 'verified' })
  status: string;

  @ApiPropertyOptional({ description: 'Remark on the reading', example: '规章未规定重新办理的程序与期限' })
  note?: string;
}

/** A remark that an operator should look at; nothing was refused because of it. */
export class WarningDto {
  @ApiPropertyOptional({ description: 'Field that it is about', example: 'target.uscc' })
  path?: string;

  @ApiProperty({ description: 'Stable code', example: 'check_digit_mismatch' })
  code: string;

  @ApiProperty({ description: 'Text in the reader’s language', example: '校验位不符：应为 R，实为 6', type: String })
  text: ShownText;
}

/** A clock with its whole derivation. */
export class DeadlineDto {
  @ApiProperty({ description: 'Deadline id (UUIDv7)', example: '019aa1b2-0000-7000-8000-000000000001' })
  id: string;

  @ApiProperty({ description: 'Deadline kind', example: 'report.verification' })
  kind: string;

  @ApiProperty({ description: 'running, paused, overdue, met, met-late or void', example: 'running' })
  status: string;

  @ApiProperty({ description: 'Counts the changes of this clock; send it as If-Match with a command on it', example: 1 })
  version: number;

  @ApiProperty({ description: 'Whose time it is: an agency goes by safeDue, a party may use the time up to legalDue', enum: ['agency', 'party'], example: 'agency' })
  holder: string;

  @ApiProperty({ description: 'Agency that must act', example: 'chaoan-market-regulation' })
  agency: string;

  @ApiProperty({ description: 'Instant that started it, RFC 3339 UTC; the day itself is not counted', example: '2026-11-20T09:10:00.000Z' })
  triggerAt: string;

  @ApiProperty({ description: 'Last instant in law, RFC 3339 UTC (end of the day in Asia/Shanghai for day units), with the roll rule of its statute; null while paused', example: '2026-12-11T15:59:59.999Z', nullable: true, type: String })
  legalDue: string | null;

  @ApiProperty({ description: 'Last instant that is safe for the agency: never rolled forward, never on a rest day; null while paused', example: '2026-12-11T15:59:59.999Z', nullable: true, type: String })
  safeDue: string | null;

  @ApiProperty({ description: 'A calendar year without an official notice was touched: the date may still change', example: false })
  provisional: boolean;

  @ApiProperty({ description: 'How it was computed, step by step, in the reader’s language', example: ['起算：2026-11-20，当日不计入'], type: [String] })
  derivation: readonly ShownText[];

  @ApiProperty({ description: 'Warnings, such as an unverified source', type: [WarningDto], example: [] })
  warnings: readonly WarningDto[];

  @ApiProperty({ description: 'Source and article of the limit', type: BasisDto, example: { source: '市场监督管理行政处罚程序规定', article: '第十八条', status: 'verified' } })
  basis: BasisDto;
}

/** A code with its words. */
export class LabelDto {
  @ApiProperty({ description: 'Stable code', example: 'registered' })
  code: string;

  @ApiProperty({ description: 'Words in the reader’s language', example: '已登记' })
  label: string;
}
