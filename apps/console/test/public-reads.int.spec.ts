/** The public: how far pledges have come, which are silent, and the figures to take along. */
import { closeBrowser, open, SERVER } from './testing/console.ts';
import type { Person } from './testing/console.ts';

afterAll(closeBrowser);

it('1. nobody signed in opens the root, and is on the overview, with number, share and definition of each step', async () => {
  const { page, context, refused, problems } = await open(null);
  await page.goto(SERVER);
  await page.getByRole('heading', { name: 'What became of the pledges?' }).waitFor();
  // The 197 of the demo, and what other tests announced before on the same server.
  const { total } = (await (await context.request.get(`${SERVER}/pledges?limit=1`)).json()) as {
    total: number;
  };
  expect(total).toBeGreaterThanOrEqual(197);
  await page.getByText(new RegExp(`^${total} pledges by \\d+ states and organisations\\.`)).waitFor();
  const steps = page.getByRole('figure', { name: 'How far did pledges come?' });
  // Of each of the tracks that are shown, each step.
  const rows = await steps.locator('tbody tr').allInnerTexts();
  expect(rows.filter((row) => row.startsWith('Announced'))).toHaveLength(2);
  expect(rows.length).toBeGreaterThanOrEqual(12);
  for (const row of rows) expect(row).toMatch(/^[A-Z][A-Za-z ]+\s[\d,]+\s\d+(\.\d)?%/);
  await steps.getByText('What is counted').click();
  await steps.getByText('pledges that ever reached the status').waitFor();
  // What nobody may read who has not signed in is not asked for.
  expect(refused).toEqual([]);
  expect(await problems()).toEqual([]);
});

it('2. finds the silent ones behind a figure: the register lists as many, and its CSV has a row for each', async () => {
  const { page, go } = await open(null);
  await go('/');
  const plot = page.getByRole('figure', { name: 'When was the last word on them?' });
  const row = plot.getByRole('row', { name: /^2017/ });
  expect(await row.getByRole('cell').first().textContent()).toBe('12');
  await row.getByRole('link', { name: '2017' }).click();
  await page.getByRole('heading', { level: 1, name: 'Pledges' }).waitFor();
  await page.getByText('12 pledges', { exact: true }).waitFor();
  expect(await page.locator('tbody tr').count()).toBe(12);
  const csv = await page.getByRole('link', { name: 'These pledges as CSV' }).getAttribute('href');
  const text = await (await page.context().request.get(SERVER + String(csv))).text();
  expect(text.trim().split('\n')).toHaveLength(1 + 12);
});

it('41. the first line of the demo is the address of the console, which answers', async () => {
  const [, printed = ''] =
    /^Open (\S+) in a browser$/.exec(process.env.PLEDGELINE_CONSOLE_PRINTED ?? '') ?? [];
  const { page } = await open(null);
  await page.goto(printed);
  await page.getByRole('heading', { level: 1, name: 'What became of the pledges?' }).waitFor();
});

describe('5. three filters set:', () => {
  const setThree = async () => {
    const opened = await open(null);
    const { page, go } = opened;
    const show = page.getByRole('button', { name: 'Show', exact: true });
    await go('/pledges');
    for (const [name, value] of [
      ['Category', 'UNIT'],
      ['Conference', '2015-new-york'],
      ['Left unsaid', 'BY_WHEN'],
    ] as const) {
      await page.getByRole('combobox', { name, exact: true }).selectOption(value);
      await show.click();
      await page.waitForURL((url) => url.search.includes(value));
      expect(await show.evaluate((button) => button === document.activeElement)).toBe(true);
    }
    const filters = page.getByRole('main').getByRole('link', { name: /^Without / });
    const isFocused = (name: string) =>
      page.getByRole('combobox', { name, exact: true }).evaluate((field) => field === document.activeElement);
    expect(await filters.count()).toBe(3);
    return { ...opened, filters, isFocused };
  };

  it('Back leaves two, with the focus on the one that went', async () => {
    const { page, filters, isFocused } = await setThree();
    await page.goBack();
    await page.waitForURL((url) => !url.search.includes('BY_WHEN'));
    expect(await filters.count()).toBe(2);
    expect(await isFocused('Left unsaid')).toBe(true);
    await page.goBack();
    await page.waitForURL((url) => !url.search.includes('conference'));
    expect(await isFocused('Conference')).toBe(true);
  });

  it('one is taken away by its link, with the focus on its field; Back puts it on again', async () => {
    const { page, filters, isFocused } = await setThree();
    await page.getByRole('link', { name: 'Without Category: Units' }).click();
    await page.waitForURL((url) => !url.search.includes('category'));
    expect(await filters.count()).toBe(2);
    expect(await isFocused('Category')).toBe(true);
    await page.goBack();
    await page.getByRole('link', { name: 'Without Category: Units' }).waitFor();
  });
});

it('4. any page with filters: its address opened in another browser shows the same rows in the same order', async () => {
  const rows = async (path: string, person: Person | null): Promise<readonly string[]> => {
    const { page, go } = await open(person);
    await go(path);
    return page.locator('tbody tr').allInnerTexts();
  };
  for (const [path, person] of [
    ['/pledges?category=UNIT&conference=2015-new-york&sort=-announcedOn', null],
    ['/pledges?memberState=RWA&memberState=BGD&missing=BY_WHEN&q=unit', null],
    ['/reports/what-became?by=category&conference=2015-new-york', null],
    ['/work-queue?kind=SILENT&overdue=true&q=police', { account: 'desk' }],
    ['/states/RWA?asOf=2016-06-17', null],
  ] as const) {
    const first = await rows(path, person);
    expect([path, first.length > 1]).toEqual([path, true]);
    expect(await rows(path, person)).toEqual(first);
  }
});

it('6. one report that is refused for now says when it is asked again; the others stand', async () => {
  const { page, go } = await open(null);
  await page.route('**/reports/money*', (route) =>
    route.fulfill({
      status: 503,
      headers: { 'retry-after': '30', 'content-type': 'application/problem+json' },
      body: JSON.stringify({ title: 'Not now', status: 503, detail: 'Busy.', code: 'BUSY', instance: 'i' }),
    }),
  );
  await go('/');
  await page.getByText(/^Asks again in (30|29|28) seconds$/).waitFor();
  for (const title of ['How far did pledges come?', 'When was the last word on them?', 'What was pledged?'])
    await page.getByRole('figure', { name: title }).locator('tbody tr').first().waitFor();
  await page.getByText(/^\d+ pledges by \d+ states/).waitFor();
  await page.getByText(/^Asks again in \d+ seconds$/).waitFor();
});

it('asks for the work queue, is offered to sign in, and comes back there', async () => {
  const { page, go } = await open(null);
  await go('/');
  const to = await page.getByRole('link', { name: 'Sign in' }).getAttribute('href');
  expect(to).toBe('/console/sign-in?next=%2Fconsole%2F');
});
