/** How much one append may hold, in every store alike. Part of the event store's contract. */
import type { EventToAppend } from '../event.ts';
import type { EventStore } from '../event-store.ts';
import { handleCommand } from '../handle-command.ts';
import { AppendTooLarge } from '../rejected.ts';
import {
  add,
  addedEvents,
  counter,
  counterCatalogue,
  newStream,
  readsEverything,
  withContent,
} from './counter.ts';

const LIMIT = 1_000_000;

/** As it is stored: the data, and the metadata with the version and the two ids for tools. */
const storedSize = ({ data, schemaVersion, metadata }: EventToAppend): number => {
  const { correlationId, causationId } = metadata;
  const ids = { $correlationId: correlationId, ...(causationId !== null && { $causationId: causationId }) };
  return Buffer.byteLength(JSON.stringify(data) + JSON.stringify({ ...metadata, schemaVersion, ...ids }));
};

const sizeOf = (events: readonly EventToAppend[]): number =>
  events.reduce((size, event) => size + storedSize(event), 0);

/** Events of exactly so many bytes: as many of the content as fit, and one that is filled up. */
const eventsOf = (size: number, content: () => unknown, count: number): EventToAppend[] => {
  const events = Array.from({ length: count }, () => withContent(content()));
  const left = size - sizeOf(events) - storedSize(withContent({ text: '' }));
  return [...events, withContent({ text: 'x'.repeat(left) })];
};

const caused = (event: EventToAppend): EventToAppend => ({
  ...event,
  metadata: { ...event.metadata, causationId: event.id },
});

const MADE: [string, (size: number) => EventToAppend[]][] = [
  ['one event', (size) => eventsOf(size, () => ({}), 0)],
  [
    'an event with a cause',
    (size) => {
      const [event] = eventsOf(
        size - storedSize(caused(withContent({}))) + storedSize(withContent({})),
        () => ({}),
        0,
      );
      return event === undefined ? [] : [caused(event)];
    },
  ],
  ['many small events', (size) => eventsOf(size, () => ({ amount: 1 }), 1500)],
  ['two bytes a character', (size) => eventsOf(size, () => ({ text: 'ü'.repeat(200_000) }), 2)],
  ['three bytes a character', (size) => eventsOf(size, () => ({ text: '語'.repeat(300_000) }), 1)],
  ['four bytes for two characters', (size) => eventsOf(size, () => ({ text: '🕊'.repeat(200_000) }), 1)],
  ['characters that JSON escapes', (size) => eventsOf(size, () => ({ text: '"\n'.repeat(200_000) }), 1)],
];

export const appendSizeContract = (opened: () => EventStore): void => {
  describe('how much one append may hold', () => {
    let store: EventStore;
    beforeEach(() => {
      store = opened();
    });

    describe.each(MADE)('%s', (_, made) => {
      it.each([LIMIT - 1, LIMIT])('%i bytes are taken', async (size) => {
        const [stream, events] = [newStream(), made(size)];
        expect(sizeOf(events)).toBe(size);
        expect((await store.append(stream, 'no-stream', events)).revision).toBe(events.length - 1);
      });

      it('one byte more is refused with both sizes, and nothing is written', async () => {
        const [stream, events] = [newStream(), made(LIMIT + 1)];
        const refusal = await store.append(stream, 'no-stream', events).catch((error: unknown) => error);
        expect(refusal).toBeInstanceOf(AppendTooLarge);
        expect(refusal).toMatchObject({ code: 'APPEND_TOO_LARGE', size: LIMIT + 1, limit: LIMIT });
        expect(await store.read(stream)).toEqual([]);
      });
    });

    it('what is refused for it disturbs nothing beside it', async () => {
      const small = Array.from({ length: 20 }, newStream);
      const appends = small.map((stream) => store.append(stream, 'no-stream', addedEvents(1)));
      const large = store.append(newStream(), 'no-stream', [withContent({ text: 'x'.repeat(20_000_000) })]);
      await expect(large).rejects.toThrow(AppendTooLarge);
      for (const { revision } of await Promise.all(appends)) expect(revision).toBe(0);
    });

    it('a command that would record more is refused, tried or sent, and the stream goes on', async () => {
      const handle = handleCommand({
        store,
        decider: counter,
        catalogue: counterCatalogue,
        reads: readsEverything,
      });
      const stream = newStream();
      await handle(stream, add([1]));
      const many = Array.from({ length: 10_000 }, () => 1);
      await expect(handle(stream, add(many, { dryRun: true }))).rejects.toThrow(AppendTooLarge);
      await expect(handle(stream, add(many))).rejects.toThrow(AppendTooLarge);
      expect(await handle(stream, add([2]))).toMatchObject({ revision: 1 });
    });
  });
};
