/** The groups of a delivery: each subscribed once, followed by a run of its own, and known by its last status. */
import { once } from 'node:events';
import {
  HandlingFailed,
  incompleteBehind,
  isOutage,
  pause,
  setAsideCount,
  setAsideEvent,
} from '@pledgeline/event-sourcing';
import type {
  BatchHandler,
  Delivery,
  GroupStatus,
  OnSetAside,
  RecordedEvent,
  SetAside,
  Skips,
} from '@pledgeline/event-sourcing';

export type Report = (change: Partial<GroupStatus>) => void;

/** Hands a group its batches until the signal aborts or the group stops, and reports how it gets on; it never rejects. */
export type RunGroup = (
  name: string,
  handle: BatchHandler,
  report: Report,
  signal: AbortSignal,
  setAside: OnSetAside,
) => Promise<void>;

interface Group {
  status: GroupStatus;
  running: Promise<void>;
}

export interface DeliveryGroupsOptions {
  /**
   * The events that groups skip; none when absent. A stopped group goes on when the event that stopped it becomes one of
   * them.
   */
  readonly skips?: Skips;
  /** How often a stopped group asks; 2,000 when absent. */
  readonly askEveryMs?: number;
  /** Told whenever a group's state changes, and at each failure. */
  readonly onStatus?: (status: GroupStatus) => void;
  /** Told of what a group sets aside, each once. */
  readonly onSetAside?: (group: string, setAside: SetAside) => void;
}

export const deliveryGroups = (run: RunGroup, options: DeliveryGroupsOptions): Delivery => {
  const { skips = NONE, askEveryMs = 2000, onStatus } = options;
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
      const report: Report = (change) => {
        const before = group.status;
        group.status = { ...before, ...change };
        const { state, failure } = group.status;
        if (state !== before.state || (failure !== null && failure !== before.failure))
          onStatus?.(group.status);
      };
      const setAside = setAsideCount((all) => {
        report({ setAside: all });
        options.onSetAside?.(name, all);
      });
      const { handleOthers, isSkipped } = allButSkipped(name, withoutIncomplete(handle, setAside), skips);
      const goesOn = async (): Promise<boolean> => {
        const { failure } = group.status;
        const eventId = failure?.eventId ?? '';
        // Without an event there is none to skip: it waits for a restart.
        if (eventId === '' && !stop.signal.aborted) await once(stop.signal, 'abort');
        while (!stop.signal.aborted) {
          if (await isSkipped(eventId)) return true;
          await pause(askEveryMs, stop.signal);
        }
        report({ state: 'closed' });
        return false;
      };
      const untilClosed = async (): Promise<void> => {
        await run(name, handleOthers, report, stop.signal, setAside);
        while (await goesOn()) {
          report({ state: 'starting', failure: null });
          await run(name, handleOthers, report, stop.signal, setAside);
        }
      };
      group.running = untilClosed();
    },

    status: () => [...groups.values()].map(({ status }) => status),

    async close() {
      stop.abort();
      await Promise.all([...groups.values()].map(({ running }) => running));
    },
  };
};

const NONE: Skips = { of: () => Promise.resolve(new Set()) };

/** What stands on a stream that is not whole is set aside, and the rest of the batch goes on. */
const withoutIncomplete =
  (handle: BatchHandler, setAside: OnSetAside): BatchHandler =>
  async (batch) => {
    let open = batch;
    while (open.length > 0) {
      try {
        await handle(open);
        return;
      } catch (error) {
        const incomplete = incompleteBehind(error);
        if (!(error instanceof HandlingFailed) || incomplete === undefined || isOutage(error)) throw error;
        const { id, stream } = error.event;
        const isAside = (event: RecordedEvent): boolean =>
          event.id === id || (stream === incomplete.stream && event.stream === stream);
        setAside(open.filter(isAside).map((event) => setAsideEvent(event, event.type, incomplete.message)));
        open = open.filter((event) => !isAside(event));
      }
    }
  };

const allButSkipped = (group: string, handle: BatchHandler, skips: Skips) => {
  let skipped: ReadonlySet<string> | undefined;
  const handleOthers: BatchHandler = async (batch) => {
    const known = (skipped ??= await skips.of(group));
    const others = known.size === 0 ? batch : batch.filter(({ id }) => !known.has(id));
    if (others.length > 0) await handle(others);
  };
  /** Asks anew; while the store is away, nothing new is known. */
  const isSkipped = async (eventId: string): Promise<boolean> => {
    skipped = await skips.of(group).catch(() => skipped);
    return skipped?.has(eventId) ?? false;
  };
  return { handleOthers, isSkipped };
};
