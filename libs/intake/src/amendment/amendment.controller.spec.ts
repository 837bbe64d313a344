/** What a state writes of its amendment, and what of it reaches the log. */
import { moneyPromised, pledgeCommands } from '@pledgeline/pledge';
import { streamName } from '@pledgeline/contracts';
import { AmendmentController } from './amendment.controller.ts';
import { announceAt } from '../testing/an-announcement.ts';
import { by, id } from '../testing/a-request.ts';
import { openLog } from '../testing/log-and-views.ts';

const start = async () => {
  const store = openLog();
  const pledges = pledgeCommands(store);
  const pledgeId = await announceAt(pledges, {
    quantity: { min: 0, max: 300, unit: 'troops', asStated: 'up to 300' },
  });
  const amendments = new AmendmentController(pledges);
  type Body = Parameters<typeof amendments.amend>[1];
  const amend = async (changes: Body['changes'], n = 1, more: Partial<Body> = {}) =>
    amendments.amend(pledgeId, { changes, reason: 'Fewer', source: 'Note verbale', ...more }, by(n, 'MS'));
  const held = async () => (await pledges.load(streamName('pledge', pledgeId))).state;
  return { amend, held };
};

it('a quantity is read as at the announcement, its unit as before', async () => {
  const { amend, held } = await start();
  await amend([{ field: 'quantity', old: 'up to 300', new: 250 }]);
  expect((await held()).quantity).toEqual({ min: 250, max: 250, unit: 'troops', asStated: '250' });
});

it('what is no quantity is refused by field', async () => {
  const { amend } = await start();
  await expect(amend([{ field: 'quantity', old: 'up to 300', new: 'many' }])).rejects.toMatchObject({
    code: 'QUANTITY_UNREADABLE',
    details: { field: 'quantity' },
  });
});

it('money is no quantity', async () => {
  const { amend } = await start();
  const change = { field: 'quantity', old: 'up to 300', new: 250, unit: 'USD' };
  await expect(amend([change])).rejects.toMatchObject({
    code: 'MONEY_NOT_COUNTED',
    details: { field: 'unit' },
  });
});

it('money is read as at the announcement, its currency as before or in words', async () => {
  const { amend, held } = await start();
  await amend([{ field: 'money', new: 'up to 5000000', unit: 'euros a year' }]);
  await amend([{ field: 'money', old: 'up to 5000000', new: 8000000 }], 2);
  expect(moneyPromised(await held())).toEqual({
    amountMin: 8000000,
    amountMax: 8000000,
    currency: 'EUR',
    currencyAssumed: false,
    per: 'YEAR',
    funding: null,
    asStated: '8000000',
  });
  const unknown = { field: 'money', old: 8000000, new: 9000000, unit: 'shells' };
  await expect(amend([unknown], 3)).rejects.toMatchObject({
    code: 'UNKNOWN_CURRENCY',
    details: { field: 'unit' },
  });
});

it('money comes into another currency by a rate of a day', async () => {
  const { amend, held } = await start();
  await amend([{ field: 'money', new: 5000000, unit: 'CAD' }]);
  const conversion = { rate: 0.735, on: '2026-01-14' };
  await amend([{ field: 'money', old: 5000000, new: 3675000, unit: 'USD' }], 2, { conversion });
  expect((await held()).amendment?.history).toMatchObject([{ conversion: null }, { conversion }]);
});

it('a field left out was not stated, and is so no more', async () => {
  const { amend, held } = await start();
  await amend([{ field: 'timeframe', new: 'soon' }]);
  await amend([{ field: 'timeframe', old: 'soon' }], 2);
  expect(await held()).toMatchObject({ timeframe: null, amendment: { history: [{}, {}] } });
});

it('another field is refused with those that may change', async () => {
  const { amend } = await start();
  await expect(amend([{ field: 'memberState', old: 'KOR', new: id(1) }])).rejects.toMatchObject({
    code: 'FIELD_FIXED',
    details: { allowed: expect.arrayContaining(['quantity']) },
  });
});
