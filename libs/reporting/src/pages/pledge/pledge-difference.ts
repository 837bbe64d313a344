/** What differs on the page of a pledge between two of its events, and which event set it? Decision 115. */
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import { mayReadEvent, type Caller } from '@pledgeline/contracts';
import { Rejected, type RecordedEvent } from '@pledgeline/event-sourcing';
import type { Question, Sources } from '../../read-models/question.ts';
import { changesBy, pageShown } from './changes-by-events.ts';
import { changesOfPage } from './changes-of-page.ts';
import { lifeOf, type Life } from './life.ts';
import type { PledgeDifference } from './pledge-difference.schema.ts';
import { stoodAfter } from './row-at-revision.ts';

interface TwoEvents {
  readonly pledgeId: string;
  /** Revisions, in their order. */
  readonly from: number;
  readonly to: number;
}

/** Events that are looked at before others are answered. */
const AT_ONCE = 50;

/**
 * Each side is read on the day on which its event was recorded: a field may differ that no event set, such as a level that has ended.
 * @throws {Rejected} PLEDGE_NOT_FOUND; EVENTS_IN_REVERSE; UNKNOWN_EVENT for a revision that is not there, and in the same words for one
 * that the caller may not read.
 */
export const pledgeDifference = async (
  { pledgeId, from, to }: TwoEvents,
  caller: Caller,
  { streams, signal }: Pick<Sources, 'streams' | 'signal'>,
): Promise<PledgeDifference> => {
  const life = await lifeOf(streams, pledgeId, signal);
  const before = await stoodAfter(life, 'from', from, caller);
  const after = await stoodAfter(life, 'to', to, caller);
  if (from > to) throw inReverse(from, to);
  const fields = changesOfPage(pageShown(before.shown), pageShown(after.shown));
  const between = life.events
    .slice(from + 1, to + 1)
    .filter((event) => mayReadEvent(caller, event, life.concerned));
  const setBy = await lastToSet(new Set(fields.map(({ field }) => field)), between, life, caller, signal);
  return {
    pledgeId,
    from: momentOf(before.event),
    to: momentOf(after.event),
    fields: fields.map((one) => ({ ...one, setBy: setBy.get(one.field) ?? null })),
  };
};

/** By field the newest event that changed it; from the newest backwards, no further than it takes. */
const lastToSet = async (
  fields: ReadonlySet<string>,
  events: readonly RecordedEvent[],
  life: Life,
  caller: Caller,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Moment>> => {
  const found = new Map<string, Moment>();
  for (let end = events.length; end > 0 && found.size < fields.size; end -= AT_ONCE) {
    await yieldToEventLoop();
    signal.throwIfAborted();
    const some = events.slice(Math.max(0, end - AT_ONCE), end);
    const changes = await changesBy(some, life, caller);
    for (const event of some.toReversed())
      for (const { field } of changes.get(event.revision) ?? [])
        if (fields.has(field) && !found.has(field)) found.set(field, momentOf(event));
  }
  return found;
};

type Moment = PledgeDifference['from'];

const momentOf = ({ id, type, stream, revision, recordedAt, metadata }: RecordedEvent): Moment => ({
  ...{ id, type, stream, revision, recordedAt },
  role: metadata.role,
  occurredOn: metadata.occurredOn,
});

const inReverse = (from: number, to: number): Rejected =>
  new Rejected('invalid', 'EVENTS_IN_REVERSE', `#${from} is later than #${to}: name the earlier one first.`, {
    field: 'from',
  });

/** It reads the log itself, so that it is never behind. */
export const getPledgeDifference: Question<TwoEvents> = {
  name: 'getPledgeDifference',
  cost: 'ROW',
  isOfTheLog: true,
  answer: async ({ pledgeId, from, to }, caller, sources) => ({
    content: await pledgeDifference({ pledgeId, from, to }, caller, sources),
  }),
};
