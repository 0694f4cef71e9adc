import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { ProceedingColumns } from '../proceedings/index.js';
import type { SupervisionReason, TargetResult } from './domain/supervision.rules.js';

@Entity('supervision', { comment: 'Cases listed for supervision (挂牌督办): who watches, why, what is wanted, how it is told. Instants within are RFC 3339 UTC' })
@Index('supervision_number', ['number'], { unique: true })
@Index('supervision_case', ['caseId', 'id'])
@Index('supervision_newest', ['agency', 'id', 'state'])
export class Supervision extends ProceedingColumns {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'supervision_pk', comment: 'UUIDv7' })
  declare id: string;

  @Column('text', { nullable: true, comment: 'Number of the letter of an authority outside' })
  letter: string | null;

  @Column('text', { array: true, comment: 'Codes of the reasons' })
  reasons: SupervisionReason[];

  @Column('text', { comment: 'The reasons in words, without personal data of reporters' })
  explanation: string;

  @Column('text', { array: true, comment: 'What is wanted, item by item; results count them from 1' })
  targets: string[];

  @Column('integer', { comment: 'Calendar days from one report of progress to the next' })
  reportEvery: number;

  @Column('jsonb', { comment: 'Reports of progress: when, by whom, in which words' })
  reports: readonly { readonly at: string; readonly by: string; readonly progress: string }[];

  @Column('jsonb', { nullable: true, comment: 'Result of every target, as told when delisting was asked for' })
  results: readonly TargetResult[] | null;
}
