import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID, Matches } from 'class-validator';
import { Shown } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';
import { RUNG_CODES } from './domain/ladder.rules.js';

const CODE = /^[\w-]{1,60}$/;
const ID = '019aa1b2-0000-7000-8000-00000000000a';
const BASIS = { source: '潮办发〔2021〕2号', article: '第1项、第6项', status: 'unverified', note: '层级与天数未见于所读文本，为本系统拟定' };

export class EscalationStepQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Only of this case', example: ID })
  @IsOptional() @IsUUID()
  case?: string;

  @ApiPropertyOptional({ description: 'Only those that this agency was told of', example: 'cz-market-regulation' })
  @IsOptional() @Matches(CODE)
  told?: string;

  @ApiPropertyOptional({ description: 'Only those that reached this rung', enum: [...RUNG_CODES], example: 'city-bureau' })
  @IsOptional() @IsIn(RUNG_CODES)
  rung?: string;
}

export class EscalationStepDto {
  @Shown('Step id (UUIDv7)', ID) id: string;
  @Shown('Rule of the ladder: GET /v1/escalation-ladder', 'overdue-to-city') rule: string;
  @Shown('Label of the rule in both languages; null for a rule that is no longer in the ladder', { zh: '逾期五个工作日上报市级部门', en: 'Five working days overdue: to the city bureau' }, { nullable: true, type: Object }) label: object | null;
  @Shown('Why, in both languages', { zh: '逾期满五个工作日仍未办结', en: 'Five working days after the limit it is still not done' }, { nullable: true, type: Object }) explanation: object | null;
  @Shown('yellow or red, where it is a warning', 'red', { nullable: true }) warning: string | null;
  @Shown('Rung that it reached', 'city-bureau') rung: string;
  @Shown('The clock, or the case where urgings were counted', ID) cause: string;
  @Shown('Case', ID) caseId: string;
  @Shown('Agency that has the case', 'chaoan-market-regulation') agency: string;
  @Shown('Agency that is told', 'cz-market-regulation') told: string;
  @Shown('Officer in charge at that time', ID, { nullable: true }) officer: string | null;
  @Shown('Kind of the clock', 'report.verification', { nullable: true }) kind: string | null;
  @Shown('Legal date of the clock, RFC 3339 UTC', '2026-12-11T15:59:59.999Z', { nullable: true }) due: string | null;
  @Shown('How often the case was urged', 2, { nullable: true, type: Number }) count: number | null;
  @Shown('Whether it put the case on the list of the head, where it was not yet', true, { type: Boolean }) listed: boolean;
  @Shown('When it was taken, RFC 3339 UTC', '2026-12-18T16:00:00.000Z') takenAt: string;
}

export class EscalationStepPage {
  @Shown('Newest first', [], { type: [EscalationStepDto] }) items: readonly EscalationStepDto[];
}

export class RungDto {
  @Shown('Code', 'head') code: string;
  @Shown('Label in both languages', { zh: '单位负责人', en: 'Head of the agency' }, { type: Object }) label: object;
  @Shown('Who is told: handling (the agency that has the case), superior (the one at the top of its line), or the code of an agency', 'handling') told: string;
  @Shown('Source, with its status', BASIS, { type: Object }) basis: object;
}

export class LadderRuleDto {
  @Shown('Code', 'overdue-to-city') code: string;
  @Shown('Rung that it reaches', 'city-bureau') rung: string;
  @Shown('Label in both languages', { zh: '逾期五个工作日上报市级部门', en: 'Five working days overdue: to the city bureau' }, { type: Object }) label: object;
  @Shown('Why, in both languages', { zh: '逾期满五个工作日仍未办结', en: 'Five working days after the limit it is still not done' }, { type: Object }) explanation: object;
  @Shown('What brings it: on case-clock or urging-clock with working days left or late, or on urgings of a channel with their number', { on: 'case-clock', workingDaysLate: 5 }, { type: Object }) when: object;
  @Shown('yellow or red, where it is a warning', 'red', { nullable: true }) warning: string | null;
  @Shown('Reason for which it puts the case on the list of its head; null where it does not', 'overdue', { nullable: true }) list: string | null;
  @Shown('Source, with its status', BASIS, { type: Object }) basis: object;
}

export class LadderDto {
  @Shown('From the desk to the joint meeting', [], { type: [RungDto] }) rungs: readonly RungDto[];
  @Shown('What reaches which rung', [], { type: [LadderRuleDto] }) rules: readonly LadderRuleDto[];
}
