import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export const RECORD_KINDS = ['inspection', 'inquiry', 'evidence', 'investigation-report', 'review', 'defence', 'hearing-minutes', 'hearing-report', 'discussion', 'disposal'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

@Entity('penalty_record', { comment: 'Acts of a penalty procedure that are put on record (第七十九条): inspection, inquiry, evidence, reports, hearing, discussion, disposal. Rows are added and never changed' })
@Index('penalty_record_penalty', ['penaltyId', 'id'])
export class PenaltyRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'penalty_record_pk', comment: 'UUIDv7' })
  id: string;

  @Column('uuid', { comment: 'Penalty procedure' })
  penaltyId: string;

  @Column('uuid', { comment: 'Case' })
  caseId: string;

  @Column('text', { comment: 'Kind of act' })
  kind: string;

  @Column('timestamp with time zone', { comment: 'When it was done, or began' })
  at: Date;

  @Column('timestamp with time zone', { nullable: true, comment: 'When it ended' })
  until: Date | null;

  @Column('text', { nullable: true, comment: 'Place' })
  place: string | null;

  @Column('jsonb', { comment: 'Who acted: account, part, number of the credential' })
  people: readonly { readonly account: string; readonly role: string; readonly credential?: string }[];

  @Column('text', { nullable: true, comment: 'Kind of evidence, one of eight (行政处罚法第四十六条)' })
  evidence: string | null;

  @Column('uuid', { nullable: true, comment: 'Party of the case that it concerns: who was asked, or gave the evidence' })
  party: string | null;

  @Column('text', { comment: 'What was found, said or decided; known personal data of reporters are replaced' })
  content: string;

  @Column('jsonb', { comment: 'What only this kind of act has' })
  details: Readonly<Record<string, unknown>>;

  @Column('text', { comment: 'Account that wrote it down' })
  writtenBy: string;

  @Column('timestamp with time zone', { comment: 'When it was written down' })
  writtenAt: Date;
}
