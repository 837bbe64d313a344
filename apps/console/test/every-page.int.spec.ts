/** Every page, in every look: nothing that axe, the policy of content or a small screen would complain of. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { closeBrowser, open } from './testing/console.ts';
import type { Person } from './testing/console.ts';

/** Looked at by whoever changes a page; nobody compares them. */
const PICTURES = join(import.meta.dirname, '../../../.ci/out/pages');

const desk: Person = { account: 'desk' };
const PAGES: readonly (readonly [name: string, path: string, person: Person | null])[] = [
  ['overview', '/', null],
  ['overview-in-the-past', '/?asOf=2016-06-17', null],
  ['register', '/pledges', null],
  ['register-filtered', '/pledges?category=UNIT&conference=2015-new-york&q=battalion', null],
  ['sign-in', '/sign-in?next=%2Fconsole%2Fwork-queue', null],
  ['signed-in', '/sign-in', desk],
  ['help', '/help', null],
  ['no-such-page', '/nowhere', null],
];

afterAll(closeBrowser);

describe.each(PAGES)('%s', (name, path, person) => {
  it.each(['light', 'dark'] as const)(
    'has no barrier, no violation and no error: %s',
    async (colorScheme) => {
      const { page, go, problems, faults } = await open(person, { colorScheme });
      await go(path);
      expect(await problems()).toEqual([]);
      expect(await page.title()).toMatch(/.+ – Pledgeline$/);
      expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
      mkdirSync(PICTURES, { recursive: true });
      await page.screenshot({ path: join(PICTURES, `${name}-${colorScheme}.png`), fullPage: true });
      for (const width of [390, 320]) {
        await page.setViewportSize({ width, height: 844 });
        expect(await faults()).toEqual([]);
      }
      if (colorScheme === 'light')
        await page.screenshot({ path: join(PICTURES, `${name}-320.png`), fullPage: true });
      await page.context().close();
    },
  );

  it('is read from right to left as well', async () => {
    const { page, go, faults } = await open(person);
    await go(`${path}${path.includes('?') ? '&' : '?'}lang=en-x-rtl`);
    expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl');
    expect(await faults()).toEqual([]);
    await page.context().close();
  });
});
