import { ApiProperty } from '@nestjs/swagger';
import type { Deadline } from '../../platform/clocks/deadline.entity.js';
import { showDeadline } from '../../platform/clocks/show-deadline.js';
import { BasisDto, DeadlineDto, WarningDto } from '../../platform/http/shared.dto.js';
import type { RoutingAnswer } from '../routing/index.js';
import type { Complaint } from './complaint.entity.js';

export class RouteTakenDto {
  @ApiProperty({ description: 'Track: administrative, judicial, mediation or outside', example: 'administrative' })
  track: string;

  @ApiProperty({ description: 'Agency that it went to', example: 'chaoan-market-regulation' })
  agency: string;

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
}

/** What the operator is told at once: receipt, what it is in law, where it goes, why, and by when somebody must act. */
export class FiledComplaint {
  @ApiProperty({ description: 'Complaint id (UUIDv7)', example: '019aa1b2-0000-7000-8000-000000000000' })
  id: string;

  @ApiProperty({ description: 'Receipt number to read out to the caller', example: 'CZ202611220000001' })
  receiptNumber: string;

  @ApiProperty({ description: 'State', example: 'registered' })
  state: string;

  @ApiProperty({ description: 'Version; the ETag of the complaint', example: 1 })
  version: number;

  @ApiProperty({ description: 'What it is in law: report, consumer-complaint, right-holder-request, consultation', example: 'report' })
  classification: string;

  @ApiProperty({ description: 'Why it was classified so, with article', example: [{ text: '反映经营者涉嫌违法的线索', basis: { source: '总局令第121号', article: '第三条第二款', status: 'verified' } }] })
  classificationReasons: unknown;

  @ApiProperty({ description: 'Where it goes and why', type: RouteTakenDto, example: { track: 'administrative', agency: 'chaoan-market-regulation', rule: 'trademark', ruleSetVersion: 1 } })
  route: RouteTakenDto;

  @ApiProperty({ description: 'By when somebody must act', type: [DeadlineDto], example: [] })
  deadlines: DeadlineDto[];

  @ApiProperty({ description: 'What the operator should look at', type: [WarningDto], example: [] })
  warnings: WarningDto[];

  @ApiProperty({ description: 'When it was filed, RFC 3339 UTC', example: '2026-11-22T09:10:00.000Z' })
  filedAt: string;
}

export function receiptOf(row: Complaint, routed: RoutingAnswer, deadlines: readonly Deadline[]): FiledComplaint {
  const { id, receiptNumber, state, version, classification, classificationReasons, warnings, filedAt } = row;
  const { track, agency, rule, ruleSetVersion, explanation, basis, measures } = routed;
  const route = { track, agency, rule, ruleSetVersion, explanation, basis, measures };
  return { id, receiptNumber, state, version, classification, classificationReasons, route, deadlines: deadlines.map(showDeadline), warnings, filedAt } as unknown as FiledComplaint;
}
