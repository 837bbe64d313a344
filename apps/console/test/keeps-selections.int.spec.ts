/** A reader's own selections: a name and an address, kept by the browser for one person, with how many each finds. And nothing else is kept. */
import type { Page } from 'playwright-core';
import { closeBrowser, open } from './testing/console.ts';

afterAll(closeBrowser);

const mine = (page: Page) => page.getByRole('navigation', { name: 'Your selections' });
const keep = async (page: Page, name: string): Promise<void> => {
  await mine(page).getByText('Keep this selection').click();
  await mine(page).getByRole('textbox', { name: 'Name' }).fill(name);
  await mine(page).getByRole('button', { name: 'Keep' }).click();
};
const signOut = async (page: Page): Promise<void> => {
  await page.getByText(/^desk, /).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).waitFor();
};
const storage = (page: Page): Promise<readonly (readonly string[])[]> =>
  page.evaluate(() => [Object.keys(localStorage).sort(), Object.keys(sessionStorage)]);

it('39. saved filters and the switch for keys are what the browser keeps after any flow; signing out offers to forget', async () => {
  const { page, go, asked, problems } = await open({ account: 'desk' });
  await go('/pledges?conference=2025-berlin&missing=BY_WHEN');
  await keep(page, 'Berlin, no date');
  await go('/pledges');
  const { total } = await asked<{ total: number }>('/pledges?conference=2025-berlin&missing=BY_WHEN&limit=1');
  const link = mine(page).getByRole('link', { name: `Berlin, no date ${total}` });
  await link.click();
  await page.getByText(`${total} pledges`, { exact: true }).waitFor();
  expect(await link.getAttribute('aria-current')).toBe('page');
  expect(await mine(page).getByText('Keep this selection').count()).toBe(0);
  expect(await problems()).toEqual([]);

  await go('/work-queue?kind=SILENT&q=police');
  expect(await mine(page).getByRole('link').count()).toBe(0);
  await keep(page, 'Silent police');
  await mine(page)
    .getByRole('link', { name: /^Silent police \d+$/ })
    .waitFor();
  expect(await problems()).toEqual([]);
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    expect(await problems()).toEqual([]);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await go('/help');
  await page.getByRole('checkbox', { name: 'Single keys work outside fields' }).uncheck();
  await go('/pledges/2016-london/THA/POL-ENDORSE-MWTGT?do=AcknowledgePledge');
  await page.getByRole('textbox', { name: 'Reference of the acknowledgement' }).fill('DPO/2026/39');
  await page.getByRole('button', { name: 'Acknowledge pledge' }).click();
  await page.getByText('Recorded: Acknowledge pledge.').waitFor();
  expect(await storage(page)).toEqual([['pledgeline.filters.desk', 'pledgeline.keys'], []]);

  await page.getByText(/^desk, /).click();
  await page.getByRole('checkbox', { name: 'Forget my selections in this browser' }).check();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).waitFor();
  expect(await storage(page)).toEqual([['pledgeline.keys'], []]);
});

it('they are of one person, stay when he signs out and does not say otherwise, and go one by one', async () => {
  const { page, go } = await open({ account: 'desk' });
  await go('/pledges?conference=2025-berlin');
  await keep(page, 'Berlin');
  await go('/pledges?conference=2021-seoul');
  await keep(page, 'Seoul');
  await mine(page).getByRole('button', { name: 'Delete “Berlin”' }).click();
  await mine(page)
    .getByRole('link', { name: /^Seoul/ })
    .waitFor();
  expect(await mine(page).getByRole('link').count()).toBe(1);
  await signOut(page);
  await go('/pledges');
  await page.locator('tbody tr').first().waitFor();
  expect(await mine(page).getByRole('link').count()).toBe(0);
  expect(await storage(page)).toEqual([['pledgeline.filters.desk'], []]);
});

it('of 30 nothing is counted until their reader opens them, and then once each', async () => {
  const { page, go, problems } = await open({ account: 'desk' });
  await go('/pledges');
  const kept = Array.from({ length: 30 }, (_, n) => ({ name: `Kept ${n}`, address: `/pledges?q=kept${n}` }));
  await page.evaluate((text) => localStorage.setItem('pledgeline.filters.desk', text), JSON.stringify(kept));
  const counted: string[] = [];
  page.on('request', (request) => {
    if (/\/pledges\?.*q=kept/.test(request.url())) counted.push(request.url());
  });
  await page.clock.install();
  await go('/pledges');
  await mine(page).getByText('Your 30 selections').waitFor();
  await page.clock.fastForward(60_000);
  expect(counted).toEqual([]);
  await mine(page).getByText('Your 30 selections').click();
  await mine(page).getByRole('link', { name: 'Kept 29 0' }).waitFor();
  await page.clock.fastForward(61_000);
  await page.getByRole('button', { name: 'Search (Ctrl K)' }).waitFor();
  expect([counted.length, new Set(counted).size]).toEqual([30, 30]);
  expect(await problems()).toEqual([]);
});
