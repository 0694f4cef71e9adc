import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { ProceedingColumns } from '../proceedings/index.js';
import type { FairRight, Material, RefusalGround, Remedy } from './domain/fair.rules.js';

@Entity('fair_matter', { comment: 'Complaints at trade fairs: the desk, the answer, the finding, what was done at the stall, the hand-over after the fair (展会知识产权保护办法). Instants within are RFC 3339 UTC' })
@Index('fair_matter_number', ['number'], { unique: true })
@Index('fair_matter_case', ['caseId', 'id'])
@Index('fair_matter_newest', ['agency', 'id', 'state'])
@Index('fair_matter_fair', ['fairId', 'id'])
export class FairMatter extends ProceedingColumns {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'fair_matter_pk', comment: 'UUIDv7' })
  declare id: string;

  @Column('uuid', { comment: 'Fair' })
  fairId: string;

  @Column('uuid', { comment: 'Stall' })
  stallId: string;

  @Column('text', { comment: 'invention, utility-model, design, trademark or copyright' })
  rightType: FairRight;

  @Column('uuid', { comment: 'Who complains, by its entry in the case' })
  complainant: string;

  @Column('uuid', { comment: 'Exhibitor complained of, by its entry in the case' })
  respondent: string;

  @Column('boolean', { comment: 'Whether an agent complains' })
  byAgent: boolean;

  @Column('timestamp with time zone', { comment: 'When the complaint came in' })
  receivedAt: Date;

  @Column('text', { array: true, comment: 'Materials handed in: right, party, reasons, authorisation' })
  materials: Material[];

  @Column('jsonb', { nullable: true, comment: 'What was asked for, once: when, codes; when it was supplied' })
  correction: { readonly at: string; readonly missing: readonly string[]; readonly suppliedAt?: string } | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'Since when the goods are not shown' })
  suspendedAt: Date | null;

  @Column('integer', { comment: 'Days of the fair, both included' })
  fairDays: number;

  @Column('timestamp with time zone', { comment: 'Last instant of the fair' })
  fairEndsAt: Date;

  @Column('jsonb', { nullable: true, comment: 'Acceptance: when the exhibitor was notified, hours to answer' })
  acceptance: { readonly notifiedAt: string; readonly answerHours: number } | null;

  @Column('jsonb', { nullable: true, comment: 'Answer of the exhibitor: when, what' })
  answer: { readonly at: string; readonly answer: string } | null;

  @Column('jsonb', { nullable: true, comment: 'Finding of infringement: when, facts, provisions, remedies, earlier decision' })
  decision: { readonly at: string; readonly facts: string; readonly provisions: string; readonly remedies: readonly Remedy[]; readonly earlierDecision?: string } | null;

  @Column('jsonb', { nullable: true, comment: 'What was done at the stall: when, remedies' })
  remedied: { readonly at: string; readonly done: readonly Remedy[] } | null;

  @Column('jsonb', { nullable: true, comment: 'Other end: when, ground of refusal, reason, terms, number of the file that revoked' })
  ending: { readonly at: string; readonly ground?: RefusalGround; readonly reason?: string; readonly terms?: string; readonly fileNumber?: string } | null;

  @Column('text', { comment: 'Agency that goes on after the fair' })
  competent: string;

  @Column('jsonb', { nullable: true, comment: 'Hand-over after the fair: when, why; when it was taken over' })
  handover: { readonly at: string; readonly reason: string; readonly takenAt?: string } | null;
}
