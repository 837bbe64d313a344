if (Number.parseInt(process.versions.node, 10) < 24)
  throw new Error(`these tests need Node 24, and this is ${process.version}: use \`npm test -- <path>\``);

// Wherever the repository is: a pattern is held against the whole path, in which `dist`, `node_modules` or `(` may stand.
const root = RegExp.escape(import.meta.dirname);
const packages = `^${root}/(?:(?:apps|libs)/[^/]+/)?node_modules/`;
const built = `^${root}/(?:apps|libs)/[^/]+/dist/`;
const peers = `^${root}/apps/bench/peers/`;

/** Tests that need more than npm: `npm run test:integration`. */
export const integration = '\\.int\\.spec\\.ts$';

export default {
  // Where CI finds the results of the README's own `npm test`.
  reporters: ['default', ['<rootDir>/.ci/write-results.mjs', { file: process.env.PLEDGELINE_TEST_RESULTS }]],
  roots: ['<rootDir>/libs', '<rootDir>/apps', '<rootDir>/infra'],
  testMatch: ['**/*.spec.ts'],
  // Many start processes, on machines that may be busy: it ends what hangs, and measures nothing.
  testTimeout: 180_000,
  // One for each core: jest would leave one of them out.
  maxWorkers: '100%',
  testPathIgnorePatterns: [packages, built, peers, integration],
  modulePathIgnorePatterns: [built, peers],
  // Node loads what is tested, as it does in production.
  runtime: '<rootDir>/infra/jest/native-runtime.mjs',
  testEnvironment: '<rootDir>/infra/jest/native-environment.mjs',
  transform: {},
  // What a test leaves behind and fails after it, too.
  waitForUnhandledRejections: true,
  // Always in processes of their own, which `--watch` starts anew for each run: a process loads a source once.
  workerIdleMemoryLimit: '1GB',
};
