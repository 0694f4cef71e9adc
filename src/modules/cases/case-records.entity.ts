import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('case_recusal', { comment: 'Decisions on whether somebody keeps out of a case (令2 第四条、行政处罚法第四十三条). Rows are added and never changed' })
@Index('case_recusal_granted', ['caseId', 'officer'], { unique: true, where: "(decision = 'granted'::text)" })
@Index('case_recusal_case', ['caseId', 'id'])
export class CaseRecusal {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'case_recusal_pk', comment: 'UUIDv7' })
  id: string;

  @Column('uuid', { comment: 'Case' })
  caseId: string;

  @Column('text', { comment: 'Account of the officer whom it is about' })
  officer: string;

  @Column('text', { comment: 'Who raised it: officer, party or agency' })
  raisedBy: string;

  @Column('text', { comment: 'Ground: direct-interest or other-relation' })
  ground: string;

  @Column('text', { comment: 'Facts that it rests on, with known personal data of reporters replaced' })
  reason: string;

  @Column('text', { comment: 'granted: the officer keeps out for good; refused: stays' })
  decision: string;

  @Column('text', { comment: 'Account of who decided' })
  decidedBy: string;

  @Column('timestamp with time zone', { comment: 'When it was decided' })
  decidedAt: Date;
}

@Entity('case_link', { comment: 'Cases that have to do with each other, the smaller id first. Undone links stay, with their end' })
@Index('case_link_live', ['caseId', 'otherId', 'kind'], { unique: true, where: '(unlinked_at IS NULL)' })
@Index('case_link_other', ['otherId'])
export class CaseLink {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'case_link_pk', comment: 'UUIDv7' })
  id: string;

  @Column('uuid', { comment: 'Case with the smaller id' })
  caseId: string;

  @Column('uuid', { comment: 'Case with the greater id' })
  otherId: string;

  @Column('text', { comment: 'Kind: related, same-respondent, same-right or parallel-track' })
  kind: string;

  @Column('text', { comment: 'Why they were linked' })
  reason: string;

  @Column('text', { comment: 'Account that linked them' })
  linkedBy: string;

  @Column('timestamp with time zone', { comment: 'When they were linked' })
  linkedAt: Date;

  @Column('text', { nullable: true, comment: 'Account that undid it' })
  unlinkedBy: string | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When it was undone' })
  unlinkedAt: Date | null;
}

@Entity('case_note', { comment: 'Notes on a case file, visible like the case. Rows are added and never changed' })
@Index('case_note_case', ['caseId', 'id'])
export class CaseNote {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'case_note_pk', comment: 'UUIDv7' })
  id: string;

  @Column('uuid', { comment: 'Case' })
  caseId: string;

  @Column('text', { comment: 'Text, with known personal data of reporters replaced' })
  text: string;

  @Column('text', { comment: 'Account that wrote it' })
  writtenBy: string;

  @Column('timestamp with time zone', { comment: 'When it was written' })
  writtenAt: Date;
}
