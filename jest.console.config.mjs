// `npm run test:console`: the pages in a real browser, on a real server that is started before them and stopped after them.
import unit, { integration } from './jest.config.mjs';

export default {
  ...unit,
  roots: ['<rootDir>/apps/console/test'],
  testMatch: ['**/*.int.spec.ts'],
  testPathIgnorePatterns: unit.testPathIgnorePatterns.filter((pattern) => pattern !== integration),
  globalSetup: '<rootDir>/apps/console/test/testing/start.mjs',
  globalTeardown: '<rootDir>/apps/console/test/testing/stop.mjs',
  // One browser and the server keep two cores busy.
  maxWorkers: 1,
};
