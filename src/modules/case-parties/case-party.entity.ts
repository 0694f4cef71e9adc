import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

export interface PowerOfAttorney {
  readonly matters: string;
  readonly scope: string;
  /** Last day, YYYY-MM-DD; null where the paper names none. */
  readonly validUntil: string | null;
  readonly signed: boolean;
}

@Entity('case_party', { comment: 'Who takes part in a case, and as what. A row is never taken away: removal is marked, and can be undone' })
@Index('case_party_case', ['caseId', 'id'])
@Index('case_party_organisation', ['organisationId', 'caseId'], { where: '(organisation_id IS NOT NULL)' })
@Index('case_party_person', ['personId'], { where: '(person_id IS NOT NULL)' })
@Check('case_party_who', "num_nonnulls(organisation_id, person_id) = CASE WHEN role = 'witness' THEN 0 ELSE 1 END")
export class CaseParty {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'case_party_pk', comment: 'UUIDv7, or derived from the event that brought it; the identity of a person is sealed under it' })
  id: string;

  @Column('uuid', { comment: 'Case' })
  caseId: string;

  @Column('text', { comment: 'complainant-right-holder, respondent, agent, platform, third-party or witness' })
  role: string;

  @Column('uuid', { nullable: true, comment: 'Organisation of the register' })
  organisationId: string | null;

  @Column('uuid', { nullable: true, comment: 'Natural person; who it is stands in the vault' })
  personId: string | null;

  @Column('uuid', { nullable: true, comment: 'Party of the same case that an agent acts for' })
  represents: string | null;

  @Column('jsonb', { nullable: true, comment: 'Power of attorney: matters, scope, last day, whether signed' })
  powerOfAttorney: PowerOfAttorney | null;

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
