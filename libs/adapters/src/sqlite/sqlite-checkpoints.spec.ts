import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkpointsContract } from '@pledgeline/event-sourcing/testing';
import { sqliteCheckpoints } from './sqlite-checkpoints.ts';

const folder = mkdtempSync(join(tmpdir(), 'pledgeline-checkpoints-'));
let files = 0;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

checkpointsContract('sqlite', () => {
  const path = join(folder, `${(files += 1)}.sqlite`);
  let checkpoints = sqliteCheckpoints({ path });
  return Promise.resolve({
    checkpoints,
    async reopen() {
      await checkpoints.close();
      return (checkpoints = sqliteCheckpoints({ path }));
    },
    close: () => checkpoints.close(),
  });
});
