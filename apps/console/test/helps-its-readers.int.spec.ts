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

it('force generation: a gap is found by its name, with the pledges that hold it and those that may fill it', async () => {
  const { page, go, problems } = await open({ account: 'sfgc' });
  await go('/');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('gap');
  await page.getByRole('option', { name: /^Gaps/ }).click();
  const gap = page.getByRole('row').filter({ hasText: 'UNMISS: Level II hospital' });
  await gap.getByText('1 of 2').waitFor();
  await gap.getByRole('link', { name: '2015-new-york/VNM/HOSP-L2-BCH30' }).waitFor();
  expect(await problems()).toEqual([]);
  await gap.getByRole('link', { name: /^Pledges of such units/ }).click();
  await page.getByRole('link', { name: 'Without Capability: Level II hospital' }).waitFor();
  await page
    .getByRole('link', { name: /^Level II field hospital/ })
    .first()
    .waitFor();
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
