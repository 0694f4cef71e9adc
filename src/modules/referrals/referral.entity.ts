import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { ProceedingColumns } from '../proceedings/index.js';
import type { Paper } from './domain/paper.rules.js';

/** What was handed over to the police (移送规定第十二条). */
export interface Handover {
  readonly items: readonly { readonly name: string; readonly quantity: string; readonly condition?: string }[];
  readonly handedBy: string;
  /** RFC 3339 UTC. */
  readonly handedAt: string;
  readonly receivedBy?: string;
  readonly receivedAt?: string;
}

/** What the criminal court decided. Money in CNY. */
export interface CriminalJudgment {
  readonly court: string;
  readonly number: string;
  readonly outcome: 'convicted' | 'exempted' | 'acquitted';
  readonly judgedAt: string;
  readonly criminalFine: number;
  readonly earlierFine: number;
  /** What of the earlier fine counts against the criminal one. */
  readonly offset: number;
}

@Entity('referral', { comment: 'A suspected crime referred to the police' })
@Index('referral_number', ['number'], { unique: true })
@Index('referral_case', ['caseId', 'id'])
@Index('referral_newest', ['agency', 'id', 'state'])
@Index('referral_police', ['police', 'id'], { where: '(police IS NOT NULL)' })
export class Referral extends ProceedingColumns {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'referral_pk', comment: 'UUIDv7' })
  declare id: string;

  @Column('text', { comment: 'Offence suspected' })
  offence: string;

  @Column('text', { comment: 'threshold-met or reasonable-suspicion' })
  suspicion: string;

  @Column('text', { comment: 'What happened, in words' })
  facts: string;

  @Column('text', { nullable: true, comment: 'Written report to the chief' })
  report: string | null;

  @Column('text', { nullable: true, comment: 'Why the chief did not approve' })
  refusal: string | null;

  @Column('text', { nullable: true, comment: 'Police agency that has it' })
  police: string | null;

  @Column('text', { nullable: true, comment: 'Competent police outside the system that it was forwarded to; the police agency records its answers' })
  policeElsewhere: string | null;

  @Column('text', { nullable: true, comment: 'Procuratorate that got the copy' })
  procuratorate: string | null;

  @Column('jsonb', { comment: 'Papers that went with it: kind, reference, or why there is none' })
  papers: Paper[];

  @Column('text', { array: true, comment: 'Kinds of papers that the police miss' })
  missing: string[];

  @Column('text', { nullable: true, comment: 'Number that the police gave it; opaque' })
  policeNumber: string | null;

  @Column('text', { nullable: true, comment: 'Why the police did not file, in their last word' })
  policeReason: string | null;

  @Column('jsonb', { nullable: true, comment: 'List of what was handed over, with both signatures' })
  handover: Handover | null;

  @Column('jsonb', { nullable: true, comment: 'Judgment of the criminal court, with the fine that is counted against its fine; CNY' })
  judgment: CriminalJudgment | null;
}

export const INTERVENTION_FORMS = ['file-read', 'meeting', 'on-site', 'written-opinion'] as const;

@Entity('referral_intervention', { comment: 'What the procuratorate did in a referral before prosecution' })
@Index('referral_intervention_referral', ['referralId', 'id'])
@Check('referral_intervention_form', "form IN ('file-read', 'meeting', 'on-site', 'written-opinion')")
export class ReferralIntervention {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'referral_intervention_pk', comment: 'UUIDv7' })
  id: string;

  @Column('uuid', { comment: 'Referral' })
  referralId: string;

  @Column('uuid', { comment: 'Case of the referral' })
  caseId: string;

  @Column('text', { comment: 'file-read, meeting, on-site or written-opinion' })
  form: (typeof INTERVENTION_FORMS)[number];

  @Column('text', { comment: 'Opinion, in words' })
  opinion: string;

  @Column('timestamp with time zone', { comment: 'When it was' })
  at: Date;

  @Column('text', { comment: 'Account that recorded it' })
  recordedBy: string;
}
