import type { ClockEffects, ClockStart, GuardSet } from '../../kernel/lifecycle/index.js';
import type { Clocks, ClockPlace } from '../clocks/clocks.js';
import type { Deadline } from '../clocks/deadline.entity.js';
import { ended, extended, paused, resumed, stopped } from '../clocks/transitions.js';

export interface ClockChange {
  readonly started: readonly Deadline[];
  /** Ended, paused, resumed or moved to another agency: the rows as they are to be. */
  readonly changed: readonly Deadline[];
}

interface Effect<Facts> {
  readonly effects: ClockEffects | undefined;
  readonly guards: GuardSet<Facts>;
  readonly facts: Facts;
  readonly at: Date;
  readonly place: ClockPlace;
  readonly open: readonly Deadline[];
  /** Instants that start a clock, where it is not the instant of the command. */
  readonly triggers: Readonly<Record<string, Date>>;
  /** When the act was done that the command records, where that is not the instant of the command: it ends the clocks. */
  readonly acted?: Date;
  /** Lengths of clocks whose limit the order itself sets. */
  readonly amounts?: Readonly<Record<string, number>>;
  /** Who grants more time, and on what. */
  readonly grant?: { readonly by: string; readonly agency: string; readonly evidence: string };
}

/** What a move does to the clocks of its subject. Clocks that still run follow the subject to its new agency. */
export function clockChange<Facts>(clocks: Clocks, effect: Effect<Facts>): ClockChange {
  const { effects = {}, at, place, open, triggers, amounts = {} } = effect;
  const lapsed = lapsedKinds(effect);
  const stop = [...(effects.stop ?? []), ...(effects.stopWhen ?? []).filter((ending) => applies(ending, effect)).map(kindOf)];
  const changed = open.flatMap((deadline) => {
    const next = lapsed.has(deadline.kind) ? ended(deadline, 'lapse', at) : changedDeadline(clocks, deadline, { ...effect, effects: { ...effects, stop } });
    const version = deadline.version + 1;
    // What ends here was the duty of the agency that had it.
    if (next.endedAt !== null) return [{ ...next, version }];
    const moved = next.agency !== place.agency || next.region !== place.region;
    if (next === deadline && !moved) return [];
    return [{ ...next, version, agency: place.agency, region: place.region }];
  });
  const over = new Set(changed.filter(({ endedAt }) => endedAt !== null).map(({ id }) => id));
  // A duty that is owed already is not owed twice: its clock keeps its beginning.
  const owed = new Set(open.filter(({ id }) => !over.has(id)).map(({ kind }) => kind));
  const started = startedKinds(effect).filter((kind) => !owed.has(kind)).map((kind) => clocks.start(kind, triggers[kind] ?? at, place, amounts[kind]));
  return { started, changed };
}

/** Clocks that leave with what the move opens. */
export function carriedKinds<Facts>(effect: Pick<Effect<Facts>, 'effects' | 'guards' | 'facts'>): ReadonlySet<string> {
  return new Set((effect.effects?.carry ?? []).filter((start) => applies(start, effect)).map(kindOf));
}

function startedKinds<Facts>(effect: Effect<Facts>): string[] {
  const { effects = {}, open } = effect;
  const runs = (kind: string): boolean => open.some((deadline) => deadline.kind === kind);
  return [
    ...(effects.start ?? []).filter((start) => applies(start, effect)).map(kindOf),
    ...(effects.restart ?? []).filter(runs),
    ...(effects.settle ?? []).filter((start) => applies(start, effect) && !runs(start.kind)).map(kindOf),
  ];
}

function lapsedKinds<Facts>(effect: Effect<Facts>): ReadonlySet<string> {
  const { lapse = [], restart = [], settle = [] } = effect.effects ?? {};
  const wanted = new Set(settle.filter((start) => applies(start, effect)).map(({ kind }) => kind));
  return new Set([...lapse, ...restart, ...settle.map(({ kind }) => kind).filter((kind) => !wanted.has(kind))]);
}

function applies<Facts>(start: ClockStart, { guards, facts }: Pick<Effect<Facts>, 'guards' | 'facts'>): boolean {
  if (typeof start === 'string') return true;
  const condition = guards[start.when];
  if (condition === undefined) throw new Error(`Condition ${start.when} does not exist`);
  return condition.holds(facts);
}

function kindOf(start: ClockStart): string {
  return typeof start === 'string' ? start : start.kind;
}

function changedDeadline<Facts>(clocks: Clocks, deadline: Deadline, effect: Effect<Facts>): Deadline {
  const { effects = {}, at, acted } = effect;
  const { kind, basis } = deadline;
  if (names(effects.stop, kind)) return acted === undefined ? ended(deadline, 'stop', at) : stopped(deadline, at, acted);
  if (names(effects.pause, kind)) return paused(clocks, deadline, at, { reason: 'command', basis: clocks.lawOf(deadline).rule.pauseBasis ?? basis });
  if (names(effects.resume, kind)) return resumed(clocks, deadline, at);
  return prolonged(clocks, deadline, effect);
}

/** The rung comes with an amount where the law leaves it open. */
function prolonged<Facts>(clocks: Clocks, deadline: Deadline, { effects = {}, at, amounts = {}, grant }: Effect<Facts>): Deadline {
  const rung = effects.extend?.find(({ kind }) => kind === deadline.kind);
  if (rung === undefined || grant === undefined) return deadline;
  const amount = amounts[deadline.kind];
  return extended(clocks, deadline, at, { code: rung.step, ...(amount === undefined ? {} : { amount }), at: at.toISOString(), ...grant });
}

function names(kinds: readonly string[] | undefined, kind: string): boolean {
  return kinds?.includes(kind) === true;
}
