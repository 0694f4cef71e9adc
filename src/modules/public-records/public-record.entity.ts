import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A party as it is shown. */
export interface PublicParty {
  readonly name: string;
  readonly uscc: string | null;
}

@Entity('public_record', { comment: 'What everybody may read now or could read once: written by the database when a publication is published, ended when it is hidden. Claims of the public see the rows that have not ended, and nothing else in this database' })
@Index('public_record_shelf', ['shelf', 'publishedAt', 'id'], { where: '(ended_at IS NULL)' })
@Index('public_record_newest', ['publishedAt', 'id'], { where: '(ended_at IS NULL)' })
// Inverted, over trigrams: see the migration.
@Index('public_record_search', { synchronize: false })
export class PublicRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'public_record_pk', comment: 'Id of the publication' })
  id: string;

  @Column('text', { comment: 'List under which it appears: penalties, adjudications, lists, checks or cases' })
  shelf: string;

  @Column('text', { comment: 'Agency that publishes' })
  agency: string;

  @Column('text', { comment: 'Title' })
  title: string;

  @Column('text', { nullable: true, comment: 'Number of the document' })
  number: string | null;

  @Column('text', { nullable: true, comment: 'Day of the decision, YYYY-MM-DD, Asia/Shanghai' })
  decidedOn: string | null;

  @Column('jsonb', { comment: 'Parties as they are shown: name and credit code; people by a masked name' })
  parties: readonly PublicParty[];

  @Column('text', { comment: 'Names and credit codes of the parties and the number, half-width and lower case: what is searched' })
  search: string;

  @Column('text', { comment: 'Published text' })
  text: string;

  @Column('text', { comment: 'Display class' })
  displayClass: string;

  @Column('timestamp with time zone', { comment: 'When it was published' })
  publishedAt: Date;

  @Column('timestamp with time zone', { nullable: true, comment: 'When it was hidden; null while everybody may read it' })
  endedAt: Date | null;
}
