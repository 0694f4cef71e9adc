// Who may know whom. `npm run lint` reads this; test/architecture proves that every rule can go red.

/** What a room may import beside itself, the platform and the kernel; always through index.ts. A room that stands here need not exist yet. */
const GROUND = ['identity', 'deadlines', 'evidence', 'parties', 'rights'];
const TRACK = [...GROUND, 'cases'];
/** What every passage of a case may use. The tracks do not know each other: what one does to another goes by the tables. */
const PASSAGE = [...TRACK, 'replies', 'case-parties', 'documents', 'document-services', 'proceedings', 'courts'];
export const ROOMS = {
  identity: [],
  deadlines: ['identity'],
  evidence: ['identity'],
  parties: ['identity'],
  rights: ['identity', 'parties'],
  notices: ['identity'],
  replies: GROUND,
  cases: [...GROUND, 'replies', 'documents'],
  'case-parties': TRACK,
  documents: GROUND,
  'document-services': [...TRACK, 'case-parties', 'documents'],
  proceedings: [...TRACK, 'documents'],
  courts: ['identity'],
  // The decision that is served opens the fine that it asks for.
  penalties: [...PASSAGE, 'fines'],
  seizures: PASSAGE,
  fines: PASSAGE,
  'simplified-penalties': [...PASSAGE, 'fines'],
  adjudications: PASSAGE,
  // One track in three rooms: with an agreement in force begin its terms and its confirmation.
  mediations: [...PASSAGE, 'agreements', 'confirmations'],
  agreements: PASSAGE,
  confirmations: PASSAGE,
  referrals: PASSAGE,
  'civil-suits': PASSAGE,
  takedowns: PASSAGE,
  supervisions: PASSAGE,
  campaigns: TRACK,
  urgings: TRACK,
  ladder: TRACK,
  messages: ['identity'],
  inspections: TRACK,
  'spot-checks': TRACK,
  infringers: [...TRACK, 'parties'],
  repeats: [...TRACK, 'civil-suits'],
  'track-records': TRACK,
  // Only the warnings import it: no rule of another room may look at who is listed.
  whitelist: TRACK,
  watches: [...TRACK, 'whitelist'],
  'rapid-centre': TRACK,
  rewards: TRACK,
  fairs: PASSAGE,
  lanes: [...TRACK, 'track-records'],
  tracks: [...PASSAGE, 'penalties', 'adjudications', 'mediations'],
  expedite: TRACK,
  registries: ['identity'],
  // Its decisions are what the register holds.
  listings: [...PASSAGE, 'registries'],
  publications: [...TRACK, 'documents'],
  'credit-repairs': [...TRACK, 'documents', 'listings', 'publications'],
  'public-records': ['identity'],
  routing: TRACK,
  intake: [...TRACK, 'replies', 'routing', 'documents', 'proceedings', 'tracks'],
  matters: [...TRACK, 'replies', 'intake'],
  imports: [...TRACK, 'routing', 'intake'],
  staffing: TRACK,
  assignments: [...TRACK, 'staffing'],
  worklists: [...TRACK, 'staffing'],
  // Gives the commands of these rooms, through their services.
  'bulk-commands': [...TRACK, 'assignments', 'lanes'],
  integrations: [...TRACK, 'routing', 'intake', 'messages'],
  statistics: ['identity'],
};

/** Specs are proofs: they may hold one room's table against another's. They are bound by the kernel rule and by no-cycles. */
const SPECS = '\\.spec(-support)?\\.ts$';
const all = (names) => `^src/modules/(${names.join('|')})/`;

const directions = Object.entries(ROOMS).map(([room, allowed]) => ({
  name: `direction-${room}`,
  severity: 'error',
  comment: 'integrations → intake → routing → cases ← tracks; identity is below all; nobody imports statistics.',
  from: { path: all([room]), pathNot: SPECS },
  to: { path: '^src/modules/', pathNot: all([room, ...allowed]) },
}));

export default {
  forbidden: [
    { name: 'kernel-is-pure', severity: 'error', comment: 'The kernel imports nothing of ours.', from: { path: '^src/kernel/' }, to: { path: '^(src|migrations)/', pathNot: '^src/kernel/' } },
    {
      name: 'kernel-packages', severity: 'error', comment: 'Three packages, chosen because they are pure.',
      from: { path: '^src/kernel/', pathNot: SPECS },
      to: { dependencyTypesNot: ['local', 'type-only'], pathNot: ['^src/', 'node_modules/(temporal-polyfill|temporal-spec|canonicalize)/', '^(node:)?crypto$'] },
    },
    { name: 'domain-is-pure', severity: 'error', comment: 'A domain folder imports the kernel and itself; data are handed in.', from: { path: '^src/modules/([^/]+)/domain/', pathNot: SPECS }, to: { path: '^(src|migrations)/', pathNot: ['^src/kernel/', '^src/modules/$1/domain/'] } },
    {
      name: 'domain-packages', severity: 'error', comment: 'No package at all: what is pure and needed stands in the kernel.',
      from: { path: '^src/modules/[^/]+/domain/', pathNot: SPECS },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown', 'core', 'unknown', 'undetermined'] },
    },
    { name: 'platform-without-business', severity: 'error', comment: 'The platform never imports a room. Specs may read the error lists of rooms.', from: { path: '^src/platform/', pathNot: SPECS }, to: { path: '^src/(modules/|[^/]+\\.ts$)' } },
    { name: 'only-through-the-door', severity: 'error', comment: 'Rooms see each other through index.ts.', from: { path: '^src/modules/([^/]+)/', pathNot: SPECS }, to: { path: '^src/modules/([^/]+)/', pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/index\\.ts$'] } },
    { name: 'only-through-the-door-from-outside', severity: 'error', comment: 'So do the files that put the house together.', from: { path: '^src/([^/]+\\.ts$|generate/)' }, to: { path: '^src/modules/', pathNot: '^src/modules/[^/]+/index\\.ts$' } },
    { name: 'rooms-below-the-roof', severity: 'error', comment: 'The files that put the house together are imported by none of its rooms.', from: { path: '^src/modules/', pathNot: SPECS }, to: { path: '^src/([^/]+\\.ts$|generate/)' } },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'bullmq-in-queues-only', severity: 'error', comment: 'src/queue-board.ts shows the queues with bull-board, which is built for BullMQ.', from: { pathNot: ['^src/platform/queues/', '^src/queue-board\\.ts$'] }, to: { path: '^(bullmq|@bull-board)(/|$)|node_modules/(bullmq|@bull-board|@nestjs/bullmq)/' } },
    { name: 'everything-resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'no-test-package-in-source', severity: 'error', comment: 'Production installs without devDependencies.', from: { path: '^(src|migrations)/', pathNot: SPECS }, to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] } },
    { name: 'no-test-in-source', severity: 'error', from: { path: '^src/' }, to: { path: '^(test|bench)/' } },
    ...directions,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'], mainFields: ['main', 'types'] },
    moduleSystems: ['es6', 'cjs'],
  },
};
