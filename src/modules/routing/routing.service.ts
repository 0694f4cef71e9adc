import { Injectable } from '@nestjs/common';
import { legalDay } from '../../platform/clocks/clocks.js';
import { systemClaims } from '../../platform/database/claims.js';
import { Database, type Query } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { insertInto, type Insert } from '../../platform/database/insert-statements.js';
import { Now } from '../../platform/http/clock.js';
import { INTAKE_DESK } from '../identity/index.js';
import { compile, evaluate, type CompiledRules } from './domain/evaluate.js';
import type { RoutingFacts } from './domain/facts.js';
import { errorsOf } from './domain/finding.js';
import { contentOf, type FirstRuleSet, type Routed, type RuleSetContent } from './domain/rule.js';
import { findingsOf } from './known.js';
import { refuseOverride, type Override, type StoredDecision } from './overrides.js';
import { RoutingDecision } from './routing-decision.entity.js';

export interface PublishedRules {
  readonly number: number;
  readonly effectiveFrom: string;
  readonly digest: string;
  readonly content: RuleSetContent;
  readonly compiled: CompiledRules;
}

/** Which desk gets it and why, with the version of the rules that said so. */
export interface RoutingAnswer extends Routed {
  readonly ruleSetVersion: number;
  /** Id of the row that the decision becomes. */
  readonly decisionId: string;
}

const PUBLISHED = {
  name: 'rule-sets-published',
  text: "SELECT number, effective_from AS \"effectiveFrom\", digest, rules FROM rule_set WHERE state IN ('published', 'retired') AND effective_from IS NOT NULL ORDER BY effective_from DESC, number DESC",
};
const LAST_DECISION = { name: 'routing-decision-last', text: 'SELECT facts, rule, rule_set_version AS "ruleSetVersion", outcome FROM routing_decision WHERE complaint_id = $1 ORDER BY id DESC LIMIT 1' };

/** The published rule sets, held in memory; each decision is made by the one that is in force on its day. */
@Injectable()
export class RoutingService {
  /** Latest first day first. */
  private sets: readonly PublishedRules[] = [];

  constructor(
    private readonly database: Database,
    private readonly now: Now,
  ) {}

  /**
   * Sees what was published since, in this process or another. Throws where no set is in force, or where one that decides now or
   * later breaks the invariants: the process does not start then, and one that runs keeps what it has.
   */
  async refresh(): Promise<void> {
    const rows = await this.database.read<{ number: number; effectiveFrom: string; digest: string; rules: RuleSetContent | FirstRuleSet }>(systemClaims('routing'), PUBLISHED, []);
    const today = legalDay(this.now.date());
    const reigning = rows.findIndex(({ effectiveFrom }) => effectiveFrom <= today);
    if (reigning < 0) throw new Error(`No routing rule set is in force on ${today}: run the seed`);
    this.sets = rows.map(({ number, effectiveFrom, digest, rules }, index) => {
      const known = this.sets.find((set) => set.number === number && set.digest === digest);
      if (known !== undefined) return known;
      const problems = index > reigning ? [] : errorsOf(findingsOf(rules));
      if (problems.length > 0) throw new Error(`Routing rule set ${number} is refused:\n${problems.map(({ rule, text }) => `${rule ?? ''}: ${text.en}`).join('\n')}`);
      const content = contentOf(rules);
      return { number, effectiveFrom, digest, content, compiled: compile(content) };
    });
  }

  /** Never throws: a matter that the rules cannot decide goes to the clerk, with the cause. */
  route(facts: RoutingFacts, at: Date = this.now.date()): RoutingAnswer {
    let number = 0;
    try {
      const set = this.inForce(at);
      number = set.number;
      return { ...evaluate(set.compiled, facts), ruleSetVersion: number, decisionId: newId() };
    } catch (error) {
      return byHand(number, error instanceof Error ? error.message : 'unknown');
    }
  }

  /** The rules that decide at this instant. Throws where none does. */
  inForce(at: Date = this.now.date()): PublishedRules {
    const day = legalDay(at);
    const found = this.sets.find(({ effectiveFrom }) => effectiveFrom <= day);
    if (found === undefined) throw new Error(`No routing rule set is in force on ${day}`);
    return found;
  }

  /** The decision as a row, to be written with the complaint. */
  decision(complaintId: string, facts: RoutingFacts, answer: RoutingAnswer, decidedAt: Date): Insert {
    const { rule, ruleSetVersion, tried, decisionId: id, ...outcome } = answer;
    return insertInto(RoutingDecision, { id, complaintId, kind: 'rule', ruleSetVersion, rule, facts, tried, outcome, overriddenBy: null, overrideReason: null, decidedAt });
  }

  /** The decision that stands, to be gathered under the locks of the complaint; see {@link StoredDecision}. */
  lastDecision(complaintId: string): Query {
    return { statement: LAST_DECISION, values: [complaintId] };
  }

  /**
   * A clerk decides otherwise than the rules, with a reason: a decision of its own, which keeps the rule that was set aside, so that
   * overrides can be counted for it. Throws routing.track-not-permitted and routing.agency-not-competent: the law says which ways are
   * open, the clerk chooses among them.
   */
  override(complaintId: string, last: StoredDecision, { agency, track, reason, by }: Override, decidedAt: Date): Insert {
    refuseOverride(last, { agency, track });
    const { rule, ruleSetVersion, facts, outcome } = last;
    const tracks = [track, ...(outcome.tracks ?? [outcome.track]).filter((one) => one !== track)];
    return insertInto(RoutingDecision, { id: newId(), complaintId, kind: 'override', ruleSetVersion, rule, facts, tried: '', outcome: { ...outcome, track, tracks, agency }, overriddenBy: by, overrideReason: reason, decidedAt });
  }
}

function byHand(ruleSetVersion: number, cause: string): RoutingAnswer {
  return {
    rule: 'evaluation-error', ruleSetVersion, decisionId: newId(), track: 'outside', tracks: ['outside'], agency: INTAKE_DESK, lane: 'ordinary', flags: ['evaluation-error'], measures: [7], tried: '',
    explanation: { zh: '规则计算出错，由统一接收机构人工分派', en: 'The rules could not be evaluated: the intake desk distributes by hand' },
    basis: { source: '市场监督管理投诉举报处理办法（市场监管总局令第121号）', article: '第四十一条', status: 'verified' },
    warnings: [{ code: 'routing.evaluation-failed', text: { zh: `规则计算出错：${cause}`, en: `The rules could not be evaluated: ${cause}` } }],
  };
}
