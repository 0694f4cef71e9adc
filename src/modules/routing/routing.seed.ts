import { systemClaims } from '../../platform/database/claims.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { insertInto } from '../../platform/database/insert-statements.js';
import { LedgerEntry, LedgerHead } from '../../platform/ledger/ledger-entry.entity.js';
import { record } from '../../platform/workflow/records.js';
import { FIRST_RULE_SET, SECOND_RULE_SET } from './data/index.js';
import type { FirstRuleSet, RuleSetContent } from './domain/rule.js';
import { RULE_SET_LIFECYCLE } from './domain/rule-set.lifecycle.js';
import { digestOf, FIRST_OWN_NUMBER } from './known.js';
import { RuleSet } from './rule-set.entity.js';

interface Delivered {
  readonly number: number;
  readonly title: string;
  readonly effectiveFrom: string;
  readonly rules: RuleSetContent | FirstRuleSet;
}

/** Rule sets that come with the software, oldest first. They never change: a new one gets the next number. On a new database only the last one ever decides. */
const DELIVERED: readonly Delivered[] = [
  { number: 1, title: '首版分派规则', effectiveFrom: '2026-04-15', rules: FIRST_RULE_SET },
  { number: 2, title: '分派规则：去向、途径、快慢与提示', effectiveFrom: '2026-06-01', rules: SECOND_RULE_SET },
];

const LOCK = { name: 'rule-set-seed-lock', text: "SELECT pg_advisory_xact_lock(hashtextextended('rule-set-seed', 0))" };
const KNOWN = { name: 'rule-set-seed-known', text: "SELECT number, id, state, EXISTS (SELECT 1 FROM ledger_head h WHERE h.subject_type = 'rule-set' AND h.subject_id = r.id) AS recorded FROM rule_set r" };

interface Known {
  readonly number: number;
  readonly id: string;
  readonly state: string;
  readonly recorded: boolean;
}

/**
 * Writes the delivered rule sets where they are missing, and the first entry of the history of each that has none. Where the city has
 * published rules of its own, a new delivery takes over from nothing: it waits to be published like any other.
 */
export async function seedRouting(database: Database): Promise<void> {
  const at = new Date();
  await database.transact(systemClaims('seed'), [{ statement: LOCK, values: [] }, { statement: KNOWN, values: [] }], async (transaction, [, found = []]) => {
    const known = new Map((found as unknown as Known[]).map((before) => [before.number, before]));
    const ownRules = [...known.values()].some(({ number, state }) => number >= FIRST_OWN_NUMBER && state === 'published');
    const missing = DELIVERED.filter(({ number }) => !known.has(number)).map((set) => row(set, ownRules, at));
    const present = [...missing, ...[...known.values()].filter(({ recorded }) => !recorded)];
    const history = DELIVERED.flatMap(({ number, rules }) => present.filter((one) => one.number === number).map(({ id, state }) => record({ subjectType: RULE_SET_LIFECYCLE.subject, subjectId: id, at, actor: 'system:seed', event: 'rule-set.delivered', data: { number, digest: digestOf(rules), to: state } }, null)));
    if (history.length === 0) return;
    const rows = [...(missing.length > 0 ? [insertInto(RuleSet, ...missing)] : []), insertInto(LedgerEntry, ...history.map(({ entry }) => entry)), insertInto(LedgerHead, ...history.map(({ head }) => head))];
    await transaction.batch([transaction.insert(rows)]);
  });
}

function row({ number, title, effectiveFrom, rules }: Delivered, ownRules: boolean, at: Date): RuleSet {
  const superseded = number !== DELIVERED.at(-1)?.number;
  const common = { id: newId(), number, version: 1, title, rules, digest: digestOf(rules), writtenBy: [], draftedAt: at, publishedBy: null };
  return ownRules ? { ...common, state: 'submitted', effectiveFrom: null, publishedAt: null } : { ...common, state: superseded ? 'retired' : 'published', effectiveFrom, publishedAt: at };
}
