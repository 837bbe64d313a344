// The last line of CI: `N passed, N failed`, from jest's result file. No result, no test or a suite that could not
// even start count as failures.
import { readFileSync } from 'node:fs';

const results = () => {
  try {
    return JSON.parse(readFileSync(process.argv[2], 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 1 };
  }
};

const { numPassedTests: passed, numFailedTests, numRuntimeErrorTestSuites } = results();
const failed = numFailedTests + numRuntimeErrorTestSuites;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
