/** What forms ask for by code is found by words, and a gap is chosen by its mission and unit. */
import type { Page } from 'playwright-core';
import { closeBrowser, open } from './testing/console.ts';

afterAll(closeBrowser);

const capability = (page: Page) => page.getByRole('combobox', { name: 'Capability' });

it('a state finds "Quick reaction force" by words and keys, and reads what it has taken', async () => {
  const { page, go, problems, faults, contrast } = await open({ account: 'ms', state: 'BGD' });
  await go('/pledges/new');
  await capability(page).focus();
  await page.keyboard.type('quick reaction force');
  const offered = page.getByRole('listbox', { name: 'Capability' }).getByRole('option');
  await offered.filter({ hasText: 'QRF-COY' }).waitFor();
  await page.getByText(/entr(y|ies) fits?: arrows choose, Enter takes/).waitFor();
  expect(await problems()).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.keyboard.press('ArrowDown');
  expect(await contrast()).toEqual([]);
  await page.setViewportSize({ width: 320, height: 844 });
  expect(await faults()).toEqual([]);
  const taken = (await page.getByRole('option', { selected: true }).locator('bdi').innerText()).trim();
  await page.keyboard.press('Enter');
  expect(await capability(page).inputValue()).toBe(taken);
  expect(await offered.count()).toBe(0);
  // Below the field stands what the code is called, and the focus has not moved.
  await page.getByText(/^Quick-reaction force/).waitFor();
  expect(await capability(page).evaluate((input) => input === document.activeElement)).toBe(true);
  await capability(page).fill('Quick reaction force company');
  await page.keyboard.press('Tab');
  expect(await capability(page).inputValue()).toBe('QRF-COY');
});

it('force generation matches a pledge with a gap by mission and unit, and types no id', async () => {
  const { page, go, asked, sent, problems } = await open({ account: 'sfgc' });
  const reference = '2015-new-york/ARM/HOSP-L2-49A9E';
  const { pledgeId } = await asked<{ pledgeId: string }>(`/pledges/${encodeURIComponent(reference)}`);
  await sent(`/pledges/${pledgeId}/acknowledgement`, { acknowledgementReference: 'DPO/2026/80' });
  const papers = ['NOTE_VERBALE', 'TABLE_OF_ORGANIZATION', 'MAJOR_EQUIPMENT', 'SELF_SUSTAINMENT'];
  for (const [n, kind] of papers.entries())
    await sent(`/pledges/${pledgeId}/documents`, { kind, version: 1, sha256: `a${n}`.repeat(32) });
  await sent(`/pledges/${pledgeId}/registration`, {
    ...{ capabilityCode: 'HOSP-L2', deployWithinDays: 90, registrationReference: 'PCRS/2026/ARM/1' },
  });
  await go(`/pledges/${reference}?do=MatchPledge`);
  const choice = page.getByRole('combobox', { name: 'Gap' });
  await choice.waitFor();
  // The police unit and the reaction force that missions seek are not offered to a hospital.
  expect(await choice.getByRole('option').allInnerTexts()).toEqual([
    'Choose',
    expect.stringMatching(/^UNMISS: Level II hospital, 1 of 2 open, needed by /),
  ]);
  await choice.focus();
  await page.keyboard.type('UNM');
  await page.getByRole('textbox', { name: 'How much is matched' }).fill('1');
  expect(await problems()).toEqual([]);
  await page.getByRole('button', { name: 'Match with a gap' }).click();
  await page.getByText('Recorded: Match with a gap.').waitFor();
  // The papers and the match are facts of the pledge now, for those who may read them.
  const facts = page.getByRole('region', { name: 'Facts' });
  await facts.getByRole('heading', { name: 'Documents' }).waitFor();
  await facts.getByText('Table of organization').waitFor();
});
