import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { ProceedingColumns } from '../proceedings/index.js';

@Entity('agreement_term', { comment: 'Terms of agreements reached in mediation, each with its own clock' })
@Index('agreement_term_number', ['number'], { unique: true })
@Index('agreement_term_case', ['caseId', 'id'])
@Index('agreement_term_newest', ['agency', 'id', 'state'])
export class AgreementTerm extends ProceedingColumns {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'agreement_term_pk', comment: 'UUIDv7' })
  declare id: string;

  @Column('uuid', { comment: 'Party of the case that owes it' })
  debtor: string;

  @Column('uuid', { comment: 'Party of the case that it is owed to' })
  creditor: string;

  @Column('text', { comment: 'What is owed, in words' })
  text: string;

  @Column('numeric', { precision: 14, scale: 2, nullable: true, comment: 'Sum owed, CNY; null: something else than money' })
  amount: string | null;

  @Column('numeric', { precision: 14, scale: 2, comment: 'Paid so far, CNY' })
  paid: string;

  @Column('text', { comment: 'Last day of performance, YYYY-MM-DD, Asia/Shanghai' })
  dueOn: string;

  @Column('boolean', { comment: 'A notary made it enforceable (专利纠纷行政裁决和调解办法第六十九条第二款)' })
  notarised: boolean;

  @Column('timestamp with time zone', { nullable: true, comment: 'When it was performed, last' })
  performedAt: Date | null;
}
