/** From a figure to what it counts: by report, by state, by conference; and back to the same figures later. */
import { eventually } from '@pledgeline/event-sourcing/testing';
import type { Page } from 'playwright-core';
import { closeBrowser, open, SERVER } from './testing/console.ts';

afterAll(closeBrowser);

const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Parts of this page' }).getByRole('link', { name, exact: true });

it('asks a report by category, opens what a figure counts, and takes the same as CSV and as an address to cite', async () => {
  const { page, go, refused } = await open(null);
  await go('/reports');
  await page.getByRole('link', { name: /^How many promises were kept, kept in part/ }).click();
  await page.getByRole('heading', { level: 1, name: /^How many promises were kept/ }).waitFor();
  await page.getByRole('combobox', { name: 'Grouped by' }).selectOption('category');
  await page.getByRole('combobox', { name: 'Conference' }).selectOption('2015-new-york');
  await page.getByRole('button', { name: 'Show' }).click();
  const inAll = page.getByRole('figure', { name: 'In all' });
  await inAll.getByRole('row', { name: 'Pledges that count 84' }).waitFor();
  await page
    .getByRole('figure', { name: /one by one$/ })
    .getByRole('row', { name: /^Units/ })
    .waitFor();

  await inAll.getByRole('link', { name: 'Under way' }).click();
  await page.getByRole('heading', { name: 'What is counted: Under way' }).waitFor();
  await page.getByText('2 of 2 are listed here.').waitFor();
  await page.getByRole('link', { name: '2015-new-york/RWA/FPU-F-9VQTW' }).waitFor();
  expect(new URL(page.url()).searchParams.get('conference')).toBe('2015-new-york');

  const csv = await page.getByRole('link', { name: 'These figures as CSV' }).getAttribute('href');
  const text = await (await page.context().request.get(SERVER + String(csv))).text();
  expect(text).toContain('2015-new-york/RWA/FPU-F-9VQTW');
  expect(text).not.toContain('2014-new-york/');
  expect(refused).toEqual([]);

  await page.getByRole('link', { name: 'Close this list' }).click();
  await page.getByRole('link', { name: /knownAt=/ }).click();
  await page.getByText('Back to today').waitFor();
  await inAll.getByRole('row', { name: 'Pledges that count 84' }).waitFor();
  const cited = new URL(page.url()).searchParams;
  expect([cited.get('by'), cited.has('asOf'), cited.has('knownAt')]).toEqual(['category', true, true]);

  // The same past goes along to the pledge, where nothing can be done.
  await inAll.getByRole('link', { name: 'Under way' }).click();
  await page.getByRole('link', { name: '2015-new-york/RWA/FPU-F-9VQTW' }).click();
  await page.getByRole('heading', { level: 1, name: /^Rwanda: / }).waitFor();
  await page.getByText('nothing can be done here').waitFor();
  expect(new URL(page.url()).searchParams.get('asOf')).toBe(cited.get('asOf'));
});

it('27. asOf 2016-06-17 on a report, followed to a pledge: a banner of the past, no buttons, the same past in the address', async () => {
  const { page, go, problems } = await open({ account: 'desk' });
  await go('/reports/what-became?asOf=2016-06-17&by=conference');
  await page.getByText('As it stood on 17 June 2016.').waitFor();
  await page.getByRole('figure', { name: 'In all' }).getByRole('link', { name: 'Announced only' }).click();
  const counted = page.getByRole('region', { name: /^What is counted: / });
  await counted.getByRole('link', { name: '2014-new-york/BGD/ENG-UNSPEC-4PFXR' }).click();
  await page.getByRole('heading', { level: 1, name: /^Bangladesh: / }).waitFor();
  await page.getByRole('note').getByText('As it stood on 17 June 2016.').waitFor();
  await page.getByText('1 of 1 event').waitFor();
  const acts = ['Acknowledge pledge', 'Ask a question', 'Withdraw pledge', 'Propose a correction'];
  for (const name of acts)
    for (const role of ['link', 'button'] as const)
      expect(await page.getByRole(role, { name }).count()).toBe(0);
  expect(await page.getByText('What may be done now').count()).toBe(0);
  expect(new URL(page.url()).searchParams.get('asOf')).toBe('2016-06-17');
  expect(await problems()).toEqual([]);
});

it('28. cited as it stands now and opened later: the same figures, while the report itself has gone on', async () => {
  const path = '/reports/what-became?conference=2021-seoul&by=category';
  const figures = async (address: string): Promise<readonly string[]> => {
    const { page } = await open(null);
    await page.goto(new URL(address, SERVER).href);
    await page.getByRole('figure', { name: 'In all' }).locator('tbody tr').first().waitFor();
    return page.locator('figure tbody tr').allInnerTexts();
  };
  const { page, go } = await open(null);
  await go(path);
  const cited = String(await page.getByRole('link', { name: /knownAt=/ }).getAttribute('href'));
  const was = await figures(`/console${path}`);
  const morocco = await open({ account: 'ms', state: 'MAR' });
  const { pledgeId } = await morocco.asked<{ pledgeId: string }>(
    `/pledges/${encodeURIComponent('2021-seoul/MAR/TRG-TRANSLATION-JAMB8')}`,
  );
  await morocco.sent(`/pledges/${pledgeId}/withdrawal`, { reason: 'It was done without us' });
  await eventually(async () => (await figures(`/console${path}`)).join() !== was.join());
  expect(await figures(cited)).toEqual(was);
});

it('each step of the overview leads to exactly the pledges that it counts, and each amount to those that it adds up', async () => {
  const { page, go, refused } = await open(null);
  await go('/');
  const steps = page.getByRole('figure', { name: 'How far did pledges come?' });
  const acknowledged = steps
    .getByRole('row', { name: /^Acknowledged/ })
    .filter({ has: page.getByRole('link') });
  const count = await acknowledged.first().getByRole('cell').first().textContent();
  await acknowledged.first().getByRole('link').click();
  const counted = page.getByRole('region', { name: /^What is counted: / });
  await counted.getByText(`${count} of ${count} are listed here.`).waitFor();
  expect(await counted.getByRole('listitem').count()).toBe(Number(count));
  await go('/');
  const money = page.getByRole('figure', { name: 'What came of the money?' });
  const usd = money.getByRole('row', { name: /^USD/ });
  await usd.getByRole('link').first().click();
  await counted.getByText(/^(\d+) of \1 are listed here\.$/).waitFor();
  expect(new URL(page.url()).searchParams.get('group')).toBe('USD');
  expect(refused).toEqual([]);
});

it('finds a state by name, and what became of its pledges; nothing that is only for others is asked', async () => {
  const { page, go, refused } = await open(null);
  await go('/states');
  await page.getByRole('combobox', { name: 'Find a state' }).fill('rwanda');
  await page.getByRole('button', { name: 'Open' }).click();
  await page.getByRole('heading', { level: 1, name: 'Rwanda' }).waitFor();
  await page.getByText('7 pledges, 0 kept or kept in part, 7 without a word').waitFor();
  expect(await page.getByRole('region', { name: 'The pledges' }).locator('tbody tr').count()).toBe(7);
  expect(await page.getByRole('heading', { name: 'What waits for you' }).count()).toBe(0);
  await tab(page, 'By conference').click();
  await page.waitForURL((url) => url.search === '?tab=conferences');
  expect(await page.title()).toBe('Rwanda: By conference – Pledgeline');
  const plot = page.getByRole('figure', { name: 'What became of them, conference by conference?' });
  await plot.getByText('5 pledges 5 silent').waitFor();
  await tab(page, 'Endorsements').click();
  await page.getByText('There is none of these.').waitFor();
  expect(await tab(page, 'Turns with others').count()).toBe(0);
  await page.goBack();
  await plot.getByRole('link', { name: 'New York 2015' }).click();
  await page.getByRole('heading', { level: 1, name: 'New York 2015' }).waitFor();
  expect(refused).toEqual([]);
});

it('21. a state finds on its own page its queue, its visits and what others see; on that of another it does not', async () => {
  const { page, go, problems, refused } = await open({ account: 'ms', state: 'RWA' });
  await go('/states/RWA');
  const waits = page.getByRole('region', { name: 'What waits for you' });
  const all = waits.getByRole('link', { name: /^All \d+ in the work queue$/ });
  await all.waitFor();
  // Of a level only the state and the Secretariat read.
  await page.getByRole('region', { name: 'The pledges' }).getByText('Level 2').waitFor();
  expect(await problems()).toEqual([]);

  await tab(page, 'Visits').click();
  const visits = page.getByRole('region', { name: 'Visits' });
  await visits.getByRole('link', { name: '2015-new-york/RWA/FPU-F-9VQTW' }).waitFor();
  expect(await problems()).toEqual([]);
  await tab(page, 'Turns with others').click();
  await page.getByText('It fills no pledge in turns with others.').waitFor();
  await tab(page, 'Needs').click();
  await page.getByText('It has published no need.').waitFor();

  await tab(page, 'What others see of this').click();
  const others = page.getByRole('region', { name: 'What others see of this' });
  const nobody = await open(null);
  const { total } = await nobody.asked<{ total: number }>('/pledges?memberState=RWA&limit=1');
  await others.getByText(new RegExp(`reads this of ${total} pledges`)).waitFor();
  expect(await others.locator('tbody tr').count()).toBe(total);
  expect(await others.getByText('Level 2').count()).toBe(0);
  expect(refused).toEqual([]);
  await page.setViewportSize({ width: 320, height: 844 });
  expect(await problems()).toEqual([]);

  await tab(page, 'Pledges').click();
  await all.click();
  await page.getByRole('heading', { level: 1, name: 'Work queue' }).waitFor();
  for (const path of ['/states/VNM', '/states/VNM?tab=visits', '/states/VNM?tab=others']) {
    await go(path);
    await page.getByRole('heading', { name: 'The pledges' }).waitFor();
    for (const part of [waits, visits, others]) expect(await part.count()).toBe(0);
    for (const name of ['Visits', 'Needs', 'What others see of this'])
      expect(await tab(page, name).count()).toBe(0);
  }
});

it('reads what a conference brought beside what was published, and what became of it', async () => {
  const { page, go } = await open(null);
  await go('/conferences');
  await page.getByRole('link', { name: 'Berlin 2025' }).click();
  await page.getByText('16 pledges made here, by 4 states').waitFor();
  const published = page.getByRole('region', { name: 'Beside what others published' });
  await published.getByRole('row', { name: /States with new pledges.* 4 74 ?here are 70 fewer/ }).waitFor();
  await published.getByRole('row', { name: /^Participants not counted here/ }).waitFor();
  await page.getByRole('region', { name: 'The conference' }).getByRole('link', { name: 'Germany' }).waitFor();
  const byState = page.getByRole('figure', { name: 'What became of them, state by state?' });
  await byState.getByText('4 pledges 4 silent').first().waitFor();
  await page.getByRole('link', { name: 'Show the pledges' }).click();
  await page.getByText('16 pledges', { exact: true }).waitFor();
});
