import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('routing_decision', { comment: 'Why a complaint went where it went: facts used, rules tried, rule that won, its version and article' })
@Index('routing_decision_complaint', ['complaintId'])
export class RoutingDecision {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'routing_decision_pk', comment: 'UUIDv7' })
  id: string;

  @Column('uuid', { comment: 'Complaint that was routed' })
  complaintId: string;

  @Column('integer', { comment: 'Version of the rule set' })
  ruleSetVersion: number;

  @Column('text', { comment: 'Rule that decided' })
  rule: string;

  @Column('jsonb', { comment: 'Facts that the rules saw; no origin of a party is among them' })
  facts: unknown;

  @Column('jsonb', { comment: 'Rules tried before, each with the first condition that failed' })
  tried: unknown;

  @Column('jsonb', { comment: 'Outcome: track, matter, agency, explanation, basis' })
  outcome: unknown;

  @Column('timestamp with time zone', { comment: 'When it was decided' })
  decidedAt: Date;
}

@Entity('rule_set', { comment: 'A version of the routing rules; exactly one is live' })
export class RuleSet {
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'rule_set_pk', comment: 'Version, counted up' })
  version: number;

  @Column('text', { comment: 'draft, live or retired' })
  status: string;

  @Column('date', { comment: 'First day on which it decides, Asia/Shanghai' })
  effectiveFrom: string;

  @Column('jsonb', { comment: 'Rules in order; the first that fits decides' })
  rules: unknown;

  @Column('text', { comment: 'Digest of the rules in canonical JSON' })
  digest: string;
}
