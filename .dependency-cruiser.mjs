/** Who may know whom. Each rule has a fixture in test/architecture/fixtures that makes it go red. */
const ROOMS = 'src/modules/([^/]+)/';

export default {
  forbidden: [
    { name: 'no-cycle', comment: 'No cycles, anywhere', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'kernel-is-pure', comment: 'The kernel imports nothing of ours, and of others only what computes', severity: 'error',
      from: { path: '(^|/)src/kernel/', pathNot: '\\.spec(-support)?\\.ts$' }, to: { pathNot: ['(^|/)src/kernel/', 'node_modules/(temporal-polyfill|temporal-utils|temporal-spec|canonicalize)/', '^(node:)?crypto$'] },
    },
    {
      name: 'domain-is-pure', comment: 'A domain folder imports the kernel and itself', severity: 'error',
      from: { path: `${ROOMS}domain/`, pathNot: '\\.spec\\.ts$' }, to: { pathNot: ['(^|/)src/kernel/', '(^|/)src/modules/$1/domain/'] },
    },
    { name: 'platform-knows-no-room', comment: 'Plumbing has no business word', severity: 'error', from: { path: '(^|/)src/platform/', pathNot: '\\.spec\\.ts$' }, to: { path: '(^|/)src/modules/' } },
    {
      name: 'rooms-have-doors', comment: 'Another room is entered through its index.ts', severity: 'error',
      from: { path: ROOMS, pathNot: '\\.spec\\.ts$' }, to: { path: '(^|/)src/modules/([^/]+)/', pathNot: ['(^|/)src/modules/$1/', '(^|/)src/modules/[^/]+/index\\.ts$'] },
    },
    {
      name: 'rooms-have-an-order', comment: 'integrations → intake → routing → cases ← tracks; identity is below all', severity: 'error',
      from: { path: '(^|/)src/modules/(identity|cases|routing|deadlines)/', pathNot: '\\.spec\\.ts$' }, to: { path: '(^|/)src/modules/(intake|integrations|administrative|mediation|judicial|statistics)/' },
    },
    { name: 'identity-knows-no-room', comment: 'Who is who depends on no business', severity: 'error', from: { path: '(^|/)src/modules/identity/' }, to: { path: '(^|/)src/modules/', pathNot: '(^|/)src/modules/identity/' } },
    { name: 'statistics-is-a-leaf', comment: 'Nobody imports statistics', severity: 'error', from: { pathNot: '(^|/)src/modules/statistics/|(^|/)src/app\\.module\\.ts$' }, to: { path: '(^|/)src/modules/statistics/' } },
    { name: 'queues-alone-know-bullmq', comment: 'Which backend runs is known in one place', severity: 'error', from: { path: '(^|/)src/', pathNot: '(^|/)src/platform/queues/' }, to: { path: 'node_modules/bullmq/' } },
    {
      name: 'no-outbound-client', comment: 'Only integrations, and the keys of the identity provider, go out', severity: 'error',
      from: { path: '(^|/)src/', pathNot: '(^|/)src/modules/integrations/|(^|/)src/platform/security/oidc\\.ts$' }, to: { path: ['^(node:)?https?2?$', 'node_modules/(undici|axios|got|node-fetch)/'] },
    },
    { name: 'no-test-in-source', comment: 'The system does not import its tests', severity: 'error', from: { path: '(^|/)src/', pathNot: '\\.spec\\.ts$' }, to: { path: '(^|/)test/|\\.spec(-support)?\\.ts$' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
