import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { Count, OptionalChoice, Shown, Words } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';
import { RECALL_LIFECYCLE } from './domain/subscriber.lifecycle.js';
import { RegistryEffectDto } from './registry.dto.js';

/** What a column of numbers holds. */
const LARGEST = 2_147_483_647;
const number = ({ value }: { value: unknown }): unknown => (typeof value === 'string' && /^\d{1,10}$/.test(value) ? Number(value) : value);

export class RegistryFeedQuery {
  @ApiPropertyOptional({ description: 'Changes with a greater number than this; 0 for all from the beginning', default: 0, example: 0, minimum: 0, type: 'integer' })
  @IsOptional() @Transform(number) @IsInt() @Min(0) @Max(LARGEST)
  after: number = 0;

  @ApiPropertyOptional({ description: 'How many at most, 1 to 1000', default: 200, example: 200, minimum: 1, maximum: 1000, type: 'integer' })
  @IsOptional() @Transform(number) @IsInt() @Min(1) @Max(1000)
  limit: number = 200;
}

export class RegistryChangeEntryDto {
  @Shown('Listing, the same in every change of it (UUIDv7)', '019aa1b2-0000-7000-8000-000000000040') listing: string;
  @Shown('Unified social credit code', '91445103MA00TQT27J') uscc: string;
  @Shown('Name of the firm', '某不锈钢制品厂（测试）') name: string;
  @Shown('Agency that decided', 'chaoan-market-regulation') agency: string;
  @Shown('Ground, a code', 'wilful-ip-infringement') ground: string;
  @Shown('Number of the decision', '潮安市监失列〔2026〕1号', { nullable: true }) decisionNumber: string | null;
  @Shown('In force from, RFC 3339 UTC', '2026-08-04T01:00:00.000Z') validFrom: string;
  @Shown('In force until, excluded, RFC 3339 UTC; null while no end is known. Equal to the beginning where it was void', null, { nullable: true }) validUntil: string | null;
  @Shown('Why it ended, a code: removed, expired, cancelled', null, { nullable: true }) reason: string | null;
}

export class RegistryChangeDto {
  @Shown('Number: follows the one before without a gap', 17, { type: Number }) number: number;
  @Shown('entered; ended; recalled: void from the beginning, to be acknowledged; effects-changed', 'entered') kind: string;
  @Shown('Code of the list', 'serious-dishonesty') list: string;
  @Shown('When, RFC 3339 UTC', '2026-08-04T02:00:00.000Z') at: string;
  @ApiProperty({ description: 'The entry as it is from then on; null where effects changed', type: RegistryChangeEntryDto, nullable: true, example: null })
  entry: RegistryChangeEntryDto | null;
  @Shown('What follows from standing on the list, with its days; empty where nothing follows any more', [], { type: [RegistryEffectDto] }) effects: readonly object[];
}

export class RegistryFeedDto {
  @Shown('Changes in the order of their numbers', [], { type: [RegistryChangeDto] }) items: readonly RegistryChangeDto[];
  @Shown('Number of the last change that there is; ask again with the last number that you got until you have it', 17, { type: Number }) last: number;
}

export class SubscribeRegistryDto {
  @Words('Name of the system', '潮州市公共资源交易平台', 200) label: string;
}

export class AcknowledgeRegistryDto {
  @Count('Everything up to this number was taken over, and what was recalled was taken back', 0, LARGEST) upTo: number;
}

export class RegistrySubscriberDto {
  @Shown('Subscription id (UUIDv7)', '019aa1b2-0000-7000-8000-000000000050') id: string;
  @Shown('State', 'subscribed') state: string;
  @Shown('Version; the ETag', 1) version: number;
  @Shown('Agency whose system it is', 'cz-government-data') agency: string;
  @Shown('Name of the system', '潮州市公共资源交易平台') label: string;
  @Shown('Last number that there was when it subscribed', 0, { type: Number }) since: number;
  @Shown('Acknowledged up to this number', 17, { type: Number }) acknowledged: number;
  @Shown('When it last acknowledged, RFC 3339 UTC', null, { nullable: true }) acknowledgedAt: string | null;
}

export class RegistrySubscriberPage {
  @Shown('Newest first', [], { type: [RegistrySubscriberDto] }) items: readonly RegistrySubscriberDto[];
}

export class ConfirmRecallDto {
  @Words('How the system confirmed it, such as a letter with its number', '来函〔2026〕3号确认已删除', 2000) note: string;
}

export class RecallListQuery extends PageQuery {
  @OptionalChoice('Only in this state; missing: not acknowledged in time', Object.keys(RECALL_LIFECYCLE.states)) state?: string;
}

export class RegistryRecallDto {
  @Shown('Recall id', '019aa1b2-0000-7000-8000-000000000051') id: string;
  @Shown('State: awaited, missing, acknowledged', 'missing') state: string;
  @Shown('Version; the ETag', 1) version: number;
  @Shown('Number of the change that is to be acknowledged', 17, { type: Number }) number: number;
  @Shown('Listing', '019aa1b2-0000-7000-8000-000000000040') listing: string;
  @Shown('Code of the list', 'serious-dishonesty') list: string;
  @Shown('Unified social credit code', '91445103MA00TQT27J') uscc: string;
  @Shown('Name of the firm', '某不锈钢制品厂（测试）') name: string;
  @Shown('Agency that had decided', 'chaoan-market-regulation') agency: string;
  @Shown('Subscription', '019aa1b2-0000-7000-8000-000000000050') subscriber: string;
  @Shown('Name of the system', '潮州市公共资源交易平台') subscriberLabel: string;
  @Shown('Agency whose system it is', 'cz-government-data') subscriberAgency: string;
  @Shown('When the entry was cancelled, RFC 3339 UTC', '2026-10-20T02:00:00.000Z') recalledAt: string;
  @Shown('When it was acknowledged, RFC 3339 UTC', null, { nullable: true }) acknowledgedAt: string | null;
  @Shown('How it was confirmed otherwise', null, { nullable: true }) note: string | null;
  @Shown('Safe date of its clock, RFC 3339 UTC', '2026-10-23T15:59:59.999Z', { nullable: true }) nextDue: string | null;
}

export class RegistryRecallPage {
  @Shown('Newest first', [], { type: [RegistryRecallDto] }) items: readonly RegistryRecallDto[];
}
