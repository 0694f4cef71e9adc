import type { Lifecycle } from './lifecycle.js';

/** The table as a Mermaid state diagram with both languages. Same table, same text: it can be committed and compared. */
export function lifecycleDiagram(lifecycle: Lifecycle): string {
  const id = (state: string): string => state.replaceAll('-', '_');
  const states = Object.entries(lifecycle.states).map(([name, state]) => `  ${id(name)} : ${name} ${state.label.zh}`);
  const moves = lifecycle.moves.map((move) => `  ${move.from === null ? '[*]' : id(move.from)} --> ${id(move.to)} : ${move.command}`);
  const ends = Object.entries(lifecycle.states).filter(([, state]) => state.final === true).map(([name]) => `  ${id(name)} --> [*]`);
  return ['stateDiagram-v2', ...states, ...moves, ...ends].join('\n');
}
