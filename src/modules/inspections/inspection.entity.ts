import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Severity } from './domain/inspection.guards.js';

@Entity('inspection', { comment: 'Inspections (执法检查) by oversight bodies and the city bureau (潮办发〔2021〕2号第6项)' })
@Index('inspection_newest', ['id', 'state'])
export class Inspection {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'inspection_pk', comment: 'UUIDv7' })
  id: string;

  @Column('text', { comment: 'State of its lifecycle' })
  state: string;

  @Column('integer', { comment: 'Counts the changes; the ETag' })
  version: number;

  @Column('text', { comment: 'Body that inspects' })
  agency: string;

  @Column('text', { comment: 'Title' })
  title: string;

  @Column('text', { nullable: true, comment: 'Letter or plan that it rests on, by its number' })
  letter: string | null;

  @Column('jsonb', { comment: 'Criteria by which the cases were drawn' })
  criteria: unknown;

  @Column('text', { array: true, comment: 'Agencies whose cases were drawn' })
  agencies: string[];

  @Column('integer', { comment: 'How many cases were drawn' })
  cases: number;

  @Column('boolean', { comment: 'Whether more met the criteria than were drawn' })
  more: boolean;

  @Column('timestamp with time zone', { comment: 'When they were drawn' })
  drawnAt: Date;

  @Column('text', { comment: 'Account that drew them' })
  drawnBy: string;

  @Column('text', { nullable: true, comment: 'What it found as a whole, or why it was called off' })
  summary: string | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When it was closed or called off' })
  endedAt: Date | null;
}

@Entity('inspection_case', { comment: 'Cases of inspections as they were drawn: never changed. Nothing in them tells who reported' })
@Unique('inspection_case_once', ['inspectionId', 'caseId'])
export class InspectionCase {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'inspection_case_pk', comment: 'Inspection' })
  inspectionId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'inspection_case_pk', comment: 'Place in the draw, from 1' })
  seq: number;

  @Column('uuid', { comment: 'Case' })
  caseId: string;

  @Column('text', { comment: 'Body that inspects' })
  body: string;

  @Column('text', { comment: 'Agency that had the case when it was drawn' })
  agency: string;

  @Column('jsonb', { comment: 'Facts of the case when it was drawn' })
  facts: unknown;
}

@Entity('inspection_finding', { comment: 'Findings of inspections, of one case or of the cases of an agency, with the answer of the agency' })
@Index('inspection_finding_inspection', ['inspectionId', 'id', 'agency', 'state'])
export class InspectionFinding {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'inspection_finding_pk', comment: 'UUIDv7' })
  id: string;

  @Column('uuid', { comment: 'Inspection' })
  inspectionId: string;

  @Column('text', { comment: 'State of its lifecycle' })
  state: string;

  @Column('integer', { comment: 'Counts the changes; the ETag' })
  version: number;

  @Column('text', { comment: 'Body that inspects' })
  body: string;

  @Column('text', { comment: 'Agency that answers' })
  agency: string;

  @Column('uuid', { nullable: true, comment: 'Case of the set; null where it is of the cases of the agency as a whole' })
  caseId: string | null;

  @Column('text', { comment: 'How grave: code of inspections.data.ts' })
  severity: Severity;

  @Column('text', { comment: 'Article that it is measured by' })
  article: string;

  @Column('text', { comment: 'What was found; known personal data of reporters are replaced' })
  text: string;

  @Column('timestamp with time zone', { comment: 'When it was raised' })
  raisedAt: Date;

  @Column('text', { comment: 'Account that raised it' })
  raisedBy: string;

  @Column('text', { nullable: true, comment: 'Latest answer of the agency; earlier ones stand in the ledger' })
  answer: string | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When it was answered' })
  answeredAt: Date | null;

  @Column('text', { nullable: true, comment: 'Account that answered' })
  answeredBy: string | null;

  @Column('text', { nullable: true, comment: 'Why it was followed up or withdrawn, or what was said when the answer was accepted' })
  reason: string | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When the body last decided on it' })
  decidedAt: Date | null;

  @Column('integer', { comment: 'How often it was followed up' })
  followUps: number;

  @Column('timestamp with time zone', { nullable: true, comment: 'Safe date of its answer' })
  nextDue: Date | null;
}
