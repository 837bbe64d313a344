/**
 * Waits for what a question must have seen (`?after=stream@revision`). It counts as seen when the caller sees the stream at that
 * revision or a later one, or wrote that very event. Anything else is answered like a stream that does not exist: with the same
 * words, and after the same time, so that nobody learns from it when something is recorded that he may not read.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { readsAll, streamId, wroteEvent, type Caller } from '@pledgeline/contracts';
import {
  Rejected,
  StoreUnavailable,
  type EventStore,
  type Projector,
  type RecordedEvent,
  type Views,
} from '@pledgeline/event-sourcing';
import type { AnyView } from './view.ts';
import type { ShowViews } from './visible-views.ts';

interface Options {
  readonly projector: Pick<Projector, 'waitFor'>;
  readonly definitions: readonly AnyView[];
  readonly show: ShowViews;
  /** The read models of now, as they are. */
  readonly views: Views;
  readonly store: Pick<EventStore, 'read'>;
  readonly timeoutMs: number;
}

/** What is returned throws {Rejected} NOT_YET_VISIBLE when the time is over. */
export const visibleAwaiter = ({ projector, definitions, show, views, store, timeoutMs }: Options) => {
  const sees = async (caller: Caller, stream: string, revision: number): Promise<boolean> => {
    if (readsAll(caller)) return true;
    const ofStream = definitions.find(({ category }) => category === stream.slice(0, stream.indexOf('-')));
    if (ofStream !== undefined) {
      const row = await show(views, caller).get<{ readonly revision: number }>(
        ofStream.projection.name,
        streamId(stream),
      );
      if (row !== undefined && row.revision >= revision) return true;
    }
    return (await written(stream, revision)).some((event) => wroteEvent(caller, event));
  };

  /** Nothing while the log is away: what cannot be looked up is answered as what does not exist, and no sooner. */
  const written = async (stream: string, revision: number): Promise<readonly RecordedEvent[]> => {
    try {
      return await store.read(stream, { from: revision, limit: 1 });
    } catch (error) {
      if (error instanceof StoreUnavailable) return [];
      throw error;
    }
  };

  return async (after: string, caller: Caller): Promise<void> => {
    const deadline = performance.now() + timeoutMs;
    const at = after.lastIndexOf('@');
    const [stream, revision] = [after.slice(0, at), Number(after.slice(at + 1))];
    if ((await projector.waitFor(stream, revision, timeoutMs)) && (await sees(caller, stream, revision)))
      return;
    await sleep(Math.ceil(Math.max(deadline - performance.now(), 0)));
    const message = `${after} has not reached the read models yet: ask again.`;
    throw new Rejected('conflict', 'NOT_YET_VISIBLE', message, { field: 'after', after });
  };
};
