/** Who reads a pledge: its past, on paper, and nothing that is not for him. */
import { closeBrowser, open, SERVER } from './testing/console.ts';

afterAll(closeBrowser);

const deployed = async (): Promise<string> => {
  const answer = await fetch(`${SERVER}/pledges?status=DEPLOYED`);
  return ((await answer.json()) as { items: { reference: string }[] }).items[0]!.reference;
};

it('8. PUBLIC reads a pledge with caveats: no word, time, type or place in a list tells of them', async () => {
  const reference = '2015-new-york/BRA/MARINES-X5A0N';
  const nobody = async () => {
    const { page, go, refused, asked } = await open(null);
    await go(`/pledges/${reference}`);
    await page.getByText('1 of 1 event').waitFor();
    await page.getByText('Sign in to do more than read.').waitFor();
    const ofPledge = await page.getByRole('main').innerText();
    const lists: string[] = [];
    for (const path of ['/pledges?sort=lastWordOn&memberState=BRA', '/pledges?q=marines', '/states/BRA']) {
      await go(path);
      await page
        .getByRole('link', { name: /marine/i })
        .first()
        .waitFor();
      lists.push(await page.getByRole('main').innerText());
    }
    const { items } = await asked<{ items: { type: string; recordedAt: string }[] }>(
      `/pledges/${encodeURIComponent(reference)}/history`,
    );
    expect(refused).toEqual([]);
    return { ofPledge, lists, history: items.map(({ type, recordedAt }) => [type, recordedAt]) };
  };
  const before = await nobody();
  const brazil = await open({ account: 'ms', state: 'BRA' });
  const { pledgeId } = await brazil.asked<{ pledgeId: string }>(`/pledges/${encodeURIComponent(reference)}`);
  for (const internal of [true, false])
    await brazil.sent(`/pledges/${pledgeId}/caveats`, {
      text: 'The marines do not go north of the river',
      kind: 'GEOGRAPHIC',
      blocking: true,
      internal,
    });
  // They are there, for those who may know.
  await brazil.go(`/pledges/${reference}`);
  await brazil.page.getByText('3 of 3 events').waitFor();
  await brazil.page.getByText('north of the river').first().waitFor();
  expect(await nobody()).toEqual(before);
});

it('what is internal or for member states is told of to nobody else', async () => {
  const { page, go, refused } = await open(null);
  await go(`/pledges/${await deployed()}`);
  await page.getByText('5 of 5 events').waitFor();
  expect(await page.getByText(/for the state and|for member states|Level 3/).count()).toBe(0);
  expect(refused).toEqual([]);
});

it('officers read the whole history, runs folded, pauses in words', async () => {
  const { page, go } = await open({ account: 'desk' });
  await go(`/pledges/${await deployed()}`);
  await page.getByText('18 of 18 events').waitFor();
  await page.getByText('and 3 more').click();
  expect(await page.getByText('Document received').count()).toBeGreaterThanOrEqual(5);
  await page.getByText(/months? without an event/).waitFor();
});

it('as of a day before it was deployed: how it stood, no acts, and the same past in every link', async () => {
  const { page, go } = await open({ account: 'desk' });
  await go(`/pledges/${await deployed()}?asOf=2025-06-01`);
  await page.getByText('As it stood on 1 June 2025.').waitFor();
  await page.getByText('since 14 May 2025').waitFor();
  expect(await page.getByText('What may be done now').count()).toBe(0);
  const category = await page.getByRole('link', { name: 'Units', exact: true }).getAttribute('href');
  expect(category).toContain('asOf=2025-06-01');
});

it('an auditor opens an event: what it changed, and how the pledge stood after it', async () => {
  const { page, go, problems } = await open({ account: 'auditor' });
  await go(`/pledges/${await deployed()}`);
  const event = page.getByRole('listitem').filter({ hasText: 'Pledge registered' });
  await event.getByText('Pledge registered').click();
  await event.getByRole('row', { name: 'Status Acknowledged Registered' }).waitFor();
  expect(await problems()).toEqual([]);
  await event.getByRole('link', { name: /How the pledge stood after this event/ }).click();
  await page.getByText(/As it stood after its event #\d+/).waitFor();
  await page.getByText('Level 1', { exact: false }).first().waitFor();
  expect(await page.getByText('What may be done now').count()).toBe(0);
  await page.getByRole('link', { name: 'Back to now' }).click();
  await page.locator('.pledge-head').getByText('Rapid deployment level').waitFor();
});

it('25. auditor at event 8 / ] / the state after #9, and the fields that it changed are marked by word', async () => {
  const { page, go, problems } = await open({ account: 'auditor' });
  await go(`/pledges/${await deployed()}?atRevision=8`);
  const steps = page.getByRole('region', { name: 'Event by event' });
  const changed = steps.getByRole('table', { name: 'What it changed' });
  await steps.getByText('9 of 18: #8 Level reached').waitFor();
  await changed.getByRole('row', { name: 'Level Level 1 Level 2' }).waitFor();
  await page.keyboard.press(']');
  await steps.getByText('10 of 18: #9 Document received').waitFor();
  await page.getByText('As it stood after its event #9').waitFor();
  await changed.getByRole('row', { name: 'Internal: documents Kind: Load list, Version: 1' }).waitFor();
  expect(await changed.getByRole('row', { name: /^Level / }).count()).toBe(0);
  const head = page.locator('.pledge-head');
  await head.getByText('Level 2').waitFor();
  await page.keyboard.press(']');
  await changed.getByRole('row', { name: 'Level Level 2 Level 3' }).waitFor();
  await head.getByText('Level 3').waitFor();
  expect(await problems()).toEqual([]);
});

it('event by event: from the head of the pledge, by keys, by the finger, and at an address that can be sent', async () => {
  const { page, go } = await open({ account: 'auditor' });
  await go(`/pledges/${await deployed()}`);
  await page.getByRole('link', { name: 'Event by event' }).click();
  const steps = page.getByRole('region', { name: 'Event by event' });
  await steps.getByText('1 of 18: #0 Pledge announced').waitFor();
  expect(await steps.getByRole('button', { name: 'Event before' }).getAttribute('aria-disabled')).toBe(
    'true',
  );
  await page.keyboard.press(']');
  await steps.getByText('2 of 18: #1 ').waitFor();
  // The finger does the same, and its place is said in words.
  const range = steps.getByRole('slider');
  await range.focus();
  await page.keyboard.press('End');
  await steps.getByText('18 of 18: #17 ').waitFor();
  expect(await range.getAttribute('aria-valuetext')).toMatch(/^18 of 18: #17 Unit deployed/);
  expect(await range.evaluate((input) => input === document.activeElement)).toBe(true);
  expect(await page.getByText('What may be done now').count()).toBe(0);
  await page.keyboard.press('ArrowLeft');
  await steps.getByText('17 of 18: #16 ').waitFor();
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('[');
  await steps.getByText('16 of 18: #15 ').waitFor();
  // Whoever is sent the address sees the same.
  const other = await open({ account: 'desk' });
  await other.page.goto(page.url());
  await other.page.getByText('16 of 18: #15 ').waitFor();
});

it('what the public may not see is no step for it either', async () => {
  const { page, go, refused } = await open(null);
  await go(`/pledges/${await deployed()}?atRevision=0`);
  await page.getByText('1 of 5: #0 Pledge announced').waitFor();
  for (const n of [2, 3, 4, 5]) {
    await page.keyboard.press(']');
    await page.getByText(`${n} of 5: `).waitFor();
  }
  await page.keyboard.press(']');
  await page.getByText('5 of 5: ').waitFor();
  expect(refused).toEqual([]);
});

it('what may not be done now says why', async () => {
  const { page, go } = await open({ account: 'sfgc' });
  await go('/pledges/2014-new-york/BGD/SIGNALS-TK4HP');
  await page.getByText('Not now, and why').click();
  await page.getByText(/(?:^|· )Register pledge/).waitFor();
});

it('the history turns round: the oldest event first, asked of the server', async () => {
  const { page, go } = await open({ account: 'desk' });
  await go(`/pledges/${await deployed()}`);
  await page.getByText('18 of 18 events').waitFor();
  const first = page.locator('.history-day').first();
  await first.getByText('Unit deployed').waitFor();
  await page.getByRole('button', { name: 'Oldest first' }).click();
  await first.getByText('Pledge announced').waitFor();
});

it('an id is replaced by the reference, as people cite it', async () => {
  const reference = await deployed();
  const answer = await fetch(`${SERVER}/pledges/${encodeURIComponent(reference)}`);
  const { pledgeId } = (await answer.json()) as { pledgeId: string };
  const { page, go } = await open(null);
  await go(`/pledges/${pledgeId}`);
  await page.waitForURL((url) => url.pathname === `/console/pledges/${reference}`);
});

it('36. a pledge is printed: history open, no buttons, address and recorded-up-to on it', async () => {
  const { page, go } = await open({ account: 'desk' });
  const reference = await deployed();
  await go(`/pledges/${reference}`);
  await page.getByText('18 of 18 events').waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('button').count()).toBe(0);
  expect(await page.locator('.button:visible').count()).toBe(0);
  expect(await page.getByRole('navigation').count()).toBe(0);
  expect(await page.getByText('Recorded up to').isVisible()).toBe(true);
  expect(await page.getByText(`${SERVER}/console/pledges/${reference}`, { exact: true }).isVisible()).toBe(
    true,
  );
  // What each event says and changed has its place on the paper, and the JSON of it has none.
  const isOpen = await page
    .locator('.event .event-data')
    .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().height > 0));
  expect(isOpen).toEqual(Array(18).fill(true));
  expect(
    await page.locator('.event pre').evaluateAll((parts) => parts.filter((part) => part.checkVisibility())),
  ).toEqual([]);
  // A page of A4 is about 1,100 pixels high.
  const pdf = await page.pdf({ format: 'A4' });
  expect((pdf.toString('latin1').match(/\/Type \/Page\b/g) ?? []).length).toBeLessThanOrEqual(15);
});

it('a pledge that is not there says so, and that it may not be for this reader', async () => {
  const { page, go } = await open(null);
  await go('/pledges/2014-new-york/BGD/INF-BN-00000');
  await page.getByRole('alert').waitFor();
  await page.getByText('NOT_FOUND').or(page.getByText('PLEDGE_NOT_FOUND')).waitFor();
});

it('7. nobody signed in opens the queue, is offered to sign in, and comes back there', async () => {
  const { page, go, refused } = await open(null);
  await go('/work-queue?kind=SILENT');
  const links = page.getByRole('main').getByRole('link', { name: 'Sign in' });
  expect(await links.getAttribute('href')).toBe(
    '/console/sign-in?next=%2Fconsole%2Fwork-queue%3Fkind%3DSILENT',
  );
  expect(refused).toEqual([]);
});
