// Two projects: `unit` needs nothing, `system` gets a real PostgreSQL cloned from a migrated template.
// Run through `npm test`, which sets the ESM flag and, where there is one, the Redis address.
const common = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': ['@swc/jest', {
      jsc: {
        parser: { syntax: 'typescript', decorators: true },
        target: 'es2022',
        keepClassNames: true,
        transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      },
      module: { type: 'es6' },
    }],
  },
};

export default {
  // A limit for what hangs, not a measure of speed: on a busy machine the system takes a while to start.
  testTimeout: 30_000,
  // Every file loads its modules anew, the dictionary of the word segmenter too: a worker that has grown starts afresh.
  workerIdleMemoryLimit: '1GB',
  projects: [
    { ...common, displayName: 'unit', testMatch: ['<rootDir>/src/**/*.spec.ts'] },
    {
      ...common,
      displayName: 'system',
      testMatch: ['<rootDir>/test/**/*-spec.ts'],
    },
  ],
};
