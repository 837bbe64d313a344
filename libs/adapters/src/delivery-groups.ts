/** The groups of a delivery: each subscribed once, followed by a run of its own, and known by its last status. */
import type { BatchHandler, Delivery, GroupStatus } from '@pledgeline/event-sourcing';

export type Tell = (change: Partial<GroupStatus>) => void;

/** Hands a group its batches until the signal aborts or the group stops, and tells how it gets on; it never rejects. */
export type RunGroup = (name: string, handle: BatchHandler, tell: Tell, signal: AbortSignal) => Promise<void>;

interface Group {
  status: GroupStatus;
  running: Promise<void>;
}

/** @param onStatus told whenever a group's state changes, and at each failure. */
export const deliveryGroups = (run: RunGroup, onStatus?: (status: GroupStatus) => void): Delivery => {
  const groups = new Map<string, Group>();
  const stop = new AbortController();
  return {
    subscribe(name, handle) {
      if (stop.signal.aborted) throw new Error('the delivery is closed');
      if (groups.has(name)) throw new Error(`group ${name} is subscribed already`);
      const group: Group = {
        status: { group: name, state: 'starting', position: null, failure: null },
        running: Promise.resolve(),
      };
      groups.set(name, group);
      const tell: Tell = (change) => {
        const before = group.status;
        group.status = { ...before, ...change };
        const { state, failure } = group.status;
        if (state !== before.state || (failure !== null && failure !== before.failure))
          onStatus?.(group.status);
      };
      group.running = run(name, handle, tell, stop.signal);
    },

    status: () => [...groups.values()].map(({ status }) => status),

    async close() {
      stop.abort();
      await Promise.all([...groups.values()].map(({ running }) => running));
    },
  };
};
