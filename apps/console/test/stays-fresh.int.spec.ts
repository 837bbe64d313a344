/** A page that stays open: it asks again, says what is newer, and moves nothing under who reads; the public's asks only when it is looked at again. */
import type { Page } from 'playwright-core';
import { closeBrowser, open, SERVER, signIn } from './testing/console.ts';
import type { Opened } from './testing/console.ts';

afterAll(closeBrowser);

const MINUTE_MS = 61_000;
const QUESTION = { question: 'From which date?', dueOn: '2030-01-31', blocking: false };

const idOf = async ({ asked }: Opened, reference: string): Promise<string> =>
  (await asked<{ pledgeId: string }>(`/pledges/${encodeURIComponent(reference)}`)).pledgeId;
/** The clock of the page is the test's from its first line on. */
const opened = async (person: Parameters<typeof open>[0], path: string): Promise<Opened> => {
  const one = await open(person);
  await one.page.clock.install();
  await one.go(path);
  return one;
};
/** @returns the statuses of what was asked below a path, meanwhile and from then on. */
const answersOf = (page: Page, path: string): readonly number[] => {
  const statuses: number[] = [];
  page.on('response', (response) => {
    if (new URL(response.url()).pathname.startsWith(path)) statuses.push(response.status());
  });
  return statuses;
};
const looksAgain = (page: Page) =>
  page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
const nextAnswer = (page: Page, path: string) =>
  page.waitForResponse((response) => new URL(response.url()).pathname.startsWith(path));
const newer = ({ page }: Opened) => page.locator('.newer');

it('the queue asks again after a minute; what has gone is said, and no row moves until its reader wants it', async () => {
  const one = await opened({ account: 'desk' }, '/work-queue?kind=ACKNOWLEDGEMENT&q=canada');
  const { page, problems } = one;
  const answers = answersOf(page, '/work-queue');
  const rows = () => page.locator('tbody bdi').allInnerTexts();
  await page.locator('tbody bdi').nth(3).waitFor();
  const before = await rows();
  for (const key of ['j', 'j']) await page.keyboard.press(key);
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  const at = await focused();
  const again = nextAnswer(page, '/work-queue');
  await page.clock.fastForward(MINUTE_MS);
  expect((await again).status()).toBe(304);
  expect(await newer(one).count()).toBe(0);

  const other = await open({ account: 'desk' });
  const gone = before[0] ?? '';
  await other.sent(`/pledges/${await idOf(other, gone)}/acknowledgement`, {
    acknowledgementReference: 'DPO/2026/60',
  });
  await page.clock.fastForward(MINUTE_MS);
  await newer(one).getByRole('status').getByText('1 gone').waitFor();
  expect(await rows()).toEqual(before);
  expect(await focused()).toBe(at);
  expect(await problems()).toEqual([]);
  await newer(one).getByRole('button', { name: 'Show' }).click();
  await page.getByText(`${before.length - 1} tasks,`).waitFor();
  expect(await rows()).toEqual(before.slice(1));
  expect(await newer(one).count()).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  expect(answers.filter((status) => status >= 400)).toEqual([]);
});

it('a pledge that somebody else writes to says so, stays as it was read, and is shown with its history when its reader wants it', async () => {
  const reference = '2016-london/ZMB/POL-ENDORSE-NC6TE';
  const one = await opened({ account: 'sfgc' }, `/pledges/${reference}`);
  const { page } = one;
  await page.getByText('1 of 1 event').waitFor();
  const other = await open({ account: 'desk' });
  await other.sent(`/pledges/${await idOf(other, reference)}/acknowledgement`, {
    acknowledgementReference: 'DPO/2026/61',
  });
  await page.clock.fastForward(MINUTE_MS);
  await newer(one)
    .getByRole('status')
    .getByText('Something was added to this pledge. It stands at Acknowledged now.')
    .waitFor();
  await page.getByText('1 of 1 event').waitFor();
  await page.locator('.pledge-head').getByText('Announced').waitFor();
  await newer(one).getByRole('button', { name: 'Show' }).click();
  await page.getByText('2 of 2 events').waitFor();
  await page.locator('.pledge-head').getByText('Acknowledged').waitFor();
  expect(await newer(one).count()).toBe(0);
});

it('the list of pledges says on focus what has changed, and what the reader asks for himself is shown at once', async () => {
  const reference = '2016-london/TZA/POL-ENDORSE-NRNT6';
  const one = await opened({ account: 'desk' }, '/pledges?memberState=TZA');
  const { page } = one;
  const row = page.locator('tbody tr').filter({ hasText: reference });
  await row.getByText('Announced').waitFor();
  const other = await open({ account: 'desk' });
  await other.sent(`/pledges/${await idOf(other, reference)}/acknowledgement`, {
    acknowledgementReference: 'DPO/2026/62',
  });
  // Sooner it would not ask: what is half a minute old is new enough.
  await page.clock.fastForward(31_000);
  await looksAgain(page);
  await newer(one).getByText('1 changed').waitFor();
  await row.getByText('Announced').waitFor();
  await page.getByRole('combobox', { name: 'Order' }).selectOption('memberState');
  await page.getByRole('button', { name: 'Show', exact: true }).first().click();
  await row.getByText('Acknowledged').waitFor();
  expect(await newer(one).count()).toBe(0);
});

it('under a form nothing is announced but by the form itself', async () => {
  const reference = '2016-london/URY/POL-ENDORSE-4V2MA';
  const one = await opened({ account: 'sfgc' }, `/pledges/${reference}?do=RequestClarification`);
  const { page } = one;
  await page.getByRole('textbox', { name: 'Question' }).fill('Which one?');
  const other = await open({ account: 'desk' });
  await other.sent(`/pledges/${await idOf(other, reference)}/clarifications`, QUESTION);
  await page.clock.fastForward(MINUTE_MS);
  await page.getByText('Something was added to this pledge since you opened this form.').waitFor();
  expect(await newer(one).count()).toBe(0);
  expect(await page.getByRole('textbox', { name: 'Question' }).inputValue()).toBe('Which one?');
});

it('the page of who has not signed in asks when it is looked at again, and no oftener', async () => {
  const { page } = await opened(null, '/pledges?memberState=TZA');
  await page.locator('tbody tr').first().waitFor();
  const answers = answersOf(page, '/');
  for (const minutes of [1, 2, 3]) await page.clock.fastForward(minutes * MINUTE_MS);
  expect(answers).toEqual([]);
  const again = nextAnswer(page, '/pledges');
  await looksAgain(page);
  expect((await again).status()).toBe(304);
});

it('an answer that cannot be had now leaves what is there, and says that the newest is not in yet', async () => {
  const { page } = await opened({ account: 'desk' }, '/pledges?memberState=UGA');
  await page.locator('tbody tr').first().waitFor();
  await page.route(
    (url) => url.pathname === '/pledges',
    (route) => route.fulfill({ status: 503, headers: { 'retry-after': '30' }, body: '' }),
  );
  await page.clock.fastForward(MINUTE_MS);
  await page.getByText('The newest is not in yet; this is what was there before.').waitFor();
  expect(await page.locator('tbody tr').count()).toBeGreaterThan(0);
});

describe('one browser has one reader', () => {
  const inAnotherTab = async ({ context }: Opened): Promise<Page> => {
    const tab = await context.newPage();
    await tab.goto(`${SERVER}/console/help`, { waitUntil: 'networkidle' });
    return tab;
  };

  it('who signs out in another tab leaves nothing of his work on this one', async () => {
    const one = await open({ account: 'desk' });
    await one.go('/work-queue');
    await one.page.locator('tbody tr').first().waitFor();
    const tab = await inAnotherTab(one);
    await tab.getByText('desk, ').click();
    await tab.getByRole('button', { name: 'Sign out' }).click();
    await one.page.getByText('This page is for those who have signed in.').waitFor();
    expect(await one.page.locator('tbody tr').count()).toBe(0);
  });

  it('who signs in as another person in another tab is that person on this one', async () => {
    const one = await open({ account: 'desk' });
    await one.go('/work-queue');
    await one.page.getByText('desk, ').waitFor();
    await one.context.clearCookies();
    await signIn(one.context, { account: 'sfgc' });
    await inAnotherTab(one);
    await one.page.getByText('sfgc, ').waitFor();
  });

  it('the same person in another tab moves nothing on this one', async () => {
    const one = await open({ account: 'desk' });
    await one.go('/work-queue');
    await one.page.locator('tbody tr').first().waitFor();
    const answers = answersOf(one.page, '/');
    const tab = await inAnotherTab(one);
    await tab.getByText('desk, ').waitFor();
    await (await inAnotherTab(one)).getByText('desk, ').waitFor();
    expect(answers).toEqual([]);
  });
});
