import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { ProceedingColumns } from '../proceedings/index.js';
import type { Uncounted } from './domain/fine.rules.js';

@Entity('fine', { comment: 'Money of a penalty decision: payment, instalments, surcharge, demand, enforcement (令2 第七十一条至第七十六条). Sums in CNY as decimal text' })
@Index('fine_number', ['number'], { unique: true })
@Index('fine_case', ['caseId', 'id'])
@Index('fine_newest', ['agency', 'id', 'state'])
export class Fine extends ProceedingColumns {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'fine_pk', comment: 'UUIDv7' })
  declare id: string;

  @Column('uuid', { comment: 'Party, by its entry in the case' })
  party: string;

  @Column('boolean', { comment: 'The party is a natural person' })
  person: boolean;

  @Column('text', { comment: 'Fine' })
  fine: string;

  @Column('text', { comment: 'Income to be confiscated' })
  confiscation: string;

  @Column('timestamp with time zone', { comment: 'When the decision was served' })
  servedAt: Date;

  @Column('text', { comment: 'Last day to pay, YYYY-MM-DD' })
  payBy: string;

  @Column('timestamp with time zone', { comment: 'Last instant for reconsideration or a suit' })
  remediesEnd: Date;

  @Column('jsonb', { nullable: true, comment: 'Request for more time that is undecided: day, reason' })
  request: { readonly at: string; readonly reason: string } | null;

  @Column('jsonb', { nullable: true, comment: 'Surcharge imposed: day, and how much of it was remitted' })
  surcharge: { readonly imposedOn: string; readonly remitted: string } | null;

  @Column('text', { comment: 'Surcharge that had accrued when payment was put off' })
  accrued: string;

  @Column('jsonb', { comment: 'Days on which the surcharge is not counted: reconsideration, suit. From, to' })
  uncounted: readonly Uncounted[];

  @Column('integer', { comment: 'Plan of payment in force; 0 where there is none' })
  plan: number;

  @Column('timestamp with time zone', { nullable: true, comment: 'When the demand was served' })
  demandServedAt: Date | null;

  @Column('text', { nullable: true, comment: 'Court that was asked' })
  court: string | null;

  @Column('text', { nullable: true, comment: 'Number of the court or of the body that decided last' })
  fileNumber: string | null;
}

@Entity('fine_payment', { comment: 'What was paid' })
@Index('fine_payment_fine', ['fineId', 'id'])
export class FinePayment {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'fine_payment_pk', comment: 'UUIDv7' })
  id: string;

  @Column('uuid', { comment: 'Case' })
  caseId: string;

  @Column('uuid', { comment: 'Fine' })
  fineId: string;

  @Column('text', { comment: 'fine, confiscation or surcharge' })
  item: string;

  @Column('numeric', { precision: 14, scale: 2, comment: 'CNY' })
  amount: string;

  @Column('text', { comment: 'Day of payment, YYYY-MM-DD' })
  paidOn: string;

  @Column('text', { comment: 'bank, electronic, court or on-the-spot' })
  way: string;

  @Column('text', { comment: 'Number of the receipt; on the spot that of the ministry of finance (专用票据)' })
  receipt: string;

  @Column('text', { comment: 'Account that recorded it' })
  recordedBy: string;

  @Column('timestamp with time zone', { comment: 'When it was recorded' })
  recordedAt: Date;
}

@Entity('fine_instalment', { comment: 'Plans of payment, part by part; a later plan takes the place of the one before' })
@Index('fine_instalment_fine', ['fineId', 'plan', 'position'])
export class FineInstalment {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'fine_instalment_pk', comment: 'UUIDv7' })
  id: string;

  @Column('uuid', { comment: 'Case' })
  caseId: string;

  @Column('uuid', { comment: 'Fine' })
  fineId: string;

  @Column('integer', { comment: 'Plan that it is part of, from 1' })
  plan: number;

  @Column('integer', { comment: 'Place in the plan, from 1; 0 for what was paid before it' })
  position: number;

  @Column('numeric', { precision: 14, scale: 2, comment: 'CNY' })
  amount: string;

  @Column('text', { comment: 'Last day to pay, YYYY-MM-DD' })
  dueOn: string;
}
