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
    await page.waitForURL((url) => url.pathname !== path);
    await tabTo('Acknowledge pledge');
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

describe('35. in dark and from right to left, on the overview', () => {
  const overview = async () => {
    const opened = await open(null, { colorScheme: 'dark' });
    await opened.go('/?lang=en-x-rtl');
    await opened.page.getByRole('figure').nth(4).waitFor();
    return opened;
  };

  it('bars grow from the right, and rows of squares as well', async () => {
    const { page, problems } = await overview();
    const marks = await page.locator('.bars:visible .mark').evaluateAll((found) =>
      found.map((mark) => {
        const cell = mark.parentElement!.getBoundingClientRect();
        const bar = mark.getBoundingClientRect();
        return { toTheRight: cell.right - bar.right, isWhole: bar.left >= cell.left - 1 };
      }),
    );
    expect(marks.length).toBeGreaterThan(10);
    for (const { toTheRight, isWhole } of marks) {
      expect(Math.abs(toTheRight)).toBeLessThan(8);
      expect(isWhole).toBe(true);
    }
    const squares = await page.locator('.squares-of').evaluateAll((rows) =>
      rows.flatMap((row) => {
        const [first, second] = [...row.querySelectorAll('.square')].map(
          (square) => square.getBoundingClientRect().left,
        );
        return first === undefined || second === undefined ? [] : [first > second];
      }),
    );
    expect(squares.length).toBeGreaterThan(3);
    expect(squares.every(Boolean)).toBe(true);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
      'rgb(18, 24, 31)',
    );
    expect(await problems()).toEqual([]);
  });

  it.each([
    ['/pledges?conference=2014-new-york', '2014-new-york/'],
    ['/pledges/2014-new-york/BGD/ENG-UNSPEC-4PFXR', '2014-new-york/BGD/ENG-UNSPEC-4PFXR'],
  ])('references that are led to read from left to right: %s', async (path, begins) => {
    const { page, go } = await open(null, { colorScheme: 'dark' });
    await go(`${path}${path.includes('?') ? '&' : '?'}lang=en-x-rtl`);
    await page.locator('bdi').filter({ hasText: begins }).first().waitFor();
    // Where each letter really stands: the first of the year at the left end.
    const areLeftToRight = await page.locator('bdi').evaluateAll((found) =>
      found
        .filter((code) => /\d-/.test(code.textContent) && code.firstChild instanceof Text)
        .map((code) => {
          const at = (from: number) => {
            const range = document.createRange();
            range.setStart(code.firstChild!, from);
            range.setEnd(code.firstChild!, from + 1);
            return range.getBoundingClientRect().left;
          };
          return at(0) < at(4);
        }),
    );
    expect(areLeftToRight.length).toBeGreaterThan(0);
    expect(areLeftToRight.every(Boolean)).toBe(true);
  });
});
