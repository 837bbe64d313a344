/** What every publisher promises, and the relay engine over a real one and a real store. */
import type { RecordedEvent } from '../event.ts';
import type { EventStore } from '../event-store.ts';
import { placeAfter } from '../kept-place.ts';
import { LeadershipLost } from '../publisher.ts';
import type { Leadership, Publisher } from '../publisher.ts';
import { relay } from '../relay.ts';
import type { RelayOptions, RelayStatus } from '../relay.ts';
import { addedEvents, newStream } from './counter.ts';
import { eventually } from './eventually.ts';

export interface OpenPublishers {
  readonly store: EventStore;
  /** Another process, as it were: they all publish to the same place. */
  another(): Publisher;
  /** What subscribers have been shown, in the order of arrival. */
  readonly published: () => readonly RecordedEvent[];
  close(): Promise<void>;
}

export const publisherContract = (name: string, open: () => Promise<OpenPublishers>): void => {
  describe(`publisher: ${name}`, () => {
    let opened: OpenPublishers;
    let stream: string;
    let log: readonly RecordedEvent[];
    const leading: Leadership[] = [];

    beforeEach(async () => {
      opened = await open();
      stream = newStream();
      await opened.store.append(stream, 'no-stream', addedEvents(1, 2, 3, 4, 5, 6));
      log = await opened.store.read(stream);
    });
    afterEach(async () => {
      for (const leadership of leading.splice(0)) await leadership.release();
      await opened.close();
    });

    const lead = async (publisher: Publisher): Promise<Leadership> => {
      let found: Leadership | undefined;
      await eventually(async () => {
        // What passes is tried again by whoever leads.
        found = await publisher.lead(AbortSignal.timeout(20_000)).catch(() => undefined);
        return found !== undefined;
      });
      leading.push(found as Leadership);
      return found as Leadership;
    };
    const shown = (count: number): Promise<void> => eventually(() => opened.published().length >= count);
    const revisions = (): number[] => opened.published().map(({ revision }) => revision);

    it('begins without a checkpoint, and shows events as they were recorded', async () => {
      const leadership = await lead(opened.another());
      expect(leadership.checkpoint).toBeUndefined();
      await leadership.publish(log);
      await shown(6);
      expect(opened.published()).toEqual(log);
    });

    it('the next leader goes on exactly after the last published event', async () => {
      const first = opened.another();
      const before = await lead(first);
      await before.publish(log.slice(0, 2));
      await before.publish(log.slice(2, 4));
      await before.release();
      await first.close();
      const after = await lead(opened.another());
      expect(after.checkpoint).toEqual(placeAfter(log[3]!, log.slice(0, 4), null));
      await after.publish(log.slice(4));
      await shown(6);
      expect(revisions()).toEqual([0, 1, 2, 3, 4, 5]);
    });

    it('a leader that leads again has lost nothing', async () => {
      const publisher = opened.another();
      const before = await lead(publisher);
      await before.publish(log.slice(0, 3));
      await before.release();
      expect((await lead(publisher)).checkpoint?.position).toBe(log[2]?.position);
    });

    it('a place behind events of others keeps the last event of ours, and moves without an event', async () => {
      const publisher = opened.another();
      const before = await lead(publisher);
      const known = placeAfter(log[1]!, log.slice(0, 2), null);
      await before.publish(log.slice(0, 2), known);
      const place = { position: `${log[1]?.position}00`, event: known.event };
      await before.publish([], place);
      await before.release();
      expect((await lead(publisher)).checkpoint).toEqual(place);
    });

    it('whoever led before publishes nothing more', async () => {
      const publisher = opened.another();
      const before = await lead(publisher);
      await before.publish(log.slice(0, 2));
      // The same place in line, as for a process that stood still and does not know that it was replaced.
      const after = await lead(publisher);
      await expect(before.publish(log.slice(2, 4))).rejects.toThrow(LeadershipLost);
      await after.publish(log.slice(2));
      await shown(6);
      expect(revisions()).toEqual([0, 1, 2, 3, 4, 5]);
    });

    it('a batch that cannot be published leaves nothing behind', async () => {
      const publisher = opened.another();
      const [good, bad] = [log[0] as RecordedEvent, { ...(log[1] as RecordedEvent), data: { amount: 1n } }];
      const leadership = await lead(publisher);
      await expect(leadership.publish([good, bad])).rejects.toThrow(bad.id);
      await leadership.release();
      const again = await lead(publisher);
      expect(again.checkpoint).toBeUndefined();
      await again.publish(log);
      await shown(6);
      expect(revisions()).toEqual([0, 1, 2, 3, 4, 5]);
    });

    it('whoever waits to lead can give it up', async () => {
      const [leader, waiting] = [opened.another(), opened.another()];
      await lead(leader);
      const stop = new AbortController();
      const led = waiting.lead(stop.signal);
      stop.abort();
      const leadership = await led;
      // A member that joins may take the lead over before it hears of the abort.
      if (leadership !== undefined) leading.push(leadership);
      expect((await waiting.lead(AbortSignal.abort())) ?? null).toBeNull();
    });

    describe('a relay', () => {
      const start = (more: Partial<RelayOptions> = {}) =>
        relay({
          store: opened.store,
          publisher: opened.another(),
          firstDelayMs: 10,
          maxDelayMs: 100,
          ...more,
        });

      it('publishes what was and what comes', async () => {
        const running = start();
        await shown(6);
        await opened.store.append(stream, 5, addedEvents(7, 8));
        await shown(8);
        expect(revisions()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
        expect(running.status()).toMatchObject({ state: 'leading', published: 8, failure: null });
        await running.close();
        expect(running.status().state).toBe('closed');
      });

      it('of two, one leads, and the other goes on when it ends', async () => {
        const relays = [start(), start()];
        await shown(6);
        const leader = relays.find((each) => each.status().state === 'leading');
        const [standby] = relays.filter((each) => each !== leader);
        await leader?.close();
        await opened.store.append(stream, 5, addedEvents(7));
        await shown(7);
        expect(revisions()).toEqual([0, 1, 2, 3, 4, 5, 6]);
        await standby?.close();
      });

      it('rests between batches that are not full, and neither before the first nor when it is closed', async () => {
        const hour = { restMs: 3_600_000 };
        const resting = start(hour);
        await shown(6);
        await opened.store.append(stream, 5, addedEvents(7));
        await resting.close();
        expect(resting.status().published).toBe(6);
        const full = start({ ...hour, batchSize: 1 });
        await opened.store.append(stream, 6, addedEvents(8));
        await shown(8);
        expect(revisions()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
        await full.close();
      });

      it('tells what fails, and goes on by itself', async () => {
        const publisher = opened.another();
        const reported: RelayStatus[] = [];
        let failures = 0;
        const failing: Publisher = {
          close: () => publisher.close(),
          async lead(signal) {
            const leadership = await publisher.lead(signal);
            if (leadership === undefined || (failures += 1) > 2) return leadership;
            return { ...leadership, publish: () => Promise.reject(new Error('the broker is full')) };
          },
        };
        const running = start({ publisher: failing, onStatus: (status) => reported.push(status) });
        await shown(6);
        const [failed] = reported.filter(({ failure }) => failure?.message === 'the broker is full');
        expect(failed).toMatchObject({ state: 'retrying', failure: { eventId: log[0]?.id } });
        expect(revisions()).toEqual([0, 1, 2, 3, 4, 5]);
        await eventually(() => running.status().failure === null);
        await running.close();
      });
    });
  });
};
