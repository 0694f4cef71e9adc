import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, IsString, Matches, MaxLength, ValidateNested } from 'class-validator';
import { Choice, Instant, Shown, Yes } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';
import { CHANNEL_CODES, MOMENT_CODES, type ChannelCode } from './data/moments.data.js';
import { MODES, type Mode } from './domain/due.rules.js';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

export class InboxQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'true: only what is unread', example: true })
  @IsOptional() @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value)) @IsBoolean()
  unread?: boolean;
}

export class MessageDto {
  @Shown('Id', '3b7c2a52-2f1b-5c39-8f0e-6b1d3f1f9a01') id: string;
  @ApiProperty({ description: 'What it tells of', enum: MOMENT_CODES, example: 'clock-overdue' }) moment: string;
  @Shown('The same in words', '时限已过') label: string;
  @Shown('Event of the ledger', 'deadline.overdue') event: string;
  @Shown('Kind of what it is about', 'case') aboutType: string;
  @Shown('What it is about', '019aa1b2-0000-7000-8000-000000000062') aboutId: string;
  @Shown('Number of the case, or receipt number; null where it has none', 'CZAJ2026-0000001', { nullable: true }) number: string | null;
  @Shown('Kind of the clock; null where none is the reason', 'penalty.decision', { nullable: true }) clock: string | null;
  @Shown('When that clock ends by law, RFC 3339 UTC; null where none is the reason', '2026-12-11T15:59:59.999Z', { nullable: true }) due: string | null;
  @Shown('When it was written, RFC 3339 UTC', '2026-11-23T02:00:00.000Z') createdAt: string;
  @Shown('When it was read, RFC 3339 UTC; null while it is not', '2026-11-23T03:00:00.000Z', { nullable: true }) readAt: string | null;
}

export class InboxPage {
  @ApiProperty({ description: 'My messages, newest first', type: [MessageDto], example: [] }) items: MessageDto[];
  @Shown('Cursor of the next page; null on the last', 'WyIyMDI2Il0', { nullable: true }) next: string | null;
}

export class UnreadDto {
  @Shown('Unread messages, 100 where there are more', 3) unread: number;
  @Shown('Whether there are more than that', false) more: boolean;
}

export class ReadUntilDto {
  @Instant('All that were written until then are read') until: string;
}

export class MarkedDto {
  @Shown('How many were unread until now', 3) marked: number;
}

export class MomentChoiceDto {
  @Choice('Moment', MOMENT_CODES) moment: string;
  @Choice('By e-mail: off, at-once (outside the quiet hours) or daily', MODES) mail: Mode;
  @Choice('By short message: off, at-once (outside the quiet hours) or daily', MODES) sms: Mode;
}

export class ChangeMessageSettingsDto {
  @Choice('Language of what is sent', ['zh', 'en']) language: 'zh' | 'en';

  @ApiPropertyOptional({ description: 'Nothing is sent from here, HH:MM in Asia/Shanghai; left out with its end: no quiet hours', example: '22:00' })
  @IsOptional() @Matches(TIME)
  quietFrom?: string;

  @ApiPropertyOptional({ description: 'until here, on the next day where it is the earlier time, HH:MM in Asia/Shanghai', example: '07:30' })
  @IsOptional() @Matches(TIME)
  quietUntil?: string;

  @ApiProperty({ description: 'When the message of the day is sent, HH:MM in Asia/Shanghai', example: '08:30' })
  @Matches(TIME)
  digestAt: string;

  @Yes('On working days only, by the calendar') workingDays: boolean;

  @ApiProperty({ description: 'Moments for which it is to be otherwise than usual; what is left out is as usual', type: [MomentChoiceDto], example: [{ moment: 'clock-near', mail: 'off', sms: 'off' }] })
  @IsArray() @ArrayMaxSize(MOMENT_CODES.length) @ValidateNested({ each: true }) @Type(() => MomentChoiceDto)
  choices: MomentChoiceDto[];
}

export class SetMessageAddressDto {
  @Choice('Channel', CHANNEL_CODES) channel: ChannelCode;

  @ApiProperty({ description: 'Address of the mailbox, or mobile number of eleven digits', example: 'officer@example.cn', maxLength: 254 })
  @IsString() @MaxLength(254)
  address: string;
}

export class ConfirmMessageAddressDto {
  @Choice('Channel', CHANNEL_CODES) channel: ChannelCode;

  @ApiProperty({ description: 'The code that came', example: '012345' })
  @Matches(/^\d{6}$/)
  code: string;
}

export class RemoveMessageAddressDto {
  @IsIn(CHANNEL_CODES) @ApiProperty({ description: 'Channel', enum: CHANNEL_CODES, example: 'mail' })
  channel: ChannelCode;
}

export class ReachedByDto {
  @Shown('Channel', 'mail') channel: string;
  @Shown('The same in words', '电子邮件') label: string;
  @Shown('Whether it is connected here', true) connected: boolean;
  @Shown('My address there; null while I gave none', 'officer@example.cn', { nullable: true }) address: string | null;
  @Shown('Whether I have shown that it is mine: nothing but a code is sent before', true) confirmed: boolean;
  @Shown('When the other side last refused it for good, RFC 3339 UTC; null if it never did', '2026-11-23T03:00:00.000Z', { nullable: true }) refusedAt: string | null;
  @Shown('Its reply code', '550', { nullable: true }) refusal: string | null;
}

export class MomentSettingDto {
  @Shown('Moment', 'clock-overdue') moment: string;
  @Shown('The same in words', '时限已过') label: string;
  @Shown('By e-mail', 'at-once') mail: string;
  @Shown('By short message', 'at-once') sms: string;
  @Shown('Whether this is as usual, and not my choice', true) usual: boolean;
}

export class MessageSettingsDto {
  @Shown('Language of what is sent', 'zh') language: string;
  @Shown('Nothing is sent from here, HH:MM in Asia/Shanghai; null without quiet hours', '22:00', { nullable: true }) quietFrom: string | null;
  @Shown('until here', '07:30', { nullable: true }) quietUntil: string | null;
  @Shown('When the message of the day is sent, HH:MM in Asia/Shanghai', '08:30') digestAt: string;
  @Shown('On working days only', true) workingDays: boolean;
  @ApiProperty({ description: 'Ways out of the system', type: [ReachedByDto], example: [] }) channels: ReachedByDto[];
  @ApiProperty({ description: 'All of what I am told, and how. The inbox has it in any case', type: [MomentSettingDto], example: [] }) moments: MomentSettingDto[];
}
