// A reporter for jest: writes the counts of a run to a file where one is named, for `.ci/count.mjs`. Jest's own `json` works on its command line
// only, and the README's `npm test` has none.
import { writeFileSync } from 'node:fs';

/** @public Jest makes it. */
export default class WriteResults {
  #file;

  constructor(_, { file }) {
    this.#file = file;
  }

  onRunComplete(_, { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites }) {
    if (this.#file === undefined) return;
    const counts = { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites };
    writeFileSync(this.#file, JSON.stringify(counts));
  }
}
