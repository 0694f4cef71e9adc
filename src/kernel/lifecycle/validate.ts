import { groundProblems } from './basis.js';
import type { ClockStart, Lifecycle, Move, State } from './lifecycle.js';

/** The names that a table may use. Everything else in it is a mistake. */
export interface Vocabulary {
  readonly permissions: ReadonlySet<string>;
  readonly events: ReadonlySet<string>;
  readonly clocks: ReadonlySet<string>;
  /** Clocks whose end carries commands out by itself. */
  readonly expiring?: ReadonlyMap<string, readonly string[]>;
  /** Guard names per subject. */
  readonly guards: Readonly<Record<string, ReadonlySet<string>>>;
}

/**
 * Everything that is wrong with these tables, in words; an empty list means that they may be used.
 * Checked at boot and in a test: rows unique, states reachable, exits, clocks or `untimed`, names known,
 * cascades without a cycle.
 */
export function validateLifecycles(lifecycles: readonly Lifecycle[], vocabulary: Vocabulary): string[] {
  const carried = lifecycles.flatMap(({ moves }) => moves.flatMap(({ clocks }) => (clocks?.carry ?? []).map(kindOf)));
  const problems = lifecycles.flatMap((lifecycle) => [
    ...rowProblems(lifecycle),
    ...stateProblems(lifecycle),
    ...lifecycle.moves.flatMap((move) => nameProblems(lifecycle, move, vocabulary)),
    ...clockProblems(lifecycle, vocabulary, carried),
    ...expiryProblems(lifecycle, vocabulary),
  ]);
  return [...problems, ...duplicates(lifecycles.map((l) => l.subject)).map((s) => `subject ${s} has two tables`), ...cascadeProblems(lifecycles)];
}

function rowProblems(lifecycle: Lifecycle): string[] {
  const keys = lifecycle.moves.map((move) => `${String(move.from)} --${move.command}-->`);
  return duplicates(keys).map((key) => `${lifecycle.subject}: the row ${key} stands twice`);
}

function stateProblems(lifecycle: Lifecycle): string[] {
  const { subject, states, moves } = lifecycle;
  const named = moves.flatMap((move) => (move.from === null ? [move.to] : [move.from, move.to]));
  const unknown = [...new Set(named)].filter((state) => !Object.hasOwn(states, state)).map((state) => `${subject}: state ${state} is used but not described`);
  const reached = reachable(moves);
  const structural = Object.entries(states).flatMap(([name, state]) => {
    const leaves = moves.some((move) => move.from === name);
    return [
      ...(reached.has(name) ? [] : [`${subject}: state ${name} cannot be reached`]),
      ...(!leaves && state.final !== true ? [`${subject}: state ${name} has no exit and is not final`] : []),
      ...(leaves && state.final === true ? [`${subject}: final state ${name} has an exit`] : []),
      ...timing(subject, name, state),
    ];
  });
  return [...unknown, ...structural];
}

function timing(subject: string, name: string, state: State): string[] {
  const timed = state.clocks !== undefined && state.clocks.length > 0;
  if (state.final === true) return timed ? [`${subject}: final state ${name} waits for a clock`] : [];
  const untimed = /\S/.test(state.untimed ?? '');
  if (timed !== untimed) return [];
  return [timed ? `${subject}: state ${name} is both timed and untimed` : `${subject}: state ${name} has neither a clock nor a written reason (untimed)`];
}

function reachable(moves: readonly Move[]): Set<string> {
  const reached = new Set(moves.filter((move) => move.from === null).map((move) => move.to));
  for (let before = -1; before !== reached.size; ) {
    before = reached.size;
    for (const move of moves) if (move.from !== null && reached.has(move.from)) reached.add(move.to);
  }
  return reached;
}

function nameProblems(lifecycle: Lifecycle, move: Move, vocabulary: Vocabulary): string[] {
  const at = `${lifecycle.subject}.${move.command}`;
  const guards = vocabulary.guards[lifecycle.subject] ?? new Set<string>();
  return [
    ...(vocabulary.permissions.has(move.permission) ? [] : [`${at}: permission ${move.permission} does not exist`]),
    ...telling(at, move),
    ...move.emits.filter((event) => !vocabulary.events.has(event)).map((event) => `${at}: event ${event} does not exist`),
    ...[...(move.guards ?? []), ...startConditions(move)].filter((guard) => !guards.has(guard)).map((guard) => `${at}: guard ${guard} does not exist`),
    ...effectClocks(move).filter((clock) => !vocabulary.clocks.has(clock)).map((clock) => `${at}: clock ${clock} does not exist`),
    ...groundProblems(at, move),
  ];
}

/** A move tells of itself, or says why it need not. */
function telling(at: string, { emits, silent }: Move): string[] {
  if (emits.length === 0) return silent === undefined ? [`${at}: emits no event`] : [];
  return silent === undefined ? [] : [`${at}: says that it is silent and emits`];
}

/** A state that waits for a clock must have a way in that starts it, keeps one that runs already, or takes one over from another subject. */
function clockProblems(lifecycle: Lifecycle, vocabulary: Vocabulary, carried: readonly string[]): string[] {
  const started = new Set([...lifecycle.moves.flatMap(startedClocks), ...carried]);
  return Object.entries(lifecycle.states).flatMap(([name, state]) =>
    (state.clocks ?? []).flatMap((clock) => {
      if (!vocabulary.clocks.has(clock)) return [`${lifecycle.subject}: state ${name} waits for clock ${clock}, which does not exist`];
      return started.has(clock) ? [] : [`${lifecycle.subject}: state ${name} waits for clock ${clock}, which no move starts`];
    }),
  );
}

/** What time brings must be possible in every state that waits for it, whatever else stands: nobody is there to mend it. */
function expiryProblems({ subject, states, moves }: Lifecycle, { expiring = new Map() }: Vocabulary): string[] {
  return Object.entries(states).flatMap(([name, { clocks = [] }]) =>
    clocks.flatMap((clock) => (expiring.get(clock) ?? []).flatMap((command) => {
      const row = moves.find((move) => move.from === name && move.command === command);
      if (row === undefined) return [`${subject}: state ${name} waits for clock ${clock}, whose end carries out ${command}, which it has no row for`];
      return (row.guards ?? []).length + (row.requires ?? []).length > 0 ? [`${subject}.${command} is carried out by time and may not have guards or ask for anything`] : [];
    })),
  );
}

function effectClocks(move: Move): string[] {
  const { clocks = {} } = move;
  const plain = (['stop', 'pause', 'resume', 'lapse'] as const).flatMap((what) => clocks[what] ?? []);
  const rows: readonly { readonly kind: string }[] = [...(clocks.stopWhen ?? []), ...(clocks.extend ?? [])];
  return [...startedClocks(move), ...plain, ...rows.map(({ kind }) => kind), ...(clocks.carry ?? []).map(kindOf)];
}

function startedClocks(move: Move): string[] {
  return [...starts(move).map(kindOf), ...(move.clocks?.restart ?? [])];
}

function startConditions(move: Move): string[] {
  return [...starts(move), ...(move.clocks?.carry ?? []), ...(move.clocks?.stopWhen ?? [])].flatMap((start) => (typeof start === 'string' ? [] : [start.when]));
}

function kindOf(start: ClockStart): string {
  return typeof start === 'string' ? start : start.kind;
}

function starts({ clocks = {} }: Move): readonly ClockStart[] {
  return [...(clocks.start ?? []), ...(clocks.settle ?? [])];
}

function cascadeProblems(lifecycles: readonly Lifecycle[]): string[] {
  const edges = new Map<string, string[]>();
  const problems: string[] = [];
  for (const lifecycle of lifecycles)
    for (const move of lifecycle.moves)
      for (const { subject, command } of move.cascade ?? []) {
        const target = lifecycles.find((other) => other.subject === subject)?.moves.some((row) => row.command === command);
        if (target !== true) problems.push(`${lifecycle.subject}.${move.command}: cascade to ${subject}.${command}, which does not exist`);
        const from = `${lifecycle.subject}.${move.command}`;
        edges.set(from, [...(edges.get(from) ?? []), `${subject}.${command}`]);
      }
  return [...problems, ...[...edges.keys()].filter((start) => comesBack(start, edges)).map((start) => `${start}: cascade comes back to itself`)];
}

function comesBack(start: string, edges: ReadonlyMap<string, string[]>): boolean {
  const seen = new Set<string>();
  const queue = [...(edges.get(start) ?? [])];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (next === start) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    queue.push(...(edges.get(next) ?? []));
  }
  return false;
}

function duplicates(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
