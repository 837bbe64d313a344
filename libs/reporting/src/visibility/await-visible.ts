/**
 * Waits for what a question must have seen (`?after=stream@revision`): for an event that is on record and that the caller may read or
 * wrote himself, and for no other. It counts as seen when the caller sees the stream at that revision or a later one. About anything
 * else he is told at once, in the same words whether there is such an event or not, so that he neither waits for what will never be
 * there for him nor learns of it. found.md C6.
 */
import { mayReadEvent, streamId, wroteEvent, type Caller } from '@pledgeline/contracts';
import { Rejected, type EventStore, type Projector, type Views } from '@pledgeline/event-sourcing';
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

/**
 * What is returned throws {Rejected} UNKNOWN_EVENT for what the caller may not know of, NOT_YET_VISIBLE when the time is over;
 * {StoreUnavailable} while the log is away and the read models do not know it.
 */
export const visibleAwaiter = ({ projector, definitions, show, views, store, timeoutMs }: Options) => {
  const viewOf = (stream: string): AnyView | undefined =>
    definitions.find(({ category }) => category === stream.slice(0, stream.indexOf('-')));

  const isShown = async (caller: Caller, stream: string, revision: number): Promise<boolean> => {
    const view = viewOf(stream);
    if (view === undefined) return false;
    const row = await show(views, caller).get<{ readonly revision: number }>(
      view.projection.name,
      streamId(stream),
    );
    return row !== undefined && row.revision >= revision;
  };

  /** By the log, which read models follow. */
  const isForHim = async (caller: Caller, stream: string, revision: number): Promise<boolean> => {
    const [event] = await store.read(stream, { from: revision, limit: 1 });
    if (event === undefined) return false;
    return wroteEvent(caller, event) || mayReadEvent(caller, event, await statesOf(stream));
  };

  /** Whom the stream concerns, as far as the read models know it by now. */
  const statesOf = async (stream: string): Promise<readonly string[]> => {
    const view = viewOf(stream);
    if (view?.concerned === undefined) return [];
    const row = await views.get(view.projection.name, streamId(stream));
    return row === undefined ? [] : view.concerned.statesOf(row as never);
  };

  return async (after: string, caller: Caller): Promise<void> => {
    const at = after.lastIndexOf('@');
    const [stream, revision] = [after.slice(0, at), Number(after.slice(at + 1))];
    if (await isShown(caller, stream, revision)) return;
    if (!(await isForHim(caller, stream, revision))) {
      const message = `There is no event ${after} that you may read: name one that a command answered, or that a history shows.`;
      throw new Rejected('invalid', 'UNKNOWN_EVENT', message, { field: 'after', after });
    }
    if (await projector.waitFor(stream, revision, timeoutMs)) return;
    const message = `${after} has not reached the read models yet: ask again.`;
    throw new Rejected('conflict', 'NOT_YET_VISIBLE', message, { field: 'after', after });
  };
};
