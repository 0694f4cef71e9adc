import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Span } from './domain/redaction.rules.js';

/** Who it is about, as it is shown: organisations by name, people by a masked name. */
export interface ShownParty {
  readonly name: string;
  readonly uscc: string | null;
}

@Entity('publication', { comment: 'Publications (公示): the served original, what is hidden of it, and what is shown. Seen by the agency; the public sees public_record' })
@Index('publication_document', ['documentId'], { unique: true, where: '(document_id IS NOT NULL)' })
@Index('publication_newest', ['agency', 'id', 'state'])
@Index('publication_subject', ['subjectType', 'subjectId'])
export class Publication {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'publication_pk', comment: 'UUIDv7, or derived from the document that it publishes' })
  id: string;

  @Column('text', { comment: 'State of its lifecycle' })
  state: string;

  @Column('integer', { comment: 'Counts the changes; the ETag' })
  version: number;

  @Column('text', { comment: 'Agency that publishes' })
  agency: string;

  @Column('text', { comment: 'Region code' })
  region: string;

  @Column('text', { comment: 'Profile: what is shown, under which law' })
  profile: string;

  @Column('text', { comment: 'List of the public under which it appears' })
  shelf: string;

  @Column('uuid', { nullable: true, comment: 'Case' })
  caseId: string | null;

  @Column('text', { nullable: true, comment: 'Kind of subject that decided' })
  subjectType: string | null;

  @Column('uuid', { nullable: true, comment: 'Subject that decided' })
  subjectId: string | null;

  @Column('uuid', { nullable: true, comment: 'Document that is published' })
  documentId: string | null;

  @Column('text', { nullable: true, comment: 'Number of the document' })
  number: string | null;

  @Column('text', { comment: 'Title, without personal data' })
  title: string;

  @Column('text', { nullable: true, comment: 'Day of the decision, YYYY-MM-DD, Asia/Shanghai' })
  decidedOn: string | null;

  @Column('jsonb', { comment: 'Parties as they are shown: name and credit code; people by a masked name' })
  parties: readonly ShownParty[];

  @Column('boolean', { comment: 'A party is registered in another province (公示规定第十条)' })
  otherProvince: boolean;

  @Column('text', { comment: 'What was served, rendered from the record of the document; what was written, where there is none. Empty where nothing is published' })
  original: string;

  @Column('jsonb', { comment: 'Redaction map: start, end (UTF-16 units of the original), rule, replacement, reason' })
  spans: readonly Span[];

  @Column('text', { nullable: true, comment: 'What is shown; follows from original and map. Set by the approval' })
  published: string | null;

  @Column('text', { comment: 'Display class' })
  displayClass: string;

  @Column('text', { nullable: true, comment: 'Kind of clock that ends the display; null where none does' })
  displayClock: string | null;

  @Column('boolean', { comment: 'A penalty restricts for a time: the display lasts as long (第十四条第二款)' })
  restricted: boolean;

  @Column('text', { nullable: true, comment: 'Last day of the restriction, YYYY-MM-DD, Asia/Shanghai' })
  restrictedUntil: string | null;

  @Column('text', { array: true, comment: 'Accounts that had worked on the matter when the draft was opened; they do not review it' })
  handlers: string[];

  @Column('timestamp with time zone', { nullable: true, comment: 'When the party was told on service that it will be published (第八条)' })
  toldAt: Date | null;

  @Column('text', { nullable: true, comment: 'Account that submitted it' })
  preparedBy: string | null;

  @Column('text', { nullable: true, comment: 'Account that approved it' })
  approvedBy: string | null;

  @Column('text', { nullable: true, comment: 'Account that published it' })
  publishedBy: string | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When it was published' })
  publishedAt: Date | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When it was shown again, because its repair had been got by fraud: it does not end early any more' })
  restoredAt: Date | null;

  @Column('text', { nullable: true, comment: 'Why it is not published: code of the profile data' })
  exemption: string | null;

  @Column('text', { nullable: true, comment: 'Why it was returned, set aside or withdrawn, in words' })
  reason: string | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'Earliest safe date of its open clocks' })
  nextDue: Date | null;
}
