/** Files of the data folder that only the user of the process may read. */
import { renameSync, rmSync, writeFileSync } from 'node:fs';

/** All or nothing, also when the process ends in the middle; a file that is there already may have been open to others. */
export const writeForOwner = (path: string, content: string): void => {
  const next = `${path}.new`;
  rmSync(next, { force: true });
  writeFileSync(next, content, { mode: 0o600, flag: 'wx' });
  renameSync(next, path);
};
