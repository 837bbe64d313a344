/** What stopped people who opened the console for the first time, each at a task of theirs. */
import { closeBrowser, open } from './testing/console.ts';
import type { Opened } from './testing/console.ts';

afterAll(closeBrowser);

const find = async ({ page, go }: Opened, typed: string): Promise<void> => {
  await go('/states');
  await page.getByRole('combobox', { name: 'Find a state' }).fill(typed);
  await page.getByRole('button', { name: 'Open' }).click();
};

it('the public: half a name opens a state, and where several have it they are offered', async () => {
  const reader = await open(null);
  const { page, problems } = reader;
  await find(reader, 'Bangla');
  await page.getByRole('heading', { level: 1, name: 'Bangladesh' }).waitFor();
  await find(reader, 'guin');
  await page.getByText('Is it one of these?').waitFor();
  expect(await problems()).toEqual([]);
  await page.getByRole('main').getByRole('link', { name: 'Papua New Guinea' }).click();
  await page.getByRole('heading', { level: 1, name: 'Papua New Guinea' }).waitFor();
});

it('the public: what a sum counts is opened with the sum and the states, and Help says what the words mean', async () => {
  const { page, go, problems } = await open(null);
  await go('/reports/money?figure=pledgedOwn&group=EUR');
  const counted = page.getByRole('region', { name: 'What is counted: Pledged' });
  await counted.getByText('82,000,000 EUR', { exact: true }).waitFor();
  await counted
    .getByRole('listitem')
    .filter({ hasText: /^Germany 2025-berlin/ })
    .first()
    .waitFor();
  expect(await problems()).toEqual([]);
  await go('/help');
  await page.getByText('A pledge can be under way and silent').waitFor();
  expect(await problems()).toEqual([]);
});

it('an officer: who asked about a silent pledge has it out of the way, and reads what was recorded without scrolling', async () => {
  const reference = '2015-new-york/MEX/TRG-CENTRE-BEEEF';
  const { page, go, asked } = await open({ account: 'desk' }, { height: 600 });
  const waiting = async (): Promise<readonly string[]> => {
    const path = '/work-queue?kind=SILENT&role=DESK&memberState=MEX';
    return (await asked<{ items: { reference: string }[] }>(path)).items.map((task) => task.reference);
  };
  expect(await waiting()).toContain(reference);
  await go(`/pledges/${reference}?do=RequestClarification`);
  await page.getByRole('textbox', { name: 'Question' }).fill('Has anybody been sent?');
  await page.getByRole('textbox', { name: 'Due on' }).fill('2030-01-31');
  const send = page.getByRole('button', { name: 'Ask a question' });
  await send.click();
  const error = page.getByText('Holds up the registration must be given').last();
  await error.waitFor();
  await page.getByRole('combobox', { name: 'Holds up the registration' }).selectOption('no');
  await error.waitFor({ state: 'detached' });
  expect(await page.getByRole('alert').count()).toBe(0);
  await send.click();
  const recorded = page.getByText('Recorded: Ask a question.');
  await recorded.waitFor();
  const { y } = (await recorded.boundingBox())!;
  expect(y).toBeGreaterThanOrEqual(0);
  expect(y).toBeLessThan(600);
  expect(await waiting()).not.toContain(reference);
});

it('an officer: the same announcement a second time is said to be one, before it is sent and after', async () => {
  const { page, go } = await open({ account: 'desk' });
  const announce = async (): Promise<void> => {
    await go('/pledges/new');
    await page.getByRole('combobox', { name: 'State' }).fill('Norway');
    await page.getByRole('combobox', { name: 'Category' }).selectOption('ENABLER');
    await page.getByRole('combobox', { name: 'Capability' }).fill('HEL-UTL');
    await page.getByRole('textbox', { name: /^Description/ }).fill('Two utility helicopters with crew');
    await page.getByRole('textbox', { name: /^Quantity/ }).fill('2');
    await page.getByRole('textbox', { name: /^Unit of the quantity/ }).fill('helicopters');
    await page.getByRole('textbox', { name: /^Source/ }).fill('Note verbale 2026/77');
  };
  await announce();
  await page.getByText('It would be taken as it is.').waitFor();
  const send = page.getByRole('button', { name: 'Announce pledge' });
  await send.scrollIntoViewIfNeeded();
  const { y } = (await page.getByRole('heading', { name: 'Before you send it' }).boundingBox())!;
  expect(y).toBeGreaterThanOrEqual(0);
  await send.click();
  await page.getByRole('heading', { name: 'Announced', exact: true }).waitFor();
  await announce();
  await page.getByText('This is announced already, word for word.').waitFor();
  expect(await page.getByText('It would be taken as it is.').count()).toBe(0);
  await send.click();
  await page.getByRole('heading', { name: 'This was announced already; nothing was added' }).waitFor();
});

it('force generation: why nothing else is possible now is said once, in words', async () => {
  const { page, go, problems } = await open({ account: 'sfgc' });
  await go('/pledges/2015-new-york/RWA/FPU-F-9VQTW');
  await page.getByText('Not now, and why').click();
  await page.getByText('Not while its status is Selected.').waitFor();
  expect(await page.getByText('Not while its status is Selected.').count()).toBe(1);
  expect(await page.getByText(/is not possible while/).count()).toBe(0);
  await page.getByText(/^Acknowledge pledge · /).waitFor();
  expect(await problems()).toEqual([]);
  await go('/work-queue?kind=MATCH_TO_DECIDE');
  await page.getByText('blocked: no assessment and advisory visit yet').waitFor();
});

it('the public: squares and numbers lead to the pledges that they count, by pointer and by keys', async () => {
  const { page, go, asked } = await open(null);
  const { groups } = await asked<{
    groups: { code: string; figures: { figure: string; value: number }[] }[];
  }>('/reports/what-became?by=conference&counted=none');
  const [seoul] = groups.filter(({ code }) => code === '2021-seoul');
  const count = seoul?.figures.find(({ figure }) => figure === 'announcedOnly')?.value ?? 0;
  expect(count).toBeGreaterThan(1);
  const listed = page.getByRole('region', { name: 'What is counted: Announced only' });
  const row = page.locator('.squares-row').filter({ hasText: 'Seoul 2021' });
  const leads: readonly (() => Promise<void>)[] = [
    () => row.locator('.square.announcedOnly').first().click(),
    () => row.getByRole('link', { name: `${count} announced, no further` }).press('Enter'),
  ];
  for (const lead of leads) {
    await go('/');
    await lead();
    await listed.getByText(`${count} of ${count} are listed here.`).waitFor();
    expect(new URL(page.url()).searchParams.get('group')).toBe('2021-seoul');
  }
});

it('the public: a conference says how many of its pledges were deployed, and a state without pledges leads on', async () => {
  const { page, go, refused } = await open(null);
  await go('/conferences/2025-berlin');
  await page.getByText('1 was ever deployed.').waitFor();
  await go('/states/AND');
  await page.getByText('No pledge of it has been entered.').waitFor();
  await page.getByRole('main').getByRole('link', { name: 'Who pledged' }).click();
  await page.getByRole('heading', { level: 1, name: 'States' }).waitFor();
  expect(refused).toEqual([]);
});

it('what others see of a pledge is one link away, and it is what they are answered', async () => {
  const reference = '2025-berlin/IND/QRF-COY-2HP4N';
  const events = /^\d+ of \d+ events$/;
  const nobody = await open(null);
  await nobody.go(`/pledges/${reference}`);
  const theirs = String(await nobody.page.getByText(events).textContent());
  const { page, go, problems } = await open({ account: 'sfgc' });
  await go(`/pledges/${reference}`);
  // By which account, too, for who may know it.
  await page.getByText('by strategic force generation (sfgc)').first().waitFor();
  expect(await page.getByText(events).textContent()).not.toBe(theirs);
  await page.getByRole('link', { name: 'As the public sees it' }).click();
  await page.getByRole('note').getByText('As everybody sees it who has not signed in.').waitFor();
  await page.getByText(theirs).waitFor();
  expect(await page.getByText('by strategic force generation').count()).toBeGreaterThan(0);
  for (const hidden of ['(sfgc)', 'for the state and the Secretariat', 'What may be done now'])
    expect([hidden, await page.getByText(hidden).count()]).toEqual([hidden, 0]);
  expect(await problems()).toEqual([]);
  await page.getByRole('link', { name: 'Back to what you see' }).click();
  await page.getByRole('link', { name: 'As the public sees it' }).waitFor();
});

it('an auditor: how a pledge stood on a day is one field away, and what was recorded wrongly leads to who puts it right', async () => {
  const reference = '2025-berlin/IND/QRF-COY-2HP4N';
  const { page, go, problems } = await open({ account: 'auditor' });
  await go(`/pledges/${reference}`);
  await page.getByText('Pledge announced').click();
  await page.getByRole('link', { name: 'Something is wrong here: who puts it right' }).waitFor();
  await page.getByRole('link', { name: 'Event by event' }).click();
  await page.getByRole('textbox', { name: 'As it stood on a day' }).fill('2025-11-30');
  expect(await problems()).toEqual([]);
  await page.getByRole('button', { name: 'Show that day' }).click();
  await page.getByText('As it stood on 30 November 2025.').waitFor();
  await page.getByText('since 14 May 2025').waitFor();
  expect(await page.getByText('No word from the state').count()).toBe(0);
});
