import type { Finding, Source } from './source.js';
import { isSpec } from './source.js';

/** The furniture of a room, and of its domain. */
const FURNITURE = /^(index|[\w-]+(\.[\w-]+)*\.(module|controller|service|queries|jobs|entity|dto|errors|subject|tokens|data|demo|reference|routes|webhook))\.ts$/;
const DOMAIN = /^(index|[\w-]+(\.[\w-]+)*\.(lifecycle|guards|rules|errors))\.ts$/;

/** Files with a name of their own, and what they are instead of a piece of furniture. */
export const NAMED: Readonly<Record<string, string>> = {
  'identity/account-statements.ts': 'SQL of the accounts, shared by sessions and accounts',
  'identity/client-credentials.ts': 'parses the form of RFC 6749, with its own spec',
  'identity/identity.accounts.ts': 'functions over accounts for the command line too, without Nest',
  'identity/identity.principals.ts': 'what the authenticator asks the room for',
  'identity/identity.sessions.ts': 'writes of log-in and refresh',
  'identity/lockouts.ts': 'memory of failed log-ins, with its own spec',
  'imports/import-reader.ts': 'from the bytes of a file to submissions, whatever its format',
  'intake/filed-complaint.ts': 'the answer to a filing, from the rows that were written',
  'intake/filing.ts': 'from one submission to the rows of its legs',
  'intake/moved-complaint.ts': 'the answer to a command',
  'intake/revision.ts': 'what differs between two submissions under one number',
  'intake/routing-facts.ts': 'what the rules may see of a submission',
  'matters/matters.sql.ts': 'the measurements of two complaints, shared by queries and jobs',
  'intake/domain/classify.ts': 'one rule, in a file of its name',
  'deadlines/show-clock.ts': 'the answer about one clock, for reads and commands',
  'deadlines/domain/calculation.ts': 'one calculation, in a file of its name',
  'routing/domain/facts.ts': 'what the rules may look at',
  'routing/known.ts': 'the agencies and facts that rules may name',
  'routing/overrides.ts': 'what a clerk may decide otherwise, and the decision that stands',
  'routing/routing.seed.ts': 'writes the delivered rule sets',
  'routing/domain/crime.ts': 'one comparison, in a file of its name',
  'routing/domain/explain.ts': 'one explanation, in a file of its name',
  'routing/domain/finding.ts': 'what the linter says',
  'routing/domain/lint.ts': 'invariants of the rule table',
  'routing/domain/order.ts': 'which rule stands before which',
  'routing/domain/replay.ts': 'past facts under another rule set',
  'routing/domain/space.ts': 'every combination that facts can take',
  'routing/domain/evaluate.ts': 'one rule, in a file of its name',
  'routing/domain/rule.ts': 'the types of the rule table',
};

/** Rooms that are larger than fifteen files, with the reason why they are not two. */
export const LARGE: Readonly<Record<string, string>> = {
  identity: 'log-in, accounts and reference lists share the account and the agency; splits when API clients get screens of their own',
  intake: 'filing, correcting and deciding share one lifecycle; links, replies and imports are rooms of their own',
  penalties: 'forty commands of one lifecycle, split by stage of the work; seizures, fines and simplified penalties are rooms of their own',
  routing: 'deciding, explaining, drafting and replaying share one rule set',
};
const ROOM_FILES = 15;
const LINES = 400;

export function furnitureProblems(sources: readonly Source[]): Finding[] {
  return sources.flatMap(({ path }): Finding[] => {
    const [, room, rest = ''] = /^src\/modules\/([^/]+)\/(.+)$/.exec(path) ?? [];
    if (room === undefined || isSpec(path) || rest.startsWith('data/') || `${room}/${rest}` in NAMED) return [];
    // Each outside system has a folder of its own.
    const inside = room === 'integrations' ? rest.replace(/^[\w-]+\//, '') : rest;
    const fits = inside.startsWith('domain/') ? DOMAIN.test(inside.slice('domain/'.length)) : FURNITURE.test(inside);
    return fits ? [] : [{ path, line: 0, what: 'is no piece of furniture: rename it, or list it in NAMED with what it is' }];
  });
}

export function roomSizeProblems(sources: readonly Source[], large: Readonly<Record<string, string>> = LARGE): Finding[] {
  const rooms = new Map<string, number>();
  for (const { path } of sources) {
    const room = /^src\/modules\/([^/]+)\/[^/]+$/.exec(path)?.[1];
    if (room !== undefined && !isSpec(path)) rooms.set(room, (rooms.get(room) ?? 0) + 1);
  }
  return [...rooms].filter(([room, count]) => count > ROOM_FILES && !(room in large)).map(([room, count]) => ({ path: `src/modules/${room}`, line: 0, what: `${count} files: split the room, or list it in LARGE with the reason` }));
}

export function lengthProblems(sources: readonly Source[]): Finding[] {
  return sources.filter(({ path }) => path.startsWith('src/') && !isSpec(path)).map(({ path, text }) => ({ path, line: 0, lines: text.split('\n').length - 1 })).filter(({ lines }) => lines > LINES).map(({ path, lines }) => ({ path, line: 0, what: `${lines} lines` }));
}
