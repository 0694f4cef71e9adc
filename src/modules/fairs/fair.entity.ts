import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('fair', { comment: 'Trade fairs: an edition of a series, its days, its organiser, whether it has a desk for disputes (展会知识产权保护办法第六条)' })
@Index('fair_edition', ['series', 'edition'], { unique: true })
@Index('fair_newest', ['agency', 'id', 'state'])
export class Fair {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'fair_pk', comment: 'UUIDv7' })
  id: string;

  @Column('text', { comment: 'State of the fair lifecycle' })
  state: string;

  @Column('integer', { comment: 'Counts the changes; the ETag' })
  version: number;

  @Column('text', { comment: 'Agency that sits at the fair' })
  agency: string;

  @Column('text', { comment: 'Region where it is held' })
  region: string;

  @Column('text', { comment: 'Series: the fair that comes back, by its name' })
  series: string;

  @Column('integer', { comment: 'Number of the edition in its series; editions that follow each other have numbers that do' })
  edition: number;

  @Column('text', { comment: 'Organiser: an institution' })
  organiser: string;

  @Column('text', { comment: 'First day, YYYY-MM-DD, Asia/Shanghai' })
  startsOn: string;

  @Column('text', { comment: 'Last day, YYYY-MM-DD, Asia/Shanghai' })
  endsOn: string;

  @Column('boolean', { comment: 'Whether the organiser has set up a desk for disputes' })
  hasDesk: boolean;

  @Column('timestamp with time zone', { nullable: true, comment: 'Earliest safe date of its open clocks' })
  nextDue: Date | null;
}

@Entity('fair_stall', { comment: 'Stalls of a fair and who exhibits there' })
@Index('fair_stall_number', ['fairId', 'number'], { unique: true })
export class FairStall {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'fair_stall_pk', comment: 'UUIDv7' })
  id: string;

  @Column('uuid', { comment: 'Fair' })
  fairId: string;

  @Column('text', { comment: 'Number of the stall' })
  number: string;

  @Column('uuid', { comment: 'Exhibitor: organisation of the register' })
  organisationId: string;

  @Column('timestamp with time zone', { comment: 'When it was entered' })
  registeredAt: Date;
}

@Entity('fair_strike', { comment: 'Findings against exhibitors, by edition of a series: what bars from the next (第三十一条). Read at every fair, so nothing else of the matter stands here' })
@Index('fair_strike_exhibitor', ['series', 'organisationId', 'edition'])
export class FairStrike {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'fair_strike_pk', comment: 'Matter in which it was found' })
  id: string;

  @Column('text', { comment: 'Series of the fair' })
  series: string;

  @Column('integer', { comment: 'Edition of the fair' })
  edition: number;

  @Column('uuid', { comment: 'Exhibitor: organisation of the register' })
  organisationId: string;

  @Column('timestamp with time zone', { comment: 'When infringement was found' })
  foundAt: Date;

  @Column('timestamp with time zone', { nullable: true, comment: 'When the finding was revoked: it counts no more' })
  revokedAt: Date | null;
}
