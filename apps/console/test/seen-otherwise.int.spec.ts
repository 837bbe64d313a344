/** Who needs large letters, other colours and no mouse, works like everybody else. */
import { closeBrowser, open, startBrowser } from './testing/console.ts';

afterAll(closeBrowser);

/** 16 pixels are the letters of everybody else. */
const TWICE = '--blink-settings=defaultFontSize=32';

it('34. text at 200 per cent, forced colours, no mouse: acknowledges from the queue, and goes on to the next', async () => {
  const browser = startBrowser(TWICE);
  try {
    const { page, go, faults, asked } = await open({ account: 'desk' }, { forcedColors: 'active' }, browser);
    const tabTo = async (name: string): Promise<void> => {
      for (let at = 0; at < 200; at += 1) {
        await page.keyboard.press('Tab');
        const here = await page.evaluate(() => document.activeElement?.textContent ?? '');
        if (here.trim() === name) return;
      }
      throw new Error(`no Tab leads to “${name}”`);
    };
    await go('/work-queue?kind=ACKNOWLEDGEMENT');
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px');
    expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
    expect(await faults()).toEqual([]);
    await page.locator('tbody').getByRole('link').nth(2).waitFor();
    for (const key of ['j', 'j', 'j', 'Enter']) await page.keyboard.press(key);
    await page.getByRole('link', { name: 'Next (n)' }).waitFor();
    const path = new URL(page.url()).pathname;
    expect(await faults()).toEqual([]);
    await tabTo('Acknowledge pledge');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Reference of the acknowledgement' }).waitFor();
    await page.keyboard.type('DPO/2026/34');
    await tabTo('Acknowledge pledge');
    expect(await faults()).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByText('Recorded: Acknowledge pledge.').waitFor();
    const reference = path.split('/').slice(3).join('/');
    const { status } = await asked<{ status: string }>(`/pledges/${encodeURIComponent(reference)}`);
    expect(status).toBe('ACKNOWLEDGED');
    await tabTo('Next (n)');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname !== path);
    expect(await faults()).toEqual([]);
  } finally {
    await (await browser).close();
  }
});

it.each(['/', '/pledges', '/states/RWA', '/reports/what-became?by=category', '/work-queue'])(
  '34. %s has nothing that is cut off at 200 per cent of text',
  async (path) => {
    const browser = startBrowser(TWICE);
    try {
      const { go, faults } = await open({ account: 'desk' }, { forcedColors: 'active' }, browser);
      await go(path);
      expect(await faults()).toEqual([]);
    } finally {
      await (await browser).close();
    }
  },
);
