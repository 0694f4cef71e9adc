import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('registry_entry', { comment: 'Who stands on a list: each row is a version, with the time for which it is in force and the time for which it was known. A row is never changed but for the end of what was known' })
@Index('registry_entry_uscc', ['uscc', 'knownFrom'])
@Index('registry_entry_listing', ['listingId', 'knownFrom'])
export class RegistryEntry {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'registry_entry_pk', comment: 'UUIDv7' })
  id: string;

  @Column('text', { comment: 'Code of the list' })
  list: string;

  @Column('uuid', { comment: 'Listing that it comes from' })
  listingId: string;

  @Column('uuid', { comment: 'Decision that put it there; the database refuses a row whose decision was not served' })
  decisionId: string;

  @Column('text', { nullable: true, comment: 'Number of the decision' })
  decisionNumber: string | null;

  @Column('text', { comment: 'Agency that decided' })
  agency: string;

  @Column('text', { comment: 'Unified social credit code' })
  uscc: string;

  @Column('text', { comment: 'Name of the firm' })
  name: string;

  @Column('text', { comment: 'Ground, a code' })
  ground: string;

  @Column('timestamp with time zone', { comment: 'In force from' })
  validFrom: Date;

  @Column('timestamp with time zone', { nullable: true, comment: 'In force until, excluded; null while no end is known. Equal to the beginning where the entry was void' })
  validUntil: Date | null;

  @Column('timestamp with time zone', { comment: 'Known from' })
  knownFrom: Date;

  @Column('timestamp with time zone', { nullable: true, comment: 'Known until, excluded; null for the version that counts' })
  knownUntil: Date | null;

  @Column('text', { nullable: true, comment: 'Why it ended, a code' })
  reason: string | null;
}
