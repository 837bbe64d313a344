/** Whether two pledges may be counted together is looked up on the log, not taken from the caller. */
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
  return { pledges, count };
};

it('a total is known with all that it counts against itself', async () => {
  const { pledges, count } = await start();
  await count(part, ceiling);
  await count(partOfPart, part);
  expect(await knownTotal(pledges, partOfPart)).toEqual({ memberState: 'KOR', line: [part, ceiling] });
  expect(await knownTotal(pledges, id(9))).toBeNull();
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
