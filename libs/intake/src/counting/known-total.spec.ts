/** Whether two pledges may be counted together is looked up on the log, not taken from the caller. */
import { streamName } from '@pledgeline/contracts';
import { pledgeCommands } from '@pledgeline/pledge';
import { CountingController } from './counting.controller.ts';
import { knownTotal } from './known-total.ts';
import { by, id } from '../testing/a-request.ts';
import { announceAt } from '../testing/an-announcement.ts';
import { openLog } from '../testing/log-and-views.ts';

const [ceiling, part, partOfPart] = [id(1), id(2), id(3)] as const;

const start = async () => {
  const pledges = pledgeCommands(openLog());
  for (const pledgeId of [ceiling, part, partOfPart]) await announceAt(pledges, { pledgeId });
  const counting = new CountingController(pledges);
  let n = 0;
  const count = (pledgeId: string, totalId: string) =>
    counting.countAgainst(pledgeId, { totalId, kind: 'CEILING' }, by((n += 1)));
  return { pledges, count, counting };
};

it('a total is known with all that it counts against itself', async () => {
  const { pledges, count } = await start();
  await count(part, ceiling);
  await count(partOfPart, part);
  expect(await knownTotal(pledges, partOfPart)).toEqual({ memberState: 'KOR', line: [part, ceiling] });
  expect(await knownTotal(pledges, id(9))).toBeNull();
});

it.each([
  ['200', 'troops', { quantity: { min: 200, max: 200, unit: 'troops' }, money: null }],
  ['6.2', 'million CAD', { quantity: null, money: { amountMax: 6.2e6, currency: 'CAD' } }],
  [undefined, undefined, { quantity: null, money: null }],
])('a part takes %s %s of it', async (quantity, unit, expected) => {
  const { pledges, counting } = await start();
  await counting.countAgainst(part, { totalId: ceiling, kind: 'PACKAGE', quantity, unit } as never, by(1));
  const { state } = await pledges.load(streamName('pledge', part));
  expect(state.counting?.against).toMatchObject(expected);
});

it('a circle is refused, however long', async () => {
  const { count } = await start();
  await count(part, ceiling);
  await count(partOfPart, part);
  await expect(count(ceiling, partOfPart)).rejects.toMatchObject({ code: 'COUNTED_IN_CIRCLE' });
});

it('a total that nobody announced, or of another state, is refused by its field', async () => {
  const { pledges, count } = await start();
  await announceAt(pledges, { pledgeId: id(4), memberState: 'RWA' });
  const field = { details: { field: 'totalId' } };
  await expect(count(part, id(9))).rejects.toMatchObject({ code: 'UNKNOWN_TOTAL', ...field });
  await expect(count(part, id(4))).rejects.toMatchObject({ code: 'STATE_DIFFERS', ...field });
});
