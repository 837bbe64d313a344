/** Every page, in every look: nothing that axe, the policy of content or a small screen would complain of. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { closeBrowser, open } from './testing/console.ts';
import type { Person } from './testing/console.ts';

/** Looked at by whoever changes a page; nobody compares them. */
const PICTURES = join(import.meta.dirname, '../../../.ci/out/pages');

const desk: Person = { account: 'desk' };
const rwanda: Person = { account: 'ms', state: 'RWA' };
const PAGES: readonly (readonly [name: string, path: string, person: Person | null])[] = [
  ['overview', '/', null],
  ['overview-in-the-past', '/?asOf=2016-06-17', null],
  ['register', '/pledges', null],
  ['register-filtered', '/pledges?category=UNIT&conference=2015-new-york&q=battalion', null],
  ['pledge', '/pledges/2014-new-york/BGD/ENG-UNSPEC-4PFXR', null],
  ['pledge-with-form', '/pledges/2014-new-york/BGD/ENG-UNSPEC-4PFXR?do=AcknowledgePledge', desk],
  ['pledge-in-the-past', '/pledges/2014-new-york/BGD/ENG-UNSPEC-4PFXR?asOf=2015-01-01', desk],
  ['announce', '/pledges/new', rwanda],
  ['announce-other', '/pledges/new?type=implementation', { account: 'sfgc' }],
  ['pledge-event-by-event', '/pledges/2014-new-york/BGD/ENG-UNSPEC-4PFXR?atRevision=0', null],
  ['states', '/states', null],
  ['state', '/states/RWA', null],
  ['state-of-its-own', '/states/RWA', rwanda],
  ['state-by-conference', '/states/RWA?tab=conferences', null],
  ['state-turns', '/states/RWA?tab=turns', desk],
  ['state-visits', '/states/RWA?tab=visits', rwanda],
  ['state-others-see', '/states/RWA?tab=others', rwanda],
  ['state-in-the-past', '/states/RWA?asOf=2016-06-17', null],
  ['state-without-a-pledge', '/states/AND', null],
  ['conferences', '/conferences', null],
  ['conference', '/conferences/2025-berlin', null],
  ['conference-that-prepared', '/conferences/2017-prep-dhaka', null],
  ['gaps', '/gaps', null],
  ['gaps-of-those-signed-in', '/gaps', { account: 'sfgc' }],
  ['pledge-as-the-public-sees-it', '/pledges/2015-new-york/RWA/FPU-F-9VQTW?as=public', desk],
  ['reports', '/reports', null],
  ['report', '/reports/what-became?by=category', null],
  ['report-with-what-is-counted', '/reports/what-became?by=category&group=all&figure=underWay', null],
  ['report-by-currency', '/reports/money?memberState=CAN', null],
  ['report-beside-others', '/reports/conference-figures', null],
  ['report-in-the-past', '/reports/delivery-by-state?asOf=2016-06-17', null],
  ['report-for-those-signed-in', '/reports/gaps', null],
  ['work-queue', '/work-queue', desk],
  ['work-queue-for-nobody', '/work-queue', null],
  ['sign-in', '/sign-in?next=%2Fconsole%2Fwork-queue', null],
  ['signed-in', '/sign-in', desk],
  ['help', '/help', null],
  ['proof', '/proof', null],
  ['proof-for-auditors', '/proof', { account: 'auditor' }],
  ['no-such-page', '/nowhere', null],
];

afterAll(closeBrowser);

/** What scrolls to the side without saying so: no name, or nothing that the keyboard reaches. */
const unsaidScrolls = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main *')]
      .filter((part) => /auto|scroll/.test(getComputedStyle(part).overflowX))
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
      .filter((part) => !part.matches('[tabindex="0"][aria-label], [tabindex="0"] pre, pre[tabindex="0"]'))
      .map(({ outerHTML }) => outerHTML.slice(0, 80)),
  );

it.each(PAGES)(
  '33. %s has no barrier, no violation and no error, in any look',
  async (name, path, person) => {
    const { page, go, problems, faults, contrast } = await open(person);
    await go(path);
    expect(await problems()).toEqual([]);
    expect(await page.title()).toMatch(/.+ – Pledgeline$/);
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    mkdirSync(PICTURES, { recursive: true });
    const picture = (look: string) =>
      page.screenshot({ path: join(PICTURES, `${name}-${look}.png`), fullPage: true });
    await picture('light');
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await contrast()).toEqual([]);
    await picture('dark');
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      expect(await faults()).toEqual([]);
      expect(await unsaidScrolls(page)).toEqual([]);
    }
    await picture('320');
    // Paper scrolls nowhere: what is wider than it is cut off.
    await page.emulateMedia({ media: 'print', colorScheme: 'light' });
    await page.setViewportSize({ width: 720, height: 1000 });
    expect(await faults()).toEqual([]);
    await page.emulateMedia({ media: 'screen' });
    await page.setViewportSize({ width: 1280, height: 900 });
    await go(`${path}${path.includes('?') ? '&' : '?'}lang=en-x-rtl`);
    expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl');
    expect(await faults()).toEqual([]);
    await picture('right-to-left');
    await page.context().close();
  },
);
