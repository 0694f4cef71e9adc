import { ApiProperty } from '@nestjs/swagger';
import { showDeadline } from '../../platform/clocks/show-deadline.js';
import { BasisDto, DeadlineDto, WarningDto } from '../../platform/http/shared.dto.js';
import type { Outcome } from '../../platform/workflow/workflow.js';
import type { ReplyObligation } from '../replies/index.js';
import type { RoutingAnswer } from '../routing/index.js';
import type { Complaint } from './complaint.entity.js';

export class RouteTakenDto {
  @ApiProperty({ description: 'Track that it is on: administrative, judicial, mediation or outside', example: 'administrative' })
  track: string;

  @ApiProperty({ description: 'Every track that the rules allow', example: ['administrative', 'mediation'], type: [String] })
  tracks: string[];

  @ApiProperty({ description: 'Agency that it went to', example: 'chaoan-market-regulation' })
  agency: string;

  @ApiProperty({ description: 'Lane', enum: ['ordinary', 'expedited'], example: 'ordinary' })
  lane: string;

  @ApiProperty({ description: 'What a human has to look at, such as criminal-suspicion', example: [], type: [String] })
  flags: string[];

  @ApiProperty({ description: 'Rule that decided', example: 'trademark' })
  rule: string;

  @ApiProperty({ description: 'Version of the rule set', example: 1 })
  ruleSetVersion: number;

  @ApiProperty({ description: 'Why, in the reader’s language', example: '侵犯注册商标专用权，由违法行为发生地县级市场监管部门查处' })
  explanation: string;

  @ApiProperty({ description: 'Legal ground of the rule', type: BasisDto, example: { source: '市场监督管理行政处罚程序规定', article: '第七条、第八条', status: 'verified' } })
  basis: BasisDto;

  @ApiProperty({ description: 'Which of the 25 measures it carries out', example: [1], type: [Number] })
  measures: number[];

  @ApiProperty({ description: 'Decision id; GET /v1/routing/decisions/{id} explains it rule by rule', example: '019aa1b2-0000-7000-8000-0000000000d0' })
  decisionId: string;
}

/** One thing in law: where it goes, why, and by when somebody must act. */
export class FiledLegDto {
  @ApiProperty({ description: 'Complaint id (UUIDv7)', example: '019aa1b2-0000-7000-8000-000000000000' })
  id: string;

  @ApiProperty({ description: 'Receipt number to read out to the caller', example: 'CZ202611220000001' })
  receiptNumber: string;

  @ApiProperty({ description: 'State', example: 'registered' })
  state: string;

  @ApiProperty({ description: 'Version; the ETag of the complaint', example: 1 })
  version: number;

  @ApiProperty({ description: 'What it is in law', example: 'report' })
  classification: string;

  @ApiProperty({ description: 'Why it was classified so, with article', example: [{ text: '反映经营者涉嫌违法的线索', basis: { source: '总局令第121号', article: '第三条第二款', status: 'verified' } }] })
  classificationReasons: unknown;

  @ApiProperty({ description: 'Where it goes and why', type: RouteTakenDto, example: { track: 'administrative', agency: 'chaoan-market-regulation', rule: 'trademark', ruleSetVersion: 1 } })
  route: RouteTakenDto;

  @ApiProperty({ description: 'Version of the law that it falls under: day of the last change on or before its receipt', example: '2026-06-01' })
  lawVersion: string;

  @ApiProperty({ description: 'By when somebody must act', type: [DeadlineDto], example: [] })
  deadlines: DeadlineDto[];
}

export class OwedReplyDto {
  @ApiProperty({ description: 'Reply id', example: '019aa1b2-0000-7000-8000-000000000020' })
  id: string;

  @ApiProperty({ description: 'Channel', example: 'hotline-12345' })
  channel: string;

  @ApiProperty({ description: 'Number that waits for the answer', example: 'CZ2026112200123' })
  externalNumber: string;

  @ApiProperty({ description: 'Clock of the answer', type: [DeadlineDto], example: [] })
  deadlines: DeadlineDto[];
}

/** What the operator is told at once. The top level is the leg that leads; what was split off follows. */
export class FiledComplaint extends FiledLegDto {
  @ApiProperty({ description: 'Code with which the caller looks up the state; shown to nobody else', example: '7K3M9QX2TB4D' })
  receiptCode: string;

  @ApiProperty({ description: 'filed; already-filed: the same content under the same number; revised: other content under the same number, kept beside the first', enum: ['filed', 'already-filed', 'revised'], example: 'filed' })
  outcome: 'filed' | 'already-filed' | 'revised';

  @ApiProperty({ description: 'Revision that this content is; 0 for the first', example: 0 })
  revision: number;

  @ApiProperty({ description: 'Legs split off from it (总局令第121号第九条)', type: [FiledLegDto], example: [] })
  otherLegs: FiledLegDto[];

  @ApiProperty({ description: 'Answer owed under this number', type: OwedReplyDto, nullable: true, example: null })
  reply: OwedReplyDto | null;

  @ApiProperty({ description: 'What the operator should look at', type: [WarningDto], example: [] })
  warnings: WarningDto[];

  @ApiProperty({ description: 'When it was filed, RFC 3339 UTC', example: '2026-11-22T09:10:00.000Z' })
  filedAt: string;
}

/** From what was opened: the legs in order, then the reply where one is owed. Texts are chosen by language later. */
export function filedComplaint(outcomes: readonly Outcome[], routes: readonly RoutingAnswer[], outcome: FiledComplaint['outcome']): FiledComplaint {
  const legs = outcomes.slice(0, routes.length).map(({ row, deadlines }, index) => legOf({ row: row as unknown as Complaint, deadlines }, routes[index] as RoutingAnswer));
  const [lead, ...otherLegs] = legs;
  const { receiptCode, warnings, filedAt } = (outcomes[0] as Outcome).row as unknown as Complaint;
  return { ...lead, receiptCode, outcome, revision: 0, otherLegs, reply: replyOf(outcomes[routes.length]), warnings: [...(warnings as object[]), ...(routes[0]?.warnings ?? [])], filedAt } as unknown as FiledComplaint;
}

function legOf({ row, deadlines }: { row: Complaint; deadlines: Outcome['deadlines'] }, { track, tracks, agency, lane, flags, rule, ruleSetVersion, explanation, basis, measures, decisionId }: RoutingAnswer): object {
  const { id, receiptNumber, state, version, classification, classificationReasons, lawVersion } = row;
  const route = { track, tracks, agency, lane, flags, rule, ruleSetVersion, explanation, basis, measures, decisionId };
  return { id, receiptNumber, state, version, classification, classificationReasons, route, lawVersion, deadlines: deadlines.map(showDeadline) };
}

function replyOf(outcome: Outcome | undefined): object | null {
  if (outcome === undefined) return null;
  const { id, channel, externalNumber } = outcome.row as unknown as ReplyObligation;
  return { id, channel, externalNumber, deadlines: outcome.deadlines.map(showDeadline) };
}
