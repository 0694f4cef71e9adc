import { Injectable } from '@nestjs/common';
import type { LocalizedText } from '../../kernel/text.js';
import { legalDay } from '../../platform/clocks/clocks.js';
import { Database } from '../../platform/database/database.js';
import type { Acting } from '../../platform/http/acting.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import { AGENCIES } from '../identity/index.js';
import { FACT_WORDS, FLAG_WORDS, LANE_WORDS, TRACK_WORDS } from './data/index.js';
import type { DecisionDto, FactsDto, OverriddenRuleDto, PeriodQuery, SimulatedDecisionDto, SimulationDto } from './decision.dto.js';
import { compile, evaluate } from './domain/evaluate.js';
import { explainRules, factsSentence, traceOf } from './domain/explain.js';
import { factsWith, type RoutingFacts } from './domain/facts.js';
import { contentOf, type Routed, type RuleSetContent } from './domain/rule.js';
import type { RoutingDecision } from './routing-decision.entity.js';
import { RoutingService } from './routing.service.js';
import type { RuleSet } from './rule-set.entity.js';
import { RuleSetsQueries } from './rule-sets.queries.js';

const ONE = {
  name: 'routing-decision-one',
  text: `SELECT d.id, complaint_id AS "complaintId", kind, rule_set_version AS "ruleSetVersion", rule, facts, tried, outcome, overridden_by AS "overriddenBy", override_reason AS "overrideReason", decided_at AS "decidedAt", s.rules
         FROM routing_decision d LEFT JOIN rule_set s ON s.number = d.rule_set_version WHERE d.id = $1`,
};
const OVERRIDES = {
  name: 'routing-overrides',
  text: `WITH period AS (SELECT rule_set_version, rule, kind, outcome ->> 'track' AS track FROM routing_decision
           WHERE decided_at >= $1::date::timestamp AT TIME ZONE 'Asia/Shanghai' AND ($2::date IS NULL OR decided_at < ($2::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')),
         taken AS (SELECT rule_set_version, rule, track, count(*)::int AS count FROM period WHERE kind = 'override' GROUP BY 1, 2, 3)
         SELECT t.rule_set_version AS "ruleSetVersion", t.rule, (SELECT count(*)::int FROM period p WHERE p.kind = 'rule' AND p.rule = t.rule AND p.rule_set_version = t.rule_set_version) AS decided,
                sum(t.count)::int AS overridden, jsonb_object_agg(t.track, t.count) AS tracks
         FROM taken t GROUP BY 1, 2 ORDER BY overridden DESC, 1, 2`,
};
const DAY_MILLISECONDS = 24 * 3_600_000;
const PERIOD_DAYS = 90;

type Stored = RoutingDecision & { readonly facts: Partial<RoutingFacts>; readonly outcome: Pick<Routed, 'track' | 'agency' | 'explanation' | 'basis' | 'measures'> & Partial<Routed>; readonly rules: RuleSet['rules'] | null };
type Told = Omit<Routed, 'tried'> & { readonly ruleSetVersion: number };

/** Decisions explained: those that were made, and those that would be. */
@Injectable()
export class DecisionsQueries {
  constructor(
    private readonly database: Database,
    private readonly routing: RoutingService,
    private readonly ruleSets: RuleSetsQueries,
  ) {}

  /** Facts, every rule tried and why, and the outcome, from what was stored and the version that it names. */
  async explained({ claims }: Acting, id: string): Promise<DecisionDto> {
    const [found] = await this.database.read<Stored & Record<string, never>>(claims, ONE, [id]);
    if (found === undefined) throw httpProblem('subject.not-found');
    const { complaintId, kind, rule, ruleSetVersion, tried, outcome, overriddenBy, overrideReason, decidedAt, rules } = found;
    const facts = factsWith(found.facts);
    const content: RuleSetContent = rules === null ? { offices: {}, rules: [] } : contentOf(rules);
    const { tracks = [outcome.track], lane = 'ordinary', flags = [], warnings = [] } = outcome;
    const told: Told = { ...outcome, tracks, lane, flags, warnings, rule, ruleSetVersion };
    const body = explanation(facts, told, content, traceOf(content, rule, tried));
    const sentences = overriddenBy === null ? body.sentences : [...body.sentences, overriddenSentence(rule, overrideReason)];
    return { id, complaintId, kind, overriddenBy, overrideReason, decidedAt, ...body, sentences } as unknown as DecisionDto;
  }

  /** What the rules would say. Nothing is written. */
  async simulated(acting: Acting, { facts: given, ruleSet }: SimulationDto): Promise<SimulatedDecisionDto> {
    const facts = factsWith(plain(given));
    if (ruleSet === undefined) {
      const { tried, decisionId: _, ...answer } = this.routing.route(facts, acting.at);
      return shown(explanation(facts, answer, this.routing.inForce(acting.at).content, tried));
    }
    const { rules } = await this.ruleSets.stored(acting, ruleSet);
    const content = contentOf(rules);
    const { tried, ...routed } = evaluate(compile(content), facts);
    return shown(explanation(facts, { ...routed, ruleSetVersion: ruleSet }, content, tried));
  }

  /** Where clerks decide otherwise than the rules, in what the reader may see. */
  overrides({ claims, at }: Acting, { from, to }: PeriodQuery): Promise<OverriddenRuleDto[]> {
    const first = from ?? legalDay(new Date(at.getTime() - PERIOD_DAYS * DAY_MILLISECONDS));
    return this.database.read<OverriddenRuleDto & Record<string, never>>(claims, OVERRIDES, [first, to ?? null]);
  }
}

interface Explained extends Told {
  readonly facts: RoutingFacts;
  readonly sentences: readonly LocalizedText[];
  readonly tried: readonly object[];
}

function explanation(facts: RoutingFacts, told: Told, content: RuleSetContent, trace: string): Explained {
  return { ...told, facts, sentences: sentencesOf(facts, told), tried: explainRules(content, trace, facts, FACT_WORDS) };
}

function shown(body: Explained): SimulatedDecisionDto {
  return body as unknown as SimulatedDecisionDto;
}

/** The undefined members of a request would hide what is taken as ordinary. */
function plain(given: FactsDto): Partial<RoutingFacts> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

function sentencesOf(facts: RoutingFacts, { rule, ruleSetVersion, explanation: why, basis, agency, tracks, lane, flags, warnings }: Told): LocalizedText[] {
  const name = AGENCIES.find(({ code }) => code === agency)?.name ?? { zh: agency, en: agency };
  const ways = tracks.map((track) => TRACK_WORDS[track]);
  const marks = flags.map((flag) => FLAG_WORDS[flag]);
  const quick = LANE_WORDS[lane];
  return [
    factsSentence(facts, factsWith({}), FACT_WORDS),
    { zh: `第${ruleSetVersion}版规则集的规则“${rule}”决定：${why.zh}。`, en: `Rule ${rule} of rule set ${ruleSetVersion} decided: ${why.en}.` },
    { zh: `依据：${basis.source}${basis.article}${basis.status === 'verified' ? '' : '（尚未核实）'}。`, en: `Legal ground: ${basis.source} ${basis.article}${basis.status === 'verified' ? '' : ' (not verified)'}.` },
    { zh: `办理单位：${name.zh}；途径：${ways.map(({ zh }) => zh).join('、')}；${quick.zh}。`, en: `Agency: ${name.en}; ways: ${ways.map(({ en }) => en).join(', ')}; ${quick.en}.` },
    ...(marks.length === 0 ? [] : [{ zh: `请注意：${marks.map(({ zh }) => zh).join('、')}。`, en: `To be looked at: ${marks.map(({ en }) => en).join(', ')}.` }]),
    ...warnings.map(({ text }) => text),
  ];
}

function overriddenSentence(rule: string, reason: string | null): LocalizedText {
  return { zh: `经办人未采纳规则“${rule}”，理由：${reason ?? ''}。`, en: `A clerk set rule ${rule} aside. Reason: ${reason ?? ''}.` };
}
