// `npm run test:integration`: tests on a real Kafka, which is found or started before them and stopped after them.
import unit, { integration } from './jest.config.mjs';

export default {
  ...unit,
  testMatch: ['**/*.int.spec.ts'],
  testPathIgnorePatterns: [
    ...unit.testPathIgnorePatterns.filter((pattern) => pattern !== integration),
    '/apps/console/test/',
  ],
  globalSetup: '<rootDir>/infra/kafka/global-setup.mjs',
  globalTeardown: '<rootDir>/infra/kafka/global-teardown.mjs',
  // An upper limit for a machine that is busy with something else; most tests take seconds.
  testTimeout: 300_000,
  // They start processes and wait for them: two at once keep two cores busy.
  maxWorkers: 2,
};
