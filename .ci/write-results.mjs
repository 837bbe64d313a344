// A reporter for jest: writes the counts of a run to a file where one is named, for `.ci/count.mjs`. Jest's own `json` works on its command line
// only, and the README's `npm test` has none.
import { writeFileSync } from 'node:fs';

/** @public Jest makes it. */
export default class WriteResults {
  #file;

  constructor(_, { file }) {
    this.#file = file;
  }

  onRunComplete(_, { numPassedTests, numFailedTests, numRuntimeErrorTestSuites }) {
    if (this.#file === undefined) return;
    writeFileSync(this.#file, JSON.stringify({ numPassedTests, numFailedTests, numRuntimeErrorTestSuites }));
  }
}
