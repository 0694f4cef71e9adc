import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { ProceedingColumns } from '../proceedings/index.js';

@Entity('confirmation', { comment: 'Judicial confirmation of agreements, from the thirty days to apply to enforcement' })
@Index('confirmation_number', ['number'], { unique: true })
@Index('confirmation_case', ['caseId', 'id'])
@Index('confirmation_newest', ['agency', 'id', 'state'])
export class Confirmation extends ProceedingColumns {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'confirmation_pk', comment: 'UUIDv7' })
  declare id: string;

  @Column('text', { array: true, comment: 'Codes of what was mediated' })
  matters: string[];

  @Column('uuid', { array: true, comment: 'Parties of the case that agreed: all of them apply together' })
  parties: string[];

  @Column('text', { nullable: true, comment: 'Court that the mediators were asked by (民事诉讼法第二百零五条第一项)' })
  invitedBy: string | null;

  @Column('text', { comment: 'Last day on which a term is to be performed, YYYY-MM-DD: from then two years to apply for enforcement (民事诉讼法第二百五十条第二款)' })
  lastDueOn: string;

  @Column('text', { nullable: true, comment: 'Code of the court applied to' })
  court: string | null;

  @Column('text', { nullable: true, comment: 'Why this court: what the law proposes, or the reason of the applicants' })
  courtReason: string | null;

  @Column('text', { nullable: true, comment: 'Agency of this system that records what the court does' })
  courtAgency: string | null;

  @Column('text', { nullable: true, comment: 'Number of the matter with the court' })
  courtNumber: string | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When both handed in or posted the application' })
  appliedAt: Date | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When the court ruled' })
  ruledAt: Date | null;

  @Column('text', { nullable: true, comment: 'Code of the ground on which the court did not accept or rejected' })
  ground: string | null;
}
