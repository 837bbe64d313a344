/** The projection engine over real views. Part of the contract of views. */
import fc from 'fast-check';
import { HandlingFailed } from '../delivery.ts';
import type { History } from '../corrected-history.ts';
import type { AppendedEvent, RecordedEvent } from '../event.ts';
import type { Projection, Projector } from '../project.ts';
import { project } from '../project.ts';
import type { Views } from '../views.ts';
import { correction, counterCatalogue, recordedStream } from './counter.ts';
import { failingRowsContract } from './failing-rows.contract.ts';
import { rowsThatFollowContract } from './rows-that-follow.contract.ts';
import { recorded } from './spec-for.ts';

interface Total {
  readonly total: number;
  readonly revisions: readonly number[];
}

const amountOf = (event: AppendedEvent): number => (event.data as { amount: number }).amount;

const totals: Projection<Total> = {
  name: 'totals',
  version: 1,
  columns: { total: (row) => row.total },
  handles: ['Added'],
  keyOf: (event) => event.stream,
  apply: (row = { total: 0, revisions: [] }, event) => {
    if (amountOf(event) === 13) throw new Error('thirteen');
    return { total: row.total + amountOf(event), revisions: [...row.revisions, event.revision] };
  },
};

/** Has a row while the newest amount is odd. */
const odd: Projection<{ readonly amount: number }> = {
  name: 'odd',
  version: 1,
  columns: {},
  handles: ['Added'],
  keyOf: (event) => event.stream,
  apply: (_, event) => (amountOf(event) % 2 === 1 ? { amount: amountOf(event) } : undefined),
};

export const projectContract = (open: () => Promise<{ views: Views; close: () => Promise<void> }>): void => {
  describe('projecting', () => {
    let views: Views;
    let close: () => Promise<void>;
    let projector: Projector;
    /** What the store would have of each stream. */
    let streams: Map<string, readonly RecordedEvent[]>;
    const history: History = (stream, upTo) =>
      Promise.resolve(
        counterCatalogue.corrected((streams.get(stream) ?? []).filter(({ revision }) => revision <= upTo)),
      );

    beforeEach(async () => {
      ({ views, close } = await open());
      await views.define([totals, odd]);
      streams = new Map();
      projector = project(views, [totals, odd], counterCatalogue, history);
    });
    afterEach(() => close());

    it('applies each event to its row in every projection that handles it', async () => {
      await projector.handle([...recordedStream('a', [1, 2, 3]), ...recordedStream('b', [4])]);
      expect(await dump(views)).toEqual([
        [
          ['a', { total: 6, revisions: [0, 1, 2] }],
          ['b', { total: 4, revisions: [0] }],
        ],
        [['a', { amount: 3 }]],
      ]);
    });

    it('what is delivered again changes nothing, in another batch or in the same', async () => {
      const events = recordedStream('a', [1, 2, 3]);
      await projector.handle([...events.slice(0, 2), ...events]);
      const once = await dump(views);
      await projector.handle(events);
      await projector.handle(events.slice(1));
      expect(await dump(views)).toEqual(once);
      expect(once[0]).toEqual([['a', { total: 6, revisions: [0, 1, 2] }]]);
    });

    it('remembers how far a stream has come also when nobody handles its events', async () => {
      await projector.handle([{ ...recorded({ type: 'Ignored', data: {} }, 0, 'a') }]);
      expect(await views.lastApplied(['a'])).toEqual(new Map([['a', 0]]));
    });

    it('hands projections the newest shape, and finds the row by it', async () => {
      const catalogue = { ...counterCatalogue, upcast: renamed };
      const upcasting = project(
        views,
        [{ ...totals, keyOf: (event) => `key-${event.type}-${amountOf(event)}` }],
        catalogue,
        history,
      );
      const [event] = recordedStream('a', [2]);
      if (event) await upcasting.handle([event]);
      expect((await dump(views))[0]).toEqual([['key-Added-4', { total: 4, revisions: [0] }]]);
    });

    it('an event that cannot be applied is named, and nothing of its batch stays', async () => {
      const failing = recordedStream('b', [5, 13]);
      const failure = await projector
        .handle([...recordedStream('a', [1]), ...failing])
        .catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(HandlingFailed);
      expect(failure).toMatchObject({ event: failing[1], cause: { message: 'thirteen' } });
      expect(await dump(views)).toEqual([[], []]);
      expect(await views.lastApplied(['a', 'b'])).toEqual(new Map());
    });

    failingRowsContract(open);
    rowsThatFollowContract(open);

    describe('a correction', () => {
      const corrected = (stream: string, amounts: readonly number[], n: number, amount: number | null) => {
        const events = recordedStream(stream, amounts);
        const event = { ...recorded({ type: 'Corrected', data: {} }, events.length, stream) };
        return [...events, { ...event, ...correction(events[n]?.id ?? '', amount) }];
      };

      it('makes the rows of its stream anew, and no others', async () => {
        streams.set('a', corrected('a', [1, 2, 3], 1, 40));
        await projector.handle([...recordedStream('a', [1, 2, 3]), ...recordedStream('b', [2])]);
        await projector.handle((streams.get('a') ?? []).slice(3));
        expect((await dump(views))[0]).toEqual([
          ['a', { total: 44, revisions: [0, 1, 2] }],
          ['b', { total: 2, revisions: [0] }],
        ]);
      });

      it('deletes the rows that struck events alone had made, and keeps what others made too', async () => {
        streams.set('a', corrected('a', [1], 0, null));
        streams.set('b', corrected('b', [2, 3], 0, null));
        await projector.handle([...recordedStream('a', [1]), ...recordedStream('b', [2, 3])]);
        await projector.handle(['a', 'b'].map((stream) => streams.get(stream)!.at(-1)!));
        expect(await dump(views)).toEqual([[['b', { total: 3, revisions: [1] }]], [['b', { amount: 3 }]]]);
      });

      it('in one batch with what it corrects comes out the same', async () => {
        streams.set('a', corrected('a', [1, 2, 3], 1, 40));
        await projector.handle(streams.get('a') ?? []);
        expect((await dump(views))[0]).toEqual([['a', { total: 44, revisions: [0, 1, 2] }]]);
        expect(await views.lastApplied(['a'])).toEqual(new Map([['a', 3]]));
      });

      it('leaves out what the stream has got since, which comes with its own batch', async () => {
        const [first] = recordedStream('a', [1]);
        const events = corrected('a', [1], 0, 5);
        const later = { ...recorded({ type: 'Added', data: { amount: 7 } }, 2, 'a') };
        streams.set('a', [...events, later]);
        if (first) await projector.handle([first]);
        await projector.handle(events.slice(1));
        expect((await dump(views))[0]).toEqual([['a', { total: 5, revisions: [0] }]]);
        await projector.handle([later]);
        expect((await dump(views))[0]).toEqual([['a', { total: 12, revisions: [0, 2] }]]);
      });
    });

    describe('waiting for a revision', () => {
      it('ends at once when it is there', async () => {
        await projector.handle(recordedStream('a', [1, 2]));
        expect(await projector.waitFor('a', 1, 60_000)).toBe(true);
        expect(await projector.waitFor('a', 0, 60_000)).toBe(true);
      });

      it('ends when it arrives', async () => {
        const waiting = projector.waitFor('a', 1, 60_000);
        const [first, second] = recordedStream('a', [1, 2]);
        if (first) await projector.handle([first]);
        if (second) await projector.handle([second]);
        expect(await waiting).toBe(true);
      });

      it('ends when the time is over', async () => {
        expect(await projector.waitFor('a', 0, 1)).toBe(false);
      });
    });

    it('any batches, and any repeats within the order of a stream, give the same rows', async () => {
      const history = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(12)), { maxLength: 30 });
      const steps = fc.array(fc.record({ back: fc.nat(6), size: fc.integer({ min: 1, max: 8 }) }), {
        maxLength: 20,
      });
      await fc.assert(
        fc.asyncProperty(history, steps, async (amounts, deliveries) => {
          const events = inOneLog(amounts);
          await views.clear();
          await projector.handle(events);
          const once = await dump(views);
          await views.clear();
          for (const batch of redelivered(events, deliveries)) await projector.handle(batch);
          expect(await dump(views)).toEqual(once);
        }),
        { numRuns: 60 },
      );
    });

    it('rebuilt from the start it is the same', async () => {
      const events = inOneLog(Array.from({ length: 300 }, (_, n) => [`s${n % 17}`, n % 12] as const));
      for (const event of events) await projector.handle([event]);
      const before = await dump(views);
      await views.clear();
      await projector.handle(events);
      expect(await dump(views)).toEqual(before);
    });
  });
};

const dump = async (views: Views) => [await rowsIn(views, totals.name), await rowsIn(views, odd.name)];

/** The whole dump of a view. */
export const rowsIn = async (views: Views, view: string): Promise<[key: string, row: unknown][]> => {
  const rows: [string, unknown][] = [];
  for await (const { key, row } of views.dump(view)) rows.push([key, row]);
  return rows;
};

const renamed = <Event extends AppendedEvent>(event: Event): Event => ({
  ...event,
  data: { amount: amountOf(event) * 2 },
});

/** Amounts for several streams as one log. */
const inOneLog = (amounts: readonly (readonly [stream: string, amount: number])[]): RecordedEvent[] => {
  const streams = new Map<string, number[]>();
  return amounts.flatMap(([stream, amount]) => {
    const sofar = streams.get(stream) ?? [];
    streams.set(stream, [...sofar, amount]);
    return recordedStream(stream, [...sofar, amount]).slice(-1);
  });
};

/** Batches of any size that step back now and then, as after a restart from an older checkpoint; all is delivered. */
const redelivered = (
  events: readonly RecordedEvent[],
  steps: readonly { readonly back: number; readonly size: number }[],
): RecordedEvent[][] => {
  const batches: RecordedEvent[][] = [];
  let next = 0;
  for (const { back, size } of steps) {
    const from = Math.max(0, next - back);
    batches.push(events.slice(from, from + size));
    next = Math.max(next, Math.min(events.length, from + size));
  }
  batches.push(events.slice(next));
  return batches;
};
