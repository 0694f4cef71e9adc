import { Injectable } from '@nestjs/common';
import { systemClaims } from '../../platform/database/claims.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { insertInto } from '../../platform/database/insert-statements.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import { Idempotency } from '../../platform/http/idempotency.js';
import type { BacktestDto, BacktestOrderDto } from './decision.dto.js';
import { compile } from './domain/evaluate.js';
import { Replay, type PastDecision } from './domain/replay.js';
import { contentOf } from './domain/rule.js';
import { RoutingBacktest } from './rule-set.entity.js';
import { RuleSetsQueries } from './rule-sets.queries.js';

const PAST = {
  name: 'routing-decisions-past',
  text: `SELECT id, facts, rule, outcome FROM routing_decision
         WHERE kind = 'rule' AND ($1::uuid IS NULL OR id < $1) AND ($2::date IS NULL OR decided_at >= $2::date::timestamp AT TIME ZONE 'Asia/Shanghai') AND ($3::date IS NULL OR decided_at < ($3::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')
         ORDER BY id DESC LIMIT $4`,
};
const ONE = { name: 'routing-backtest-one', text: 'SELECT id, rule_set_version AS "ruleSetVersion", digest, sample, result, tried_at AS "triedAt" FROM routing_backtest WHERE id = $1' };
const BATCH = 2_000;

type PastRow = PastDecision & { readonly id: string };

/**
 * Tries a rule set on past decisions. The rules are for the whole city, so they are tried on the whole city, in the system scope:
 * what comes back are counts and facts of the kind that rules look at. No matter is named, and no person is among the facts.
 */
@Injectable()
export class BacktestsService {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly ruleSets: RuleSetsQueries,
  ) {}

  async run(acting: Acting, order: BacktestOrderDto): Promise<Answer<BacktestDto>> {
    const { number, digest, rules } = await this.ruleSets.stored(acting, order.ruleSet);
    const { considered, changed, moves } = await this.replayed(order, new Replay(compile(contentOf(rules))));
    const { last, from, to } = order;
    const row: RoutingBacktest = { id: newId(), ruleSetVersion: number, digest, sample: { last, from: from ?? null, to: to ?? null }, result: { considered, changed, moves }, triedBy: acting.claims.actor, triedAt: acting.at };
    const { triedBy: _, ...shown } = row;
    return this.idempotency.append(acting, [insertInto(RoutingBacktest, row)], { status: 201, body: shown as unknown as BacktestDto });
  }

  async one({ claims }: Acting, id: string): Promise<BacktestDto> {
    const [found] = await this.database.read<BacktestDto & Record<string, never>>(claims, ONE, [id]);
    if (found === undefined) throw httpProblem('subject.not-found');
    return found;
  }

  private async replayed({ last, from, to }: BacktestOrderDto, replay: Replay): Promise<Replay> {
    let before: string | null = null;
    while (replay.considered < last) {
      const wanted = Math.min(BATCH, last - replay.considered);
      const rows: PastRow[] = await this.database.read<PastRow & Record<string, never>>(systemClaims('backtest'), PAST, [before, from ?? null, to ?? null, wanted]);
      for (const row of rows) replay.add(row);
      if (rows.length < wanted) break;
      before = rows.at(-1)?.id ?? null;
    }
    return replay;
  }
}
