/** The same for several tasks of the queue at once: what does no harm, one request each, and what became of every one of them. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { closeBrowser, open } from './testing/console.ts';

const PICTURES = join(import.meta.dirname, '../../../.ci/out/pages');
const picture = (page: Page, name: string) =>
  page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
beforeAll(() => mkdirSync(PICTURES, { recursive: true }));
afterAll(closeBrowser);

/** Of London, and no other test's: those name theirs. */
const OTHERS = /\/(KEN|THA|ZMB|TZA|URY|CAN|UKR)\//;
const QUEUE = '/work-queue?conference=2016-london';
const bar = (page: Page) => page.getByRole('region', { name: 'The same for several' });
const boxOf = (page: Page, reference: string) =>
  page.getByRole('checkbox', { name: new RegExp(`^Choose .*, ${reference}$`) });

it('19. 20 items chosen, acknowledged: 20 requests, four at once, 19 accepted, 1 refused with its reason and a link', async () => {
  const desk = await open({ account: 'desk' });
  const { page, go, asked, problems, faults, contrast } = desk;
  await go(`${QUEUE}&kind=ACKNOWLEDGEMENT`);
  await page.locator('tbody bdi').first().waitFor();
  const all = await page.locator('tbody bdi').allInnerTexts();
  const chosen = all.filter((reference) => !OTHERS.test(reference)).slice(0, 20);
  expect(chosen).toHaveLength(20);
  const [first = '', second = '', ...rest] = chosen;
  // By keys, as a row is opened.
  await page
    .getByRole('link')
    .filter({ has: page.locator(':scope') })
    .first()
    .waitFor();
  await boxOf(page, first).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('j');
  await bar(page).getByText('1 pledge chosen').waitFor();
  for (const reference of [second, ...rest]) await boxOf(page, reference).check();
  await bar(page).getByText('20 pledges chosen').waitFor();
  // The bar stays in sight. A link that has half gone under it would be a small target to axe.
  const { y } = (await bar(page).boundingBox())!;
  expect(y).toBeGreaterThanOrEqual(0);
  await page.evaluate(() => scrollTo(0, 0));
  expect(await problems()).toEqual([]);
  await picture(page, 'work-queue-chosen');
  await bar(page).getByRole('button', { name: 'Acknowledge pledge (20)' }).click();
  const form = page.getByRole('form', { name: 'Acknowledge pledge' });
  await form.getByText('This will be sent for 20 pledges, one by one:').waitFor();
  for (const reference of chosen) expect(await form.getByText(reference, { exact: true }).count()).toBe(1);
  const field = form.getByRole('textbox', { name: 'Reference of the acknowledgement' });
  expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);

  const keys: string[] = [];
  let [under, most] = [0, 0];
  page.on('request', (request) => {
    if (request.method() !== 'POST' || request.url().includes('dryRun')) return;
    keys.push(request.headers()['idempotency-key'] ?? '');
    most = Math.max(most, ++under);
  });
  page.on('requestfinished', (request) => {
    if (request.method() === 'POST' && !request.url().includes('dryRun')) under -= 1;
  });
  // What is wrong with the form is said at its field, and nothing is sent.
  const send = form.getByRole('button', { name: 'Acknowledge pledge: send for 20 pledges' });
  await send.click();
  await form.getByRole('alert').getByRole('link', { name: 'Reference of the acknowledgement' }).waitFor();
  expect(keys).toEqual([]);
  expect(await problems()).toEqual([]);

  // Meanwhile another acknowledges one of them.
  const sfgc = await open({ account: 'sfgc' });
  const taken = chosen[7] ?? '';
  const { pledgeId } = await sfgc.asked<{ pledgeId: string }>(`/pledges/${encodeURIComponent(taken)}`);
  await sfgc.sent(`/pledges/${pledgeId}/acknowledgement`, { acknowledgementReference: 'DPO/2026/70' });
  await field.fill('DPO/2026/71');
  await field.press('Enter');
  const results = page.getByRole('region', { name: 'What became of it: Acknowledge pledge' });
  await results.getByText('19 accepted, 1 refused.').waitFor();
  expect([keys.length, new Set(keys).size, most]).toEqual([20, 20, 4]);
  expect(await results.getByRole('heading').evaluate((h2) => h2 === document.activeElement)).toBe(true);
  const refused = results.getByRole('row').filter({ hasText: 'refused' });
  expect(await refused.count()).toBe(1);
  expect(await refused.innerText()).toContain('ALREADY_ACKNOWLEDGED');
  expect(await refused.getByRole('link').getAttribute('href')).toBe(`/console/pledges/${taken}`);
  for (const reference of [first, second]) {
    const { status } = await asked<{ status: string }>(`/pledges/${encodeURIComponent(reference)}`);
    expect(status).toBe('ACKNOWLEDGED');
  }
  // They are gone from the queue, and the table remains.
  await boxOf(page, first).waitFor({ state: 'detached' });
  expect(await bar(page).count()).toBe(0);
  expect(await problems()).toEqual([]);
  await picture(page, 'work-queue-what-became');
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await contrast()).toEqual([]);
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    expect(await faults()).toEqual([]);
  }
  await picture(page, 'work-queue-what-became-320');
  await results.getByRole('button', { name: 'Close this list' }).click();
  expect(await results.count()).toBe(0);
});

it('20. items chosen: no registration for many, whatever is possible one by one; by keys from row to row', async () => {
  const { page, go, asked } = await open({ account: 'desk' });
  await go(`${QUEUE}&kind=REGISTRATION`);
  await page.locator('tbody bdi').first().waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await bar(page).getByText('1 pledge chosen').waitFor();
  const row = page.getByRole('row').filter({ has: page.getByRole('checkbox', { checked: true }) });
  const reference = await row.locator('bdi').innerText();
  const { commands } = await asked<{ commands: { command: string }[] }>(
    `/pledges/${encodeURIComponent(reference)}`,
  );
  expect(commands.map(({ command }) => command)).toContain('RegisterPledge');
  await bar(page).getByRole('button', { name: 'Ask a question (1)' }).waitFor();
  const names = await bar(page).getByRole('button').allInnerTexts();
  expect(names).toEqual(['Ask a question (1)', 'Tag themes (1)', 'Choose none']);
  await page.keyboard.press('x');
  expect(await bar(page).count()).toBe(0);
});

it('who may do nothing to many has nothing to choose', async () => {
  const { page, go } = await open({ account: 'ms', state: 'BGD' });
  await go('/work-queue');
  await page.locator('tbody bdi').first().waitFor();
  expect(await page.getByRole('checkbox').count()).toBe(0);
});
