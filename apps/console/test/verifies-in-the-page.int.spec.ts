/** "Verify in this page": what fits is said to fit, any wrong byte is named, and nothing is ticked that was not recomputed. Long because each byte that may be wrong is a case. */
import { hash } from 'node:crypto';
import { keyTexts } from '@pledgeline/transparency';
import type { Page } from 'playwright-core';
import { closeBrowser, open, SERVER } from './testing/console.ts';
import type { Person } from './testing/console.ts';

afterAll(closeBrowser);

const REFERENCE = '2014-new-york/BGD/ENG-UNSPEC-4PFXR';
const FITS = 'Everything that was recomputed here fits.';
const HISTORY = '**/pledges/*/history?*';
const PROOF = '**/pledges/*/proof?*';

interface Proof {
  checkpoint: string;
  size: number;
  rootHash: string;
  items: {
    revision: number;
    leaf: number;
    path: string[];
    opening: { leaf: number; units: { salt?: string; text?: string; digest?: string }[] };
  }[];
  waiting: number[];
}

interface History {
  items: { data: Record<string, unknown>; metadata: Record<string, unknown>; type: string }[];
}

/** The answers to these questions are changed on their way, as somebody in between would. */
const changed = async (page: Page, pattern: string, change: (answer: never) => void): Promise<void> => {
  await page.route(pattern, async (route) => {
    const response = await route.fetch();
    const answer = (await response.json()) as object;
    change(answer as never);
    await route.fulfill({ response, json: answer });
  });
};

const verifyOn = async (
  page: Page,
  go: (path: string) => Promise<void>,
  reference: string,
): Promise<void> => {
  await go(`/pledges/${reference}`);
  await page.locator('#r0').waitFor();
  await page.getByRole('button', { name: 'Verify in this page' }).click();
};

const opened = async (person: Person | null = null) => {
  const { page, go, problems, asked } = await open(person);
  return { page, problems, asked, verify: (reference = REFERENCE) => verifyOn(page, go, reference) };
};

/** Another of the same length and spelling. */
const otherBase64 = (text: string): string => (text.startsWith('A') ? 'B' : 'A') + text.slice(1);

const listUnder = (page: Page, title: string): Promise<readonly string[]> =>
  page
    .locator('.proof-steps')
    .getByRole('heading', { name: title, exact: true })
    .locator('+ ul')
    .getByRole('listitem')
    .allInnerTexts();

const deployed = async (): Promise<string> => {
  const answer = await fetch(`${SERVER}/pledges?status=DEPLOYED`);
  return ((await answer.json()) as { items: { reference: string }[] }).items[0]!.reference;
};

const kept = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(() => Object.fromEntries(Object.entries(localStorage)) as Record<string, string>);

it.each<readonly [string, Person | null, () => string | Promise<string>, string | null]>([
  ['the public', null, () => REFERENCE, 'closed to you'],
  ['the public, of a long life,', null, deployed, 'closed to you'],
  ['an auditor', { account: 'auditor' }, () => REFERENCE, null],
  ['an auditor, of a long life,', { account: 'auditor' }, deployed, null],
])(
  'what %s reads of the demo fits, and what was not recomputed is listed as such',
  async (_, who, reference, closed) => {
    const { page, verify, problems } = await opened(who);
    await verify(await reference());
    await page.getByText(FITS).waitFor();
    const [done, notDone] = [
      await listUnder(page, 'Recomputed here'),
      await listUnder(page, 'Not recomputed here'),
    ];
    expect(done.join()).toMatch(/The checkpoint of [\d,]+ leaves is signed by the key pledgeline\.invalid\//);
    expect(done.join()).toMatch(/\d+ events? (is|are) in the log/);
    expect(done.join()).toMatch(/\d+ events? says? on this page what was signed/);
    expect(notDone.join()).toContain('this browser has it from this server');
    expect(notDone.join()).toContain('this browser had seen none');
    expect(notDone.join()).toContain('Status, facts and figures');
    expect(notDone.join().includes('closed to you')).toBe(closed !== null);
    expect(done.join()).not.toContain('closed to you');
    expect(await problems()).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await problems()).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await problems()).toEqual([]);
    expect(Object.keys(await kept(page))).toEqual(['pledgeline.proof']);
  },
);

it('a second look compares with the checkpoint that the first one kept', async () => {
  const { page, verify } = await opened();
  await verify();
  await page.getByText(FITS).waitFor();
  const before = await kept(page);
  await page.getByRole('button', { name: 'Verify in this page' }).press('Enter');
  await page.getByText('the one that this browser saw before').waitFor();
  expect(await kept(page)).toEqual(before);
});

it('the log is seen to go on from an older checkpoint, which then gives way to the newer one', async () => {
  const { page, verify } = await opened();
  await verify();
  await page.getByText(FITS).waitFor();
  const before = (await kept(page))['pledgeline.proof']!;
  const desk = await open({ account: 'desk' });
  // Of another pledge: what happens to this one would be verified beside what these tests change.
  const { items } = await desk.asked<{ items: readonly { pledgeId: string }[] }>(
    '/pledges?memberState=NPL&limit=1',
  );
  const { size } = await desk.asked<{ size: number }>('/proof/log');
  await desk.sent(`/pledges/${items[0]!.pledgeId}/themes`, { themes: ['medical', 'poc'] });
  while ((await desk.asked<{ size: number }>('/proof/log')).size === size);
  await page.getByRole('button', { name: 'Verify in this page' }).click();
  await page.getByText('The log goes on from the checkpoint of').waitFor();
  expect((await kept(page))['pledgeline.proof']).not.toBe(before);
});

describe('what does not fit is said in red, names what it is, and leaves nothing ticked for it', () => {
  const red = async (page: Page): Promise<string> => {
    const box = page.getByRole('alert');
    await box.waitFor();
    expect(await page.getByText(FITS).count()).toBe(0);
    return box.innerText();
  };

  it.each<readonly [string, (shown: History) => void, string]>([
    [
      'a field of the data',
      ({ items }) => (items.at(-1)!.data['description'] = 'Nothing'),
      'field description',
    ],
    ['a day', ({ items }) => (items.at(-1)!.metadata['occurredOn'] = '1999-01-01'), 'field occurredOn'],
    ['a type', ({ items }) => (items.at(-1)!.type = 'PledgeWithdrawn'), 'field type'],
    ['a role', ({ items }) => (items.at(-1)!.metadata['role'] = 'DOS'), 'field role'],
  ])('%s of the history', async (_, change, says) => {
    const { page, verify, problems } = await opened();
    await changed(page, HISTORY, change);
    await verify();
    expect(await red(page)).toMatch(new RegExp(`Event #0: .*${says}`));
    expect((await listUnder(page, 'Recomputed here')).join()).not.toMatch(/1 event is in the log/);
    expect(await problems()).toEqual([]);
  });

  it('a field that was added, to who is shown all', async () => {
    const { page, verify } = await opened({ account: 'auditor' });
    await changed(page, HISTORY, ({ items }: History) => (items.at(-1)!.data['bonus'] = 7));
    await verify();
    expect(await red(page)).toContain('field bonus');
  });

  const first = ({ items }: Proof): Proof['items'][number] => items[0]!;
  const unit = (proof: Proof, n: number) => first(proof).opening.units[n]!;
  it.each<readonly [string, (proof: Proof) => void, string | RegExp]>([
    [
      'a hash of the path',
      (proof) => (first(proof).path[0] = otherBase64(first(proof).path[0]!)),
      'does not lead to the signed root',
    ],
    ['a path that is too short', (proof) => first(proof).path.pop(), 'does not lead to the signed root'],
    ['a path that is no hash', (proof) => (first(proof).path[0] = 'x'), 'does not lead to the signed root'],
    ['the place', (proof) => (first(proof).leaf += 1), 'does not lead to the signed root'],
    [
      'what a part says',
      (proof) => (unit(proof, 1).text = unit(proof, 1).text!.replace(/"role":"\w+"/, '"role":"DOS"')),
      'does not lead to the signed root',
    ],
    [
      'the salt of a part',
      (proof) => (unit(proof, 0).salt = '0'.repeat(32)),
      'does not lead to the signed root',
    ],
    [
      'the digest of a part that is closed',
      (proof) => (unit(proof, 2).digest = '0'.repeat(64)),
      'does not lead to the signed root',
    ],
    [
      'a spelling that the rule does not make',
      (proof) => (unit(proof, 1).text = `${unit(proof, 1).text} `),
      'was not made by the rule',
    ],
    ['an event that is left out', (proof) => void proof.items.shift(), 'the log offers no proof of it'],
  ])('%s of the proof', async (_, change, says) => {
    const { page, verify } = await opened();
    await changed(page, PROOF, change);
    await verify();
    const words = await red(page);
    expect(words).toContain('Event #0:');
    expect(words).toMatch(says);
  });

  it.each<readonly [string, (proof: Proof) => void, string]>([
    [
      'a letter of the signature',
      (proof) =>
        (proof.checkpoint = proof.checkpoint.replace(
          /(.{5})(.)(.{3}\n)$/,
          (_, a: string, b: string, c: string) => a + (b === 'A' ? 'B' : 'A') + c,
        )),
      'signature below the checkpoint is not of its text',
    ],
    [
      'the size',
      (proof) => (proof.checkpoint = proof.checkpoint.replace(/\n(\d+)\n/, '\n1$1\n')),
      'signature below the checkpoint is not of its text',
    ],
    [
      'the origin',
      (proof) => (proof.checkpoint = proof.checkpoint.replaceAll('pledgeline.invalid', 'elsewhere.invalid')),
      'not signed by the key that this browser trusts',
    ],
    [
      'a line that is missing',
      (proof) => (proof.checkpoint = proof.checkpoint.replace('\n\n', '\n')),
      'not a checkpoint',
    ],
    ['the size that is said beside it', (proof) => (proof.size += 1), 'not those of its checkpoint'],
    [
      'the root that is said beside it',
      (proof) => (proof.rootHash = otherBase64(proof.rootHash)),
      'not those of its checkpoint',
    ],
  ])('%s of the checkpoint, below which nothing is ticked', async (_, change, says) => {
    const { page, verify } = await opened();
    await changed(page, PROOF, change);
    await verify();
    expect(await red(page)).toContain(says);
    expect(await page.getByText('Recomputed here', { exact: true }).count()).toBe(0);
  });

  it('another key than the one that this browser trusts', async () => {
    const { origin } = (await (await fetch(`${SERVER}/proof/log`)).json()) as { origin: string };
    const { page, verify } = await opened();
    const { verifierKey } = keyTexts(origin, Buffer.alloc(32, 9));
    await page.addInitScript((key: string) => {
      localStorage.setItem('pledgeline.proof', JSON.stringify({ key, keyFrom: 'reader', checkpoint: null }));
    }, verifierKey);
    await verify();
    expect(await red(page)).toContain('not signed by the key that this browser trusts');
    expect((await kept(page))['pledgeline.proof']).toContain(verifierKey);
  });
});

it('a part that the server closes to its reader is not ticked, and the field that the page shows is named', async () => {
  const { page, verify } = await opened({ account: 'auditor' });
  await changed(page, PROOF, ({ items }: Proof) => {
    const { units } = items[0]!.opening;
    const at = units.findIndex(({ text }) => text?.startsWith('{"description":') === true);
    const { salt = '', text = '' } = units[at]!;
    units[at] = { digest: hash('sha256', salt + text) };
  });
  await verify();
  await page.getByText(FITS).waitFor();
  const notDone = (await listUnder(page, 'Not recomputed here')).join();
  expect(notDone).toContain('What 1 part of 1 event says');
  expect(notDone).toContain('nothing proves them to you: description');
});
