import { Injectable } from '@nestjs/common';
import { legalDay } from '../../platform/clocks/clocks.js';
import { systemClaims } from '../../platform/database/claims.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { uniqueViolation } from '../../platform/http/idempotency.js';
import { Problem } from '../../platform/http/problem.js';
import { anyOpening, Workflow, type Command, type Gather, type Opening } from '../../platform/workflow/workflow.js';
import { errorsOf } from './domain/finding.js';
import { digestOf, findingsOf, FIRST_OWN_NUMBER } from './known.js';
import { routingProblem } from './routing.errors.js';
import { RoutingService } from './routing.service.js';
import type { DraftRuleSetDto, RuleSetDto } from './rule-set.dto.js';
import type { RuleSet } from './rule-set.entity.js';
import { RULE_SET } from './rule-set.subject.js';
import { receivedContent, RuleSetsQueries } from './rule-sets.queries.js';

const NEXT_NUMBER = { name: 'rule-set-next-number', text: 'SELECT greatest(max(number) + 1, $1::int) AS next FROM rule_set' };
const RULES = { name: 'rule-set-rules', text: 'SELECT rules FROM rule_set WHERE id = $1' };
const BACKTESTS = { name: 'rule-set-backtests', text: 'SELECT count(*)::int AS count FROM routing_backtest b JOIN rule_set r USING (digest) WHERE r.id = $1' };
const LAST_FIRST_DAY = { name: 'rule-set-last-first-day', text: "SELECT max(effective_from) AS day FROM rule_set WHERE state IN ('published', 'retired')" };
const SUPERSEDED = {
  name: 'rule-sets-superseded',
  text: "SELECT id, version FROM rule_set r WHERE state = 'published' AND EXISTS (SELECT 1 FROM rule_set n WHERE n.state = 'published' AND n.effective_from > r.effective_from AND n.effective_from <= $1)",
};

/** Drafting, revising and publishing the rules: written by one, published by another, tried on past matters before. */
@Injectable()
export class RuleSetsService {
  constructor(
    private readonly database: Database,
    private readonly workflow: Workflow,
    private readonly routing: RoutingService,
    private readonly queries: RuleSetsQueries,
  ) {}

  /** 201 with the draft and everything that the linter says about it. Rules with errors may be kept as a draft, but go no further. */
  async draft(acting: Acting, { title, offices, rules }: DraftRuleSetDto): Promise<Answer<RuleSetDto>> {
    const [next] = await this.database.read<{ next: number }>(acting.claims, NEXT_NUMBER, [FIRST_OWN_NUMBER]);
    const content = receivedContent({ offices, rules });
    const row: Opening<RuleSet>['row'] = { id: newId(), number: next?.next ?? FIRST_OWN_NUMBER, title, rules: content, digest: digestOf(content), effectiveFrom: null, writtenBy: [acting.claims.actor], draftedAt: acting.at, publishedBy: null, publishedAt: null };
    const opening = anyOpening<RuleSet>({ subject: RULE_SET, command: 'draft', row, input: {}, data: { number: row.number, digest: row.digest } });
    try {
      return await this.workflow.open(acting, [opening], [], ([outcome]) => ({ status: 201, body: this.queries.shown((outcome as unknown as { row: RuleSet }).row) }));
    } catch (error) {
      throw uniqueViolation(error) === 'rule_set_number_key' ? routingProblem('routing.number-taken') : error;
    }
  }

  revise(acting: Acting, number: number, { title, offices, rules }: DraftRuleSetDto): Promise<Answer<RuleSetDto>> {
    const content = receivedContent({ offices, rules });
    const digest = digestOf(content);
    const author = acting.claims.actor;
    return this.move(acting, number, { command: 'revise', input: {}, data: { digest }, patch: ({ writtenBy }) => ({ title, rules: content, digest, writtenBy: [...new Set([...writtenBy, author])] }) });
  }

  async submit(acting: Acting, number: number): Promise<Answer<RuleSetDto>> {
    return this.move(acting, number, { command: 'submit', input: {} }, ({ id }) => ({ queries: [{ statement: RULES, values: [id] }], facts: ([rules]) => ({ errors: errorCount(rules) }) }));
  }

  sendBack(acting: Acting, number: number, reason: string): Promise<Answer<RuleSetDto>> {
    return this.move(acting, number, { command: 'send-back', input: { reason }, data: { reason } });
  }

  /** From its first day it decides, in this process at once and in others when they look next. What it supersedes retires on that day. */
  async publish(acting: Acting, number: number, effectiveFrom: string): Promise<Answer<RuleSetDto>> {
    const today = legalDay(acting.at);
    const gather = ({ id }: { id: string }): Gather => ({
      queries: [{ statement: RULES, values: [id] }, { statement: BACKTESTS, values: [id] }, { statement: LAST_FIRST_DAY, values: [] }],
      facts: ([rules, backtests, last]) => ({ errors: errorCount(rules), backtests: first<{ count: number }>(backtests)?.count ?? 0, lastFirstDay: first<{ day: string | null }>(last)?.day ?? '' }),
    });
    const patch = (): Partial<RuleSet> => ({ effectiveFrom, publishedBy: acting.claims.actor, publishedAt: acting.at });
    const answer = await this.move(acting, number, { command: 'publish', input: { effectiveFrom, today }, data: { effectiveFrom }, patch }, gather);
    await this.routing.refresh();
    await this.retireSuperseded(acting.at);
    return { ...answer, body: { ...answer.body, inForce: this.routing.inForce(acting.at).number === number } };
  }

  /** Retires, on record, what a later set has taken over from. Two processes at it at once harm nothing. */
  async retireSuperseded(at: Date): Promise<void> {
    const claims = systemClaims('routing');
    const found = await this.database.read<{ id: string; version: number }>(claims, SUPERSEDED, [legalDay(at)]);
    for (const { id, version } of found) {
      const acting: Acting = { claims, permissions: new Set(), agency: '', at, ifMatch: version };
      await this.workflow.execute(acting, { subject: RULE_SET, id, command: 'retire', input: {} }, () => ({ status: 200, body: null })).catch(unlessStale);
    }
  }

  private async move(acting: Acting, number: number, command: Omit<Command<RuleSet>, 'subject' | 'id'>, gather?: (row: { id: string }) => Gather): Promise<Answer<RuleSetDto>> {
    const { id } = await this.queries.stored(acting, number);
    return this.workflow.execute(acting, { ...command, subject: RULE_SET, id, ...(gather === undefined ? {} : { gather: gather({ id }) }) }, ({ row }) => ({ status: 200, body: this.queries.shown(row) }));
  }
}

function first<Row>(rows: readonly object[] | undefined): Row | undefined {
  return rows?.[0] as Row | undefined;
}

function errorCount(rows: readonly object[] | undefined): number {
  const found = first<Pick<RuleSet, 'rules'>>(rows);
  return found === undefined ? 1 : errorsOf(findingsOf(found.rules)).length;
}

function unlessStale(error: unknown): void {
  if (!(error instanceof Problem && error.code === 'precondition.failed')) throw error;
}
