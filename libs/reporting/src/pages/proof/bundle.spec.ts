/** How much one bundle may hold: it is made in the memory of a thread that others are answered by. */
import type { Caller } from '@pledgeline/contracts';
import { keptStreams } from '../../read-models/kept-streams.ts';
import { aLog, desk, id, reader } from '../../testing/a-log.ts';
import { acknowledge, announce } from '../../testing/a-pledge.ts';
import { aProvedLog } from '../../testing/a-proved-log.ts';
import { append, closeAll, openInMemory } from '../../testing/read-models-of.ts';
import { bundle, exportBundle } from './bundle.ts';

afterEach(closeAll);

const { signal } = new AbortController();

/** Two pledges; the first with so many events, and the log with one more. */
const asking = async (count: number) => {
  const log = aLog();
  announce(log, 'one');
  for (let n = 1; n < count; n += 1) acknowledge(log, 'one', '2021-12-08');
  announce(log, 'other');
  const { store } = await openInMemory();
  await append(store, log.events);
  const proved = aProvedLog(store);
  await proved.sign();
  const sources = {
    ...{ store, signal, streams: keptStreams(store), now: '2026-11-30T12:00:00.000Z' },
    proofs: () => proved.opened,
  };
  return {
    close: () => proved.close(),
    ask: (asked: object, caller: Caller) => bundle(asked, caller, sources),
  };
};

it.each<[string, number, Caller, object, number]>([
  ['everything', 4000, desk, { all: 'true' }, 4000],
  ['a pledge, for who has signed in', 4001, desk, { pledge: id('one') }, 4000],
  ['a pledge, for who has not', 2001, reader, { pledge: id('one') }, 2000],
])('%s is refused with the limit where it is too much', async (_, count, caller, asked, limit) => {
  const { ask, close } = await asking(count);
  await expect(ask(asked, caller)).rejects.toMatchObject({
    ...{ code: 'BUNDLE_TOO_LARGE', details: { limit } },
  });
  close();
});

it('as much as the limit is handed out', async () => {
  const { ask, close } = await asking(2000);
  expect(Buffer.from((await ask({ pledge: id('one') }, reader)).subarray(0, 2)).toString()).toBe('PK');
  close();
});

it('is made one at a time', () => {
  expect(exportBundle.cost).toBe('PAST');
});
