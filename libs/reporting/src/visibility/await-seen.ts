/**
 * Waits for what a question must have seen (`?after=stream@revision`). It counts as seen when the caller sees the stream at that
 * revision or a later one, or wrote that very event. Anything else is answered like a stream that does not exist: with the same
 * words, and after the same time, so that nobody learns from it when something is recorded that he may not read.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { readsAll, streamId, wroteEvent } from '@pledgeline/contracts';
import type { Caller, StreamCategory } from '@pledgeline/contracts';
import { Rejected, StoreUnavailable } from '@pledgeline/event-sourcing';
import type { EventStore, Projector, RecordedEvent, Views } from '@pledgeline/event-sourcing';
import { CONFERENCE_LIST } from '../conferences/conference-list.projection.ts';
import { GAP_BOARD } from '../gaps/gap-board.projection.ts';
import { IDEA_LIST } from '../ideas/idea-list.projection.ts';
import { MISSION_CALENDAR } from '../missions/mission-calendar.projection.ts';
import { NEED_BOARD } from '../needs/need-board.projection.ts';
import { PLEDGE_REGISTER } from '../register/pledge-register.projection.ts';
import { REQUIREMENT_SHELF } from '../requirements/requirement-shelf.projection.ts';
import { VISIT_DIARY } from '../visits/visit-diary.projection.ts';
import { viewsSeenBy } from './views-seen-by.ts';

interface Options {
  readonly projector: Pick<Projector, 'waitFor'>;
  /** The read models of now, as they are. */
  readonly views: Views;
  readonly store: Pick<EventStore, 'read'>;
  readonly timeoutMs: number;
}

/** The view whose rows show the streams of a category; null where no answer shows them. */
const VIEW_OF: Readonly<Record<StreamCategory, string | null>> = {
  pledge: PLEDGE_REGISTER,
  visit: VISIT_DIARY,
  gap: GAP_BOARD,
  need: NEED_BOARD,
  mission: MISSION_CALENDAR,
  conference: CONFERENCE_LIST,
  idea: IDEA_LIST,
  requirements: REQUIREMENT_SHELF,
  group: null,
};

/** What is returned throws {Rejected} NOT_YET_VISIBLE when the time is over. */
export const seenAwaiter = ({ projector, views, store, timeoutMs }: Options) => {
  const sees = async (caller: Caller, stream: string, revision: number): Promise<boolean> => {
    if (readsAll(caller)) return true;
    const view = VIEW_OF[stream.slice(0, stream.indexOf('-')) as StreamCategory];
    if (view !== null) {
      const row = await viewsSeenBy(views, caller).get<{ readonly revision: number }>(view, streamId(stream));
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
    throw new Rejected(
      'conflict',
      'NOT_YET_VISIBLE',
      `${after} has not reached the read models yet: ask again.`,
      {
        field: 'after',
        after,
      },
    );
  };
};
