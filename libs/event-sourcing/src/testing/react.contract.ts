/** The policy engine over a real delivery and a real store. Part of the contract of deliveries. */
import type { Delivery } from '../delivery.ts';
import type { RecordedEvent } from '../event.ts';
import type { EventStore } from '../event-store.ts';
import { handleCommand } from '../handle-command.ts';
import { newId } from '../ids.ts';
import type { Policy, ReactOptions } from '../react.ts';
import { react } from '../react.ts';
import type { Add } from './counter.ts';
import { addedEvents, counter, counterCatalogue, newStream, readsEverything } from './counter.ts';
import { eventually, signal } from './eventually.ts';

/**
 * Whatever is added to one stream is added to the other, and one more; thirteen asks for what is refused, and a hundred for more
 * than is recorded at once.
 */
const copy = (from: string, to: string): Policy => ({
  name: 'copy',
  on: ['Added'],
  react(event) {
    if (event.stream !== from) return [];
    const { amount } = event.data as { amount: number };
    if (amount === 100) return [{ stream: to, type: 'Add', data: { amounts: TOO_MANY } }];
    return [
      { stream: to, type: 'Add', data: { amounts: [amount === 13 ? -1 : amount] } },
      { stream: to, type: 'Add', data: { amounts: [1] } },
    ];
  },
});

const TOO_MANY = Array.from({ length: 10_000 }, () => 1);

export const reactContract = (opened: () => { store: EventStore; delivery: Delivery }): void => {
  describe('reacting', () => {
    let store: EventStore;
    let delivery: Delivery;
    let from: string;
    let to: string;
    let refused: { code: string; event: RecordedEvent }[];
    let handle: ReturnType<typeof reaction>;

    const reactOptions = () => {
      const send = handleCommand({
        store,
        decider: counter,
        catalogue: counterCatalogue,
        reads: readsEverything,
      });
      const options: ReactOptions = {
        policies: [copy(from, to)],
        send: (stream, command) => send(stream, command as Add),
        catalogue: counterCatalogue,
        now: () => '2026-01-15T09:00:00.000Z',
        onRejected: (_policy, event, _reaction, { code }) => refused.push({ code, event }),
      };
      return options;
    };
    const reaction = () => react(reactOptions());
    const totalOf = async (stream: string): Promise<number> => {
      const counted = handleCommand({
        store,
        decider: counter,
        catalogue: counterCatalogue,
        reads: readsEverything,
      });
      return (await counted.load(stream)).state.total;
    };

    beforeEach(() => {
      ({ store, delivery } = opened());
      [from, to, refused] = [newStream(), newStream(), []];
      handle = reaction();
    });

    it('answers events with commands, caused by them', async () => {
      delivery.subscribe(`group-${newId()}`, handle);
      const { events } = await store.append(from, 'no-stream', addedEvents(5, 7));
      await eventually(async () => (await totalOf(to)) === 14);
      const causes = (await store.read(to)).map(({ metadata }) => [metadata.causationId, metadata.role]);
      const [first, second] = events.map(({ id }) => [id, 'SYSTEM']);
      expect(causes).toEqual([first, first, second, second]);
    });

    it('a redelivery changes nothing, in this process or in another', async () => {
      let redelivered = false;
      let done = false;
      delivery.subscribe(`group-${newId()}`, async (batch) => {
        await handle(batch);
        if (!batch.some(({ stream }) => stream === from)) return;
        redelivered = done;
        done = true;
        if (!redelivered) throw new Error('after the work was done');
      });
      await store.append(from, 'no-stream', addedEvents(5, 7));
      await eventually(() => redelivered);
      expect(await totalOf(to)).toBe(14);
      await reaction()((await store.read(from)).reverse());
      expect(await totalOf(to)).toBe(14);
      expect(await store.read(to)).toHaveLength(4);
    });

    it('what was done half is completed', async () => {
      await store.append(from, 'no-stream', addedEvents(5));
      const events = await store.read(from);
      const [event] = events;
      const once = react({
        policies: [copy(from, to)],
        send: (stream, command) => {
          const { amounts } = (command as Add).data;
          if (amounts[0] === 1) throw new Error('killed between the two');
          return handleCommand({
            store,
            decider: counter,
            catalogue: counterCatalogue,
            reads: readsEverything,
          })(stream, command as Add);
        },
        catalogue: counterCatalogue,
        now: () => '2026-01-15T09:00:00.000Z',
        onRejected: () => undefined,
      });
      await expect(once(events)).rejects.toMatchObject({ event });
      expect(await totalOf(to)).toBe(5);
      await handle(events);
      expect(await totalOf(to)).toBe(6);
    });

    it('a refusal is an outcome: it is told, and the group goes on', async () => {
      const group = `group-${newId()}`;
      delivery.subscribe(group, handle);
      const { events } = await store.append(from, 'no-stream', addedEvents(13, 2));
      await eventually(async () => (await totalOf(to)) === 4);
      expect(refused).toEqual([{ code: 'NEGATIVE', event: expect.objectContaining({ id: events[0]?.id }) }]);
      expect(delivery.status().find((status) => status.group === group)?.failure).toBeNull();
    });

    it('more than is recorded at once is a failure and no outcome: the group stops at the event, and no other does', async () => {
      const [group, sound] = [`group-${newId()}`, `group-${newId()}`];
      const other = newStream();
      delivery.subscribe(group, handle);
      delivery.subscribe(sound, react({ ...reactOptions(), policies: [copy(other, to)] }));
      const { events } = await store.append(from, 'no-stream', addedEvents(5, 100));
      await store.append(other, 'no-stream', addedEvents(7));
      const statusOf = (name: string) => delivery.status().find((status) => status.group === name);
      await eventually(() => statusOf(group)?.state === 'stopped');
      expect(statusOf(group)?.failure).toMatchObject({ eventId: events[1]?.id, stream: from, revision: 1 });
      expect(statusOf(group)?.failure?.message).toContain('The limit is 1,000,000 bytes');
      expect(refused).toEqual([]);
      await eventually(async () => (await totalOf(to)) === 14);
      expect(statusOf(sound)?.failure).toBeNull();
    });

    it('does not keep one stream waiting for another, and keeps the order of each', async () => {
      const [other, sent] = [newStream(), signal()];
      const order: string[] = [];
      const sideBySide = react({
        policies: [
          { name: 'tell', on: ['Added'], react: ({ stream }) => [{ stream, type: 'Add', data: {} }] },
        ],
        send: async (stream, { meta }) => {
          if (stream === from) await sent.given;
          else sent.give();
          order.push(`${stream} ${meta.causationId}`);
        },
        catalogue: counterCatalogue,
        now: () => '2026-01-15T09:00:00.000Z',
        onRejected: () => undefined,
      });
      await store.append(from, 'no-stream', addedEvents(1, 2, 3));
      await store.append(other, 'no-stream', addedEvents(1, 2));
      const [held, free] = [await store.read(from), await store.read(other)];
      await sideBySide([...held, ...free]);
      for (const events of [held, free]) {
        const wanted = events.map(({ stream, id }) => `${stream} ${id}`);
        expect(order.filter((each) => wanted.includes(each))).toEqual(wanted);
      }
    });

    it('several at once do it once', async () => {
      await store.append(from, 'no-stream', addedEvents(5));
      const batch = await store.read(from);
      await Promise.all([handle(batch), reaction()(batch), reaction()(batch)]);
      expect(await totalOf(to)).toBe(6);
    });
  });
};
