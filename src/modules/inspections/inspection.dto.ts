import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsArray, IsIn, IsOptional, Matches } from 'class-validator';
import { Choice, Count, Day, OptionalId, OptionalWords, OptionalYes, Shown, Words } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';
import { DeadlineDto, type ShownText } from '../../platform/http/shared.dto.js';
import { CASE, LANE_CODES } from '../cases/index.js';
import { RIGHT_TYPES } from '../identity/index.js';
import { INSPECTION_LIMIT, MOST_ANSWER_DAYS } from './data/inspections.data.js';
import { SEVERITY_CODES, type Severity } from './domain/inspection.guards.js';

const ID = '019aa1b2-0000-7000-8000-000000000070';
const CASE_ID = '019aa1b2-0000-7000-8000-000000000011';
const ACCOUNT = '019aa1b2-0000-7000-8000-00000000000a';
const INSTANT = '2026-11-23T04:00:00.000Z';
const CODE = /^[\w-]{1,60}$/;
const CASE_STATES = Object.keys(CASE.lifecycle.states);
const STATES = ['open', 'closed', 'called-off'];
const FINDING_STATES = ['raised', 'answered', 'accepted', 'withdrawn'];

/** A member that narrows the draw, from a closed list. */
const Among = (description: string, values: readonly string[]): PropertyDecorator => (target, property) => {
  for (const decorate of [ApiPropertyOptional({ description, enum: [...values], isArray: true, example: [values[0]] }), IsOptional(), IsArray(), ArrayNotEmpty(), ArrayUnique(), IsIn(values, { each: true })]) decorate(target, property);
};

export class DrawInspectionDto {
  @Words('Title', '2026年商标执法检查', 200) title: string;
  @OptionalWords('Letter or plan that it rests on, by its number', '潮人办函〔2026〕12号', 100) letter?: string;

  @ApiPropertyOptional({ description: 'Agencies whose cases are looked at; left out: all that the body looks into', type: [String], example: ['chaoan-market-regulation'], maxItems: 100 })
  @IsOptional() @IsArray() @ArrayNotEmpty() @ArrayUnique() @ArrayMaxSize(100) @Matches(CODE, { each: true })
  agencies?: string[];

  @Among('Types of rights', RIGHT_TYPES) rightTypes?: string[];
  @Among('Lanes', LANE_CODES) lanes?: string[];
  @Among('States of the case', CASE_STATES) states?: string[];
  @OptionalYes('true: only open cases with a date that has passed; false: only others') overdue?: boolean;
  @Day('Opened on this day or later') openedFrom: string;
  @Day('Opened on this day or before') openedTo: string;
  @Count('How many cases at most; of more, chance decides', 1, INSPECTION_LIMIT) most: number;
}

export class RaiseFindingDto {
  @OptionalId('Case of the set; left out: of the cases of an agency as a whole') caseId?: string;

  @ApiPropertyOptional({ description: 'Agency that answers; needed where no case is named, and only there', example: 'chaoan-market-regulation' })
  @IsOptional() @Matches(CODE)
  agency?: string;

  @Choice('How grave', SEVERITY_CODES) severity: Severity;
  @Words('Article that it is measured by', '《市场监督管理行政处罚程序规定》第六十四条', 200) article: string;
  @Words('What was found', '立案后九十日内未作出处理决定，未见延期审批', 4000) text: string;
  @Count('Days within which it is answered', 1, MOST_ANSWER_DAYS) answerDays: number;
}

export class AnswerFindingDto {
  @Words('Answer: what the agency says, has done and will do', '已补办延期审批，并完善内部催办', 4000) answer: string;
}

export class AcceptFindingDto {
  @OptionalWords('What the body says to it', '整改到位', 2000) reason?: string;
}

export class FollowUpFindingDto {
  @Words('What is still missing', '请补充延期审批文书', 2000) reason: string;
  @Count('Days within which it is answered again', 1, MOST_ANSWER_DAYS) answerDays: number;
}

export class FindingReasonDto {
  @Words('Reason', '经核实不属于该单位案件', 2000) reason: string;
}

export class CloseInspectionDto {
  @Words('What it found as a whole', '共抽查案件五十件，发现问题三项，均已整改', 4000) summary: string;
}

export class CallOffInspectionDto {
  @Words('Reason', '与省级检查合并进行', 2000) reason: string;
}

export class DrawnInspectionListQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Only in this state', enum: STATES, example: 'open' })
  @IsOptional() @IsIn(STATES)
  state?: string;
}

export class InspectionFindingListQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Only in this state', enum: FINDING_STATES, example: 'raised' })
  @IsOptional() @IsIn(FINDING_STATES)
  state?: string;

  @ApiPropertyOptional({ description: 'Only those that this agency answers', example: 'chaoan-market-regulation' })
  @IsOptional() @Matches(CODE)
  agency?: string;
}

export class DrawnInspectionDto {
  @Shown('Inspection id (UUIDv7)', ID) id: string;
  @ApiProperty({ description: 'State', enum: STATES, example: 'open' }) state: string;
  @Shown('Version; the ETag', 1) version: number;
  @Shown('Body that inspects', 'cz-npc-office') agency: string;
  @Shown('Title', '2026年商标执法检查') title: string;
  @Shown('Letter or plan that it rests on', '潮人办函〔2026〕12号', { nullable: true }) letter: string | null;
  @Shown('Criteria by which the cases were drawn', { openedFrom: '2026-01-01', openedTo: '2026-10-31', most: 50 }, { type: Object }) criteria: object;
  @Shown('Agencies whose cases were drawn', ['chaoan-market-regulation'], { type: [String] }) agencies: readonly string[];
  @Shown('How many cases were drawn', 50) cases: number;
  @Shown('Whether more met the criteria: chance decided then', false) more: boolean;
  @Shown('When they were drawn, RFC 3339 UTC', INSTANT) drawnAt: string;
  @Shown('Account that drew them', ACCOUNT) drawnBy: string;
  @Shown('What it found as a whole, or why it was called off', null, { nullable: true }) summary: string | null;
  @Shown('When it was closed or called off, RFC 3339 UTC', null, { nullable: true }) endedAt: string | null;
}

export class InspectionFindingCountDto {
  @Shown('Agency that answers', 'chaoan-market-regulation') agency: string;
  @ApiProperty({ description: 'State', enum: FINDING_STATES, example: 'raised' }) state: string;
  @Shown('How many', 2) count: number;
}

export class InspectionWithFindingsDto extends DrawnInspectionDto {
  @Shown('Findings by agency and state, of those that the reader sees', [], { type: [InspectionFindingCountDto] }) findings: readonly InspectionFindingCountDto[];
}

export class DrawnFactsDto {
  @Shown('Working number of the file', 'CZAJ2026-0000001') caseNumber: string;
  @Shown('State of the case', 'assigned') state: string;
  @Shown('Lane', 'ordinary') lane: string;
  @Shown('Track', 'administrative') track: string;
  @Shown('Type of the right', 'trademark') rightType: string;
  @Shown('Whom it is against', '潮州市潮安区某不锈钢制品厂（测试）') targetName: string;
  @Shown('When it was opened, RFC 3339', INSTANT) openedAt: string;
  @Shown('When it was closed, RFC 3339', null, { nullable: true }) closedAt: string | null;
  @Shown('Earliest safe date of its clocks, RFC 3339', null, { nullable: true }) nextDue: string | null;
  @Shown('Whether that date had passed', false) overdue: boolean;
}

export class InspectedCaseDto {
  @Shown('Place in the draw, from 1', 1) seq: number;
  @Shown('Case', CASE_ID) caseId: string;
  @Shown('Agency that had it when it was drawn', 'chaoan-market-regulation') agency: string;
  @ApiProperty({ description: 'Facts when it was drawn', type: DrawnFactsDto, example: {} }) drawn: DrawnFactsDto;
}

export class InspectedProceedingDto {
  @Shown('Kind of proceeding', 'penalty') kind: string;
  @Shown('Number', 'CF2026-000001') number: string;
  @Shown('State', 'filed') state: string;
  @Shown('Agency that conducts it', 'chaoan-market-regulation') agency: string;
  @Shown('When it was opened, RFC 3339 UTC', INSTANT) openedAt: string;
  @Shown('When it ended, RFC 3339 UTC', null, { nullable: true }) endedAt: string | null;
}

export class InspectedEventDto {
  @Shown('When, RFC 3339 UTC', INSTANT) at: string;
  @Shown('Event', 'case.opened') event: string;
}

export class InspectedCaseNowDto extends InspectedCaseDto {
  @ApiProperty({ description: 'The same facts as they stand now', type: DrawnFactsDto, example: {} }) now: DrawnFactsDto;
  @Shown('Clocks of the case, its complaints, answers and proceedings', [], { type: [DeadlineDto] }) clocks: readonly DeadlineDto[];
  @Shown('Its proceedings', [], { type: [InspectedProceedingDto] }) proceedings: readonly InspectedProceedingDto[];
  @Shown('What happened in the case, without words; the latest 200', [], { type: [InspectedEventDto] }) events: readonly InspectedEventDto[];
}

export class InspectionFindingDto {
  @Shown('Finding id (UUIDv7)', '019aa1b2-0000-7000-8000-000000000071') id: string;
  @Shown('Inspection', ID) inspectionId: string;
  @ApiProperty({ description: 'State', enum: FINDING_STATES, example: 'raised' }) state: string;
  @Shown('Version; the ETag', 1) version: number;
  @Shown('Body that inspects', 'cz-npc-office') body: string;
  @Shown('Agency that answers', 'chaoan-market-regulation') agency: string;
  @Shown('Case of the set; null where it is of the cases of the agency as a whole', CASE_ID, { nullable: true }) caseId: string | null;
  @ApiProperty({ description: 'How grave', enum: SEVERITY_CODES, example: 'irregular' }) severity: string;
  @ApiProperty({ description: 'The same in the reader’s language', example: '不规范', type: String }) severityLabel: ShownText;
  @Shown('Article that it is measured by', '《市场监督管理行政处罚程序规定》第六十四条') article: string;
  @Shown('What was found', '立案后九十日内未作出处理决定') text: string;
  @Shown('When it was raised, RFC 3339 UTC', INSTANT) raisedAt: string;
  @Shown('Account that raised it', ACCOUNT) raisedBy: string;
  @Shown('Latest answer of the agency', null, { nullable: true }) answer: string | null;
  @Shown('When it was answered, RFC 3339 UTC', null, { nullable: true }) answeredAt: string | null;
  @Shown('Account that answered', null, { nullable: true }) answeredBy: string | null;
  @Shown('What the body said to the answer', null, { nullable: true }) reason: string | null;
  @Shown('When the body last decided on it, RFC 3339 UTC', null, { nullable: true }) decidedAt: string | null;
  @Shown('How often it was followed up', 0) followUps: number;
  @Shown('Safe date of its answer, RFC 3339 UTC', INSTANT, { nullable: true }) nextDue: string | null;
}

export class FindingWithClocksDto extends InspectionFindingDto {
  @Shown('Clocks of its answers. No text that was read sets their length: the body does', [], { type: [DeadlineDto] }) clocks: readonly DeadlineDto[];
}

export class InspectionRaisedDto extends DrawnInspectionDto {
  @Shown('Id of the finding', '019aa1b2-0000-7000-8000-000000000071') finding: string;
}

export class DrawnInspectionPage {
  @Shown('Newest first', [], { type: [DrawnInspectionDto] }) items: readonly DrawnInspectionDto[];
}

export class InspectedCasePage {
  @Shown('In the order of the draw', [], { type: [InspectedCaseDto] }) items: readonly InspectedCaseDto[];
}

export class InspectionFindingPage {
  @Shown('In the order in which they were raised', [], { type: [InspectionFindingDto] }) items: readonly InspectionFindingDto[];
}
