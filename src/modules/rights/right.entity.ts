import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Holder, Licence, PathWarning } from './domain/right.rules.js';

@Entity('ip_right', { comment: 'Register of rights shared by all cases, by type and number. Only what an office has registered: no trade secrets' })
@Unique('ip_right_number_key', ['rightType', 'number'])
@Index('ip_right_number', ['number', 'id'])
// Inverted: see the migration.
@Index('ip_right_holders', { synchronize: false })
export class IpRight {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ip_right_pk', comment: 'UUIDv7, or derived from the event that brought it' })
  id: string;

  @Column('text', { comment: 'State of the lifecycle of the entry; what the office says of the right is in status' })
  state: string;

  @Column('integer', { comment: 'Counts the changes; the ETag, and the version in register_version' })
  version: number;

  @Column('text', { comment: 'Type of right' })
  rightType: string;

  @Column('text', { comment: 'Registration, application or certificate number, normalised' })
  number: string;

  @Column('text', { nullable: true, comment: 'Kind within the type, as the number tells it: invention, utility-model, design' })
  kind: string | null;

  @Column('text', { nullable: true, comment: 'Title, or the mark in words' })
  title: string | null;

  @Column('text', { nullable: true, comment: 'Goods or services, product of a design, territory of a geographical indication' })
  goods: string | null;

  @Column('integer', { array: true, comment: 'Nice classes' })
  niceClasses: number[];

  @Column('text', { array: true, comment: 'Locarno classes' })
  locarnoClasses: string[];

  @Column('text', { nullable: true, comment: 'First day in force, YYYY-MM-DD' })
  validFrom: string | null;

  @Column('text', { nullable: true, comment: 'Last day in force, YYYY-MM-DD' })
  validTo: string | null;

  @Column('text', { comment: 'What the office says: unknown, pending, in-force, lapsed, cancelled or invalidated' })
  status: string;

  @Column('text', { nullable: true, comment: 'First day of that status, YYYY-MM-DD' })
  statusSince: string | null;

  @Column('text', { nullable: true, comment: 'Day on which the status was looked up, YYYY-MM-DD' })
  statusSeenOn: string | null;

  @Column('text', { nullable: true, comment: 'Where it was looked up, and by whom' })
  statusSource: string | null;

  @Column('jsonb', { comment: 'Holders over time: id, party, capacity, share, days' })
  holders: Holder[];

  @Column('jsonb', { comment: 'Licences: id, licensor, licensee, kind, territory, days, whether the licensee may act alone, the licence above' })
  licences: Licence[];

  @Column('jsonb', { nullable: true, comment: 'Evaluation report of a utility model or design: day and conclusion' })
  evaluationReport: object | null;

  @Column('jsonb', { nullable: true, comment: 'Invalidation that somebody has asked for and that is not decided: number and day' })
  pendingInvalidation: object | null;

  @Column('jsonb', { comment: 'What somebody should look at, such as a check digit' })
  warnings: PathWarning[];

  @Column('timestamp with time zone', { comment: 'When it was entered' })
  createdAt: Date;
}
