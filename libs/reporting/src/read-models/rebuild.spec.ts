import fc from 'fast-check';
import { freshnessOf } from './freshness.view.ts';
import { PLEDGE_REGISTER, type RegisterRow } from '../views/register/register-row.ts';
import { aLog, id } from '../testing/a-log.ts';
import { acknowledge, announce } from '../testing/a-pledge.ts';
import { registerConference, skip, wholeLife } from '../testing/around-a-pledge.ts';
import { interleaved } from '../testing/interleaved.ts';
import { append, closeAll, dumpOf, openInMemory } from '../testing/read-models-of.ts';
import { StoreRefuses, StoreUnavailable } from '@pledgeline/event-sourcing';
import type { EventStore, RecordedEvent } from '@pledgeline/event-sourcing';

afterEach(closeAll);

const history = (): readonly RecordedEvent[] => {
  const log = aLog();
  registerConference(log, '2021-seoul');
  for (const pledge of ['one', 'two', 'three']) wholeLife(log, pledge);
  return log.events;
};

describe('however the log arrives', () => {
  it('in any batches, any order across streams and delivered again, the rows are the same', async () => {
    const events = history();
    const straight = await openInMemory();
    await straight.readModels.handle(events);
    const expected = await dumpOf(straight.views);
    expect(expected.length).toBeGreaterThan(10);
    const order = fc.array(fc.nat(8), { minLength: 1, maxLength: 40 });
    const sizes = fc.array(fc.record({ size: fc.integer({ min: 1, max: 20 }), again: fc.nat(5) }), {
      minLength: 1,
    });
    await fc.assert(
      fc.asyncProperty(order, sizes, async (mix, batches) => {
        const opened = await openInMemory();
        const { readModels, views } = opened;
        const mixed = interleaved(events, mix);
        for (let at = 0, n = 0; at < mixed.length; n += 1) {
          const { size, again } = batches[n % batches.length]!;
          await readModels.handle(mixed.slice(Math.max(at - again, 0), at + size));
          at += size;
        }
        const rows = await dumpOf(views);
        await opened.close();
        expect(rows).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a rebuild', () => {
  it('of read models that are right changes nothing', async () => {
    const { readModels, store, views } = await openInMemory();
    const events = history();
    await append(store, events);
    await readModels.handle(await store.readAll());
    const before = await dumpOf(views);
    expect(await readModels.rebuild()).toEqual({ events: events.length, rows: before.length, corrected: 0 });
    expect(await dumpOf(views)).toEqual(before);
  });

  it('puts right what was changed, lost or made up', async () => {
    const { readModels, store, views } = await openInMemory();
    await append(store, history());
    await readModels.handle(await store.readAll());
    const before = await dumpOf(views);
    const row = (await views.get<RegisterRow>(PLEDGE_REGISTER, id('one')))!;
    await views.apply({
      rows: [
        { view: PLEDGE_REGISTER, key: id('one'), row: { ...row, revision: 99 } },
        { view: PLEDGE_REGISTER, key: id('two'), row: null },
        { view: PLEDGE_REGISTER, key: id('nobody'), row },
      ],
      revisions: new Map(),
    });
    expect(await readModels.rebuild()).toMatchObject({ corrected: 3 });
    expect(await dumpOf(views)).toEqual(before);
  });

  it('of read models that lag behind brings them up to the end of the log', async () => {
    const { readModels, store, views } = await openInMemory();
    const events = history();
    await append(store, events);
    await readModels.handle((await store.readAll()).slice(0, 7));
    await readModels.rebuild();
    expect((await freshnessOf(views)).events).toBe(events.length);
    // What delivery brings afterwards was applied already.
    const rebuilt = await dumpOf(views);
    await readModels.handle((await store.readAll()).slice(7));
    expect(await dumpOf(views)).toEqual(rebuilt);
  });

  it('does without the events that operators have told the group to skip, and with all others', async () => {
    const { readModels, store, views } = await openInMemory();
    const log = aLog();
    for (const pledge of ['one', 'two']) announce(log, pledge);
    const [skipped] = ['one', 'two'].map((pledge) => acknowledge(log, pledge, '2026-01-02'));
    skip(log, skipped!);
    await append(store, log.events);
    await readModels.rebuild();
    expect(await views.get(PLEDGE_REGISTER, id('one'))).toMatchObject({ pledge: { status: 'ANNOUNCED' } });
    expect(await views.get(PLEDGE_REGISTER, id('two'))).toMatchObject({ pledge: { status: 'ACKNOWLEDGED' } });
  });

  it('goes on beside deliveries and readers', async () => {
    const { readModels, store, views } = await openInMemory();
    const log = aLog();
    wholeLife(log, 'one');
    await append(store, log.events);
    await readModels.handle(await store.readAll());
    const rebuilding = readModels.rebuild();
    const more = [announce(log, 'late'), acknowledge(log, 'late', '2026-01-02')];
    await append(store, more);
    await readModels.handle((await store.readAll()).slice(-2));
    expect(await views.get(PLEDGE_REGISTER, id('one'))).toBeDefined();
    await rebuilding;
    expect(await views.get(PLEDGE_REGISTER, id('late'))).toMatchObject({ revision: 1 });
    expect((await freshnessOf(views)).events).toBe(log.events.length);
  });

  it('asked for twice at once is done once, and afterwards can be done again', async () => {
    const { readModels, store } = await openInMemory();
    await append(store, history());
    const [one, other] = await Promise.all([readModels.rebuild(), readModels.rebuild()]);
    expect(one).toBe(other);
    expect((await readModels.status()).rebuild).toBeNull();
    expect(await readModels.rebuild()).toMatchObject({ corrected: 0 });
  });

  describe('while the store fails', () => {
    /** Whose reads of the log fail in turn, as long as there is a failure left. */
    const failing =
      (failures: Error[]) =>
      (store: EventStore): EventStore => ({
        ...store,
        readAll: (options) => {
          const failure = failures.shift();
          return failure === undefined ? store.readAll(options) : Promise.reject(failure);
        },
      });
    const away = (): Error => new StoreUnavailable('away', 1);

    it.each([1, 2, 3])('%d times to answer, goes on where it was', async (times) => {
      const failures: Error[] = [];
      const { readModels, store, views } = await openInMemory({ around: failing(failures) });
      const events = history();
      await append(store, events);
      await readModels.handle(await store.readAll());
      const before = await dumpOf(views);
      failures.push(...Array.from({ length: times }, away));
      expect(await readModels.rebuild()).toEqual({
        events: events.length,
        rows: before.length,
        corrected: 0,
      });
      expect(failures).toEqual([]);
    });

    it.each([
      ['refuses', new StoreRefuses('the event store refuses', 30_000)],
      ['holds what nobody can read', new Error('unreadable')],
    ])('because it %s, ends at once, and can be asked for again', async (_, failure) => {
      const failures = [failure, away()];
      const { readModels, store } = await openInMemory({ around: failing(failures) });
      await append(store, history());
      await expect(readModels.rebuild()).rejects.toBe(failure);
      expect(failures).toHaveLength(1);
      expect(await readModels.rebuild()).toMatchObject({ events: history().length });
    });
  });

  it('tells how far it has come', async () => {
    const { readModels, store } = await openInMemory();
    const events = history();
    await append(store, events);
    await readModels.handle(await store.readAll());
    const rebuilding = readModels.rebuild();
    expect((await readModels.status()).rebuild).toEqual({
      ...{ events: 0, of: events.length },
      ...{ position: null, logEnd: await store.last() },
    });
    await rebuilding;
  });

  it('of a log that is read in its order tells which place was reached, and where the log ends', async () => {
    let told: Promise<unknown>[] = [];
    const { readModels, store } = await openInMemory({
      around: ({ readStreams: _, ...kept }) => ({
        ...kept,
        readAll: (page) => {
          told.push(readModels.status().then(({ rebuild }) => rebuild));
          return kept.readAll(page);
        },
      }),
    });
    await append(store, history());
    await readModels.handle(await store.readAll());
    told = [];
    await readModels.rebuild();
    const of = history().length;
    const logEnd = await store.last();
    const [before, after] = await Promise.all(told);
    expect(before).toEqual({ events: 0, of, position: null, logEnd });
    expect(after).toEqual({ events: of, of, position: logEnd, logEnd });
  });

  it('while the log is away tells no end of it', async () => {
    let isAway = false;
    const { readModels, store } = await openInMemory({
      around: (kept) => ({
        ...kept,
        last: () => (isAway ? Promise.reject(new StoreUnavailable('away', 1)) : kept.last()),
        readAll: async (page) => {
          isAway = true;
          expect((await readModels.status()).rebuild).toMatchObject({ logEnd: null });
          isAway = false;
          return kept.readAll(page);
        },
      }),
    });
    await append(store, history());
    expect(await readModels.rebuild()).toMatchObject({ events: history().length });
    expect.assertions(2);
  });
});
