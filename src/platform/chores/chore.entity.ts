import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('chore', { comment: 'What is done at set times by one process of all: who does it now, and how the last round went' })
export class Chore {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'chore_pk', comment: 'Name' })
  name: string;

  @Column('uuid', { nullable: true, comment: 'Process that does it now; null between two rounds' })
  holder: string | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'Until when the round is its own, unless it says that it goes on' })
  until: Date | null;

  @Column('timestamp with time zone', { comment: 'Start of the last round' })
  startedAt: Date;

  @Column('timestamp with time zone', { nullable: true, comment: 'End of the last round that came to an end' })
  finishedAt: Date | null;

  @Column('text', { nullable: true, comment: 'Why the last round failed: code or kind of the error; null where it did not' })
  failure: string | null;
}
