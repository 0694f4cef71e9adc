import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { IsInstant } from '../../platform/http/instant.js';
import { Choice, Count, Id, Instant, OptionalId, Shown, Words } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';
import { SERVICE_CODES, SERVICE_RESULTS } from './data/centre.data.js';

export const HEARING_MODES = ['remote', 'on-site'] as const;

export class OfferSlotDto {
  @Instant('Beginning') startsAt: string;
  @Instant('End') endsAt: string;
  @Choice('How it is heard', HEARING_MODES) mode: string;
  @Words('Room, or how to join from afar', '远程审理室一', 300) place: string;
  @Count('How many cases it has room for', 1, 50) places: number;
}

export class BookSlotDto {
  @Id('Case, in the lane of the centre') caseId: string;
  @Words('What is heard', '外观设计专利侵权纠纷调解', 300) purpose: string;
  @OptionalId('Session of a mediation of the case that takes place in it') session?: string;
  @OptionalId('Adjudication of the case whose oral hearing takes place in it; not together with a session') adjudication?: string;
}

export class ReleaseSlotDto {
  @Id('Booking') booking: string;
  @Words('Reason', '双方已自行和解', 1000) reason: string;
}

export class WithdrawSlotDto {
  @Words('Reason', '设备检修', 1000) reason: string;
}

export class RecordCentreServiceDto {
  @Choice('What the centre did', SERVICE_CODES) service: string;
  @Choice('What came of it', SERVICE_RESULTS) result: string;
  @Words('In words', '权利有效，产品属于餐具，材料齐全', 2000) note: string;
}

export class SlotListQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Only those that begin at this instant or later, RFC 3339; left out: from now on', example: '2026-11-24T09:00:00+08:00' })
  @IsOptional() @IsInstant()
  from?: string;
}

export class HearingSlotDto {
  @Shown('Id (UUIDv7)', '019aa1b2-0000-7000-8000-000000000070') id: string;
  @Shown('State', 'open') state: string;
  @Shown('Version; the ETag', 1) version: number;
  @Shown('Agency that offers it', 'cz-ip-rapid-centre') agency: string;
  @Shown('Beginning, RFC 3339 UTC', '2026-11-30T01:00:00.000Z') startsAt: string;
  @Shown('End, RFC 3339 UTC', '2026-11-30T03:00:00.000Z') endsAt: string;
  @Shown('remote or on-site', 'remote') mode: string;
  @Shown('Room, or how to join from afar', '远程审理室一') place: string;
  @Shown('How many cases it has room for', 2) places: number;
  @Shown('How many have a place', 1) taken: number;
}

export class BookedSlotDto extends HearingSlotDto {
  @Shown('The booking', '019aa1b2-0000-7000-8000-000000000071') booking: string;
}

export class CentreServiceDto {
  @Shown('Id (UUIDv7)', '019aa1b2-0000-7000-8000-000000000072') id: string;
  @Shown('pre-check or aid', 'pre-check') service: string;
  @Shown('What came of it', 'fit') result: string;
  @Shown('In words', '权利有效，产品属于餐具，材料齐全') note: string;
  @Shown('Whether a right of the case was in force on the day, by the register', true) rightLive: boolean;
  @Shown('Whether a right in force is of a class that the centre serves (Nice 8, 11, 21; Locarno 07; unverified)', true) classServed: boolean;
  @Shown('Account that recorded it', '019aa1b2-0000-7000-8000-00000000000a') recordedBy: string;
  @Shown('When it was recorded, RFC 3339 UTC', '2026-11-23T02:00:00.000Z') recordedAt: string;
}

export class CentreProceedingDto {
  @Shown('Id (UUIDv7)', '019aa1b2-0000-7000-8000-000000000073') id: string;
  @Shown('Kind', 'mediation') kind: string;
  @Shown('Number', 'TJ2026-0000001') number: string;
  @Shown('State', 'arranging') state: string;
}

export class CentreHearingDto {
  @Shown('Booking', '019aa1b2-0000-7000-8000-000000000071') booking: string;
  @Shown('Slot', '019aa1b2-0000-7000-8000-000000000070') slot: string;
  @Shown('Beginning, RFC 3339 UTC', '2026-11-30T01:00:00.000Z') startsAt: string;
  @Shown('remote or on-site', 'remote') mode: string;
  @Shown('What is heard', '外观设计专利侵权纠纷调解') purpose: string;
  @Shown('Session of a mediation that takes place in it', '019aa1b2-0000-7000-8000-000000000074', { nullable: true }) session: string | null;
  @Shown('Adjudication whose oral hearing takes place in it', '019aa1b2-0000-7000-8000-000000000075', { nullable: true }) adjudication: string | null;
}

export class CentreCaseDto {
  @Shown('Case id (UUIDv7)', '019aa1b2-0000-7000-8000-000000000062') id: string;
  @Shown('Number', 'CZAJ2026-0000001') caseNumber: string;
  @Shown('Agency that has it', 'chaoan-market-regulation') agency: string;
  @Shown('State', 'assigned') state: string;
  @Shown('Officer in charge', '019aa1b2-0000-7000-8000-00000000000a', { nullable: true }) assignee: string | null;
  @Shown('Earliest statutory date, RFC 3339 UTC', '2026-12-01T15:59:59.999Z', { nullable: true }) nextDue: string | null;
  @Shown('What it waits for: intake, pre-check, papers, another-way, aid, mediation, hearing or outcome', 'pre-check') waitsFor: string;
  @Shown('Pre-checks and aid, newest first', [], { type: [CentreServiceDto] }) services: readonly CentreServiceDto[];
  @Shown('Its proceedings that are not ended', [], { type: [CentreProceedingDto] }) proceedings: readonly CentreProceedingDto[];
  @Shown('Hearings that have a place, past and to come, soonest first', [], { type: [CentreHearingDto] }) hearings: readonly CentreHearingDto[];
}

export class HearingSlotPage {
  @Shown('Soonest first', [], { type: [HearingSlotDto] }) items: readonly HearingSlotDto[];
}

export class CentreCasePage {
  @Shown('Oldest first', [], { type: [CentreCaseDto] }) items: readonly CentreCaseDto[];
}
