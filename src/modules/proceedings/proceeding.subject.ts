import type { Guard, GuardSet, Lifecycle } from '../../kernel/lifecycle/index.js';
import type { EntityClass } from '../../platform/database/insert-statements.js';
import type { Facts, Subject } from '../../platform/workflow/subject.js';
import { CaseFile } from '../cases/index.js';
import { INTERLOCKS, type Interlock } from './data/interlocks.data.js';
import { COMMON_GUARDS, inTheWay, siblingsOf, type CommonFacts } from './domain/proceeding.guards.js';
import { withRecusal, type RecusalRule } from './domain/recusal.lifecycle.js';
import type { ProceedingColumns } from './proceeding.entity.js';

interface Given<Row extends ProceedingColumns> {
  readonly lifecycle: Lifecycle;
  readonly guards: GuardSet<Facts<Row>>;
  readonly entity: EntityClass<Row>;
  /** States in which it is over: the case may be closed. Final states are. */
  readonly ended?: readonly string[];
  /** Where members may be asked to keep out. */
  readonly recusal?: RecusalRule;
}

/** A kind of proceeding as the workflow knows it, with what all kinds have in common. */
export function proceedingSubject<Row extends ProceedingColumns>({ lifecycle, guards, entity, ended = [], recusal }: Given<Row>): Subject<Row> {
  const over = new Set([...ended, ...Object.entries(lifecycle.states).flatMap(([name, { final }]) => (final === true ? [name] : []))]);
  return {
    lifecycle: recusal === undefined ? lifecycle : withRecusal(lifecycle, recusal),
    guards: { ...COMMON_GUARDS, ...interlocksOf(lifecycle.subject), ...guards },
    entity,
    place: ({ agency, region }) => ({ agency, intakeAgency: agency, region }),
    lawDay: ({ lawVersion }) => lawVersion,
    within: { entity: CaseFile, property: 'caseId' },
    derived: ({ endedAt }, to, at) => ({ endedAt: over.has(to) ? (endedAt ?? at) : null }) as Partial<Row>,
  };
}

/** What other proceedings of the case forbid to this kind, each as a guard that names who stands in the way. */
function interlocksOf(subject: string): GuardSet<CommonFacts> {
  const rows = (INTERLOCKS as readonly Interlock[]).filter(({ of }) => of.includes(subject));
  return Object.fromEntries(rows.map(({ id, while: forbidding, text, basis }): [string, Guard<CommonFacts>] => {
    const found = ({ input }: CommonFacts): object[] => inTheWay(siblingsOf(input), forbidding).map(({ kind, id: other, number, state }) => ({ kind, id: other, number, state }));
    return [id, { code: `interlock.${id}`, text, basis, holds: (facts) => found(facts).length === 0, details: found }];
  }));
}
