/** How far an answer goes for its reader: when the newest event was recorded that he may read. */
import { isOneOf, type Caller } from '@pledgeline/contracts';
import type { Views } from '@pledgeline/event-sourcing';
import type { AnyView } from '../visibility/view.ts';
import { HAD_NEWS, SHARED, type WithLastSeen } from '../visibility/visible-revision.ts';
import type { ShowViews } from '../visibility/visible-views.ts';
import { freshnessOf } from './freshness.view.ts';

/** @param views as they are. @returns null while there is no such event. */
export const recordedUpToFor = async (
  definitions: readonly AnyView[],
  show: ShowViews,
  views: Views,
  caller: Caller,
): Promise<string | null> => {
  const { recordedUpTo } = await freshnessOf(show(views, caller));
  const { state } = caller;
  if (state === null || !isOneOf([state], caller)) return recordedUpTo;
  const shared = definitions
    .filter(({ concerned }) => concerned !== undefined)
    .map(({ projection }) => newestShared(views, projection.name, state));
  return [recordedUpTo, ...(await Promise.all(shared))].reduce((newest, one) =>
    (one ?? '') > (newest ?? '') ? one : newest,
  );
};

/** Looks at streams that the state began itself. News of pledges that it joined counts once it is for all states. */
const newestShared = async (views: Views, view: string, memberState: string): Promise<string | null> => {
  const newest = { where: { memberState, [SHARED]: HAD_NEWS }, orderBy: SHARED, limit: 1 };
  const [found] = await views.find<WithLastSeen>(view, newest);
  return found?.row.lastSeen.sharedAt ?? null;
};
