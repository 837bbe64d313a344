/** "Download evidence": the archive of the pledge, with what its reader may read, as anybody checks it who has the key. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifierOf, verifyBundle } from '@pledgeline/transparency';
import { closeBrowser, DATA, open } from './testing/console.ts';
import type { Person } from './testing/console.ts';

afterAll(closeBrowser);

const REFERENCE = '2014-new-york/BGD/ENG-UNSPEC-4PFXR';

it.each<[string, Person | null, string, boolean]>([
  ['who has not signed in', null, 'PUBLIC', false],
  ['an auditor', { account: 'auditor' }, 'AUDITOR', true],
])('%s takes it away', async (_, person, role, complete) => {
  const { page, go, asked, problems } = await open(person);
  const { pledgeId } = await asked<{ pledgeId: string }>(`/pledges/${encodeURIComponent(REFERENCE)}`);
  await go(`/pledges/${REFERENCE}`);
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download evidence' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('pledgeline-bundle.zip');
  const key = verifierOf(readFileSync(join(DATA, 'proof-keys', 'signing.vkey'), 'utf8').trim());
  const { manifest, events } = verifyBundle(readFileSync(await download.path()), key);
  expect([manifest.audience.role, manifest.complete]).toEqual([role, complete]);
  expect([...new Set(events.map(({ stream }) => stream))]).toEqual([`pledge-${pledgeId}`]);
  expect(await problems()).toEqual([]);
});
