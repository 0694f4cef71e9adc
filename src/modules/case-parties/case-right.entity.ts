import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('case_right', { comment: 'Right that a case relies upon' })
@Index('case_right_live', ['caseId', 'rightId'], { unique: true, where: '(removed_at IS NULL)' })
@Index('case_right_right', ['rightId', 'caseId'])
export class CaseRight {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'case_right_pk', comment: 'UUIDv7, or derived from the event that brought it' })
  id: string;

  @Column('uuid', { comment: 'Case' })
  caseId: string;

  @Column('uuid', { comment: 'Right of the register' })
  rightId: string;

  @Column('text', { nullable: true, comment: 'What of it is relied upon: claims of a patent, goods of a mark' })
  reliedUpon: string | null;

  @Column('jsonb', { nullable: true, comment: 'Licence that the one who asks claims to have; kept with the case, because the register would tell who asks' })
  claimedLicence: object | null;

  @Column('timestamp with time zone', { comment: 'When it was added' })
  addedAt: Date;

  @Column('text', { comment: 'Who added it' })
  addedBy: string;

  @Column('text', { comment: 'officer or complaint: entered by hand, or taken over from the complaint' })
  source: string;

  @Column('timestamp with time zone', { nullable: true, comment: 'When it was removed' })
  removedAt: Date | null;

  @Column('text', { nullable: true, comment: 'Who removed it' })
  removedBy: string | null;

  @Column('text', { nullable: true, comment: 'Why it was removed' })
  removedReason: string | null;
}
