import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('escalation_step', { comment: 'Steps of cases up the escalation ladder: each once for a cause and a rule' })
@Unique('escalation_step_once', ['cause', 'rule'])
@Index('escalation_step_case', ['caseId', 'id'])
@Index('escalation_step_told', ['told', 'id'])
export class EscalationStep {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'escalation_step_pk', comment: 'UUIDv7' })
  id: string;

  @Column('text', { comment: 'State of its lifecycle' })
  state: string;

  @Column('integer', { comment: 'Counts the changes' })
  version: number;

  @Column('text', { comment: 'Code of the rule of the ladder' })
  rule: string;

  @Column('text', { comment: 'Rung that it reached: owner, head, city-bureau or joint-meeting' })
  rung: string;

  @Column('uuid', { comment: 'What brought it: a clock, or the case itself where urgings were counted' })
  cause: string;

  @Column('uuid', { comment: 'Case' })
  caseId: string;

  @Column('text', { comment: 'Agency that has the case' })
  agency: string;

  @Column('text', { comment: 'Agency that is told' })
  told: string;

  @Column('text', { comment: 'Region code of the case' })
  region: string;

  @Column('text', { nullable: true, comment: 'Officer in charge at that time' })
  officer: string | null;

  @Column('text', { nullable: true, comment: 'Kind of the clock' })
  kind: string | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'Legal date of the clock' })
  due: Date | null;

  @Column('integer', { nullable: true, comment: 'How often the case was urged' })
  count: number | null;

  @Column('boolean', { comment: 'Whether it put the case on the list of the head, where it was not yet' })
  listed: boolean;

  @Column('timestamp with time zone', { comment: 'When it was taken' })
  takenAt: Date;
}
