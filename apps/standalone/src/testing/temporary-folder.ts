/** A folder for the data of a test. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** With PLEDGELINE_KEEP_TEST_DATA set, what the tests wrote stays, for a look or for `npm run stored-events`. */
export const temporaryFolder = (): { readonly path: string; remove(): void } => {
  const path = mkdtempSync(join(tmpdir(), 'pledgeline-test-'));
  return {
    path,
    remove: () => {
      if (process.env.PLEDGELINE_KEEP_TEST_DATA === undefined) rmSync(path, { recursive: true, force: true });
    },
  };
};
