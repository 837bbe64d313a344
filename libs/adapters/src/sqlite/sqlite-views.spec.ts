import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { viewsContract } from '@pledgeline/event-sourcing/testing';
import { sqliteViews } from './sqlite-views.ts';

const folder = mkdtempSync(join(tmpdir(), 'pledgeline-views-'));
let files = 0;
const newFile = (): string => join(folder, `${(files += 1)}.sqlite`);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

viewsContract('sqlite', () => {
  const path = newFile();
  let views = sqliteViews({ path });
  return Promise.resolve({
    views,
    async reopen() {
      await views.close();
      return (views = sqliteViews({ path }));
    },
    close: () => views.close(),
  });
});
