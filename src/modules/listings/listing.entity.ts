import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export interface Statement {
  readonly at: string;
  readonly content: string;
  readonly hearingRequested: boolean;
}

@Entity('listing', { comment: 'Listings for serious dishonesty, each from its proposal to the archive. It outlives its case by years (总局令第44号)' })
@Index('listing_case', ['caseId', 'id'])
@Index('listing_proceeding', ['proceedingId', 'partyId'])
@Index('listing_newest', ['agency', 'id', 'state'])
@Index('listing_consent', ['consentAgency', 'id'], { where: '(consent_agency IS NOT NULL)' })
export class Listing {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'listing_pk', comment: 'UUIDv7' })
  id: string;

  @Column('text', { comment: 'State of its lifecycle' })
  state: string;

  @Column('integer', { comment: 'Counts the changes; the ETag' })
  version: number;

  @Column('text', { comment: 'Agency that decides' })
  agency: string;

  @Column('text', { comment: 'Region code' })
  region: string;

  @Column('text', { nullable: true, comment: 'Agency above, which consents; null where it is outside of the system' })
  consentAgency: string | null;

  @Column('uuid', { comment: 'Case' })
  caseId: string;

  @Column('uuid', { comment: 'Penalty or adjudication on whose decision it rests' })
  proceedingId: string;

  @Column('text', { comment: 'Kind of that proceeding' })
  proceedingKind: string;

  @Column('text', { comment: 'Ground, a code' })
  ground: string;

  @Column('boolean', { comment: 'Decided alone once its base was served (第十一条), not together with it' })
  alone: boolean;

  @Column('uuid', { comment: 'Entry of the party in the case' })
  partyId: string;

  @Column('text', { comment: 'Name of the firm' })
  partyName: string;

  @Column('text', { comment: 'Unified social credit code' })
  uscc: string;

  @Column('boolean', { comment: 'Registered in another province' })
  outsideProvince: boolean;

  @Column('text', { comment: 'Facts and factors of article 12, in words' })
  facts: string;

  @Column('jsonb', { comment: 'What the party stated' })
  statements: readonly Statement[];

  @Column('boolean', { comment: 'A hearing was asked for' })
  hearingRequested: boolean;

  @Column('timestamp with time zone', { nullable: true, comment: 'When the hearing was held' })
  heardAt: Date | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When the superior consented' })
  consentedAt: Date | null;

  @Column('text', { nullable: true, comment: 'Number of the letter of consent' })
  consentLetter: string | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When the decision was served' })
  servedAt: Date | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When it was published' })
  publishedAt: Date | null;

  @Column('text', { nullable: true, comment: 'Where it was published' })
  channel: string | null;

  @Column('text', { nullable: true, comment: 'Last day of a measure with a longer term, YYYY-MM-DD, Asia/Shanghai' })
  measuresUntil: string | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When it was last challenged' })
  challengedAt: Date | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When it was last upheld' })
  upheldAt: Date | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When it was removed or cancelled' })
  endedAt: Date | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When it was put back, because its repair had been got by fraud: it is not removed early any more' })
  restoredAt: Date | null;

  @Column('text', { nullable: true, comment: 'Why it ended or was dropped, in words' })
  reason: string | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'Earliest safe date of its open clocks' })
  nextDue: Date | null;
}
