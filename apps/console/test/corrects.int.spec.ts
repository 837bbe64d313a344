/** What was entered late, what was put right, and that nobody puts it right alone. */
import { closeBrowser, open } from './testing/console.ts';
import type { Opened } from './testing/console.ts';

afterAll(closeBrowser);

const announced = ({ page }: Opened) =>
  page.getByRole('listitem').filter({ hasText: 'Pledge announced' }).first();

it('24. an event that was entered years later says both days in the history', async () => {
  const opened = await open(null);
  await opened.go('/pledges/2015-new-york/COL/TROOPS-UNSPEC-3HFFA');
  const { recordedAt } = (
    await opened.asked<{ items: { recordedAt: string }[] }>(
      `/pledges/${encodeURIComponent('2015-new-york/COL/TROOPS-UNSPEC-3HFFA')}/history`,
    )
  ).items[0]!;
  await opened.page.getByRole('heading', { level: 3, name: '28 September 2015' }).waitFor();
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(recordedAt),
  );
  await announced(opened).getByText(`recorded on ${day}`).waitFor();
});

it('26. and 30. one ADMIN proposes a correction and cannot approve it; another does: then the old day, named “was”, and the new', async () => {
  const address = '/pledges/2016-london/KEN/POL-ENDORSE-TT4XT';
  const [first, second] = await Promise.all([open({ account: 'admin' }), open({ account: 'second-admin' })]);
  const { page } = first;
  await first.go(address);
  await announced(first).getByText('Pledge announced').click();
  await announced(first).getByRole('button', { name: 'Propose a correction' }).click();
  const form = page.getByRole('form', { name: 'Propose a correction' });
  expect(await form.getByRole('textbox', { name: 'Event to correct' }).inputValue()).toMatch(
    /^[0-9a-f-]{36}$/,
  );
  await form.getByRole('button', { name: 'Add: Changes' }).click();
  await form.getByRole('textbox', { name: 'Field' }).fill('occurredOn');
  await form.getByRole('textbox', { name: 'Value so far' }).fill('2016-09-08');
  await form.getByRole('textbox', { name: 'New value' }).fill('2016-09-07');
  await form.getByRole('textbox', { name: 'Reason' }).fill('The conference began on the day before');
  expect(await first.problems()).toEqual([]);
  await form.getByRole('button', { name: 'Propose a correction' }).click();
  await page.getByText('Recorded: Propose a correction.').waitFor();

  expect(await page.getByRole('link', { name: 'Approve the correction' }).count()).toBe(0);
  await page.getByText('A correction needs two persons: another records officer agrees to it.').waitFor();

  await second.go(address);
  await second.page.getByRole('link', { name: 'Approve the correction' }).click();
  const proposed = second.page.getByRole('region', { name: 'What is proposed' });
  await proposed.getByText('The conference began on the day before').waitFor();
  await proposed.getByText('7 September 2016').waitFor();
  expect(await second.problems()).toEqual([]);
  const before = new Date().toISOString();
  await second.page.getByRole('button', { name: 'Approve the correction' }).click();
  await second.page.getByText('Recorded: Approve the correction.').waitFor();

  const reader = await open(null);
  await reader.go(address);
  await reader.page.getByRole('heading', { level: 3, name: '7 September 2016' }).waitFor();
  await announced(reader).getByText('Pledge announced').click();
  await announced(reader).getByText('was 8 September 2016').first().waitFor();
  expect(await reader.problems()).toEqual([]);
  await reader.go(`${address}?knownAt=${before}`);
  await reader.page.getByRole('heading', { level: 3, name: '8 September 2016' }).waitFor();
  expect(await reader.page.getByText('7 September 2016').count()).toBe(0);
});
