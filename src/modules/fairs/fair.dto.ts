import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { Choice, Count, Day, Id, Shown, Words, Yes } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';
import { DeadlineDto } from '../../platform/http/shared.dto.js';
import { REGIONS } from '../identity/index.js';

export const FAIR_STATES = ['announced', 'running', 'ended', 'archived', 'cancelled'] as const;
const ID = '019aa1b2-0000-7000-8000-000000000000';
const EDITIONS = 999;

export class AnnounceFairDto {
  @Words('Series: name of the fair that comes back', '潮州国际陶瓷交易会', 100) series: string;
  @Count('Number of the edition in its series', 1, EDITIONS) edition: number;
  @Words('Organiser: an institution', '潮州国际陶瓷交易会组委会', 200) organiser: string;
  @Choice('Region where it is held, GB/T 2260 code or CZ-FENGXI', REGIONS.map(({ code }) => code)) region: string;
  @Day('First day') startsOn: string;
  @Day('Last day') endsOn: string;
  @Yes('Whether the organiser has set up a desk for disputes (广东省知识产权保护条例第三十一条第二款)') hasDesk: boolean;
}

export class CancelFairDto {
  @Words('Reason', '主办方取消', 2000) reason: string;
}

export class RegisterStallDto {
  @Words('Number of the stall', 'A-12', 40) number: string;
  @Id('Exhibitor, by its entry in the register of organisations') organisationId: string;
  @Yes('The contract has a clause on intellectual property (广东省知识产权保护条例第三十一条第一款)') clauseSigned: boolean;
}

export class FairListQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Only this series', example: '潮州国际陶瓷交易会', maxLength: 100 })
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(100)
  series?: string;

  @ApiPropertyOptional({ description: 'Only those in this state', enum: FAIR_STATES, example: 'running' })
  @IsOptional() @IsIn(FAIR_STATES)
  state?: string;
}

export class FairDto {
  @Shown('Fair id (UUIDv7)', ID) id: string;
  @Shown('State', 'running') state: string;
  @Shown('Version; the ETag', 2) version: number;
  @Shown('Agency that sits at the fair', 'chaoan-market-regulation') agency: string;
  @Shown('Region', '445103') region: string;
  @Shown('Series', '潮州国际陶瓷交易会') series: string;
  @Shown('Number of the edition', 29) edition: number;
  @Shown('Organiser', '潮州国际陶瓷交易会组委会') organiser: string;
  @Shown('First day, YYYY-MM-DD, Asia/Shanghai', '2026-11-20') startsOn: string;
  @Shown('Last day, YYYY-MM-DD, Asia/Shanghai', '2026-11-24') endsOn: string;
  @Shown('Days, both included', 5) days: number;
  @Shown('Whether it has a desk for disputes', true) hasDesk: boolean;
  @Shown('Earliest safe date of its open clocks, RFC 3339 UTC', null, { nullable: true }) nextDue: string | null;
}

export class FairWithClocksDto extends FairDto {
  @Shown('Its clocks: the end of the fair, and how long the organiser keeps its records', [], { type: [DeadlineDto] }) deadlines: DeadlineDto[];
}

export class FairPage {
  @Shown('Newest first; the next page is in the Link header', [], { type: [FairDto] }) items: FairDto[];
}

export class StallDto {
  @Shown('Stall id (UUIDv7)', ID) id: string;
  @Shown('Number of the stall', 'A-12') number: string;
  @Shown('Exhibitor, by its entry in the register of organisations', ID) organisationId: string;
  @Shown('When it was entered, RFC 3339 UTC', '2026-11-19T02:00:00.000Z') registeredAt: string;
}

export class StallPage {
  @Shown('In the order in which they were entered; the next page is in the Link header', [], { type: [StallDto] }) items: StallDto[];
}

export class BarredDto {
  @Shown('Exhibitor, by its entry in the register of organisations', ID) organisationId: string;
  @Shown('Findings that bar it: edition, when (RFC 3339 UTC)', [{ edition: 28, foundAt: '2025-10-20T02:00:00.000Z' }], { type: [Object] }) findings: readonly object[];
}

export class BarredList {
  @Shown('Exhibitors barred from this edition', [], { type: [BarredDto] }) items: readonly BarredDto[];
  @Shown('Rule and its article', { least: 2, fairs: 2 }, { type: Object }) rule: object;
}
