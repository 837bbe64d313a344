/** What readers do with hand and keys, in their words, while the browser counts how late each answer is painted. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import type { ConsoleServer } from './console-server.ts';

/** As fast as somebody types. */
const BETWEEN_KEYS = { delay: 80 };
const STEPS = 8;

/** Somebody of the public finds pledges by a word, reads one event by event, and goes elsewhere by name. */
export const findsAndReads = async (page: Page, { url, word, reference }: ConsoleServer): Promise<void> => {
  await page.goto(`${url}/console/`);
  await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Pledges' }).click();
  await page.getByRole('searchbox').click();
  await page.keyboard.type(word, BETWEEN_KEYS);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: `Without Words: ${word}` }).waitFor();
  await page.getByRole('heading', { level: 1 }).click();
  for (const key of ['j', 'j', 'j', 'k', 'j', 'k']) await page.keyboard.press(key, BETWEEN_KEYS);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search everywhere' }).waitFor();
  await page.keyboard.type(reference.slice(0, 24), BETWEEN_KEYS);
  await page.getByRole('option', { name: reference }).click();
  await page.getByText(/^\d+ of [\d,]+ events?$/).waitFor();
  const history = page.getByRole('region', { name: 'History' });
  for (const event of [0, 1, 2]) await history.getByRole('group').nth(event).click();
  await page.getByRole('button', { name: 'Oldest first' }).click();
  await page.getByRole('button', { name: 'Newest first' }).click();
  await page.getByRole('link', { name: 'Event by event' }).click();
  await page.getByRole('button', { name: 'Event after (])' }).waitFor();
  for (let step = 0; step < STEPS; step += 1) await page.keyboard.press(']', BETWEEN_KEYS);
  for (let step = 0; step < STEPS; step += 1) await page.keyboard.press('[', BETWEEN_KEYS);
};

/** An officer opens a task by keys alone, begins the form of what helps, gives it up, and goes on to the next. */
export const worksByKeys = async (page: Page, server: ConsoleServer): Promise<void> => {
  await signIn(page.context(), server);
  await page.goto(`${server.url}/console/work-queue?kind=ACKNOWLEDGEMENT`);
  await page.getByRole('row').nth(5).waitFor();
  for (const key of ['j', 'j', 'k', 'j', 'Enter']) await page.keyboard.press(key, BETWEEN_KEYS);
  await page.getByRole('link', { name: 'Acknowledge pledge' }).waitFor();
  await page.keyboard.press('e');
  await page.getByRole('textbox', { name: 'Reference of the acknowledgement' }).waitFor();
  await page.keyboard.type('DPO/2026/118, by note verbale', BETWEEN_KEYS);
  await page.getByRole('button', { name: 'Close without sending' }).click();
  await page.keyboard.press('n');
  await page.getByText(/^\d+ of [\d,]+ in the queue$/).waitFor();
  await page.keyboard.press('n');
};

const signIn = async (context: BrowserContext, { url, data }: ConsoleServer): Promise<void> => {
  const { secret } = JSON.parse(readFileSync(join(data, 'sign-in-control.json'), 'utf8')) as {
    readonly secret: string;
  };
  const answer = await context.request.post(`${url}/session`, {
    data: { account: 'desk', secret, state: null, as: 'COOKIE' },
  });
  if (!answer.ok()) throw new Error(`no session: ${await answer.text()}`);
};
