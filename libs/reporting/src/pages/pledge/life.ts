/** The life of a pledge from the log itself: its events, and how it stood after each, as its reader of today may see it. */
import {
  dayOf,
  earliestToday,
  isOneOf,
  readsInternalOf,
  streamName,
  type Caller,
} from '@pledgeline/contracts';
import { Rejected, type RecordedEvent } from '@pledgeline/event-sourcing';
import { concernedIn, initialPledge } from '@pledgeline/pledge';
import { foldsAsRecorded } from '../../read-models/folds-as-recorded.ts';
import type { KeptStream, KeptStreams } from '../../read-models/kept-streams.ts';
import { rowAfter, rowVisibleTo } from '../../views/register/pledge-register.view.ts';
import type { RegisterRow } from '../../views/register/register-row.ts';
import { withoutPart } from '../../visibility/visible-views.ts';
import type { ReaderOfPage } from './own-page.ts';

type RowsAfter = ReadonlyMap<number, RegisterRow | undefined>;

export interface Life {
  /** As recorded, from the beginning. */
  readonly events: readonly RecordedEvent[];
  /** The pledge at their end; undefined where nothing announced it. */
  readonly now: RegisterRow | undefined;
  /** The states that it concerns now. */
  readonly concerned: readonly string[];
  /** How it stood after these revisions, as it was recorded then. */
  readonly after: (revisions: readonly number[]) => Promise<RowsAfter>;
  /** What holds also when there are more events. */
  readonly kept: KeptStream['kept'];
  /** What is made of the events once; thrown away when there are more. */
  readonly keptOfThese: <Value>(name: string, make: () => Value) => Value;
}

/** @throws {Rejected} PLEDGE_NOT_FOUND */
export const lifeOf = async (streams: KeptStreams, pledgeId: string, signal: AbortSignal): Promise<Life> => {
  const { events, kept } = await streams.of(streamName('pledge', pledgeId));
  if (events.length === 0)
    throw new Rejected('missing', 'PLEDGE_NOT_FOUND', `There is no pledge ${pledgeId}.`, { pledgeId });
  const folds = kept('folds', () => foldsAsRecorded(rowAfter));
  const after: Life['after'] = (revisions) => folds.after(events, revisions, signal);
  const end = events.length - 1;
  const now = (await after([end])).get(end);
  const made = kept('made of these', () => ({ of: events, values: new Map<string, unknown>() }));
  if (made.of !== events) Object.assign(made, { of: events, values: new Map() });
  const { values } = made;
  return {
    ...{ events, now, after, kept, concerned: concernedIn(now?.pledge ?? initialPledge) },
    keptOfThese: <Value>(name: string, make: () => Value): Value => {
      if (!values.has(name)) values.set(name, make());
      return values.get(name) as Value;
    },
  };
};

/** How a row of this life is shown, and to whom: read on the day on which the event was recorded. */
export interface Shown {
  readonly row: RegisterRow;
  readonly reader: ReaderOfPage;
}

/**
 * The present decides who reads, as in every past: a state that left the pledge since reads no more of it than others, one that joined
 * since reads all.
 * @param recordedAt of the event on whose day it is read.
 */
export const shownTo = (
  caller: Caller,
  row: RegisterRow,
  { now, concerned }: Pick<Life, 'now' | 'concerned'>,
  recordedAt: string,
): Shown => {
  const readsInternal = readsInternalOf(caller, concerned);
  const reader = {
    caller,
    readsInternal,
    today: dayOf(recordedAt),
    earliestToday: earliestToday(recordedAt),
  };
  if (readsInternal) return { row, reader };
  const hasLeft = isOneOf(concernedIn(row.pledge), caller);
  return { row: rowVisibleTo(row, hasLeft ? withoutPart(caller) : caller, now), reader };
};
