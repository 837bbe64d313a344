/** A pledge about which very much was said: its page stays as light as any other. */
import { closeBrowser, open, SERVER } from './testing/console.ts';

afterAll(closeBrowser);

const EVENTS = 2000;
/** As many as make 2,000 selections. */
const THEMES = [
  'capacity-building',
  'conduct',
  'counter-ied',
  'environment',
  'medical',
  'mental-health',
  'performance',
  'poc',
  'rapid-deployment',
  'stratcom',
  'technology',
];
const MOST_KB = 60;

it('23. of a pledge with 2,000 events 50 are shown, it says of how many, and at most 60 KB are sent for them', async () => {
  const reference = '2015-new-york/IDN/IPO-ZVWA2';
  const desk = await open({ account: 'desk' });
  const { page, go, asked, sent, problems } = desk;
  const path = `/pledges/${encodeURIComponent(reference)}`;
  const { pledgeId } = await asked<{ pledgeId: string }>(path);
  // Each time other themes, so that each time something changes.
  for (let n = 1; n < EVENTS; n += 1)
    await sent(`/pledges/${pledgeId}/themes`, { themes: THEMES.filter((_, bit) => (n >> bit) & 1) });
  let bytes = 0;
  const tools = await page.context().newCDPSession(page);
  await tools.send('Network.enable');
  const ofPledge = new Set<string>();
  tools.on('Network.responseReceived', ({ requestId, response }) => {
    if (new URL(response.url).pathname.startsWith('/pledges/')) ofPledge.add(requestId);
  });
  tools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (ofPledge.has(requestId)) bytes += encodedDataLength;
  });
  await go(`/pledges/${reference}`);
  await page.getByText('50 of 2,000 events').waitFor();
  expect(ofPledge.size).toBe(2);
  expect(bytes / 1024).toBeLessThanOrEqual(MOST_KB);
  expect(bytes).toBeGreaterThan(0);
  expect(await problems()).toEqual([]);
  await page.getByRole('button', { name: 'Show more' }).click();
  await page.getByText('100 of 2,000 events').waitFor();
  expect(await (await fetch(`${SERVER}${path}`)).json()).toMatchObject({ reference });
  // An event near the other end is found from there, and has the focus.
  await go('/');
  await go(`/pledges/${reference}#r60`);
  await page.locator('#r60 details[open] .event-data').waitFor();
  expect(await page.evaluate(() => document.activeElement?.closest('li')?.id)).toBe('r60');
});
