/** The places of the log, and what stands there. Part of the event store's contract. */
import { AnotherLog, mustBeIn } from '../another-log.ts';
import type { EventStore } from '../event-store.ts';
import type { Position, RecordedEvent } from '../event.ts';
import { placeAfter, placeInText, textOfPlace } from '../kept-place.ts';
import { addedEvents, newStream } from './counter.ts';

interface Opened {
  readonly store: EventStore;
  reopen(): Promise<EventStore>;
  beyond(end: Position): Position;
}

export const placesContract = (opened: () => Opened): void => {
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
