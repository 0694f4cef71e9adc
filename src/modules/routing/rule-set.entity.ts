import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { FirstRuleSet, RuleSetContent } from './domain/rule.js';

@Entity('rule_set', { comment: 'A version of the routing rules. Which one decides follows from state and first day' })
@Unique('rule_set_number_key', ['number'])
export class RuleSet {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'rule_set_pk', comment: 'UUIDv7' })
  id: string;

  @Column('integer', { comment: 'Version of the rules, counted up; every decision names it' })
  number: number;

  @Column('text', { comment: 'State of the rule set lifecycle' })
  state: string;

  @Column('integer', { comment: 'Counts the changes; the ETag' })
  version: number;

  @Column('text', { comment: 'What it is about, in the words of its author' })
  title: string;

  @Column('text', { nullable: true, comment: 'First day on which it decides, YYYY-MM-DD, Asia/Shanghai; null before it is published' })
  effectiveFrom: string | null;

  @Column('jsonb', { comment: 'Offices and rules in order; never changed once it is submitted' })
  rules: RuleSetContent | FirstRuleSet;

  @Column('text', { comment: 'SHA-256 of the rules in canonical JSON; a backtest names it' })
  digest: string;

  @Column('text', { array: true, comment: 'Accounts that wrote in it; none of them publishes it' })
  writtenBy: string[];

  @Column('timestamp with time zone', { comment: 'When it was drafted' })
  draftedAt: Date;

  @Column('text', { nullable: true, comment: 'Account that published it' })
  publishedBy: string | null;

  @Column('timestamp with time zone', { nullable: true, comment: 'When it was published' })
  publishedAt: Date | null;
}

@Entity('routing_backtest', { comment: 'A rule set tried on past decisions: what would have changed. Counts and facts, no matter is named' })
@Index('routing_backtest_digest', ['digest'])
export class RoutingBacktest {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'routing_backtest_pk', comment: 'UUIDv7' })
  id: string;

  @Column('integer', { comment: 'Version of the rules that was tried' })
  ruleSetVersion: number;

  @Column('text', { comment: 'Digest of the content that was tried' })
  digest: string;

  @Column('jsonb', { comment: 'Which decisions were asked for' })
  sample: unknown;

  @Column('jsonb', { comment: 'Counts from rule to rule, with examples of facts' })
  result: unknown;

  @Column('text', { comment: 'Account that tried it' })
  triedBy: string;

  @Column('timestamp with time zone', { comment: 'When it was tried' })
  triedAt: Date;
}
