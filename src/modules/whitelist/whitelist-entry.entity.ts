import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export interface WatchedRight {
  readonly type: string;
  readonly number: string;
  /** Mark or product, as people know it. */
  readonly name: string | null;
}

export interface Contact {
  readonly name: string;
  readonly phone: string;
  readonly post: string;
}

/** No name: who objects may have reasons to stay unknown. */
export interface Objection {
  readonly id: string;
  readonly at: string;
  readonly from: string;
  readonly content: string;
  readonly answer: string | null;
  readonly upheld: boolean | null;
}

@Entity('whitelist_entry', { comment: 'Firms on the early-warning whitelist, from the application to the exit. It shields nobody: no rule but the warning reads it' })
@Index('whitelist_entry_newest', ['agency', 'id', 'state'])
@Index('whitelist_entry_firm', ['uscc', 'id'])
@Index('whitelist_entry_pending', ['uscc'], { unique: true, where: "(state = ANY (ARRAY['applied'::text, 'correcting'::text, 'examining'::text, 'noticed'::text]))" })
@Index('whitelist_entry_shown', ['id'], { where: "(state = ANY (ARRAY['noticed'::text, 'listed'::text, 'exiting'::text]))" })
@Index('whitelist_entry_watched', { synchronize: false })
@Index('whitelist_entry_certificate', ['certificate'], { unique: true, where: '(certificate IS NOT NULL)' })
export class WhitelistEntry {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'whitelist_entry_pk', comment: 'UUIDv7' })
  id: string;

  @Column('text', { comment: 'State of its lifecycle' })
  state: string;

  @Column('integer', { comment: 'Counts the changes; the ETag' })
  version: number;

  @Column('text', { comment: 'Agency that took it in' })
  agency: string;

  @Column('text', { comment: 'Region code' })
  region: string;

  @Column('text', { comment: 'Name of the firm' })
  name: string;

  @Column('text', { comment: 'Unified social credit code' })
  uscc: string;

  @Column('text', { comment: 'Field of the measure' })
  industry: string;

  @Column('text', { comment: 'Class of GB/T 4754-2017' })
  industryClass: string;

  @Column('jsonb', { comment: 'Rights under watch: type, number, name' })
  rights: readonly WatchedRight[];

  @Column('text', { array: true, comment: 'Keys by which something is found to touch these rights, from their numbers and names' })
  watched: string[];

  @Column('jsonb', { comment: 'Whom to call at the firm: name, telephone, post' })
  contacts: readonly Contact[];

  @Column('text', { array: true, comment: 'Materials that were handed in' })
  materials: string[];

  @Column('text', { nullable: true, comment: 'What was said to be missing' })
  missing: string | null;

  @Column('text', { nullable: true, comment: 'Account that examined it' })
  examinedBy: string | null;

  @Column('text', { nullable: true, comment: 'Its opinion' })
  opinion: string | null;

  @Column('text', { nullable: true, comment: 'Where the public notice is' })
  channel: string | null;

  @Column('jsonb', { comment: 'Objections and their answers' })
  objections: readonly Objection[];

  @Column('timestamp with time zone', { nullable: true, comment: 'When it was listed' })
  listedAt: Date | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When its term ends' })
  validUntil: Date | null;

  @Column('text', { nullable: true, comment: 'Number of the certificate: begins with the digest of what it says' })
  certificate: string | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When it was last reviewed' })
  reviewedAt: Date | null;

  @Column('text', { nullable: true, comment: 'Ground of the exit, a code' })
  exitGround: string | null;

  @Column('text', { nullable: true, comment: 'Account that asked for the exit' })
  exitAskedBy: string | null;

  @Column('text', { nullable: true, comment: 'What the firm said to it' })
  statement: string | null;

  @Column('text', { nullable: true, comment: 'Why it was refused, withdrawn, kept, taken off or changed, in words' })
  reason: string | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'Earliest safe date of its open clocks' })
  nextDue: Date | null;
}
