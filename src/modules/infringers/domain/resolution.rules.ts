/** Something that an accused party has, as a keyed digest, with where it stands. */
export interface PartyKey {
  readonly node: string;
  readonly field: string;
  readonly hash: string;
  /** What may be shown of it. */
  readonly shown: string;
  /** register, complaint or officer. */
  readonly source: string;
  /** Case in which it stands; null for the register. */
  readonly caseId: string | null;
}

export interface Weights {
  readonly threshold: number;
  readonly crowd: number;
  readonly signals: readonly { readonly field: string; readonly weight: number }[];
}

/** One thing in common, and where each side has it from. */
export interface Common {
  readonly field: string;
  readonly weight: number;
  readonly hash: string;
  readonly shown: string;
  readonly from: readonly { readonly node: string; readonly source: string; readonly caseId: string | null }[];
}

/** Two parties that may be one, `a` before `b`. */
export interface Linked {
  readonly a: string;
  readonly b: string;
  /** Percent, at most 100. */
  readonly strength: number;
  readonly signals: readonly Common[];
}

const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
const keyOf = ({ field, hash }: Pick<PartyKey, 'field' | 'hash'>): string => `${field} ${hash}`;

/** Pairs whose common things reach the threshold. The same whatever the order of the keys; the same thing twice counts once. */
export function linksOf(keys: readonly PartyKey[], { threshold, crowd, signals }: Weights): Linked[] {
  const weight = new Map(signals.map((signal) => [signal.field, signal.weight]));
  const pairs = new Map<string, { a: string; b: string; common: Common[] }>();
  for (const shared of grouped(keys)) {
    const holders = [...new Set(shared.map(({ node }) => node))].sort(byText);
    if (holders.length < 2 || holders.length > crowd) continue;
    for (const [a, b] of pairsOf(holders)) {
      const pair = pairs.get(`${a} ${b}`) ?? { a, b, common: [] };
      pair.common.push(commonOf(shared, a, b, weight));
      pairs.set(`${a} ${b}`, pair);
    }
  }
  return [...pairs.values()].map(linked).filter(({ strength }) => strength >= threshold).sort((one, other) => byText(one.a, other.a) || byText(one.b, other.b));
}

/** Whom a change of one party's keys can touch: everybody who has one of them, unless too many have it both before and after. `holders`: who has the keys now. */
export function touchedBy(node: string, holders: readonly Pick<PartyKey, 'node' | 'field' | 'hash'>[], crowd: number): string[] {
  const near = grouped(holders).map((shared) => new Set(shared.map((key) => key.node))).filter((nodes) => nodes.size <= crowd + 1);
  return [...new Set([node, ...near.flatMap((nodes) => [...nodes])])].sort(byText);
}

/** Connected components by union and find: each party with the least id of its component. */
export function components(nodes: readonly string[], links: readonly Pick<Linked, 'a' | 'b'>[]): Map<string, string> {
  const parent = new Map(nodes.map((node) => [node, node]));
  const root = (node: string): string => {
    let at = node;
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) {
      parent.set(at, parent.get(up) ?? up);
      at = up;
    }
    return at;
  };
  for (const { a, b } of links) {
    const [least = a, most = b] = [root(a), root(b)].sort(byText);
    parent.set(most, least);
  }
  return new Map(nodes.map((node) => [node, root(node)]));
}

function grouped<Key extends Pick<PartyKey, 'field' | 'hash'>>(keys: readonly Key[]): Key[][] {
  const groups = new Map<string, Key[]>();
  for (const key of keys) groups.set(keyOf(key), [...(groups.get(keyOf(key)) ?? []), key]);
  return [...groups.values()];
}

function pairsOf(nodes: readonly string[]): [string, string][] {
  return nodes.flatMap((a, index) => nodes.slice(index + 1).map((b): [string, string] => [a, b]));
}

function commonOf(shared: readonly PartyKey[], a: string, b: string, weight: ReadonlyMap<string, number>): Common {
  const sides = shared.filter(({ node }) => node === a || node === b);
  const from = sides.map(({ node, source, caseId }) => ({ node, source, caseId })).sort((one, other) => byText(JSON.stringify(one), JSON.stringify(other)));
  const [{ field = '', hash = '' } = {}] = shared;
  return { field, hash, weight: weight.get(field) ?? 0, shown: sides.map(({ shown }) => shown).sort(byText)[0] ?? '', from };
}

/** Two telephones in common are no more than one. */
function linked({ a, b, common }: { a: string; b: string; common: readonly Common[] }): Linked {
  const signals = [...common].sort((one, other) => other.weight - one.weight || byText(keyOf(one), keyOf(other)));
  const strongest = new Map(signals.map(({ field, weight }) => [field, weight]));
  return { a, b, strength: Math.min(100, [...strongest.values()].reduce((sum, one) => sum + one, 0)), signals };
}
