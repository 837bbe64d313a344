/** From page to page: by link, by keys, by Back; and in by the links that the demo leaves to who watches. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { closeBrowser, DATA, open, SERVER } from './testing/console.ts';
import type { Opened } from './testing/console.ts';

afterAll(closeBrowser);

const focused = ({ page }: Opened): Promise<string> =>
  page.evaluate(() => `${document.activeElement?.tagName ?? ''} ${document.activeElement?.id ?? ''}`.trim());

it('signs in by the link of a role, and is where its work is', async () => {
  const opened = await open(null);
  const links = readFileSync(join(DATA, 'sign-in-links.txt'), 'utf8');
  const [link = ''] = /http\S+account=pd&\S+/.exec(links) ?? [];
  await opened.page.goto(link);
  await opened.page.getByRole('button', { name: 'Sign in with this browser' }).click();
  await opened.page.getByText('Signed in as pd').waitFor();
  await opened.page.getByRole('link').click();
  await opened.page.waitForURL(`${SERVER}/console/work-queue`);
  await opened.page.getByText('pd, police division').click();
  await opened.page.getByRole('button', { name: 'Sign out' }).click();
  await opened.page.getByText('This page is for those who have signed in.').waitFor();
});

it('on a new page the title is its own and the heading has the focus; Back puts neither elsewhere', async () => {
  const opened = await open(null);
  await opened.go('/');
  await opened.page.getByRole('link', { name: 'Berlin 2025' }).click();
  await opened.page.getByText('16 pledges made here, by').waitFor();
  expect(await opened.page.title()).toBe('Berlin 2025 – Pledgeline');
  expect(await focused(opened)).toBe('H1');
  await opened.page.goBack();
  await opened.page.getByText(/^\d+ pledges by \d+ states/).waitFor();
  expect(await opened.page.title()).toBe('What became of the pledges? – Pledgeline');
});

it('the first Tab leads past the bar', async () => {
  const opened = await open(null);
  await opened.go('/');
  await opened.page.keyboard.press('Tab');
  expect(await opened.page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content');
});

it('single keys lead to places, and not while somebody types; they can be switched off', async () => {
  const opened = await open({ account: 'desk' });
  const { page, go } = opened;
  await go('/');
  for (const key of ['g', 'q']) await page.keyboard.press(key);
  await page.getByRole('heading', { level: 1, name: 'Work queue' }).waitFor();
  await page.keyboard.press('?');
  await page.getByRole('heading', { level: 1, name: 'Help' }).waitFor();
  await go('/pledges');
  await page.keyboard.press('/');
  expect(await focused(opened)).toBe('INPUT search');
  await page.keyboard.type('go?');
  expect(await page.getByRole('searchbox').inputValue()).toBe('go?');
  await go('/help');
  await page.getByRole('checkbox', { name: 'Single keys work outside fields' }).uncheck();
  await page.getByRole('heading', { level: 1 }).click();
  for (const key of ['g', 'o']) await page.keyboard.press(key);
  expect(new URL(page.url()).pathname).toBe('/console/help');
});

it('finds a pledge by half its reference, a state, a page and an act, by keys alone', async () => {
  const opened = await open({ account: 'desk' });
  const { page, go, problems } = opened;
  const option = page.getByRole('option');
  await go('/');
  await page.keyboard.press('/');
  await page.getByRole('combobox', { name: 'Search everywhere' }).waitFor();
  await page.keyboard.type('rwand');
  await page.getByRole('group', { name: 'States' }).getByRole('option', { name: 'Rwanda RWA' }).waitFor();
  expect(await problems()).toEqual([]);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Rwanda' }).waitFor();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('4pfxr');
  const pledge = page.getByRole('group', { name: 'Pledges', exact: true }).getByRole('option');
  await pledge.getByText('2014-new-york/BGD/ENG-UNSPEC-4PFXR').waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Bangladesh: Engineers at short notice' }).waitFor();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('ask a q');
  await option.getByText('Ask a question').waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Question' }).waitFor();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('berlin');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Berlin 2025' }).waitFor();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('zzzz');
  await page.getByText('Nothing fits.').waitFor();
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    expect(await problems()).toEqual([]);
  }
  await page.keyboard.press('Escape');
  expect(await page.getByRole('combobox', { name: 'Search everywhere' }).count()).toBe(0);
});

it('37. a script in what somebody typed is text', async () => {
  const opened = await open({ account: 'desk' });
  await opened.go('/pledges/2014-new-york/RWA/HEL-UNSPEC-RDE9W?do=RequestClarification');
  const question = '<script>document.title = "taken"</script><img src=x onerror="document.title=1">';
  await opened.page.getByRole('textbox', { name: 'Question' }).fill(question);
  await opened.page.getByRole('textbox', { name: 'Due on' }).fill('2030-01-31');
  await opened.page.getByRole('combobox', { name: 'Holds up the registration' }).selectOption('no');
  await opened.page.getByRole('button', { name: 'Ask a question' }).click();
  await opened.page.getByText('Recorded: Ask a question.').waitFor();
  await opened.page.getByText('<script>document.title').first().waitFor();
  expect(await opened.page.title()).toContain('Rwanda');
  expect(await opened.problems()).toEqual([]);
});
