import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import type { Deadline } from '../../platform/clocks/deadline.entity.js';
import { showDeadline } from '../../platform/clocks/show-deadline.js';
import { PageQuery } from '../../platform/http/pagination.js';
import { DeadlineDto, type ShownText } from '../../platform/http/shared.dto.js';
import { TimelineEntryDto } from '../../platform/workflow/subject.queries.js';
import { IssuedDocumentDto } from '../documents/index.js';
import { LINK_KINDS, RAISED_BY, RECUSAL_DECISIONS, RECUSAL_GROUNDS } from './case.dto.js';
import type { CaseFile } from './case.entity.js';
import { CaseRowDto, type RankedCaseDto } from './case-list.dto.js';

const ID = '019aa1b2-0000-7000-8000-000000000000';
const INSTANT = '2026-11-22T09:10:00.000Z';
const DUE = '2026-12-11T15:59:59.999Z';

/** How a case stands after a command. */
export class MovedCaseDto extends CaseRowDto {
  @ApiProperty({ description: 'When it was closed, RFC 3339 UTC', example: null, nullable: true, type: String })
  closedAt: string | null;

  @ApiProperty({ description: 'Outcome', example: null, nullable: true, type: String })
  outcome: string | null;

  @ApiProperty({ description: 'Its own clocks that the command left open or touched', type: [DeadlineDto], example: [] })
  deadlines: DeadlineDto[];

  @ApiProperty({ description: 'Official document that the command issued', type: IssuedDocumentDto, nullable: true, example: null })
  document: IssuedDocumentDto | null;
}

export class CaseComplaintDto {
  @ApiProperty({ description: 'Complaint id (UUIDv7)', example: ID })
  id: string;

  @ApiProperty({ description: 'Receipt number', example: 'CZ202611220000001' })
  receiptNumber: string;

  @ApiProperty({ description: 'What it is in law', example: 'report' })
  classification: string;

  @ApiProperty({ description: 'State', example: 'in-case' })
  state: string;

  @ApiProperty({ description: 'Channel that it came over', example: 'hotline-12345' })
  channel: string;

  @ApiProperty({ description: 'System that sent it', example: 'GD12345' })
  sourceSystem: string;

  @ApiProperty({ description: 'Number in that system', example: 'CZ2026112200123' })
  externalNumber: string;

  @ApiProperty({ description: 'Earliest safe date of its open clocks, RFC 3339 UTC', example: DUE, nullable: true, type: String })
  nextDue: string | null;

  @ApiProperty({ description: 'When it was filed, RFC 3339 UTC', example: INSTANT })
  filedAt: string;
}

export class CaseReplyDto {
  @ApiProperty({ description: 'Reply id (UUIDv7)', example: ID })
  id: string;

  @ApiProperty({ description: 'Complaint under whose number the answer is owed', example: ID })
  complaintId: string;

  @ApiProperty({ description: 'State: owed or answered', example: 'owed' })
  state: string;

  @ApiProperty({ description: 'System that waits for the answer', example: 'GD12345' })
  sourceSystem: string;

  @ApiProperty({ description: 'Number in that system', example: 'CZ2026112200123' })
  externalNumber: string;

  @ApiProperty({ description: 'Agency that answers', example: 'chaoan-market-regulation' })
  agency: string;

  @ApiProperty({ description: 'Earliest safe date of its open clocks, RFC 3339 UTC', example: DUE, nullable: true, type: String })
  nextDue: string | null;

  @ApiProperty({ description: 'When it was answered, RFC 3339 UTC', example: null, nullable: true, type: String })
  answeredAt: string | null;
}

export class CaseProceedingDto {
  @ApiProperty({ description: 'Kind of proceeding; its own resource tells more', example: 'penalty' })
  subject: string;

  @ApiProperty({ description: 'Proceeding id (UUIDv7)', example: ID })
  id: string;

  @ApiProperty({ description: 'Proceeding that it belongs to', example: null, nullable: true, type: String })
  parentId: string | null;

  @ApiProperty({ description: 'Working number', example: 'CF2026-0000001' })
  number: string;

  @ApiProperty({ description: 'Variant of the procedure', example: 'ordinary' })
  kind: string;

  @ApiProperty({ description: 'State', example: 'investigating' })
  state: string;

  @ApiProperty({ description: 'Agency that conducts it', example: 'chaoan-market-regulation' })
  agency: string;

  @ApiProperty({ description: 'When it ended, RFC 3339 UTC', example: null, nullable: true, type: String })
  endedAt: string | null;

  @ApiProperty({ description: 'How it ended', example: null, nullable: true, type: String })
  outcome: string | null;

  @ApiProperty({ description: 'Earliest safe date of its open clocks, RFC 3339 UTC', example: DUE, nullable: true, type: String })
  nextDue: string | null;
}

export class CaseLinkDto {
  @ApiProperty({ description: 'The other case', example: ID })
  other: string;

  @ApiProperty({ description: 'Its working number', example: 'CZAJ2026-0000002' })
  caseNumber: string;

  @ApiProperty({ description: 'Its state', example: 'assigned' })
  state: string;

  @ApiProperty({ description: 'What they have in common', enum: LINK_KINDS, example: 'same-respondent' })
  kind: string;

  @ApiProperty({ description: 'Why they were linked', example: '同一当事人，商标不同' })
  reason: string;

  @ApiProperty({ description: 'When they were linked, RFC 3339 UTC', example: INSTANT })
  linkedAt: string;
}

export class CaseRecusalDto {
  @ApiProperty({ description: 'Officer whom it is about', example: ID })
  officer: string;

  @ApiProperty({ description: 'Who raised it', enum: RAISED_BY, example: 'party' })
  raisedBy: string;

  @ApiProperty({ description: 'Ground', enum: RECUSAL_GROUNDS, example: 'direct-interest' })
  ground: string;

  @ApiProperty({ description: 'Facts that it rests on', example: '该执法人员持有当事人股份' })
  reason: string;

  @ApiProperty({ description: 'Decision', enum: RECUSAL_DECISIONS, example: 'granted' })
  decision: string;

  @ApiProperty({ description: 'Account of who decided', example: ID })
  decidedBy: string;

  @ApiProperty({ description: 'When, RFC 3339 UTC', example: INSTANT })
  decidedAt: string;
}

export class InstrumentDto {
  @ApiProperty({ description: 'What it governs', example: 'complaints' })
  code: string;

  @ApiProperty({ description: 'Title in the reader’s language', example: '市场监督管理投诉举报处理办法（总局令第121号）', type: String })
  title: ShownText;

  @ApiProperty({ description: 'First day in force, YYYY-MM-DD, Asia/Shanghai', example: '2026-04-15' })
  effectiveFrom: string;

  @ApiProperty({ description: 'Last day in force, null while it is', example: null, nullable: true, type: String })
  effectiveTo: string | null;

  @ApiProperty({ description: 'Whether somebody read the source', enum: ['verified', 'unverified'], example: 'verified' })
  status: string;
}

export class CaseLawDto {
  @ApiProperty({ description: 'Version pinned at filing: day of the last change on or before the receipt, YYYY-MM-DD', example: '2026-06-01' })
  version: string;

  @ApiProperty({ description: 'Instruments in force on that day', type: [InstrumentDto], example: [] })
  instruments: InstrumentDto[];
}

export class CaseDto extends CaseRowDto {
  @ApiProperty({ description: 'What the complaint is in law that it was opened from', example: 'report' })
  classification: string;

  @ApiProperty({ description: 'Tracks that the rules allow', type: [String], example: ['administrative', 'mediation'] })
  tracks: string[];

  @ApiProperty({ description: 'Unified social credit code of the party', example: '91445103MA00TQT27J', nullable: true, type: String })
  targetUscc: string | null;

  @ApiProperty({ description: 'Complaint that it was opened from', example: ID })
  complaintId: string;

  @ApiProperty({ description: 'When it was closed, RFC 3339 UTC', example: null, nullable: true, type: String })
  closedAt: string | null;

  @ApiProperty({ description: 'Outcome', example: null, nullable: true, type: String })
  outcome: string | null;

  @ApiProperty({ description: 'Law that it falls under', type: CaseLawDto, example: { version: '2026-06-01', instruments: [] } })
  law: CaseLawDto;

  @ApiProperty({ description: 'Its complaints, of those that the reader sees', type: [CaseComplaintDto], example: [] })
  complaints: CaseComplaintDto[];

  @ApiProperty({ description: 'Answers owed or given under the numbers of these complaints', type: [CaseReplyDto], example: [] })
  replies: CaseReplyDto[];

  @ApiProperty({ description: 'Its passages on the tracks, in the order in which they were opened', type: [CaseProceedingDto], example: [] })
  proceedings: CaseProceedingDto[];

  @ApiProperty({ description: 'Cases linked with it, of those that the reader sees', type: [CaseLinkDto], example: [] })
  links: CaseLinkDto[];

  @ApiProperty({ description: 'Decisions on recusal', type: [CaseRecusalDto], example: [] })
  recusals: CaseRecusalDto[];

  @ApiProperty({ description: 'Its own clocks; /deadlines has those of its complaints and replies as well', type: [DeadlineDto], example: [] })
  deadlines: DeadlineDto[];
}

export class CaseDeadlineDto extends DeadlineDto {
  @ApiProperty({ description: 'Kind of subject that it runs on', enum: ['case', 'complaint', 'reply'], example: 'reply' })
  subjectType: string;

  @ApiProperty({ description: 'Subject that it runs on', example: ID })
  subjectId: string;
}

export class CaseDeadlines {
  @ApiProperty({ description: 'Clocks of the case, its complaints and replies, of those that the reader sees; open ones first, by safe date', type: [CaseDeadlineDto], example: [] })
  items: CaseDeadlineDto[];
}

export class CaseTimelineQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'complaints: with the histories of its complaints, of those that the reader sees, in order of time', enum: ['complaints'], example: 'complaints' })
  @IsOptional() @IsIn(['complaints'])
  with?: 'complaints';
}

export class CaseTimelineEntryDto extends TimelineEntryDto {
  @ApiProperty({ description: 'Kind of subject whose history it belongs to', enum: ['case', 'complaint'], example: 'case' })
  subjectType: string;

  @ApiProperty({ description: 'That subject', example: ID })
  subjectId: string;
}

export class CaseTimelinePage {
  @ApiProperty({ description: 'Oldest first; the next page is in the Link header', type: [CaseTimelineEntryDto], example: [] })
  items: CaseTimelineEntryDto[];
}

export class CaseNoteDto {
  @ApiProperty({ description: 'Note id (UUIDv7)', example: ID })
  id: string;

  @ApiProperty({ description: 'Text', example: '已电话联系当事人，约定周三现场检查' })
  text: string;

  @ApiProperty({ description: 'Account that wrote it', example: ID })
  writtenBy: string;

  @ApiProperty({ description: 'When, RFC 3339 UTC', example: INSTANT })
  writtenAt: string;
}

export class CaseNotePage {
  @ApiProperty({ description: 'Newest first; the next page is in the Link header', type: [CaseNoteDto], example: [] })
  items: CaseNoteDto[];
}

/** The columns of a list. */
export type CaseListRow = Pick<CaseFile, keyof CaseRowDto | 'rankAt' | 'agedAt'>;

/** Instants are RFC 3339 UTC. */
export function shownRow({ id, caseNumber, state, version, track, agency, region, rightType, rightNumber, targetName, assignee, lane, flags, nextDue, openedAt, team, escalatedAt, escalatedFor }: Pick<CaseFile, keyof CaseRowDto>): CaseRowDto {
  return { id, caseNumber, state, version, track, agency, region, rightType, rightNumber, targetName, assignee, lane, flags, nextDue: shownInstant(nextDue), openedAt: openedAt.toISOString(), team, escalatedAt: shownInstant(escalatedAt), escalatedFor: escalatedAt === null ? null : escalatedFor };
}

/** Only open cases are ranked. */
export function rankedRow(row: CaseListRow): RankedCaseDto {
  const { nextDue, agedAt, rankAt } = row;
  return { ...shownRow(row), rankAt: (rankAt ?? agedAt).toISOString(), agedAt: agedAt.toISOString(), rankedBy: nextDue !== null && nextDue <= agedAt ? 'due' : 'waited' };
}

export function movedCase(row: CaseFile, deadlines: readonly Deadline[], document: IssuedDocumentDto | null = null): MovedCaseDto {
  return { ...shownRow(row), closedAt: shownInstant(row.closedAt), outcome: row.outcome, deadlines: deadlines.map(showDeadline), document };
}

export function shownInstant(instant: Date | null): string | null {
  return instant?.toISOString() ?? null;
}
