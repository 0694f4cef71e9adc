import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { ProceedingColumns } from '../proceedings/index.js';
import type { DecisionMade, Deliberation, Hearing, Invalidity, Litigation, PartyAt } from './domain/adjudication.rules.js';

@Entity('adjudication', { comment: 'Patent infringement decided between two parties' })
@Index('adjudication_number', ['number'], { unique: true })
@Index('adjudication_case', ['caseId', 'id'])
@Index('adjudication_newest', ['agency', 'id', 'state'])
@Index('adjudication_patent', ['patentNumber'], { where: '(patent_number IS NOT NULL)' })
export class Adjudication extends ProceedingColumns {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'adjudication_pk', comment: 'UUIDv7' })
  declare id: string;

  @Column('timestamp with time zone', { comment: 'When the request was received' })
  receivedAt: Date;

  @Column('text', { nullable: true, comment: 'Agency that does the work under a delegation, in the name of the agency' })
  delegate: string | null;

  @Column('text', { nullable: true, comment: 'Patent number, normalised' })
  patentNumber: string | null;

  @Column('text', { nullable: true, comment: 'invention, utility-model or design' })
  patentType: string | null;

  @Column('integer', { array: true, comment: 'Claims relied upon; those that stand after an invalidation in part' })
  claims: number[];

  @Column('text', { nullable: true, comment: 'Evaluation report: not-asked, clean, defects or not-provided' })
  evaluation: string | null;

  @Column('text', { nullable: true, comment: 'Who asks: patentee, heir, or a licensee by kind of licence' })
  requesterKind: string | null;

  @Column('jsonb', { comment: 'Parties of the proceeding by case-party id: side, abroad, and when each was served what' })
  parties: readonly PartyAt[];

  @Column('timestamp with time zone', { nullable: true, comment: 'When the one notice to correct was given' })
  correctedAt: Date | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When it was filed' })
  filedAt: Date | null;

  @Column('integer', { nullable: true, comment: 'Days set or agreed for evidence' })
  evidenceDays: number | null;

  @Column('uuid', { nullable: true, comment: 'Registration of evidence that waits for its decision' })
  registration: string | null;

  @Column('jsonb', { nullable: true, comment: 'Accepted request to declare the patent invalid, exception found, and result' })
  invalidity: Invalidity | null;

  @Column('text', { nullable: true, comment: 'Ground of the last suspension' })
  standstill: string | null;

  @Column('jsonb', { nullable: true, comment: 'Oral hearing: time, place, online, open, when held, who was absent' })
  hearing: Hearing | null;

  @Column('jsonb', { nullable: true, comment: 'Last deliberation of the panel: finding and votes' })
  deliberation: Deliberation | null;

  @Column('jsonb', { nullable: true, comment: 'Decision: finding, acts to stop, measures, last day' })
  decision: DecisionMade | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When it was performed' })
  performedAt: Date | null;

  @Column('jsonb', { nullable: true, comment: 'Suit against the decision, and its result' })
  litigation: Litigation | null;
}

@Entity('adjudication_act', { comment: 'What was done and recorded in a patent adjudication. Rows are never changed' })
@Index('adjudication_act_adjudication', ['adjudicationId', 'id'])
export class AdjudicationAct {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'adjudication_act_pk', comment: 'UUIDv7' })
  id: string;

  @Column('uuid', { comment: 'Adjudication' })
  adjudicationId: string;

  @Column('uuid', { comment: 'Case' })
  caseId: string;

  @Column('text', { comment: 'Command that recorded it' })
  kind: string;

  @Column('timestamp with time zone', { comment: 'When it happened' })
  occurredAt: Date;

  @Column('jsonb', { comment: 'What was recorded, without reporters; natural persons by case-party id' })
  content: object;

  @Column('text', { comment: 'Account that recorded it' })
  recordedBy: string;

  @Column('timestamp with time zone', { comment: 'When it was recorded' })
  recordedAt: Date;
}
