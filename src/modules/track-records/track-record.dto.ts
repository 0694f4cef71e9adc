import { Choice, Day, Id, Shown, Words } from '../../platform/http/fields.js';
import { BasisDto } from '../../platform/http/shared.dto.js';
import { FACT_CODES } from './data/track-records.data.js';

export class RecordTrackFactDto {
  @Id('Right holder, in the register of organisations') organisationId: string;
  @Choice('What happened', FACT_CODES) kind: string;
  @Day('Day on which it happened') occurredOn: string;
  @Id('Case in which the right holder was openly a party') caseId: string;
  @Words('What happened, in words', '经查，所提交的授权文件系伪造', 2000) note: string;
}

export class StrikeReasonDto {
  @Words('Reason', '认定所依据的决定已被撤销', 2000) reason: string;
}

export class TrackFactDto {
  @Shown('Id', '019aa1b2-0000-7000-8000-000000000060') id: string;
  @Shown('State', 'recorded') state: string;
  @Shown('Version; the ETag', 1) version: number;
  @Shown('Agency that recorded it', 'chaoan-market-regulation') agency: string;
  @Shown('Right holder, in the register of organisations', '019aa1b2-0000-7000-8000-000000000061') organisationId: string;
  @Shown('What happened', 'false-statement') kind: string;
  @Shown('Day on which it happened, YYYY-MM-DD, Asia/Shanghai', '2026-11-20') occurredOn: string;
  @Shown('Case that it comes from; whether it can be looked at depends on the agency', '019aa1b2-0000-7000-8000-000000000062') caseId: string;
  @Shown('Decision or takedown that it comes from; null where it was entered by hand', '019aa1b2-0000-7000-8000-000000000063', { nullable: true }) sourceId: string | null;
  @Shown('What happened, in words', '经查，所提交的授权文件系伪造', { nullable: true }) note: string | null;
  @Shown('Account that recorded it, or system:…', '019aa1b2-0000-7000-8000-00000000000a') recordedBy: string;
  @Shown('When it was recorded, RFC 3339 UTC', '2026-11-23T02:00:00.000Z') recordedAt: string;
  @Shown('Account that asked to strike it out', '019aa1b2-0000-7000-8000-00000000000a', { nullable: true }) strikeAskedBy: string | null;
  @Shown('Why it is to be struck out, or why it is kept', '认定所依据的决定已被撤销', { nullable: true }) reason: string | null;
}

export class TrackRecordDto {
  @Shown('Right holder, in the register of organisations', '019aa1b2-0000-7000-8000-000000000061') organisationId: string;
  @Shown('good, bad or none. It opens or closes the expedited lane, and decides nothing of a case', 'good') standing: string;
  @Shown('Version of the rules; null before the first', '1', { nullable: true }) version: string | null;
  @Shown('Points of good facts that count today', 2) goodPoints: number;
  @Shown('Points of bad facts that count today', 0) badPoints: number;
  @Shown('Points from which a standing is good, where nothing bad counts', 2) goodFrom: number;
  @Shown('Points from which it is bad', 2) badFrom: number;
  @Shown('Ids of the facts that counted', ['019aa1b2-0000-7000-8000-000000000060'], { type: [String] }) counted: readonly string[];
  @Shown('Ground of the rules', { source: '本系统拟定', article: '诚信记录', status: 'unverified' }, { type: BasisDto }) basis: BasisDto;
}

export class TrackFactPage {
  @Shown('Every fact, also those that were struck out or no longer count; newest first', [], { type: [TrackFactDto] }) items: readonly TrackFactDto[];
}
