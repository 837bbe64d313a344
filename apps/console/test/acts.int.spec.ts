/** Officers at work: from the queue by keys alone, refused and told why, at the same time as another. */
import { closeBrowser, open, SERVER } from './testing/console.ts';
import type { Route } from 'playwright-core';
import type { Opened } from './testing/console.ts';

afterAll(closeBrowser);

/** What the API says of a pledge, to who has signed in in this browser. */
const statusOf = async ({ context }: Opened, reference: string): Promise<string> => {
  const answer = await context.request.get(`${SERVER}/pledges/${encodeURIComponent(reference)}`);
  return ((await answer.json()) as { status: string }).status;
};
const referencesIn = ({ page }: Opened): Promise<readonly string[]> =>
  page.locator('tbody bdi').allInnerTexts();
const referenceIn = (url: string): string => new URL(url).pathname.split('/').slice(3).join('/');

it('9. DESK in the queue: j, j, Enter, e, types the reference, Enter: acknowledged, and the next item is open', async () => {
  const desk = await open({ account: 'desk' });
  const { page, go, problems } = desk;
  await go('/work-queue?kind=ACKNOWLEDGEMENT');
  await page.locator('tbody').getByRole('link').nth(2).waitFor();
  const [, second = '', third = ''] = await referencesIn(desk);
  for (const key of ['j', 'j', 'Enter']) await page.keyboard.press(key);
  await page.getByRole('link', { name: 'Next (n)' }).waitFor();
  expect(referenceIn(page.url())).toBe(second);
  expect(await statusOf(desk, second)).toBe('ANNOUNCED');
  await page.keyboard.press('e');
  await page.getByRole('textbox', { name: 'Reference of the acknowledgement' }).waitFor();
  await page.keyboard.type('DPO/2026/1');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => referenceIn(url.href) === third);
  const notice = page.getByRole('status').filter({ hasText: 'Recorded: Acknowledge pledge.' });
  await notice.getByRole('link', { name: second }).waitFor();
  expect(await statusOf(desk, second)).toBe('ACKNOWLEDGED');
  expect(await statusOf(desk, third)).toBe('ANNOUNCED');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  expect(await problems()).toEqual([]);
  // The keys are those of this page now, and what was said is said once.
  await page.keyboard.press('e');
  await page.getByRole('textbox', { name: 'Reference of the acknowledgement' }).waitFor();
  await notice.getByRole('link').click();
  await page.getByText('2 of 2 events').waitFor();
  expect(await notice.count()).toBe(0);
});

it('SFGC schedules a visit from the pledge that waits for one: the unit is named already', async () => {
  const sfgc = await open({ account: 'sfgc' });
  const { page, go, problems } = sfgc;
  await go('/work-queue?kind=VISIT_TO_SCHEDULE');
  const first = page.locator('tbody').getByRole('link').first();
  await first.waitFor();
  const [reference = ''] = await referencesIn(sfgc);
  await first.click();
  await page.getByRole('link', { name: 'Schedule a visit' }).click();
  expect(await page.getByRole('textbox', { name: 'Units' }).inputValue()).toBe(reference);
  await page.getByRole('combobox', { name: 'Purpose' }).selectOption('AAV');
  await page.getByRole('combobox', { name: 'In person or remote' }).selectOption('REMOTE');
  await page.getByLabel('From').fill('2030-02-01');
  await page.getByLabel('Until').fill('2030-02-05');
  await page.getByRole('button', { name: 'Schedule a visit' }).click();
  await page.getByText('Recorded: Schedule a visit.').waitFor();
  expect(await problems()).toEqual([]);
});

it('9. what does not end the wait leaves its writer where he is', async () => {
  const { page, go } = await open({ account: 'desk' });
  await go('/work-queue?kind=ACKNOWLEDGEMENT&q=ukraine');
  await page.locator('tbody').getByRole('link').first().waitFor();
  for (const key of ['j', 'Enter']) await page.keyboard.press(key);
  await page.getByRole('link', { name: 'Add a note' }).click();
  const { pathname } = new URL(page.url());
  await page.getByRole('textbox', { name: 'Text' }).fill('They will write next week.');
  await page.getByRole('button', { name: 'Add a note' }).click();
  await page.getByText('Recorded: Add a note.').waitFor();
  expect(new URL(page.url()).pathname).toBe(pathname);
});

it('10. an item is done: in the queue it is gone, the count is one less, and nothing else has moved', async () => {
  const desk = await open({ account: 'desk' });
  const { page, go } = desk;
  const counted = async (): Promise<number> =>
    Number(/^([\d,]+) tasks?,/.exec(String(await page.getByText(/tasks?, earliest due/).textContent()))?.[1]);
  await go('/work-queue?kind=ACKNOWLEDGEMENT');
  await page.locator('tbody').getByRole('link').nth(2).waitFor();
  const [before, tasks] = [await referencesIn(desk), await counted()];
  const done = before[4] ?? '';
  await page.locator('tbody').getByRole('link').nth(4).click();
  await page.getByRole('link', { name: 'Next (n)' }).waitFor();
  await page.keyboard.press('e');
  await page.getByRole('textbox', { name: 'Reference of the acknowledgement' }).fill('DPO/2026/10');
  await page.keyboard.press('Enter');
  await page.getByText('Recorded: Acknowledge pledge.').waitFor();
  await page.getByRole('link', { name: 'Back to the queue' }).click();
  await page.getByText(`${tasks - 1} tasks,`).waitFor();
  const after = await referencesIn(desk);
  expect(after).not.toContain(done);
  const others = before.filter((reference) => reference !== done);
  expect(after.slice(0, others.length)).toEqual(others);
});

it('11. and 12. what is needed and was left empty is named in words, and linked; what was typed stays', async () => {
  const { page, go } = await open({ account: 'desk' });
  await go('/pledges/2014-new-york/JPN/TRG-ENG-ZEC6E?do=AcknowledgePledge');
  const day = page.getByRole('textbox', { name: 'Day of the act' });
  await day.fill('2026-02-31');
  await page.getByText('There is no such day').waitFor();
  await day.fill('2026-02-28');
  await page.getByText('28 February 2026', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Acknowledge pledge' }).click();
  const link = page.getByRole('alert').getByRole('link', { name: 'Reference of the acknowledgement' });
  await link.waitFor();
  expect(await page.locator('.refusal').evaluate((box) => box === document.activeElement)).toBe(true);
  await link.click();
  const field = page.getByRole('textbox', { name: 'Reference of the acknowledgement' });
  expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);
  expect(await field.getAttribute('aria-invalid')).toBe('true');
  expect(await day.inputValue()).toBe('2026-02-28');
});

it('13. SFGC opens the registration of a pledge that is not acknowledged: no form, its status, and what is possible', async () => {
  const { page, go } = await open({ account: 'sfgc' });
  await go('/pledges/2014-new-york/JPN/FIN-EQUIPMENT-HNB4V?do=RegisterPledge');
  await page.getByText('“Register pledge” is not possible now.').waitFor();
  await page.getByText('The pledge stands at: Announced.').waitFor();
  await page.getByRole('link', { name: 'Acknowledge pledge' }).waitFor();
  expect(await page.getByRole('form').count()).toBe(0);
});

it('14. and 15. two officers, one pledge: the second is shown what the first did, and keeps the text', async () => {
  const path = '/pledges/2014-new-york/JPN/POL-LEGAL-4G3K3?do=RequestClarification';
  const [first, second] = await Promise.all([open({ account: 'desk' }), open({ account: 'sfgc' })]);
  for (const { page, go } of [first, second]) {
    await go(path);
    await page.getByRole('textbox', { name: 'Question' }).fill('From which date?');
    await page.getByRole('textbox', { name: 'Due on' }).fill('2030-01-31');
    await page.getByRole('combobox', { name: 'Holds up the registration' }).selectOption('no');
  }
  // A double click on send, over a slow line, is one event.
  const sent: Route[] = [];
  let isSlow = true;
  await first.page.route(
    (url) => url.pathname.endsWith('/clarifications'),
    async (route) => (isSlow ? void sent.push(route) : route.continue()),
  );
  await first.page.getByRole('button', { name: 'Ask a question' }).dblclick();
  await first.page.getByRole('button', { name: 'Sending …' }).click({ force: true });
  await first.page.keyboard.press('Enter');
  isSlow = false;
  await Promise.all(sent.map((route) => route.continue()));
  await first.page.getByText('Recorded: Ask a question.').waitFor();
  await first.page.getByText('2 of 2 events').waitFor();
  expect(sent).toHaveLength(1);
  await second.page.getByRole('button', { name: 'Ask a question' }).click();
  await second.page.getByText('Something was added to this pledge').waitFor();
  const alert = second.page.getByRole('alert');
  await alert.getByText('Clarification requested').waitFor();
  await alert.getByRole('table', { name: 'What it changed' }).getByRole('row').nth(1).waitFor();
  expect(await second.page.getByRole('textbox', { name: 'Question' }).inputValue()).toBe('From which date?');
  await second.page.getByRole('button', { name: 'Ask a question' }).click();
  await second.page.getByText('Recorded: Ask a question.').waitFor();
});

it('MS answers what it is asked, and sees it gone from its queue', async () => {
  const [desk, state] = await Promise.all([open({ account: 'desk' }), open({ account: 'ms', state: 'SWE' })]);
  await desk.go('/pledges/2014-new-york/SWE/TROOPS-UNSPEC-R4XDN?do=RequestClarification');
  await desk.page.getByRole('textbox', { name: 'Question' }).fill('How many?');
  await desk.page.getByRole('textbox', { name: 'Due on' }).fill('2030-01-31');
  await desk.page.getByRole('combobox', { name: 'Holds up the registration' }).selectOption('yes');
  await desk.page.getByRole('button', { name: 'Ask a question' }).click();
  await desk.page.getByText('Recorded: Ask a question.').waitFor();
  await state.go('/work-queue?kind=CLARIFICATION_OPEN');
  await state.page.getByText('1 task,').waitFor();
  await state.page.locator('tbody').getByRole('link').click();
  await state.page.getByRole('link', { name: 'Answer the question' }).click();
  await state.page.getByRole('textbox', { name: 'Answer' }).fill('Two hundred.');
  await state.page.getByRole('button', { name: 'Answer the question' }).click();
  await state.page.getByText('Recorded: Answer the question.').waitFor();
  await state.page.getByRole('link', { name: 'Back to the queue' }).click();
  await state.page.getByText('0 tasks,').waitFor();
});

it('16. the connection breaks after sending: sent again it has the same key, and was recorded already', async () => {
  const desk = await open({ account: 'desk' });
  const { page, go } = desk;
  const reference = '2014-new-york/JPN/TRG-ENG-ZEC6E';
  await go(`/pledges/${reference}?do=AcknowledgePledge`);
  await page.getByRole('textbox', { name: 'Reference of the acknowledgement' }).fill('DPO/2026/16');
  await page.route(
    (url) => url.pathname.startsWith('/pledges/'),
    async (route) => {
      if (route.request().method() !== 'POST') return route.fallback();
      await route.fetch();
      return route.abort();
    },
    { times: 1 },
  );
  await page.getByRole('button', { name: 'Acknowledge pledge' }).click();
  await page.getByText('The server does not answer.').waitFor();
  expect(await statusOf(desk, reference)).toBe('ACKNOWLEDGED');
  await page.getByRole('button', { name: 'Acknowledge pledge' }).click();
  await page.getByText('This was recorded already: Acknowledge pledge.').waitFor();
});

it('what ends a pledge is asked once more, with its reference', async () => {
  const { page, go } = await open({ account: 'ms', state: 'FRA' });
  await go('/pledges/2014-new-york/FRA/TRG-PEACEKEEPERS-Z40V3?do=WithdrawPledge');
  await page
    .getByRole('textbox', { name: /Reason|Ground/ })
    .first()
    .fill('It is not possible any more.');
  await page.getByRole('button', { name: 'Withdraw pledge' }).click();
  await page.getByRole('dialog').getByText('2014-new-york/FRA/TRG-PEACEKEEPERS-Z40V3').waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('1 of 1 event').waitFor();
});
