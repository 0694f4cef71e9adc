import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import canonicalize from 'canonicalize';
import { systemClaims } from '../../platform/database/claims.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { insertInto, type Insert } from '../../platform/database/insert-statements.js';
import { AGENCIES } from '../identity/index.js';
import { ruleSetProblems } from './domain/check-rules.js';
import { evaluate } from './domain/evaluate.js';
import type { RoutingFacts } from './domain/facts.js';
import type { Routed, RuleSetContent, Track } from './domain/rule.js';
import { RoutingDecision } from './routing-decision.entity.js';
import { FIRST_RULE_SET } from './rules.data.js';

interface LiveRuleSet {
  readonly version: number;
  readonly content: RuleSetContent;
}

/** Which desk gets it and why, with the version of the rules that said so. */
export interface RoutingAnswer extends Routed {
  readonly ruleSetVersion: number;
}

const READ_LIVE = { name: 'rule-set-live', text: "SELECT version, rules FROM rule_set WHERE status = 'live' AND effective_from <= $1::date ORDER BY version DESC LIMIT 1" };
const SEED = { name: 'rule-set-seed', text: "INSERT INTO rule_set (version, status, effective_from, rules, digest) VALUES (1, 'live', '2026-04-15', $1, $2) ON CONFLICT (version) DO NOTHING" };

/** The live rule set, held in memory, applied to the facts of one matter. */
@Injectable()
export class RoutingService {
  private live: LiveRuleSet | null = null;

  constructor(private readonly database: Database) {}

  /** Reads the live rule set. Refuses one that breaks the invariants: a routing that cannot be trusted must not start. */
  async refresh(today: string): Promise<void> {
    const [row] = await this.database.read<{ version: number; rules: RuleSetContent }>(systemClaims('routing'), READ_LIVE, [today]);
    if (row === undefined) throw new Error(`No routing rule set is live on ${today}: run the seed`);
    const problems = ruleSetProblems(row.rules, new Set(AGENCIES.map(({ code }) => code)));
    if (problems.length > 0) throw new Error(`Routing rule set ${row.version} is refused:\n${problems.join('\n')}`);
    this.live = { version: row.version, content: row.rules };
  }

  route(facts: RoutingFacts): RoutingAnswer {
    const { version, content } = this.loaded();
    return { ...evaluate(content, facts), ruleSetVersion: version };
  }

  current(): RuleSetContent & { readonly version: number } {
    const { version, content } = this.loaded();
    return { version, ...content };
  }

  /** The decision as a row, to be written with the complaint. */
  decision(complaintId: string, facts: RoutingFacts, answer: RoutingAnswer, decidedAt: Date): Insert {
    const { rule, ruleSetVersion, tried, ...outcome } = answer;
    return insertInto(RoutingDecision, { id: newId(), complaintId, ruleSetVersion, rule, facts, tried, outcome, decidedAt });
  }

  /** A clerk sent it elsewhere than the rules did: a decision of its own, which names who and why. */
  override(complaintId: string, facts: RoutingFacts, { agency, track, reason, by }: { agency: string; track: Track; reason: string; by: string }, decidedAt: Date): Insert {
    const { version } = this.loaded();
    return insertInto(RoutingDecision, { id: newId(), complaintId, ruleSetVersion: version, rule: 'override', facts, tried: [], outcome: { agency, track, tracks: [track], reason, by }, decidedAt });
  }

  private loaded(): LiveRuleSet {
    if (this.live === null) throw new Error('The routing rules are not loaded');
    return this.live;
  }
}

/** Writes the first rule set where there is none. */
export async function seedRouting(database: Database): Promise<void> {
  const digest = createHash('sha256').update(canonicalize(FIRST_RULE_SET) ?? '').digest('hex');
  await database.transact(systemClaims('seed'), [{ statement: SEED, values: [JSON.stringify(FIRST_RULE_SET), digest] }], async () => undefined);
}
