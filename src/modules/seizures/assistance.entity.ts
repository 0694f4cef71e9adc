import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { ProceedingColumns } from '../proceedings/index.js';

@Entity('assistance', { comment: 'Letters that ask for help with an investigation, sent or received (协助调查函，令2 第四十五条)' })
@Index('assistance_number', ['number'], { unique: true })
@Index('assistance_case', ['caseId', 'id'])
@Index('assistance_newest', ['agency', 'id', 'state'])
export class Assistance extends ProceedingColumns {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'assistance_pk', comment: 'UUIDv7' })
  declare id: string;

  @Column('text', { comment: 'The other authority: asked, or asking' })
  other: string;

  @Column('text', { comment: 'Why' })
  reason: string;

  @Column('text', { comment: 'What is to be done' })
  matters: string;

  @Column('text', { nullable: true, comment: 'Number of the letter that was received' })
  letter: string | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When whoever is asked received it: the time counts from there' })
  receivedAt: Date | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When a delay was told' })
  delayToldAt: Date | null;

  @Column('text', { nullable: true, comment: 'What came of it' })
  result: string | null;
}
