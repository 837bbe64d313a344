/** From what a mission lacks to who may bring it: found by its name, with what is in the way of each, and matched from there. */
import { createHash } from 'node:crypto';
import { closeBrowser, open } from './testing/console.ts';

afterAll(closeBrowser);

const HOSPITAL = '2015-new-york/PAK/HOSP-L2-';
const DOCUMENTS = ['NOTE_VERBALE', 'TABLE_OF_ORGANIZATION', 'MAJOR_EQUIPMENT', 'SELF_SUSTAINMENT'];

it('force generation finds a gap by its name, reads why each pledge could not fill it, and begins a match with it filled in', async () => {
  const [desk, sfgc] = await Promise.all([open({ account: 'desk' }), open({ account: 'sfgc' })]);
  const { page, go, asked, sent, problems } = sfgc;
  const { items } = await asked<{ items: { pledgeId: string; reference: string }[] }>(
    '/pledges?memberState=PAK&capabilityCode=HOSP-L2',
  );
  const [pakistan] = items;
  expect(pakistan?.reference).toContain(HOSPITAL);
  const path = `/pledges/${String(pakistan?.pledgeId)}`;

  await go('/');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('gap');
  await page.getByRole('option', { name: /^Gaps/ }).click();
  const gap = page.getByRole('row').filter({ hasText: 'UNMISS: Level II hospital' });
  await gap.getByText('1 of 2').waitFor();
  await gap.getByRole('link', { name: '2015-new-york/VNM/HOSP-L2-BCH30' }).waitFor();
  expect(await problems()).toEqual([]);
  await gap.getByRole('link', { name: 'UNMISS: Level II hospital' }).click();
  await page.getByText('1 of 2 is open. High priority. No day is stated by which it is needed.').waitFor();
  const held = page.getByRole('region', { name: 'Held by' });
  await held.getByRole('row', { name: /^2015-new-york\/VNM\/HOSP-L2-BCH30 Viet Nam .* 1$/ }).waitFor();
  const could = page.getByRole('region', { name: 'Could fill it' });
  const row = could.getByRole('row').filter({ hasText: HOSPITAL });
  await row.getByText('Match:').waitFor();
  await row.getByText('Selection:').waitFor();
  // What would be refused is not offered.
  expect(await row.getByRole('link', { name: /^Match it with this gap/ }).count()).toBe(0);
  expect(await problems()).toEqual([]);

  await desk.sent(`${path}/acknowledgement`, { acknowledgementReference: 'ACK/PAK/2' });
  for (const kind of DOCUMENTS) {
    const sha256 = createHash('sha256').update(kind).digest('hex');
    await sent(`${path}/documents`, { kind, version: 1, sha256 });
  }
  await sent(`${path}/registration`, { capabilityCode: 'HOSP-L2', registrationReference: 'PCRS/2015/PAK/2' });
  await page.reload();
  await row.getByRole('link', { name: /^Match it with this gap/ }).click();
  await page.getByRole('combobox', { name: 'Gap' }).waitFor();
  const { items: gaps } = await asked<{ items: { gapId: string; capabilityCode: string }[] }>('/gaps');
  expect(await page.getByRole('combobox', { name: 'Gap' }).inputValue()).toBe(
    gaps.find(({ capabilityCode }) => capabilityCode === 'HOSP-L2')?.gapId,
  );
});

it('who has not signed in asks for no candidates, neither of a gap that is public nor of one that is not', async () => {
  const { page, go, asked, refused, problems } = await open(null);
  const fgs = await open({ account: 'fgs' });
  const wanted = { mission: 'UNMISS', capabilityCode: 'SIGNALS', number: 1, priority: 'LOW' };
  const hidden = await fgs.sent('/gaps', { ...wanted, visibility: 'MEMBER_STATES' });
  const { items } = await asked<{ items: { gapId: string; capabilityCode: string }[] }>('/gaps');
  const shown = items.find(({ capabilityCode }) => capabilityCode === 'HOSP-L2');
  await go(`/gaps/${String(shown?.gapId)}`);
  await page.getByText('2 are sought.').waitFor();
  await page
    .getByText('Which pledges could fill it is for states and the Secretariat, who sign in.')
    .waitFor();
  expect(refused).toEqual([]);
  expect(await problems()).toEqual([]);
  await go(hidden);
  await page.getByRole('alert').getByText('GAP_NOT_FOUND').waitFor();
  expect(refused.every((answer) => answer === `404 ${hidden}`)).toBe(true);
});
