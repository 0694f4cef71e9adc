import { ApiProperty } from '@nestjs/swagger';
import { showDeadline } from '../../platform/clocks/show-deadline.js';
import type { Acting } from '../../platform/http/acting.js';
import { BasisDto } from '../../platform/http/shared.dto.js';
import { ProceedingWithClocksDto, shownProceeding, type Found } from '../proceedings/index.js';
import { ID } from './adjudication-request.dto.js';
import type { Adjudication, AdjudicationAct } from './adjudication.entity.js';

const INSTANT = '2026-11-22T09:10:00.000Z';

export class AdjudicationPartyDto {
  @ApiProperty({ description: 'Id of the entry in the case', example: ID })
  party: string;

  @ApiProperty({ description: 'Side', enum: ['requester', 'respondent', 'third-party'], example: 'respondent' })
  side: string;

  @ApiProperty({ description: 'Without a fixed domicile in the country', example: false })
  abroad: boolean;

  @ApiProperty({ description: 'When the request was served, RFC 3339 UTC', example: INSTANT, nullable: true, type: String })
  requestServedAt: string | null;

  @ApiProperty({ description: 'When the answer was received, RFC 3339 UTC', example: null, nullable: true, type: String })
  answeredAt: string | null;

  @ApiProperty({ description: 'When the period for evidence was told, RFC 3339 UTC', example: INSTANT, nullable: true, type: String })
  evidenceServedAt: string | null;

  @ApiProperty({ description: 'When the hearing was told, RFC 3339 UTC', example: null, nullable: true, type: String })
  hearingServedAt: string | null;

  @ApiProperty({ description: 'When the decision was served, RFC 3339 UTC', example: null, nullable: true, type: String })
  decisionServedAt: string | null;
}

/** A patent adjudication as it stands. */
export class AdjudicationDto extends ProceedingWithClocksDto {
  @ApiProperty({ description: 'When the request was received, RFC 3339 UTC', example: INSTANT })
  receivedAt: string;

  @ApiProperty({ description: 'Agency that does the work under a delegation, in the name of `agency` (第八条第三款)', example: null, nullable: true, type: String })
  delegate: string | null;

  @ApiProperty({ description: 'Patent number, normalised', example: '202630000001.X', nullable: true, type: String })
  patentNumber: string | null;

  @ApiProperty({ description: 'Type of patent', enum: ['invention', 'utility-model', 'design'], example: 'design', nullable: true, type: String })
  patentType: string | null;

  @ApiProperty({ description: 'Claims relied upon; those that stand after an invalidation in part', type: [Number], example: [] })
  claims: readonly number[];

  @ApiProperty({ description: 'Evaluation report: not-asked, clean, defects or not-provided', example: 'clean', nullable: true, type: String })
  evaluation: string | null;

  @ApiProperty({ description: 'Who asks', example: 'patentee', nullable: true, type: String })
  requesterKind: string | null;

  @ApiProperty({ description: 'Parties, and when each was served what', type: [AdjudicationPartyDto], example: [] })
  parties: readonly AdjudicationPartyDto[];

  @ApiProperty({ description: 'When the one notice to correct was given, RFC 3339 UTC', example: null, nullable: true, type: String })
  correctedAt: string | null;

  @ApiProperty({ description: 'When it was filed, RFC 3339 UTC', example: INSTANT, nullable: true, type: String })
  filedAt: string | null;

  @ApiProperty({ description: 'Calendar days set or agreed for evidence', example: 15, nullable: true, type: Number })
  evidenceDays: number | null;

  @ApiProperty({ description: 'Registration of evidence that waits for its decision: id of the act', example: null, nullable: true, type: String })
  registration: string | null;

  @ApiProperty({ description: 'Accepted request for invalidation: number, acceptance, who asked, exception of 第二十九条, result', example: null, nullable: true, type: Object })
  invalidity: object | null;

  @ApiProperty({ description: 'Ground of the last suspension (第二十八条)', example: null, nullable: true, type: String })
  standstill: string | null;

  @ApiProperty({ description: 'Oral hearing: time, place, online, open, when held, who was absent', example: null, nullable: true, type: Object })
  hearing: object | null;

  @ApiProperty({ description: 'Last deliberation with its votes; shown to the agency that decides, to nobody else', example: null, nullable: true, type: Object })
  deliberation: object | null;

  @ApiProperty({ description: 'Decision: finding, acts to stop by type, object and scope, measures, last day, whether on an earlier finding', example: null, nullable: true, type: Object })
  decision: object | null;

  @ApiProperty({ description: 'When it was performed, RFC 3339 UTC', example: null, nullable: true, type: String })
  performedAt: string | null;

  @ApiProperty({ description: 'Suit against the decision: plaintiff, court, number, result', example: null, nullable: true, type: Object })
  litigation: object | null;
}

export class AdjudicationActDto {
  @ApiProperty({ description: 'Act id (UUIDv7)', example: ID })
  id: string;

  @ApiProperty({ description: 'Command that recorded it', example: 'record-sampling' })
  kind: string;

  @ApiProperty({ description: 'When it happened, RFC 3339 UTC', example: INSTANT })
  occurredAt: string;

  @ApiProperty({ description: 'What was recorded, as sent with the command', example: { place: '潮安区彩塘镇测试街2号' } })
  content: object;

  @ApiProperty({ description: 'Account that recorded it', example: ID })
  recordedBy: string;
}

export class AdjudicationActs {
  @ApiProperty({ description: 'In the order in which they were recorded', type: [AdjudicationActDto], example: [] })
  items: AdjudicationActDto[];
}

export class RequirementDto {
  @ApiProperty({ description: 'Code, as commands take it', example: 'patent-register' })
  code: string;

  @ApiProperty({ description: 'Text in both languages', example: { zh: '专利登记簿副本', en: 'Copy of the patent register' } })
  label: object;

  @ApiProperty({ description: 'Article', type: BasisDto, example: { source: '专利纠纷行政裁决和调解办法（国家知识产权局令第81号）', article: '第十四条第一款第二项', status: 'verified' } })
  basis: BasisDto;
}

export class AdjudicationRequirements {
  @ApiProperty({ description: 'Conditions of a request: all of them', type: [RequirementDto], example: [] })
  conditions: readonly object[];

  @ApiProperty({ description: 'Materials of a request', type: [RequirementDto], example: [] })
  materials: readonly object[];

  @ApiProperty({ description: 'Grounds not to file', type: [RequirementDto], example: [] })
  nonFiling: readonly object[];

  @ApiProperty({ description: 'Grounds that suspend it', type: [RequirementDto], example: [] })
  suspension: readonly object[];

  @ApiProperty({ description: 'Exceptions under which an accepted request for invalidation does not suspend it', type: [RequirementDto], example: [] })
  exceptions: readonly object[];

  @ApiProperty({ description: 'Grounds to withdraw a filed case', type: [RequirementDto], example: [] })
  dismissal: readonly object[];

  @ApiProperty({ description: 'Acts that may be ordered to stop', type: [RequirementDto], example: [] })
  acts: readonly object[];
}

/** Votes are for those who decide. */
export function shownAdjudication({ claims: { agencies } }: Acting, { row, deadlines }: Found<Adjudication>): AdjudicationDto {
  const { receivedAt, delegate, patentNumber, patentType, claims, evaluation, requesterKind, parties, correctedAt, filedAt, evidenceDays, registration, invalidity, standstill, hearing, deliberation, decision, performedAt, litigation } = row;
  const own = agencies.includes(row.agency) || (delegate !== null && agencies.includes(delegate));
  return {
    ...shownProceeding('adjudication', row), deadlines: deadlines.map(showDeadline), receivedAt: receivedAt.toISOString(), delegate, patentNumber, patentType, claims, evaluation, requesterKind, parties, correctedAt: iso(correctedAt), filedAt: iso(filedAt),
    evidenceDays, registration, invalidity, standstill, hearing, deliberation: own ? deliberation : null, decision, performedAt: iso(performedAt), litigation,
  };
}

export function shownAct({ id, kind, occurredAt, content, recordedBy }: AdjudicationAct): AdjudicationActDto {
  return { id, kind, occurredAt: occurredAt.toISOString(), content, recordedBy };
}

function iso(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}
