import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('recusal_request', { comment: 'Whether somebody has to keep out of a proceeding: asked for, and decided' })
@Index('recusal_request_case', ['caseId', 'id'])
@Index('recusal_request_proceeding', ['proceedingId', 'id'])
export class RecusalRequest {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'recusal_request_pk', comment: 'UUIDv7' })
  id: string;

  @Column('uuid', { comment: 'Case' })
  caseId: string;

  @Column('text', { comment: 'Kind of proceeding' })
  subject: string;

  @Column('uuid', { comment: 'Proceeding' })
  proceedingId: string;

  @Column('text', { comment: 'Account that is to keep out' })
  member: string;

  @Column('text', { comment: 'Who raised it: party, member or agency' })
  raisedBy: string;

  @Column('text', { comment: 'Ground' })
  ground: string;

  @Column('text', { comment: 'Reason in words, without reporters' })
  reason: string;

  @Column('text', { comment: 'Account that recorded it' })
  requestedBy: string;

  @Column('timestamp with time zone', { comment: 'When it was asked for' })
  requestedAt: Date;

  @Column('text', { nullable: true, comment: 'granted or rejected; null: undecided' })
  decision: string | null;

  @Column('text', { nullable: true, comment: 'Account that decided' })
  decidedBy: string | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When it was decided' })
  decidedAt: Date | null;
}
