import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Acting } from '../../platform/http/acting.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import { contentOf, type RoutingRule, type RuleSetContent } from './domain/rule.js';
import { findingsOf } from './known.js';
import { RoutingService } from './routing.service.js';
import type { RuleDto, RuleSetDto, RuleSetRowDto } from './rule-set.dto.js';
import type { RuleSet } from './rule-set.entity.js';

const ROW = 'id, number, state, version, title, effective_from AS "effectiveFrom", digest, written_by AS "writtenBy", published_by AS "publishedBy"';
const LIST = { name: 'rule-set-list', text: `SELECT ${ROW} FROM rule_set ORDER BY number DESC LIMIT 200` };
const ONE = { name: 'rule-set-one-by-number', text: `SELECT ${ROW}, rules FROM rule_set WHERE number = $1` };

type Stored = Omit<RuleSet, 'draftedAt' | 'publishedAt'>;

@Injectable()
export class RuleSetsQueries {
  constructor(
    private readonly database: Database,
    private readonly routing: RoutingService,
  ) {}

  async list({ claims }: Acting): Promise<RuleSetRowDto[]> {
    const rows = await this.database.read<Omit<Stored, 'rules'> & Record<string, never>>(claims, LIST, []);
    return rows.map((row) => ({ ...row, inForce: this.isInForce(row.number) }));
  }

  async one(acting: Acting, number: number): Promise<RuleSetDto> {
    return this.shown(await this.stored(acting, number));
  }

  async stored({ claims }: Acting, number: number): Promise<Stored> {
    const [row] = await this.database.read<Stored & Record<string, never>>(claims, ONE, [number]);
    if (row === undefined) throw httpProblem('subject.not-found');
    return row;
  }

  /** The row as readers see it: both languages of every rule, and everything that the linter has to say. */
  shown({ rules, ...row }: Stored): RuleSetDto {
    const { id, number, state, version, title, effectiveFrom, digest, writtenBy, publishedBy } = row;
    const content = contentOf(rules);
    return {
      id, number, state, version, title, effectiveFrom, inForce: this.isInForce(number), digest, writtenBy, publishedBy,
      offices: content.offices, rules: content.rules.map(shownRule), findings: findingsOf(rules),
    } as unknown as RuleSetDto;
  }

  private isInForce(number: number): boolean {
    return this.routing.inForce().number === number;
  }
}

/** The language tags keep the texts from being put into the reader's language: who writes rules needs both. */
function shownRule({ explanation: { zh, en }, ...rule }: RoutingRule): RuleDto {
  return { ...rule, explanation: { 'zh-CN': zh, en } } as unknown as RuleDto;
}

/** Rules as they came over the wire, in the shape in which they are kept. */
export function receivedContent({ offices, rules }: { offices: object; rules: readonly RuleDto[] }): RuleSetContent {
  const plain = JSON.parse(JSON.stringify({ offices, rules })) as { offices: RuleSetContent['offices']; rules: RuleDto[] };
  return { offices: plain.offices, rules: plain.rules.map(({ explanation, ...rule }) => ({ ...rule, explanation: { zh: explanation['zh-CN'], en: explanation.en } }) as unknown as RoutingRule) };
}

