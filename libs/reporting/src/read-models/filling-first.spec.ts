/**
 * Read models that begin with nothing are filled stream by stream before their first batch. Whatever happens meanwhile, the rows are in
 * the end those of a delivery in the order of the log.
 */
import fc from 'fast-check';
import { sqliteEventStore, sqliteViews } from '@pledgeline/adapters/sqlite';
import {
  StoreUnavailable,
  type EventStore,
  type RecordedEvent,
  type Views,
} from '@pledgeline/event-sourcing';
import { aLog } from '../testing/a-log.ts';
import { acknowledge, announce } from '../testing/a-pledge.ts';
import { skip, wholeLife } from '../testing/around-a-pledge.ts';
import { visitsAndMergers } from '../testing/around-a-queue.ts';
import { interleaved } from '../testing/interleaved.ts';
import { append, dumpOf } from '../testing/read-models-of.ts';
import { views as definitions } from '../views.ts';
import { openReadModels, type ReadModels } from './read-models.ts';

const NOW = '2026-11-23T09:00:00.000Z';
const nothing = () => Promise.reject(new Error('nothing is asked'));
const nobodyAsks = { ask: nothing, stream: nothing };

const start = (store: EventStore, views: Views, longFrom = 1): Promise<ReadModels> =>
  openReadModels({
    ...{ definitions, store, clock: () => NOW, answers: nobodyAsks, longFrom },
    openViews: () => Promise.resolve(views),
  });

const history = (): readonly RecordedEvent[] => {
  const log = aLog();
  for (const pledge of ['one', 'two']) wholeLife(log, pledge);
  visitsAndMergers(log);
  return log.events;
};

interface Opened {
  readonly store: EventStore;
  readonly views: Views;
}

const on = async <Result>(
  events: readonly RecordedEvent[],
  work: (opened: Opened) => Promise<Result>,
): Promise<Result> => {
  const store = sqliteEventStore({ path: ':memory:', clock: () => NOW });
  const views = sqliteViews({ path: ':memory:' });
  await append(store, events);
  try {
    return await work({ store, views });
  } finally {
    await views.close();
    await store.close();
  }
};

/** In pages of so many events, of which one is not given. */
const inPages = (store: EventStore, limit: number, breaksAt?: number, error: Error = AWAY): EventStore => {
  let page = 0;
  return {
    ...store,
    readStreams: async (asked) => {
      page += 1;
      if (page === breaksAt) throw error;
      return (await store.readStreams?.({ ...asked, limit })) ?? { events: [], after: undefined };
    },
  };
};
const AWAY = new StoreUnavailable('it is away', 1);

const delivered = async ({ store, views }: Opened, longFrom?: number, size = 7): Promise<void> => {
  const { handle } = await start(store, views, longFrom);
  const log = await store.readAll();
  for (let at = 0; at < log.length; at += size) await handle(log.slice(at, at + size));
};

const inOrder = (events: readonly RecordedEvent[]): Promise<unknown[]> =>
  on(events, async (opened) => {
    await delivered(opened, Infinity);
    return dumpOf(opened.views);
  });

it('gives the rows of a delivery in the order of the log, however streams alternate and pages are cut', async () => {
  const events = history();
  const expected = await inOrder(events);
  expect(expected.length).toBeGreaterThan(20);
  const order = fc.array(fc.nat(8), { minLength: 1, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(order, fc.integer({ min: 1, max: 12 }), async (mix, size) => {
      const rows = await on(interleaved(events, mix), async ({ store, views }) => {
        await delivered({ store: inPages(store, size), views });
        return dumpOf(views);
      });
      expect(rows).toEqual(expected);
    }),
    { numRuns: 15, endOnFailure: true },
  );
});

it.each([
  ['goes on in the same process', false],
  ['begins again in another', true],
])('%s where it was ended at any page, also when more has happened since', async (_, isAnother) => {
  const log = aLog();
  for (const pledge of ['one', 'two']) wholeLife(log, pledge);
  visitsAndMergers(log);
  const before = [...log.events];
  const more = [announce(log, 'late'), acknowledge(log, 'late', '2026-01-02')];
  const expected = await inOrder(log.events);
  for (const page of [1, 2, 4, 7]) {
    await on(before, async ({ store, views }) => {
      const { handle } = await start(inPages(store, 5, page), views);
      await expect(handle(await store.readAll())).rejects.toBe(AWAY);
      await append(store, more);
      if (isAnother) await delivered({ store: inPages(store, 5), views });
      else await handle(await store.readAll());
      expect(await dumpOf(views)).toEqual(expected);
    });
  }
});

it('leaves nothing of a log that was another one when the next process starts', async () => {
  const [lost, restored] = ['lost', 'one'].map((pledge) => {
    const log = aLog();
    wholeLife(log, pledge);
    return log.events;
  });
  const views = sqliteViews({ path: ':memory:' });
  await on(lost ?? [], async ({ store }) => {
    const { handle } = await start(inPages(store, 5, 3), views);
    await expect(handle(await store.readAll())).rejects.toBe(AWAY);
  });
  await on(restored ?? [], async ({ store }) => {
    await delivered({ store, views });
    expect(await dumpOf(views)).toEqual(await inOrder(restored ?? []));
  });
  await views.close();
});

it('ends when it is told to, before the first batch is handled', () =>
  on(history(), async ({ store, views }) => {
    const { handle, stop, status } = await start(inPages(store, 5), views);
    stop();
    await expect(handle(await store.readAll())).rejects.toThrow();
    expect((await status()).events).toBeLessThanOrEqual(5);
  }));

it('gives way to the delivery where something cannot be applied, with the rows of what it took', async () => {
  const events = history();
  await on(events, async ({ store, views }) => {
    await delivered({ store: inPages(store, 5, 3, new Error('no event')), views });
    expect(await dumpOf(views)).toEqual(await inOrder(events));
  });
});

it('leaves out what the group skips', async () => {
  const log = aLog();
  announce(log, 'one');
  const skipped = acknowledge(log, 'one', '2026-01-02');
  announce(log, 'two');
  skip(log, skipped);
  await on(log.events, async ({ store, views }) => {
    const { handle, status } = await start(store, views);
    const [first] = await store.readAll({ limit: 1 });
    await handle(first === undefined ? [] : [first]);
    expect((await status()).events).toBe(log.events.length - 1);
  });
});

it('leaves no stream in the read models that the log does not have', async () => {
  const events = history();
  await on(events, async ({ store }) => {
    const views = sqliteViews({ path: ':memory:' });
    await delivered({ store, views });
    const known = await views.someApplied(events.length);
    expect([...known.keys()].toSorted()).toEqual([...new Set(events.map(({ stream }) => stream))].toSorted());
    await views.close();
  });
});

it.each([
  ['a short first batch', async (opened: Opened) => delivered(opened, 8)],
  [
    'a long batch of other streams after a short one, in another process',
    async ({ store, views }: Opened) => {
      const log = await store.readAll();
      const [first] = log;
      await (await start(store, views, 8)).handle(log.slice(0, 1));
      const others = log.filter(({ stream }) => stream !== first?.stream);
      await (await start(store, views, 8)).handle(others);
    },
  ],
  [
    'rows that are there',
    async ({ store, views }: Opened) => {
      await delivered({ store, views }, Infinity);
      await delivered({ store, views }, 1);
    },
  ],
])('%s needs none', async (_, deliver) => {
  await on(history(), async ({ store, views }) => {
    let pages = 0;
    const counted: EventStore = {
      ...store,
      readStreams: () => {
        pages += 1;
        return Promise.resolve({ events: [], after: undefined });
      },
    };
    await deliver({ store: counted, views });
    expect(pages).toBe(0);
  });
});
