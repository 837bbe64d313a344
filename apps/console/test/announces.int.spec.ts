/** States and officers announce: what is like it is shown while they type, and what they typed stays. */
import { closeBrowser, open, SERVER } from './testing/console.ts';
import type { Opened } from './testing/console.ts';

afterAll(closeBrowser);

const field = ({ page }: Opened, name: string | RegExp) => page.getByRole('textbox', { name });
const listed = ({ page }: Opened, name: string) => page.getByRole('combobox', { name, exact: false }).first();
const pledgesOf = async ({ context }: Opened, state: string): Promise<number> => {
  const answer = await context.request.get(`${SERVER}/pledges?memberState=${state}&limit=1`);
  return ((await answer.json()) as { total: number }).total;
};
const describe = async (opened: Opened, text: string): Promise<void> => {
  await listed(opened, 'Category').selectOption('UNIT');
  await listed(opened, 'Capability').fill('INF-BN');
  await field(opened, /^Description/).fill(text);
  await field(opened, /^Quantity/).fill('1');
  await field(opened, /^Unit of the quantity/).fill('battalion');
  await field(opened, /^Source/).fill('Speech of the Minister');
};

it('22. MS announces what was announced: the like one is shown; linking makes no second pledge', async () => {
  const ms = await open({ account: 'ms', state: 'GHA' });
  const { page, go, problems } = ms;
  await go('/pledges/new');
  await describe(ms, 'One infantry battalion of Ghana');
  await page.getByText('It would be taken as it is.').waitFor();
  await page.getByText('A new pledge of Ghana, units.').waitFor();
  await page.getByRole('heading', { name: 'Left unsaid' }).waitFor();
  expect(await problems()).toEqual([]);
  await page.getByRole('button', { name: 'Announce pledge' }).click();
  await page.getByRole('heading', { name: 'Announced' }).waitFor();
  await page.getByRole('link', { name: 'Open the pledge' }).waitFor();
  expect(await problems()).toEqual([]);

  await page.getByRole('button', { name: 'Announce another' }).click();
  await describe(ms, 'An infantry battalion, as we said');
  const alike = page.getByRole('region', { name: 'Before you send it' });
  await alike.getByRole('link', { name: 'One infantry battalion of Ghana' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Ghana: One infantry battalion of Ghana' }).waitFor();
  await page.goBack();
  await alike.getByRole('link', { name: 'One infantry battalion of Ghana' }).first().waitFor();
  // Which announcements are one pledge is not for a state to say, and so not offered.
  expect(await alike.getByRole('button', { name: /^It is this one/ }).count()).toBe(0);
  const before = await pledgesOf(ms, 'GHA');

  // Which announcements are one pledge the desk decides.
  const desk = await open({ account: 'desk' });
  await desk.go('/pledges/new');
  await listed(desk, 'State').fill('Ghana');
  await describe(desk, 'An infantry battalion, as we said');
  await desk.page
    .getByRole('button', { name: /^It is this one/ })
    .first()
    .click();
  await field(desk, /^Wording/).waitFor();
  expect(await field(desk, /^Wording/).inputValue()).toBe('An infantry battalion, as we said');
  expect(await field(desk, /^Source/).inputValue()).toBe('Speech of the Minister');
  await desk.page.getByRole('button', { name: 'Link an announcement' }).click();
  await desk.page.getByText('Recorded: Link an announcement.').waitFor();
  expect(await pledgesOf(desk, 'GHA')).toBe(before);
  expect(await desk.problems()).toEqual([]);
});

it('what was typed stays when its writer looks at another page, and is gone once it is emptied', async () => {
  const desk = await open({ account: 'desk' });
  const { page, go } = desk;
  await go('/pledges/new?type=implementation');
  await field(desk, /^Description/).fill('Two million for training');
  await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Reports' }).click();
  await page.getByRole('heading', { level: 1, name: 'Reports' }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: 'Announce a pledge' }).waitFor();
  expect(await field(desk, /^Description/).inputValue()).toBe('Two million for training');
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  await page.getByRole('button', { name: 'Empty the form' }).click();
  expect(await field(desk, /^Description/).inputValue()).toBe('');
});

it('an officer who may only record what a state did is asked for its paper; without it the form says so', async () => {
  const officer = await open({ account: 'sfgc' });
  const { page, go, problems, refused } = officer;
  await go('/pledges/new');
  await listed(officer, 'State').fill('Nepal');
  await describe(officer, 'One infantry battalion of Nepal for any mission');
  await page.getByText('The paper by which it came').waitFor();
  // What the role may not do is told where it is typed.
  await page.getByRole('region', { name: 'Before you send it' }).locator('.field-error').waitFor();
  await field(officer, /^Reference of the paper/).fill('Note verbale 12/2026');
  await field(officer, /^Day of the paper/).fill('2026-03-02');
  await page.getByText('It would be taken as it is.').waitFor();
  await page.getByText('A new pledge of Nepal, units.').waitFor();
  await page.getByRole('button', { name: 'Announce pledge' }).click();
  await page.getByRole('heading', { name: 'Announced' }).waitFor();
  await page.getByRole('link', { name: 'Open the pledge' }).click();
  await page.getByText('for NPL').or(page.getByText('for Nepal')).first().waitFor();
  // He reads what it would become as the desk does; what he may not ask is not asked.
  expect(refused.filter((one) => one === '403 /announcement-checks')).toEqual([]);
  expect(await problems()).toEqual([]);
});

it('a name that means no state is told beside its field while it is typed', async () => {
  const desk = await open({ account: 'desk' });
  const { page, go } = desk;
  await go('/pledges/new');
  await listed(desk, 'State').fill('Atlantis');
  await describe(desk, 'One battalion');
  await page.locator('.field', { hasText: 'State' }).locator('.field-error').first().waitFor();
  expect(await listed(desk, 'State').getAttribute('aria-invalid')).toBe('true');
});

it.each([
  ['nobody', null, 'This page is for those who have signed in.'],
  ['an auditor', { account: 'auditor' }, 'Pledges are announced by:'],
])('%s is told who announces', async (_, person, text) => {
  const { page, go, refused } = await open(person);
  await go('/pledges/new');
  await page.getByText(text).waitFor();
  expect(refused).toEqual([]);
});
