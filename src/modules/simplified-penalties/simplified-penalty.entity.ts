import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { ProceedingColumns } from '../proceedings/index.js';

@Entity('simplified_penalty', { comment: 'Penalties decided on the spot (简易程序，令2 第六十六条至第七十条). Sums in CNY as decimal text' })
@Index('simplified_penalty_number', ['number'], { unique: true })
@Index('simplified_penalty_case', ['caseId', 'id'])
@Index('simplified_penalty_newest', ['agency', 'id', 'state'])
export class SimplifiedPenalty extends ProceedingColumns {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'simplified_penalty_pk', comment: 'UUIDv7' })
  declare id: string;

  @Column('uuid', { comment: 'Party, by its entry in the case' })
  party: string;

  @Column('boolean', { comment: 'The party is a natural person' })
  person: boolean;

  @Column('text', { comment: 'Facts' })
  facts: string;

  @Column('jsonb', { nullable: true, comment: 'What was told, and what the party said: warning, fine, reasons, provisions, statement, time' })
  told: { readonly warning: boolean; readonly fine: string; readonly reasons: string; readonly provisions: string; readonly statement: string; readonly at: string } | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When it was decided and handed over' })
  decidedAt: Date | null;
}
