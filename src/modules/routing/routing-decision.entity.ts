import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('routing_decision', { comment: 'Why a complaint went where it went: facts used, what came of every rule, the rule that decided, its version; or a human who decided otherwise' })
@Index('routing_decision_complaint', ['complaintId'])
@Index('routing_decision_override', ['decidedAt'], { where: "(kind = 'override'::text)" })
// A block range index, which the entity cannot say: see the migration.
@Index('routing_decision_decided', { synchronize: false })
export class RoutingDecision {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'routing_decision_pk', comment: 'UUIDv7' })
  id: string;

  @Column('uuid', { comment: 'Complaint that was routed' })
  complaintId: string;

  @Column('text', { comment: 'rule: the rules decided. override: a clerk decided otherwise, within the permitted tracks' })
  kind: string;

  @Column('integer', { comment: 'Version of the rule set' })
  ruleSetVersion: number;

  @Column('text', { comment: 'Rule that decided; on an override the rule that was set aside' })
  rule: string;

  @Column('jsonb', { comment: 'Facts that the rules saw. Where a party comes from is among them only as far as a statute asks for it' })
  facts: unknown;

  @Column('jsonb', { comment: 'What came of every rule: one letter each, in the order of the version (+ fits, . not reached, else the fact that failed); a list in decisions of version 1' })
  tried: unknown;

  @Column('jsonb', { comment: 'Outcome: tracks, agency, lane, flags, explanation, basis, warnings' })
  outcome: unknown;

  @Column('text', { nullable: true, comment: 'Account that overrode the rules' })
  overriddenBy: string | null;

  @Column('text', { nullable: true, comment: 'Why the rules were overridden; no personal data' })
  overrideReason: string | null;

  @Column('timestamp with time zone', { comment: 'When it was decided' })
  decidedAt: Date;
}
