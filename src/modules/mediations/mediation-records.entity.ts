import { Column, Entity, Exclusion, Index, PrimaryColumn } from 'typeorm';
import type { Agreement } from './domain/mediation.rules.js';

@Entity('mediation_session', { comment: 'Calendar of mediation: sessions on site or elsewhere. A mediator is in one at a time' })
@Index('mediation_session_mediation', ['mediationId', 'startsAt'])
@Index('mediation_session_calendar', ['agency', 'startsAt', 'id'])
@Exclusion('mediation_session_no_double_booking', `USING gist (mediator WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (course IN ('planned', 'held'))`)
export class MediationSession {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mediation_session_pk', comment: 'UUIDv7' })
  id: string;

  @Column('uuid', { comment: 'Mediation' })
  mediationId: string;

  @Column('text', { comment: 'Agency of the mediation' })
  agency: string;

  @Column('text', { comment: 'Account of the mediator who presides' })
  mediator: string;

  @Column('timestamp with time zone', { comment: 'Beginning' })
  startsAt: Date;

  @Column('timestamp with time zone', { comment: 'End' })
  endsAt: Date;

  @Column('text', { comment: 'on-site, internet, telephone, audio or video (办法第二十条第一款)' })
  mode: string;

  @Column('text', { nullable: true, comment: 'Place of a session on site' })
  place: string | null;

  @Column('text', { nullable: true, comment: 'How to join a session elsewhere' })
  link: string | null;

  @Column('text', { comment: 'planned, held, missed or cancelled' })
  course: string;

  @Column('jsonb', { comment: 'Parties of the case that were there' })
  present: readonly string[];

  @Column('jsonb', { comment: 'Parties of the case that were not, and whether for a good reason' })
  absent: readonly { readonly party: string; readonly excused: boolean }[];

  @Column('text', { nullable: true, comment: 'Why it was moved or cancelled, last; without reporters' })
  reason: string | null;

  @Column('integer', { comment: 'How often it was moved' })
  moves: number;
}

@Entity('mediation_statement', { comment: 'What was said in a mediation: minutes, statements, offers. Seen by the members of that mediation only, never from another track (特邀调解规定第二条第五项、第二十二条)' })
@Index('mediation_statement_mediation', ['mediationId', 'id'])
export class MediationStatement {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mediation_statement_pk', comment: 'UUIDv7' })
  id: string;

  @Column('uuid', { comment: 'Mediation' })
  mediationId: string;

  @Column('text', { comment: 'minutes, statement or offer' })
  kind: string;

  @Column('uuid', { nullable: true, comment: 'Party of the case that it comes from; none for minutes' })
  party: string | null;

  @Column('uuid', { nullable: true, comment: 'Session in which it was said' })
  sessionId: string | null;

  @Column('text', { comment: 'Words' })
  text: string;

  @Column('numeric', { precision: 14, scale: 2, nullable: true, comment: 'Sum offered, CNY' })
  amount: string | null;

  @Column('boolean', { comment: 'Not to be told to the other side' })
  keptFromOther: boolean;

  @Column('text', { comment: 'Account that wrote it down' })
  writtenBy: string;

  @Column('timestamp with time zone', { comment: 'When it was written down' })
  writtenAt: Date;
}

@Entity('mediation_draft', { comment: 'An agreement that waits for signatures. Seen by the members of that mediation only; once all have signed, it stands with the mediation' })
export class MediationDraft {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mediation_draft_pk', comment: 'Mediation' })
  mediationId: string;

  @Column('jsonb', { comment: 'Form, facts, terms (CNY, YYYY-MM-DD), signatures so far' })
  agreement: Agreement;
}
