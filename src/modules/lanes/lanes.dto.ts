import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsNumber, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { Choice, Id, OptionalWords, Shown, Words, Yes } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';
import { BasisDto, DeadlineDto, LabelDto } from '../../platform/http/shared.dto.js';
import { GROUNDS, PASSABLE, type Ground, type LaneCode } from './domain/lane.rules.js';
import { VENUES, type StatedFacts, type Venue } from './domain/triage.rules.js';

const ID = '019aa1b2-0000-7000-8000-000000000000';
const INSTANT = '2026-11-22T09:10:00.000Z';
const STATES = ['proposed', 'running', 'declined', 'left', 'ejected', 'finished'];

export class TriageDto implements StatedFacts {
  @Id('Case') caseId: string;
  @Yes('The marks or designs are the same') sameMarkOrDesign: boolean;
  @Yes('The facts are clear') factsClear: boolean;
  @Yes('The evidence is complete') evidenceComplete: boolean;
  @Yes('Evidence from abroad is needed') foreignEvidence: boolean;
  @Yes('Somebody contests it') contested: boolean;
  @Yes('It is grave or complex') grave: boolean;
  @ApiProperty({ description: 'Amount concerned, CNY', example: 12_000, minimum: 0, maximum: 1_000_000_000 }) @IsNumber({ maxDecimalPlaces: 2 }) @Min(0) @Max(1_000_000_000) amount: number;
  @Choice('Where it happened', VENUES) venue: Venue;
}

export class ConfirmLaneDto {
  @Choice('Lane that the case comes into: the one proposed, or another one whose conditions are met', PASSABLE) lane: LaneCode;
  @OptionalWords('Why another lane than the one proposed, or why in again where it had been put out', '当事人已书面撤回异议', 2000) reason?: string;
}

export class LaneReasonDto {
  @Words('Why', '改由普通程序办理', 2000) reason: string;
}

export class EjectFromLaneDto extends LaneReasonDto {
  @Choice('Ground; those of the lane: GET /v1/lanes', GROUNDS) ground: Ground;
}

export class LaneRuleDto {
  @Shown('Code', 'expedited') code: string;
  @Shown('Label in the reader’s language', '快速通道', { type: Object }) label: object;
  @ApiProperty({ description: 'What has to be so before a case comes in', type: [LabelDto], example: [] }) entry: readonly object[];
  @ApiProperty({ description: 'Grounds on which a case is put out', type: [LabelDto], example: [] }) exits: readonly object[];
  @Shown('Kind of its internal target, GET /v1/deadline-kinds. It stands beside the statutory limits, never instead of them', 'lane.expedited') target: string;
  @Shown('Cases of one agency that are in it at a time; null: as many as come', 200, { nullable: true, type: Number }) capacity: number | null;
  @Shown('Hours that a case of the lane waits before it ranks with what is due', 72) patience: number;
  @ApiProperty({ description: 'What it rests on', type: BasisDto, example: { source: '潮办发〔2021〕2号', article: '第10项', status: 'unverified' } }) basis: object;
}

export class TriageCriterionDto {
  @Shown('Code', 'facts-clear') code: string;
  @Shown('Label in the reader’s language', '事实清楚', { type: Object }) label: object;
  @Shown('Points where it holds', 3) weight: number;
  @Shown('Without it a case is complex, whatever the rest', false) required: boolean;
}

export class TriageRulesDto {
  @Shown('Version of the rules', '1') version: string;
  @Shown('First day, YYYY-MM-DD', '2021-09-01') from: string;
  @Shown('Up to here an amount is small, CNY', 50_000) smallAmount: number;
  @Shown('Points from which a case is simple', 7) threshold: number;
  @ApiProperty({ description: 'What is looked at', type: [TriageCriterionDto], example: [] }) criteria: readonly TriageCriterionDto[];
  @ApiProperty({ description: 'What they rest on', type: BasisDto, example: { source: '潮办发〔2021〕2号', article: '第10项', status: 'unverified' } }) basis: object;
}

export class Lanes {
  @ApiProperty({ description: 'In the order in which triage looks at them', type: [LaneRuleDto], example: [] })
  items: readonly LaneRuleDto[];

  @ApiProperty({ description: 'Rules of triage in force today', type: TriageRulesDto, example: {} })
  triage: TriageRulesDto;
}

export class LanePassageListQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Only those of this case', example: ID })
  @IsOptional() @IsUUID()
  case?: string;

  @ApiPropertyOptional({ description: 'Only this lane', enum: PASSABLE, example: 'expedited' })
  @IsOptional() @IsIn(PASSABLE)
  lane?: string;

  @ApiPropertyOptional({ description: 'Only in this state', enum: STATES, example: 'running' })
  @IsOptional() @IsIn(STATES)
  state?: string;
}

export class JudgedCriterionDto {
  @Shown('Code; label: GET /v1/lanes', 'facts-clear') code: string;
  @Shown('Whether it holds', true) holds: boolean;
  @Shown('Points where it holds', 3) weight: number;
  @Shown('Without it a case is complex', false) required: boolean;
}

export class TriageVerdictDto {
  @Shown('Version of the rules', '1') version: string;
  @Shown('Simple: every required criterion holds, and the points reach the threshold', true) simple: boolean;
  @Shown('Points', 10) score: number;
  @Shown('Points from which a case is simple', 7) threshold: number;
  @ApiProperty({ description: 'Every criterion', type: [JudgedCriterionDto], example: [] }) criteria: readonly JudgedCriterionDto[];
  @Shown('What every lane lacks, by its code', { major: ['grave-or-complex'], ordinary: [] }, { type: Object }) lacking: object;
}

export class LanePassageDto {
  @Shown('Passage id (UUIDv7)', ID) id: string;
  @ApiProperty({ description: 'State', enum: STATES, example: 'running' }) state: string;
  @Shown('Version; the ETag', 1) version: number;
  @Shown('The case', ID) caseId: string;
  @Shown('Agency that has the case', 'chaoan-market-regulation') agency: string;
  @Shown('Lane that triage proposed', 'expedited') proposedLane: string;
  @Shown('Lane: as proposed, or as the officer decided', 'expedited') lane: string;
  @Shown('Lane that the case was in before', 'ordinary') fromLane: string;
  @Shown('Facts that triage looked at: stated by the officer, and rightLive, partiesKnown and holderStanding from the registers', { factsClear: true, rightLive: true }, { type: Object }) facts: object;
  @Shown('Conditions that the facts meet', ['right-live'], { type: [String] }) conditions: readonly string[];
  @ApiProperty({ description: 'What triage found, and why', type: TriageVerdictDto, example: {} }) verdict: TriageVerdictDto;
  @Shown('When it was proposed, RFC 3339 UTC', INSTANT) proposedAt: string;
  @Shown('Account that asked for it', ID) proposedBy: string;
  @Shown('Why another lane, or why in again; known personal data of reporters are replaced', null, { nullable: true }) reason: string | null;
  @Shown('Passage that it had been put out of, where the head let it in again', null, { nullable: true }) readmits: string | null;
  @Shown('When it came into the lane, RFC 3339 UTC', null, { nullable: true }) enteredAt: string | null;
  @Shown('Account that put it in', null, { nullable: true }) enteredBy: string | null;
  @Shown('Earliest statutory date of the file when it came in, RFC 3339 UTC', INSTANT, { nullable: true }) dueIn: string | null;
  @Shown('When it ended, RFC 3339 UTC', null, { nullable: true }) endedAt: string | null;
  @Shown('Account that ended it', null, { nullable: true }) endedBy: string | null;
  @Shown('Ground on which it was put out', null, { nullable: true }) ground: string | null;
  @Shown('Why it was declined, left or was put out', null, { nullable: true }) endReason: string | null;
  @Shown('Earliest statutory date of the file when it left or was put out, RFC 3339 UTC: nothing is counted anew', null, { nullable: true }) dueOut: string | null;
}

export class LanePassageWithTargetsDto extends LanePassageDto {
  @ApiProperty({ description: 'Internal targets. They are no statutory limits, and the file does not show them', type: [DeadlineDto], example: [] })
  targets: readonly DeadlineDto[];
}

export class LanePassagePage {
  @ApiProperty({ description: 'Newest first; the next page is in the Link header', type: [LanePassageDto], example: [] })
  items: LanePassageDto[];
}
