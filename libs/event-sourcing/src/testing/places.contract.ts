/** The places of the log, and what stands there. Part of the event store's contract. */
import { AnotherLog, mustBeIn } from '../another-log.ts';
import type { EventStore } from '../event-store.ts';
import type { Position, RecordedEvent } from '../event.ts';
import { placeAfter, placeInText, textOfPlace } from '../kept-place.ts';
import { newId } from '../ids.ts';
import { addedEvents, newStream } from './counter.ts';
import type { OpenStore } from './open-store.ts';

export const placesContract = (opened: () => Omit<OpenStore, 'close' | 'hide'>): void => {
  describe('places', () => {
    let store: EventStore;
    let events: RecordedEvent[];
    beforeEach(async () => {
      ({ store } = opened());
      const stream = newStream();
      await store.append(stream, 'no-stream', addedEvents(1, 2, 3));
      events = await store.read(stream);
    });
    const beyond = async (): Promise<Position> => opened().beyond((await store.last())!);

    it('says which event stands at the place of each, also after a restart', async () => {
      for (const event of events) expect(await store.at(event.position)).toEqual({ is: 'event', event });
      const reopened = await opened().reopen();
      for (const event of events) expect(await reopened.at(event.position)).toEqual({ is: 'event', event });
    });

    it('says that the log ends before a place, and follows from none such', async () => {
      const place = await beyond();
      expect(await store.at(place)).toEqual({ is: 'beyond-the-end' });
      const following = store.follow(place, { signal: AbortSignal.timeout(60_000) });
      await expect(following[Symbol.asyncIterator]().next()).rejects.toThrow(AnotherLog);
    });

    it('refuses what is no position of such a log', async () => {
      await expect(store.at('somewhere else')).rejects.toThrow(TypeError);
    });

    it('is not the log of a place that is of another kind of store, and says so at once', async () => {
      const [first] = events as [RecordedEvent, RecordedEvent, RecordedEvent];
      for (const place of [
        { position: 'somewhere else', event: null },
        { position: first.position, event: { position: 'somewhere else', id: first.id } },
      ]) {
        const refusal: unknown = await mustBeIn(store, place).catch((error: unknown) => error);
        expect(refusal).toBeInstanceOf(AnotherLog);
        expect((refusal as AnotherLog).message).toContain(
          'somewhere else was reached, and it is no position of such a log',
        );
      }
    });

    it('knows a kept place again, and one that an earlier version kept without its event', async () => {
      for (const event of events) {
        const place = placeAfter(event, [event], null);
        expect(await mustBeIn(store, placeInText(textOfPlace(place)))).toEqual(place);
        expect(await mustBeIn(store, placeInText(event.position))).toEqual(place);
      }
    });

    it('knows a place behind events of others by the last event of ours before it', async () => {
      const [first, , last] = events as [RecordedEvent, RecordedEvent, RecordedEvent];
      const place = { ...placeAfter(first, [first], null), position: last.position };
      expect(await mustBeIn(store, place)).toEqual(place);
      const other = { ...place, event: { position: first.position, id: last.id } };
      await expect(mustBeIn(store, other)).rejects.toThrow(AnotherLog);
    });

    /** What is left of five events, of which the place was kept at the third. */
    const REMOVALS = [
      { name: 'all but one', below: 4 },
      { name: 'all that were there by then', below: 3 },
      { name: 'all of it', below: 'all' },
    ] as const;

    it.each(REMOVALS)('a place whose event was removed from its stream holds: $name', async ({ below }) => {
      const [, , third] = events as [RecordedEvent, RecordedEvent, RecordedEvent];
      const { stream } = third;
      await store.append(stream, 2, addedEvents(4, 5));
      const other = newStream();
      await store.append(other, 'no-stream', addedEvents(1));
      const place = placeAfter(third, [third], null);
      const removed = await opened().remove(stream, below);
      const { is } = await removed.store.at(third.position, third);
      expect(is).toBe(removed.isGone ? 'removed' : 'event');
      for (let n = 0; n < 2; n += 1)
        expect(await mustBeIn(removed.store, placeInText(textOfPlace(place)))).toEqual(place);
      const told = opened()
        .warnings()
        .filter((message) => message.includes(stream));
      expect(told).toHaveLength(removed.isGone ? 1 : 0);
      const ends = new AbortController();
      const seen: string[] = [];
      for await (const batch of removed.store.follow(place.position, { signal: ends.signal })) {
        seen.push(...batch.map((event) => event.stream));
        if (seen.includes(other)) ends.abort();
      }
      expect(seen).toContain(other);
    });

    it('a place holds for no event that the stream would still show, or never had', async () => {
      const [, , third] = events as [RecordedEvent, RecordedEvent, RecordedEvent];
      await store.append(third.stream, 2, addedEvents(4, 5));
      const [gone, whole] = [newStream(), newStream()];
      await store.append(gone, 'no-stream', addedEvents(1, 2));
      const [{ position }] = (await store.read(gone)) as [RecordedEvent, RecordedEvent];
      await store.append(whole, 'no-stream', addedEvents(1));
      await opened().remove(third.stream, 4);
      const removed = await opened().remove(gone, 'all');
      const claimed = [
        { stream: newStream(), revision: 0 },
        { stream: whole, revision: 0 },
        { stream: third.stream, revision: 4 },
        // What is left of this one stands before the place.
        { stream: third.stream, revision: 2 },
      ];
      for (const known of claimed) {
        const place = { position, event: { position, id: newId(), in: known } };
        await expect(mustBeIn(removed.store, place)).rejects.toThrow(AnotherLog);
      }
    });

    it('refuses a place at which another event stands, and one beyond the end, with place, end and page', async () => {
      const [first, second] = events as [RecordedEvent, RecordedEvent];
      const ofAnother = { position: first.position, event: { position: first.position, id: second.id } };
      for (const place of [ofAnother, { position: await beyond(), event: null }]) {
        const refusal: unknown = await mustBeIn(store, place).catch((error: unknown) => error);
        expect(refusal).toBeInstanceOf(AnotherLog);
        for (const words of [place.position, `ends at ${(refusal as AnotherLog).end}`, 'docs/operations.md'])
          expect((refusal as AnotherLog).message).toContain(words);
      }
    });
  });
};
