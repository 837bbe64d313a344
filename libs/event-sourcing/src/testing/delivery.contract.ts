/**
 * What every delivery promises: at least once, in order per stream, one batch of a group at a time. Repeats are allowed
 * at any time, and the log may hold events of others, so a test looks at the first arrival of the events of its own streams.
 */
import type { BatchHandler, Delivery, GroupStatus, Skips } from '../delivery.ts';
import { HandlingFailed } from '../delivery.ts';
import type { RecordedEvent } from '../event.ts';
import type { EventStore } from '../event-store.ts';
import { newId } from '../ids.ts';
import { StoreUnavailable } from '../rejected.ts';
import { appendTo, arrivals } from './arrivals.ts';
import { addedEvents, newStream } from './counter.ts';
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

/** The delivery under test has to give up after so many attempts, with delays of milliseconds. */
export const ATTEMPTS = 3;

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
      expect(arrived.events.map(withoutPosition)).toEqual(events.map(withoutPosition));
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

    it('tries a failing batch again, and leaves nothing out', async () => {
      const stream = newStream();
      const arrived = arrivals([stream]);
      let failures = 0;
      delivery.subscribe(group, async (batch) => {
        if (
          batch.some((event) => event.stream === stream && event.revision === 2) &&
          (failures += 1) < ATTEMPTS
        ) {
          throw new Error('not yet');
        }
        await arrived.handle(batch);
      });
      await appendTo(store, [stream], 0, 5);
      await eventually(() => arrived.events.length === 5);
      expect(arrived.events.map(({ revision }) => revision)).toEqual([0, 1, 2, 3, 4]);
      await eventually(() => statusOf(group)?.failure === null);
    });

    it('stops a group after the last attempt, names the event, and lets the others go on', async () => {
      const stream = newStream();
      const arrived = arrivals([stream]);
      const [broken, sound] = [`${group}-broken`, `${group}-sound`];
      let attempts = 0;
      delivery.subscribe(broken, (batch) => {
        const culprit = batch.find((event) => event.stream === stream && event.revision === 1);
        if (culprit === undefined) return Promise.resolve();
        attempts += 1;
        return Promise.reject(new HandlingFailed(culprit, new Error('cannot be read')));
      });
      delivery.subscribe(sound, arrived.handle);
      await appendTo(store, [stream], 0, 3);
      await eventually(() => statusOf(broken)?.state === 'stopped');
      expect(attempts).toBe(ATTEMPTS);
      expect(statusOf(broken)?.failure).toMatchObject({ stream, revision: 1, attempts: ATTEMPTS });
      expect(statusOf(broken)?.failure?.message).toContain('cannot be read');
      await appendTo(store, [stream], 3, 2);
      await eventually(() => arrived.events.length === 5);
      expect(statusOf(sound)?.failure).toBeNull();
    });

    it('a stopped group goes on without the event that an operator tells it to do without, and does so only for that group', async () => {
      const [stream, told] = [newStream(), new Set<string>()];
      const skips: Skips = { of: (name) => Promise.resolve(new Set(name === group ? told : [])) };
      const arrived = arrivals([stream]);
      const handle: BatchHandler = async (batch) => {
        const culprit = batch.find((event) => event.stream === stream && event.revision === 1);
        if (culprit !== undefined) throw new HandlingFailed(culprit, new Error('cannot be read'));
        await arrived.handle(batch);
      };
      await delivery.close();
      delivery = subject.begin(skips);
      delivery.subscribe(group, handle);
      await appendTo(store, [stream], 0, 3);
      await eventually(() => statusOf(group)?.state === 'stopped');
      told.add(statusOf(group)?.failure?.eventId ?? '');
      await eventually(() => arrived.events.some(({ revision }) => revision === 2));
      await eventually(() => statusOf(group)?.state === 'live');
      expect(statusOf(group)?.failure).toBeNull();
      expect(arrived.events.map(({ revision }) => revision)).toEqual([0, 2]);
      delivery.subscribe(`${group}-other`, handle);
      await eventually(() => statusOf(`${group}-other`)?.state === 'stopped');
    });

    it('names the first event of the batch when the handler names none', async () => {
      const stream = newStream();
      let first: RecordedEvent | undefined;
      delivery.subscribe(group, (batch) => {
        first = batch[0];
        return Promise.reject(new Error('no'));
      });
      await appendTo(store, [stream], 0, 1);
      await eventually(() => statusOf(group)?.state === 'stopped');
      expect(statusOf(group)?.failure).toMatchObject({ eventId: first?.id, message: 'no' });
    });

    it('does not give up while a store cannot be reached', async () => {
      const stream = newStream();
      const arrived = arrivals([stream]);
      let refusals = 0;
      delivery.subscribe(group, async (batch) => {
        const unreachable = new StoreUnavailable('away', 1);
        const [event] = batch;
        if (event && (refusals += 1) <= ATTEMPTS * 2) throw new HandlingFailed(event, unreachable);
        await arrived.handle(batch);
      });
      await appendTo(store, [stream], 0, 1);
      await eventually(() => arrived.events.length === 1);
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

    reactContract(() => ({ store, delivery }));
  });
};

const withoutPosition = ({ position: _, ...event }: RecordedEvent) => event;
