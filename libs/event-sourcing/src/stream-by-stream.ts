/**
 * Reads the log stream by stream, where the store keeps streams together. Rows that are made from the beginning are then written once
 * for the whole life of a stream, and not at each of its events.
 */
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import type { RecordedEvent } from './event.ts';
import type { EventReader } from './event-store.ts';

/** Most events of a page. */
const PAGE = 2000;

export interface StreamByStream {
  readonly readStreams: NonNullable<EventReader['readStreams']>;
  readonly take: (events: readonly RecordedEvent[]) => Promise<void>;
  /** Reads and takes a page when others let it, and again where that is of use; at once when absent. */
  readonly inTurn?: <Result>(work: () => Promise<Result>) => Promise<Result>;
  readonly signal?: AbortSignal;
}

/**
 * @returns when every event was taken that the log had when this began. Of later ones some were.
 * @throws {Error} when the signal aborts, between two pages.
 */
export const streamByStream = async (options: StreamByStream): Promise<void> => {
  const { readStreams, take, inTurn = atOnce, signal } = options;
  const next = async (after: string | undefined): Promise<string | undefined> => {
    const page = await readStreams({ after, limit: PAGE });
    await take(page.events);
    return page.after;
  };
  let after: string | undefined;
  do {
    after = await inTurn(() => next(after));
    await yieldToEventLoop(undefined, signal === undefined ? {} : { signal });
  } while (after !== undefined);
};

const atOnce = <Result>(work: () => Promise<Result>): Promise<Result> => work();
