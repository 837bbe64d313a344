// `npm run test:unit`: the tests that start no process of the product, for the time between two thoughts.
import unit from './jest.config.mjs';

export default {
  ...unit,
  testPathIgnorePatterns: [...unit.testPathIgnorePatterns, '\\.e2e\\.spec\\.ts$'],
};
