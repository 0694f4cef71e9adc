import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('track_fact', { comment: 'Facts about how right holders used their rights, from cases in which they were openly a party. Nothing in them tells who reported' })
@Index('track_fact_organisation', ['organisationId', 'id'])
@Index('track_fact_source', ['sourceId', 'kind', 'organisationId'], { unique: true, where: '(source_id IS NOT NULL)' })
export class TrackFact {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'track_fact_pk', comment: 'UUIDv7, or derived from the event that brought it' })
  id: string;

  @Column('text', { comment: 'State of its lifecycle' })
  state: string;

  @Column('integer', { comment: 'Counts the changes; the ETag' })
  version: number;

  @Column('text', { comment: 'Agency that recorded it' })
  agency: string;

  @Column('uuid', { comment: 'Right holder, in the register of organisations' })
  organisationId: string;

  @Column('text', { comment: 'Code of what happened' })
  kind: string;

  @Column('text', { comment: 'Day on which it happened, YYYY-MM-DD, Asia/Shanghai' })
  occurredOn: string;

  @Column('uuid', { comment: 'Case that it comes from' })
  caseId: string;

  @Column('uuid', { nullable: true, comment: 'Decision or takedown that it comes from; null where it was entered by hand' })
  sourceId: string | null;

  @Column('text', { nullable: true, comment: 'What happened, in words, without personal data of reporters' })
  note: string | null;

  @Column('text', { comment: 'Account that recorded it, or system:…' })
  recordedBy: string;

  @Column('timestamp with time zone', { comment: 'When it was recorded' })
  recordedAt: Date;

  @Column('text', { nullable: true, comment: 'Account that asked to strike it out' })
  strikeAskedBy: string | null;

  @Column('text', { nullable: true, comment: 'Why it is to be struck out, or why it is kept' })
  reason: string | null;

  @Column('text', { nullable: true, comment: 'Account that struck it out' })
  struckBy: string | null;
}
