import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { ProceedingColumns } from '../proceedings/index.js';
import type { Agreement, MediationParty } from './domain/mediation.rules.js';

@Entity('mediation', { comment: 'Mediations of all kinds, from the request to the agreement or the end without one. What was said in them stands in a table of its own' })
@Index('mediation_number', ['number'], { unique: true })
@Index('mediation_case', ['caseId', 'id'])
@Index('mediation_newest', ['agency', 'id', 'state'])
@Index('mediation_opened', ['openedAt'])
export class Mediation extends ProceedingColumns {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mediation_pk', comment: 'UUIDv7' })
  declare id: string;

  @Column('text', { array: true, comment: 'Codes of what is to be settled' })
  matters: string[];

  @Column('text', { comment: 'What is asked for, in words; without reporters' })
  request: string;

  @Column('text', { nullable: true, comment: 'Number of the paper that the law asks for with the matter (专利纠纷行政裁决和调解办法第六十三条第二款、第六十四条第三款)' })
  paper: string | null;

  @Column('text', { nullable: true, comment: 'Assigned by a court: before-filing, ordinary or simple (特邀调解规定第二十七条)' })
  courtStage: string | null;

  @Column('text', { nullable: true, comment: 'Code of the court that asked for it (民事诉讼法第二百零五条第一项)' })
  invitedBy: string | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When an assignment by a court was taken on' })
  acceptedAt: Date | null;

  @Column('jsonb', { comment: 'Parties of the case that said yes or no: party, side, consent, when (RFC 3339 UTC), how' })
  parties: readonly MediationParty[];

  @Column('text', { nullable: true, comment: 'Who chose the mediators: parties or body (人民调解法第十九条)' })
  chosenBy: string | null;

  @Column('jsonb', { nullable: true, comment: 'The agreement: form, facts, terms (CNY, YYYY-MM-DD), signatures; whether partial and what is left' })
  agreement: Agreement | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When the agreement took effect (人民调解法第二十九条、第三十条)' })
  effectiveAt: Date | null;

  @Column('text', { nullable: true, comment: 'Code of the ground on which it ended without an agreement' })
  ground: string | null;
}
