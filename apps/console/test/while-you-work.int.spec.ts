/** What happens meanwhile: the page is behind, another writes, the session ends. Nothing that was typed is lost. */
import { randomUUID } from 'node:crypto';
import type { Route } from 'playwright-core';
import { closeBrowser, open, SERVER, signIn } from './testing/console.ts';
import type { Opened } from './testing/console.ts';

afterAll(closeBrowser);

const question = ({ page }: Opened) => page.getByRole('textbox', { name: 'Question' });
const askButton = ({ page }: Opened) => page.getByRole('button', { name: 'Ask a question' });
const fillIn = async (opened: Opened, text: string): Promise<void> => {
  await question(opened).fill(text);
  await opened.page.getByRole('textbox', { name: 'Due on' }).fill('2030-01-31');
  await opened.page.getByRole('combobox', { name: 'Holds up the registration' }).selectOption('no');
};
const idOf = async ({ asked }: Opened, reference: string): Promise<string> =>
  (await asked<{ pledgeId: string }>(`/pledges/${encodeURIComponent(reference)}`)).pledgeId;

/** Questions for what has just been recorded wait until they are let through. */
const heldBack = async ({ page }: Opened, answer: (route: Route) => Promise<void>): Promise<void> => {
  await page.route(
    (url) => url.pathname.startsWith('/pledges/') && url.searchParams.has('after'),
    (route) => answer(route),
  );
};

describe('17. a command accepted, and the read model is behind:', () => {
  const reference = '2015-new-york/MYS/FPU-H6MV0';

  it('the page waits, and then shows it', async () => {
    const desk = await open({ account: 'desk' });
    const { page, go } = desk;
    await go(`/pledges/${reference}?do=RequestClarification`);
    await fillIn(desk, 'From which date?');
    const held: Route[] = [];
    let isBehind = true;
    await heldBack(desk, async (route) => (isBehind ? void held.push(route) : route.continue()));
    await askButton(desk).click();
    await page.getByText('Recorded; not yet shown here.').waitFor();
    await page.getByText('1 of 1 event').waitFor();
    isBehind = false;
    await Promise.all(held.map((route) => route.continue()));
    await page.getByText('Recorded: Ask a question.').waitFor();
    await page.getByText('2 of 2 events').waitFor();
  });

  it('when the server has waited long enough it says that it is recorded and not yet shown, and shows it later', async () => {
    const desk = await open({ account: 'desk' });
    const { page, go } = desk;
    await go('/pledges/2015-new-york/LKA/FP-COY-Z3KJ5?do=RequestClarification');
    await fillIn(desk, 'From which date?');
    let isBehind = true;
    await heldBack(desk, (route) =>
      isBehind
        ? route.fulfill({
            status: 409,
            contentType: 'application/problem+json',
            body: JSON.stringify({
              status: 409,
              title: 'T',
              detail: 'D',
              code: 'NOT_YET_VISIBLE',
              instance: 'i',
            }),
          })
        : route.continue(),
    );
    await askButton(desk).click();
    await page.getByText('It is recorded, and not yet shown here.').waitFor();
    await page.getByText('1 of 1 event').waitFor();
    isBehind = false;
    await page.getByText('Recorded: Ask a question.').waitFor();
    await page.getByText('2 of 2 events').waitFor();
  });
});

it('18. a form is open, another writes to the pledge: a line says so at once, nothing is taken away', async () => {
  const reference = '2015-new-york/LKA/SF-COY-D23YQ';
  const [desk, other] = await Promise.all([open({ account: 'desk' }), open({ account: 'sfgc' })]);
  const { page, go, problems } = desk;
  await go(`/pledges/${reference}?do=RequestClarification`);
  await fillIn(desk, 'Which helicopters?');
  await other.sent(`/pledges/${await idOf(other, reference)}/clarifications`, {
    question: 'How many?',
    dueOn: '2030-01-31',
    blocking: false,
  });
  await page.getByText('Something was added to this pledge since you opened this form.').waitFor();
  expect(await question(desk).inputValue()).toBe('Which helicopters?');
  await page.getByText('1 of 1 event').waitFor();
  expect(await problems()).toEqual([]);
  await page.getByRole('button', { name: 'Show what was added' }).click();
  await page.getByText('2 of 2 events').waitFor();
  expect(await page.getByText('Something was added to this pledge since').count()).toBe(0);
  expect(await question(desk).inputValue()).toBe('Which helicopters?');
  await askButton(desk).click();
  await page.getByText('Recorded: Ask a question.').waitFor();
});

it('18. and 38. coming back to the window takes no form away, though its session has ended meanwhile', async () => {
  const desk = await open({ account: 'desk' });
  const { page, context, go } = desk;
  await go('/pledges/2015-new-york/NOR/ENG-COMBAT-DGPB7?do=RequestClarification');
  await fillIn(desk, 'Which engineers?');
  await context.clearCookies();
  await page.clock.install();
  await page.clock.fastForward(120_000);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
  await askButton(desk).click();
  await page.getByText('Your session has ended.').waitFor();
  expect(await question(desk).inputValue()).toBe('Which engineers?');
});

it('38. the session ends in a form: after signing in again in a new tab it is sent, and nothing is typed twice', async () => {
  const desk = await open({ account: 'desk' });
  const { page, context, go, problems } = desk;
  const reference = '2015-new-york/PAK/ENG-COY-1T33X';
  await go(`/pledges/${reference}?do=RequestClarification`);
  await fillIn(desk, 'Which engineers?');
  await context.clearCookies();
  await askButton(desk).click();
  await page.getByText('Your session has ended.').waitFor();
  expect(await problems()).toEqual([]);
  const link = page.getByRole('alert').getByRole('link', { name: 'Sign in, in a new tab' });
  const [tab] = await Promise.all([context.waitForEvent('page'), link.click()]);
  await tab.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
  expect(tab.url()).toContain('/console/sign-in?next=');
  // In the tab the link of the terminal is opened.
  await signIn(context, { account: 'desk' });
  await tab.close();
  expect(await question(desk).inputValue()).toBe('Which engineers?');
  await askButton(desk).click();
  await page.getByText('Recorded: Ask a question.').waitFor();
  await page.getByText('2 of 2 events').waitFor();
});

it('38. who signs in as somebody else meanwhile acts as that person, and is refused what is not his', async () => {
  const desk = await open({ account: 'desk' });
  const { page, context, go } = desk;
  await go('/pledges/2015-new-york/PAK/UAS-78649?do=AcknowledgePledge');
  await page.getByRole('textbox', { name: 'Reference of the acknowledgement' }).fill(randomUUID());
  await context.clearCookies();
  await signIn(context, { account: 'auditor' });
  const acknowledge = page.getByRole('button', { name: 'Acknowledge pledge' });
  await acknowledge.click();
  await page.getByText('CSRF_TOKEN').waitFor();
  await acknowledge.click();
  await page.getByText('FORBIDDEN').waitFor();
  const answer = await context.request.get(
    `${SERVER}/pledges/${encodeURIComponent('2015-new-york/PAK/UAS-78649')}`,
  );
  expect(((await answer.json()) as { status: string }).status).toBe('ANNOUNCED');
});
