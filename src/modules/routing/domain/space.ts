import { FACT_VALUES, factsWith, type FactName, type FactValue, type RoutingFacts } from './facts.js';
import type { Conditions } from './rule.js';

/**
 * Facts are finite, so conditions are boxes in a finite space. These functions answer exactly, and with an example, what can
 * still happen behind the rules before. A search shares its steps with others and gives up when they are used: a set that
 * needs more is told as tangled.
 */
export interface Search {
  steps: number;
}

export function newSearch(): Search {
  return { steps: 200_000 };
}

/** Every value that a condition lets through. */
export function allowed(box: Conditions, fact: FactName): readonly FactValue[] {
  return box[fact] ?? FACT_VALUES[fact];
}

/** What fits both, or null where nothing can. */
export function meet(one: Conditions, other: Conditions): Conditions | null {
  const both: Record<string, readonly FactValue[]> = { ...one };
  for (const fact of Object.keys(other) as FactName[]) {
    const values = allowed(one, fact).filter((value) => allowed(other, fact).includes(value));
    if (values.length === 0) return null;
    both[fact] = values;
  }
  return both;
}

/** True when everything that fits `narrow` fits `wide` too. */
export function covers(wide: Conditions, narrow: Conditions): boolean {
  return (Object.keys(wide) as FactName[]).every((fact) => allowed(narrow, fact).every((value) => allowed(wide, fact).includes(value)));
}

/** Facts that fit `box` and none of `taken`; null where there are none; `tangled` where the search was given up. */
export function example(box: Conditions, taken: readonly Conditions[], search: Search): RoutingFacts | 'tangled' | null {
  const found = outside(box, taken, search);
  if (found !== null) return pointIn(found);
  return search.steps < 0 ? 'tangled' : null;
}

/** Cuts the box along the conditions of the first rule that meets it, and looks at what stays outside. */
function outside(box: Conditions, taken: readonly Conditions[], search: Search): Conditions | null {
  search.steps -= 1;
  if (search.steps < 0) return null;
  const index = taken.findIndex((one) => meet(box, one) !== null);
  const wall = taken[index];
  if (wall === undefined) return box;
  let inside = box;
  for (const fact of Object.keys(wall) as FactName[]) {
    const rest = allowed(inside, fact).filter((value) => !allowed(wall, fact).includes(value));
    const found = rest.length === 0 ? null : outside({ ...inside, [fact]: rest }, taken.slice(index + 1), search);
    if (found !== null) return found;
    inside = { ...inside, [fact]: allowed(inside, fact).filter((value) => allowed(wall, fact).includes(value)) };
  }
  return null;
}

/** One matter of the box, as ordinary as the box lets it be. */
function pointIn(box: Conditions): RoutingFacts {
  const neutral = factsWith({});
  const chosen = (Object.keys(box) as FactName[]).map((fact) => [fact, allowed(box, fact).includes(neutral[fact]) ? neutral[fact] : allowed(box, fact)[0]]);
  return { ...neutral, ...(Object.fromEntries(chosen) as Partial<RoutingFacts>) };
}
