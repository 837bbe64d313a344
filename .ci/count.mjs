// The last line of CI: `N passed, N failed`, added up from jest's result files; where tests were skipped, a line before it counts
// them. A missing file, a run without a test or a suite that could not even start count as failures.
import { readFileSync } from 'node:fs';

const results = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 1 };
  }
};

let passed = 0;
let failed = 0;
let skipped = 0;
for (const file of process.argv.slice(2)) {
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests = 0 } = results(file);
  passed += numPassedTests;
  skipped += numPendingTests;
  failed += numFailedTests + numRuntimeErrorTestSuites + (numPassedTests === 0 ? 1 : 0);
}
if (skipped > 0) console.log(`${skipped} skipped: they say why`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
