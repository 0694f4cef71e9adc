import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { PathWarning } from './domain/organisation.rules.js';

/** A name that was given up; days are null where nobody knows them. */
export interface FormerName {
  readonly name: string;
  readonly from: string | null;
  /** First day of the name that followed. */
  readonly until: string | null;
}

export interface Shop {
  readonly platform: string;
  readonly shopId: string;
  readonly name?: string;
}

@Entity('organisation', { comment: 'Register of organisations shared by all cases: legal persons, other organisations and individual businesses. No natural persons' })
@Unique('organisation_uscc_key', ['uscc'])
@Index('organisation_name_key', ['nameKey'], { unique: true, where: '(uscc IS NULL)' })
@Index('organisation_name', ['nameKey'], { where: '(name_key IS NOT NULL)' })
@Index('organisation_merged_into', ['mergedInto'], { where: '(merged_into IS NOT NULL)' })
// Inverted, over trigrams: see the migration.
@Index('organisation_search', { synchronize: false })
export class Organisation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'organisation_pk', comment: 'UUIDv7, or derived from the event that brought it' })
  id: string;

  @Column('text', { comment: 'State of the organisation lifecycle' })
  state: string;

  @Column('integer', { comment: 'Counts the changes; the ETag, and the version in register_version' })
  version: number;

  @Column('text', { nullable: true, comment: 'Unified social credit code, normalised; null where it is not known' })
  uscc: string | null;

  @Column('text', { nullable: true, comment: 'Name and address in normal form: the natural key of an organisation without a code. Null without an address' })
  nameKey: string | null;

  @Column('text', { comment: 'Name now' })
  name: string;

  @Column('jsonb', { comment: 'Names given up, each with its days, oldest first' })
  formerNames: FormerName[];

  @Column('text', { comment: 'Every name that it has borne, for search' })
  searchNames: string;

  @Column('text', { nullable: true, comment: 'Address of its seat or place of business' })
  address: string | null;

  @Column('text', { nullable: true, comment: 'Region of its seat: GB/T 2260 code, or CZ-FENGXI' })
  region: string | null;

  @Column('jsonb', { comment: 'Its shops on platforms: platform, shop id, name' })
  shops: Shop[];

  @Column('jsonb', { comment: 'What somebody should look at, such as a check digit' })
  warnings: PathWarning[];

  @Column('uuid', { nullable: true, comment: 'Organisation with a code that this entry turned out to be; null unless merged' })
  mergedInto: string | null;

  @Column('timestamp with time zone', { comment: 'When it was entered' })
  createdAt: Date;
}
