import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('registry_change', { comment: 'What the register tells subscribers, in the order of commits. The database numbers it, without gaps, and derives what it says from the entry' })
@Index('registry_change_entry', ['entryId'], { unique: true, where: '(entry_id IS NOT NULL)' })
@Index('registry_change_effects', ['list', 'number'], { where: "(kind = 'effects-changed'::text)" })
export class RegistryChange {
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'registry_change_pk', comment: 'Number, from 1, without gaps' })
  number: number;

  @Column('text', { comment: 'entered, ended, recalled, effects-changed' })
  kind: string;

  @Column('text', { comment: 'Code of the list' })
  list: string;

  @Column('uuid', { nullable: true, comment: 'Version of the entry that says it; null where effects changed' })
  entryId: string | null;

  @Column('jsonb', { nullable: true, comment: 'Effects of the list from then on; null where an entry changed' })
  effects: readonly object[] | null;

  @Column('timestamp with time zone', { comment: 'When' })
  at: Date;
}

@Entity('registry_subscriber', { comment: 'Systems that follow the register: how far each has told that it came' })
@Index('registry_subscriber_account', ['account'], { unique: true, where: "(state = 'subscribed'::text)" })
export class RegistrySubscriber {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'registry_subscriber_pk', comment: 'UUIDv7' })
  id: string;

  @Column('text', { comment: 'State of its lifecycle' })
  state: string;

  @Column('integer', { comment: 'Counts the changes; the ETag' })
  version: number;

  @Column('text', { comment: 'Agency whose system it is' })
  agency: string;

  @Column('text', { comment: 'Account of the system' })
  account: string;

  @Column('text', { comment: 'Name of the system' })
  label: string;

  @Column('integer', { comment: 'Last number that there was when it subscribed: what was recalled before is no business of it' })
  since: number;

  @Column('integer', { comment: 'Acknowledged up to this number' })
  acknowledged: number;

  @Column('timestamp with time zone', { nullable: true, comment: 'When it last acknowledged' })
  acknowledgedAt: Date | null;

  @Column('timestamp with time zone', { comment: 'When it subscribed' })
  subscribedAt: Date;

  @Column('timestamp with time zone', { nullable: true, comment: 'It has no clocks: null' })
  nextDue: Date | null;
}

@Entity('registry_recall', { comment: 'Recalls of cancelled entries, one for each subscriber, until it has acknowledged (总局令第44号第十九条)' })
@Index('registry_recall_once', ['subscriberId', 'number'], { unique: true })
@Index('registry_recall_newest', ['agency', 'id', 'state'])
@Index('registry_recall_subscriber', ['subscriberAgency', 'id', 'state'])
@Index('registry_recall_missing', ['id'], { where: "(state = 'missing'::text)" })
export class RegistryRecall {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'registry_recall_pk', comment: 'UUIDv7' })
  id: string;

  @Column('text', { comment: 'State of its lifecycle' })
  state: string;

  @Column('integer', { comment: 'Counts the changes; the ETag' })
  version: number;

  @Column('text', { comment: 'Agency that had decided' })
  agency: string;

  @Column('uuid', { comment: 'Subscriber' })
  subscriberId: string;

  @Column('text', { comment: 'Agency of the subscriber' })
  subscriberAgency: string;

  @Column('text', { comment: 'Name of the subscriber' })
  subscriberLabel: string;

  @Column('integer', { comment: 'Number of the change' })
  number: number;

  @Column('uuid', { comment: 'Version of the entry that says that it was void' })
  entryId: string;

  @Column('uuid', { comment: 'Listing' })
  listingId: string;

  @Column('text', { comment: 'Code of the list' })
  list: string;

  @Column('text', { comment: 'Unified social credit code' })
  uscc: string;

  @Column('text', { comment: 'Name of the firm' })
  name: string;

  @Column('timestamp with time zone', { comment: 'When the entry was cancelled' })
  recalledAt: Date;

  @Column('timestamp with time zone', { nullable: true, comment: 'When it was acknowledged, or confirmed otherwise' })
  acknowledgedAt: Date | null;

  @Column('text', { nullable: true, comment: 'How it was confirmed otherwise, in words' })
  note: string | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'Safe date of its clock' })
  nextDue: Date | null;
}
