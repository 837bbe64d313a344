/** Where the events of a pledge stand in the log of proofs, as its page says it. */
import { closeBrowser, open } from './testing/console.ts';

afterAll(closeBrowser);

const REFERENCE = '2014-new-york/BGD/ENG-UNSPEC-4PFXR';

interface Proof {
  readonly size: number;
  readonly items: readonly { readonly revision: number; readonly leaf: number }[];
  readonly waiting: readonly number[];
}

const proofOf = `/pledges/${encodeURIComponent(REFERENCE)}/proof`;

it('an event that is opened says its leaf, and under which checkpoint; nothing is asked about those that are closed', async () => {
  const { page, go, asked, problems } = await open(null);
  const { items } = await asked<Proof>(proofOf);
  const [announced] = items;
  const questions: string[] = [];
  page.on('request', (request) => questions.push(new URL(request.url()).pathname));
  await go(`/pledges/${REFERENCE}`);
  await page.getByRole('heading', { name: 'Proof' }).waitFor();
  expect(questions.filter((path) => /^\/pledges\/.*\/proof/.test(path))).toEqual([]);
  const event = page.locator('#r0');
  await event.locator('summary').first().click();
  const leaf = new Intl.NumberFormat('en-GB').format(announced!.leaf);
  await event.getByText(`Leaf ${leaf}, counted from 0, of `).waitFor();
  await event.getByText('Under the checkpoint of ').waitFor();
  // Who acted, and by which request.
  await event.getByText('2 parts of it are not shown to you').waitFor();
  expect(await problems()).toEqual([]);
});

it('who reads all is told of no part that is kept back', async () => {
  const { page, go } = await open({ account: 'auditor' });
  await go(`/pledges/${REFERENCE}`);
  const event = page.locator('#r0');
  await event.locator('summary').first().click();
  await event.getByText('Under the checkpoint of ').waitFor();
  expect(await event.getByText('not shown to you').count()).toBe(0);
});

it('what no head covers yet says that it waits, and then where it is, by itself', async () => {
  const { page, go } = await open(null);
  let isSigned = false;
  await page.route('**/pledges/*/proof?*', async (route) => {
    const answer = await route.fetch();
    const proof = (await answer.json()) as Proof;
    const before = { ...proof, items: [], waiting: proof.items.map(({ revision }) => revision) };
    await route.fulfill({ response: answer, json: isSigned ? proof : before });
  });
  await go(`/pledges/${REFERENCE}`);
  const event = page.locator('#r0');
  await event.locator('summary').first().click();
  await event.getByText('It waits for the next checkpoint').waitFor();
  isSigned = true;
  await event.getByText('Under the checkpoint of ').waitFor();
});

it('an event that is not what was signed says so where it stands, in the words of the server', async () => {
  const { page, go } = await open(null);
  const detail = 'The event pledge-1@0 cannot be proved: it is not what was signed as leaf 0.';
  await page.route('**/pledges/*/proof?*', (route) =>
    route.fulfill({
      status: 503,
      headers: { 'retry-after': '60', 'content-type': 'application/problem+json' },
      body: JSON.stringify({ title: 'Not now', status: 503, detail, code: 'NOT_AVAILABLE', instance: 'i' }),
    }),
  );
  await go(`/pledges/${REFERENCE}`);
  await page.locator('#r0 summary').first().click();
  await page.locator('#r0').getByText(detail).waitFor();
});
