/**
 * What every delivery does when a handler fails: it tries again, stops the one group after the last attempt, waits out the outages
 * of a store, and goes on without the events that an operator has it skip.
 */
import type { BatchHandler, Delivery, GroupStatus, Skips } from '../delivery.ts';
import { HandlingFailed } from '../delivery.ts';
import type { RecordedEvent } from '../event.ts';
import type { EventStore } from '../event-store.ts';
import { StoreUnavailable } from '../rejected.ts';
import { appendTo, arrivals } from './arrivals.ts';
import { newStream } from './counter.ts';
import { eventually } from './eventually.ts';

/** The delivery under test has to give up after so many attempts, with delays of milliseconds. */
export const ATTEMPTS = 3;

export interface OpenDelivery {
  readonly store: EventStore;
  readonly delivery: Delivery;
  /** A name that no other test subscribes. */
  readonly group: string;
  /** Closes the delivery and begins another one on the same checkpoints. */
  beginAnew(skips: Skips): Promise<Delivery>;
}

export const deliveryFailureContract = (open: () => OpenDelivery): void => {
  describe('failures', () => {
    let store: EventStore;
    let delivery: Delivery;
    let group: string;
    beforeEach(() => {
      ({ store, delivery, group } = open());
    });

    const statusOf = (subscribed: string): GroupStatus | undefined =>
      delivery.status().find((status) => status.group === subscribed);

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
      const [stream, reported] = [newStream(), new Set<string>()];
      const skips: Skips = { of: (name) => Promise.resolve(new Set(name === group ? reported : [])) };
      const arrived = arrivals([stream]);
      const handle: BatchHandler = async (batch) => {
        const culprit = batch.find((event) => event.stream === stream && event.revision === 1);
        if (culprit !== undefined) throw new HandlingFailed(culprit, new Error('cannot be read'));
        await arrived.handle(batch);
      };
      delivery = await open().beginAnew(skips);
      delivery.subscribe(group, handle);
      await appendTo(store, [stream], 0, 3);
      await eventually(() => statusOf(group)?.state === 'stopped');
      reported.add(statusOf(group)?.failure?.eventId ?? '');
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

    it('counts no outage of a store as an attempt, whatever fails before and after it', async () => {
      const stream = newStream();
      const arrived = arrivals([stream]);
      const away = new StoreUnavailable('away', 1);
      const faulty = new Error('not yet');
      const outages = Array.from({ length: ATTEMPTS * 2 }, () => away);
      const faults = Array.from({ length: ATTEMPTS - 1 }, () => faulty);
      const failing = [...faults.slice(0, 1), ...outages, ...faults.slice(1), ...outages];
      const states = new Set<string | undefined>();
      delivery.subscribe(group, async (batch) => {
        states.add(statusOf(group)?.state);
        const [event] = batch;
        const error = failing.shift();
        if (event && error !== undefined) throw new HandlingFailed(event, error);
        await arrived.handle(batch);
      });
      await appendTo(store, [stream], 0, 1);
      await eventually(() => arrived.events.length === 1 || statusOf(group)?.state === 'stopped');
      expect(arrived.events).toHaveLength(1);
      expect(failing).toEqual([]);
      expect(states).not.toContain('stopped');
    });

    it('begins to count anew when a batch is handled', async () => {
      const stream = newStream();
      const arrived = arrivals([stream]);
      let failures = 0;
      delivery.subscribe(group, async (batch) => {
        const [event] = batch;
        if (event && (failures += 1) < ATTEMPTS) throw new HandlingFailed(event, new Error('not yet'));
        failures = 0;
        await arrived.handle(batch);
      });
      for (let n = 0; n < 3; n += 1) {
        await appendTo(store, [stream], n, 1);
        await eventually(() => arrived.events.length === n + 1 || statusOf(group)?.state === 'stopped');
      }
      expect(arrived.events.map(({ revision }) => revision)).toEqual([0, 1, 2]);
    });

    it('stops a group that fails for good, however many outages were among its failures', async () => {
      const stream = newStream();
      let [outages, faults] = [0, 0];
      delivery.subscribe(group, (batch) => {
        const culprit = batch.find((event) => event.stream === stream);
        if (culprit === undefined) return Promise.resolve();
        if ((outages += 1) <= ATTEMPTS + 1)
          throw new HandlingFailed(culprit, new StoreUnavailable('away', 1));
        faults += 1;
        throw new HandlingFailed(culprit, new Error('cannot be read'));
      });
      await appendTo(store, [stream], 0, 1);
      await eventually(() => statusOf(group)?.state === 'stopped');
      expect(faults).toBe(ATTEMPTS);
      expect(statusOf(group)?.failure?.message).toContain('cannot be read');
    });
  });
};
