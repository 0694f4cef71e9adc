import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('watch_alert', { comment: 'Early warnings: something touches a right under watch. Holds no word of what happened and nobody who reported it' })
@Index('watch_alert_newest', ['raisedAt', 'id'])
@Index('watch_alert_entry', ['entryId', 'raisedAt', 'id'])
export class WatchAlert {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'watch_alert_pk', comment: 'Derived from entry, key and what happened: the same job twice raises one' })
  id: string;

  @Column('text', { comment: 'State of its lifecycle' })
  state: string;

  @Column('integer', { comment: 'Counts the changes; the ETag' })
  version: number;

  @Column('text', { comment: 'Agency that keeps the entry' })
  agency: string;

  @Column('text', { comment: 'Region of the entry' })
  region: string;

  @Column('uuid', { comment: 'Entry of the whitelist' })
  entryId: string;

  @Column('text', { comment: 'What happened: complaint, right or publication' })
  touchedBy: string;

  @Column('uuid', { comment: 'Complaint, right or publication' })
  aboutId: string;

  @Column('text', { comment: 'Number or name that was touched, as it is compared' })
  key: string;

  @Column('timestamp with time zone', { comment: 'When it was raised' })
  raisedAt: Date;

  @Column('text', { nullable: true, comment: 'Account that told the firm, or dismissed it' })
  settledBy: string | null;

  @Column('text', { nullable: true, comment: 'How the firm was told, or why not' })
  note: string | null;
}
