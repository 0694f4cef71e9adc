import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID, Matches } from 'class-validator';
import { Choice, Id, OptionalCount, OptionalWords, Shown, Words } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';
import { CHANNEL_CODES, SENT_CHANNELS, type UrgingChannel } from './domain/urging.guards.js';

const CODE = /^[\w-]{1,60}$/;
const NUMBER = /^[\x21-\x7e]{1,64}$/;
const SYSTEM = /^[\w.-]{1,40}$/;
const MOST_DAYS = 30;
const STATES = ['sent', 'answered', 'withdrawn'];
const ID = '019aa1b2-0000-7000-8000-00000000000a';
const days = 'Working days to answer; where the note sets none, those of the channel: GET /v1/urging-channels';

export class SendUrgingDto {
  @Id('Case') caseId: string;
  @Choice('Who urges; labels: GET /v1/urging-channels', SENT_CHANNELS) channel: UrgingChannel;
  @OptionalWords('Number of the letter; exactly where an authority of supervision urges', '潮人大督〔2026〕3号', 200) letter?: string;
  @Words('Why', '案件已逾期，请说明进展', 2000) reason: string;
  @OptionalCount(days, 1, MOST_DAYS) days?: number;
}

export class RecordUrgingDto {
  @ApiProperty({ description: 'System of the hotline, as in the order that is urged', example: 'GD12345', maxLength: 40 })
  @Matches(SYSTEM)
  sourceSystem: string;

  @ApiProperty({ description: 'Number of the work order that is urged', example: 'CZ2026112200001', maxLength: 64 })
  @Matches(NUMBER)
  externalNumber: string;

  @ApiProperty({ description: 'Number of the work order that urges; recorded once, whatever comes again', example: 'CZ2026120100007', maxLength: 64 })
  @Matches(NUMBER)
  order: string;

  @Words('What the caller wants, without the caller', '来电人再次催办，要求尽快答复', 2000) reason: string;
  @OptionalCount(days, 1, MOST_DAYS) days?: number;
}

export class AnswerUrgingDto {
  @Words('The answer', '已完成现场检查，预计十二月中旬作出决定', 4000) answer: string;
}

export class WithdrawUrgingDto {
  @Words('Reason', '重复催办', 2000) reason: string;
}

export class UrgingListQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Only of this case', example: ID })
  @IsOptional() @IsUUID()
  case?: string;

  @ApiPropertyOptional({ description: 'Only those that this agency answers', example: 'chaoan-market-regulation' })
  @IsOptional() @Matches(CODE)
  agency?: string;

  @ApiPropertyOptional({ description: 'Only of this channel', enum: [...CHANNEL_CODES], example: 'hotline-12345' })
  @IsOptional() @IsIn(CHANNEL_CODES)
  channel?: UrgingChannel;

  @ApiPropertyOptional({ description: 'Only in this state', enum: STATES, example: 'sent' })
  @IsOptional() @IsIn(STATES)
  state?: string;
}

export class UrgingDto {
  @Shown('Urging id (UUIDv7)', ID) id: string;
  @Shown('State', 'sent') state: string;
  @Shown('Version; the ETag', 1) version: number;
  @Shown('Case', ID) caseId: string;
  @Shown('Who urges; labels: GET /v1/urging-channels', 'hotline-12345') channel: string;
  @Shown('Which urging of its channel on this case it is, counted from 1 without those withdrawn, as far as the reader sees them; null where withdrawn', 2, { nullable: true, type: Number }) nth: number | null;
  @Shown('Agency that has the case and answers', 'chaoan-market-regulation') agency: string;
  @Shown('Agency that urges or records it', 'cz-hotline-12345') sender: string;
  @Shown('Officer in charge when it was sent', ID, { nullable: true }) addressee: string | null;
  @Shown('Number of the letter of an authority', '潮人大督〔2026〕3号', { nullable: true }) letter: string | null;
  @Shown('System of the hotline', 'GD12345', { nullable: true }) sourceSystem: string | null;
  @Shown('Number of the work order that is urged', 'CZ2026112200001', { nullable: true }) externalNumber: string | null;
  @Shown('Number of the work order that urges', 'CZ2026120100007', { nullable: true }) order: string | null;
  @Shown('Why; known personal data of reporters are replaced', '来电人再次催办，要求尽快答复') reason: string;
  @Shown('Working days to answer', 2) days: number;
  @Shown('When it was sent, RFC 3339 UTC', '2026-12-01T02:00:00.000Z') sentAt: string;
  @Shown('Safe date of the answer, RFC 3339 UTC; null once it is answered or withdrawn', '2026-12-03T15:59:59.999Z', { nullable: true }) answerDue: string | null;
  @Shown('The answer; known personal data of reporters are replaced', '已完成现场检查', { nullable: true }) answer: string | null;
  @Shown('Account that answered', ID, { nullable: true }) answeredBy: string | null;
  @Shown('When it was answered, RFC 3339 UTC', '2026-12-02T02:00:00.000Z', { nullable: true }) answeredAt: string | null;
  @Shown('Why it was withdrawn', '重复催办', { nullable: true }) withdrawnFor: string | null;
}

export class UrgingPage {
  @Shown('Newest first', [], { type: [UrgingDto] }) items: readonly UrgingDto[];
}

export class RecordedUrgingsDto {
  @Shown('recorded, or already-recorded where this order has come before', 'recorded') outcome: string;
  @Shown('One for every case that the urged order is in', [], { type: [UrgingDto] }) items: readonly UrgingDto[];
}

export class UrgingCountDto {
  @Shown('Channel', 'hotline-12345') channel: string;
  @Shown('Waiting for an answer', 1) sent: number;
  @Shown('Answered', 1) answered: number;
  @Shown('Withdrawn; these count for nothing', 0) withdrawn: number;
  @Shown('Urgings that count: waiting and answered', 2) total: number;
}

export class CaseUrgingsDto {
  @Shown('By channel; a channel without urgings is left out', [], { type: [UrgingCountDto] }) counts: readonly UrgingCountDto[];
  @Shown('The newest 200 urgings of the case, newest first; all of them: GET /v1/urgings?case=', [], { type: [UrgingDto] }) items: readonly UrgingDto[];
}

export class UrgingChannelDto {
  @Shown('Code', 'hotline-12345') code: string;
  @Shown('Label in both languages', { zh: '12345热线催办', en: '12345 hotline' }, { type: Object }) label: object;
  @Shown('Working days to answer where the note sets none', 2) answerDays: number;
  @Shown('Source of the days, with its status', { source: '本系统拟定', article: '催办', status: 'unverified', note: '未见法定答复期限，由本系统拟定' }, { type: Object }) basis: object;
}

export class UrgingChannels {
  @Shown('Who urges cases', [], { type: [UrgingChannelDto] }) items: readonly UrgingChannelDto[];
}
