/**
 * What every delivery promises: at least once, in order per stream, one batch of a group at a time. Repeats are allowed
 * at any time, and the log may hold events of others, so a test looks at the first arrival of the events of its own streams.
 */
import type { Delivery, GroupStatus, Skips } from '../delivery.ts';
import type { RecordedEvent } from '../event.ts';
import type { EventStore } from '../event-store.ts';
import { newId } from '../ids.ts';
import { appendTo, arrivals } from './arrivals.ts';
import { addedEvents, newStream } from './counter.ts';
import { deliveryFailureContract } from './delivery-failure.contract.ts';
import { eventually, signal } from './eventually.ts';
import { reactContract } from './react.contract.ts';
import { everythingAfter } from './whole-log.ts';

export interface DeliverySubject {
  /** The log that feeds the delivery. */
  readonly store: EventStore;
  /** A delivery; each on the same checkpoints as the one before, as after a restart. A group that stopped asks every few ms. */
  begin(skips?: Skips): Delivery;
  /** Others write to what carries the log; absent where nobody else can. */
  readonly disturb?: () => Promise<void>;
  /** When the delivery is closed: the rest. */
  close(): Promise<void>;
}

export const deliveryContract = (name: string, open: () => Promise<DeliverySubject>): void => {
  describe(`delivery: ${name}`, () => {
    let subject: DeliverySubject;
    let store: EventStore;
    let delivery: Delivery;
    let group: string;

    beforeEach(async () => {
      subject = await open();
      store = subject.store;
      delivery = subject.begin();
      group = `group-${newId()}`;
    });
    afterEach(async () => {
      await delivery.close();
      await subject.close();
    });

    const statusOf = (subscribed: string): GroupStatus | undefined =>
      delivery.status().find((status) => status.group === subscribed);

    it('hands over what was and what comes, in the order of each stream', async () => {
      const streams = [newStream(), newStream()];
      const arrived = arrivals(streams);
      await appendTo(store, streams, 0, 5);
      delivery.subscribe(group, arrived.handle);
      await eventually(() => arrived.events.length === 10);
      await appendTo(store, streams, 5, 5);
      await eventually(() => arrived.events.length === 20);
      for (const stream of streams) {
        const revisions = arrived.events
          .filter((event) => event.stream === stream)
          .map(({ revision }) => revision);
        expect(revisions).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
      }
    });

    it('hands over events as they were recorded', async () => {
      const stream = newStream();
      const arrived = arrivals([stream]);
      delivery.subscribe(group, arrived.handle);
      const { events } = await store.append(stream, 'no-stream', addedEvents(1, 2));
      await eventually(() => arrived.events.length === 2);
      const read = await store.read(stream);
      expect(arrived.events.map(withoutPosition)).toEqual(read.map(withoutPosition));
      expect(read).toMatchObject(events);
    });

    it('lets a handler finish before the next batch', async () => {
      const streams = [newStream(), newStream(), newStream()];
      const arrived = arrivals(streams);
      let atWork = 0;
      let most = 0;
      delivery.subscribe(group, async (batch) => {
        most = Math.max(most, (atWork += 1));
        await new Promise((resolve) => setImmediate(resolve));
        await arrived.handle(batch);
        atWork -= 1;
      });
      for (let n = 0; n < 10; n += 1) await appendTo(store, streams, n, 1);
      await eventually(() => arrived.events.length === 30);
      expect(most).toBe(1);
    });

    it('hands every group everything, and a slow one keeps no other waiting', async () => {
      const stream = newStream();
      const [slow, quick] = [arrivals([stream]), arrivals([stream])];
      const gate = signal();
      delivery.subscribe(`${group}-slow`, async (batch) => {
        await gate.given;
        await slow.handle(batch);
      });
      delivery.subscribe(`${group}-quick`, quick.handle);
      await appendTo(store, [stream], 0, 5);
      await eventually(() => quick.events.length === 5);
      expect(slow.events).toEqual([]);
      gate.give();
      await eventually(() => slow.events.length === 5);
    });

    it('hands over all of the log and nothing else, whatever others write where it is carried', async () => {
      const stream = newStream();
      const arrived: RecordedEvent[] = [];
      delivery.subscribe(group, (batch) => Promise.resolve(void arrived.push(...batch)));
      for (let n = 0; n < 3; n += 1) {
        await subject.disturb?.();
        await appendTo(store, [stream], n, 1);
        await eventually(() => arrived.some((event) => event.stream === stream && event.revision === n));
      }
      const log = await everythingAfter(store, undefined, 1000);
      expect(arrived.filter(({ id }) => !log.some((event) => event.id === id))).toEqual([]);
      expect(statusOf(group)?.failure).toBeNull();
    });

    it('goes on after a restart with what was not handled', async () => {
      const stream = newStream();
      const before = arrivals([stream]);
      delivery.subscribe(group, async (batch) => {
        if (batch.some((event) => event.stream === stream && event.revision >= 3))
          throw new Error('stop here');
        await before.handle(batch);
      });
      await appendTo(store, [stream], 0, 3);
      await eventually(() => before.events.length === 3);
      await appendTo(store, [stream], 3, 3);
      const after = arrivals([stream]);
      await delivery.close();
      delivery = subject.begin();
      delivery.subscribe(group, after.handle);
      await eventually(() => after.events.some(({ revision }) => revision === 5));
      expect(after.events.map(({ revision }) => revision).filter((revision) => revision >= 3)).toEqual([
        3, 4, 5,
      ]);
    });

    it('says when a group has caught up', async () => {
      const stream = newStream();
      await appendTo(store, [stream], 0, 3);
      delivery.subscribe(group, () => Promise.resolve());
      await eventually(() => statusOf(group)?.state === 'live');
      expect(statusOf(group)).toMatchObject({ group, failure: null });
      expect(statusOf(group)?.position).toEqual(expect.any(String));
    });

    describe('closing', () => {
      it('waits for the handler at work, then hands over nothing more', async () => {
        const stream = newStream();
        const [begun, gate] = [signal(), signal()];
        let handled = 0;
        delivery.subscribe(group, async () => {
          begun.give();
          await gate.given;
          handled += 1;
        });
        await appendTo(store, [stream], 0, 1);
        await begun.given;
        const closed = delivery.close();
        expect(handled).toBe(0);
        gate.give();
        await closed;
        await appendTo(store, [stream], 1, 1);
        expect(handled).toBe(1);
        expect(statusOf(group)?.state).toBe('closed');
      });

      it('refuses groups afterwards, as it does a group twice', async () => {
        delivery.subscribe(group, () => Promise.resolve());
        expect(() => delivery.subscribe(group, () => Promise.resolve())).toThrow(group);
        await delivery.close();
        expect(() => delivery.subscribe(`${group}-late`, () => Promise.resolve())).toThrow('closed');
      });
    });

    deliveryFailureContract(() => ({
      store,
      delivery,
      group,
      beginAnew: async (skips) => {
        await delivery.close();
        return (delivery = subject.begin(skips));
      },
    }));
    reactContract(() => ({ store, delivery }));
  });
};

const withoutPosition = ({ position: _, ...event }: RecordedEvent) => event;
