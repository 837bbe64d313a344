/** Two moments of a pledge beside each other, and the way to a single event of its history. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { closeBrowser, open, SERVER } from './testing/console.ts';

const PICTURES = join(import.meta.dirname, '../../../.ci/out/pages');
const picture = (page: Page, name: string) =>
  page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
beforeAll(() => mkdirSync(PICTURES, { recursive: true }));
afterAll(closeBrowser);

const deployed = async (): Promise<string> => {
  const answer = await fetch(`${SERVER}/pledges?status=DEPLOYED`);
  return ((await answer.json()) as { items: { reference: string }[] }).items[0]!.reference;
};
const compared = (page: Page) => page.getByRole('region', { name: 'Compared with another moment' });
const table = (page: Page) => compared(page).getByRole('table');
/** The event whose line has the focus, as its address names it. */
const focusedEvent = (page: Page) =>
  page.waitForFunction(() => {
    const line = document.activeElement?.closest('.event');
    return document.activeElement?.tagName === 'SUMMARY' && line?.querySelector('details')?.open && line.id;
  });

it('an auditor compares two moments by keys: the fields that differ, before and after, and the event that set each', async () => {
  const reference = await deployed();
  const { page, go, problems, faults, contrast } = await open({ account: 'auditor' });
  await go(`/pledges/${reference}?atRevision=9`);
  await compared(page).getByRole('combobox', { name: 'Compare with how it stood after' }).focus();
  await page.keyboard.type('#7 ');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const level = (to: string, by: string) =>
    table(page).getByRole('row', { name: new RegExp(`^Level Level 1 ${to} #${by} `) });
  await level('Level 2', '8').waitFor();
  expect(new URL(page.url()).searchParams.get('compare')).toBe('7');
  await table(page).getByRole('columnheader', { name: 'After #7' }).waitFor();
  await table(page).getByRole('columnheader', { name: 'After #9' }).waitFor();
  expect(
    await table(page)
      .getByRole('row', { name: /^Reference/ })
      .count(),
  ).toBe(0);
  expect(await problems()).toEqual([]);
  await picture(page, 'pledge-compared');
  // The other moment stays while the one that is looked at moves on.
  await page.getByRole('heading', { level: 1 }).click();
  for (const step of [10, 11]) {
    await page.keyboard.press(']');
    await page.getByText(`As it stood after its event #${step}`).waitFor();
  }
  await level('Level 3', '10').waitFor();
  expect(new URL(page.url()).searchParams.get('compare')).toBe('7');
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await contrast()).toEqual([]);
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    expect(await faults()).toEqual([]);
  }
  await picture(page, 'pledge-compared-320');
  await page.setViewportSize({ width: 1280, height: 900 });
  // The event that set it is a step away, also from the other order of the two.
  await go(`/pledges/${reference}?atRevision=7&compare=9`);
  await level('Level 2', '8').getByRole('link').click();
  expect(await (await focusedEvent(page)).jsonValue()).toBe('r8');
});

it('who reads a part compares that part, and learns nothing of the rest', async () => {
  const reference = await deployed();
  const { asked } = await open({ account: 'auditor' });
  const path = `/pledges/${encodeURIComponent(reference)}/history?limit=200`;
  const whole = await asked<{ items: { revision: number }[] }>(path);
  const nobody = await open(null);
  const his = await nobody.asked<{ items: { revision: number }[] }>(path);
  const revisions = his.items.map(({ revision }) => revision);
  const last = revisions.at(-1) ?? 0;
  const hidden = whole.items.find(({ revision }) => !revisions.includes(revision))?.revision ?? -1;
  const { page, go, refused } = nobody;
  await go(`/pledges/${reference}?atRevision=${last}&compare=0`);
  await table(page)
    .getByRole('row', { name: /^Status Announced Deployed #\d+ Unit deployed/ })
    .waitFor();
  const said = await compared(page).innerText();
  expect(said).not.toMatch(/internal|Level|caveat|document/i);
  const named = [...said.matchAll(/#(\d+)/g)].map(([, revision]) => Number(revision));
  expect(named.filter((revision) => !revisions.includes(revision))).toEqual([]);
  expect(refused).toEqual([]);
  await go(`/pledges/${reference}?atRevision=${last}&compare=${hidden}`);
  await compared(page).getByRole('alert').getByText('UNKNOWN_EVENT').waitFor();
});

it('an address that names an event opens it, with the focus, also where it is folded into a run', async () => {
  const reference = await deployed();
  const { page, go, asked } = await open({ account: 'desk' });
  const { items } = await asked<{ items: { revision: number; type: string }[] }>(
    `/pledges/${encodeURIComponent(reference)}/history?type=DocumentationReceived`,
  );
  const folded = items[2]?.revision ?? -1;
  await go(`/pledges/${reference}#r${folded}`);
  expect(await (await focusedEvent(page)).jsonValue()).toBe(`r${folded}`);
  expect(await page.locator(`#r${folded} .event-data`).isVisible()).toBe(true);
});
