/** How far an answer goes, as its reader may know it: when the newest of the events was recorded that he may read. */
import { isOneOf } from '@pledgeline/contracts';
import type { Caller } from '@pledgeline/contracts';
import type { Views } from '@pledgeline/event-sourcing';
import { freshnessOf } from '../read-models/freshness.projection.ts';
import { PLEDGE_REGISTER } from '../register/pledge-register.projection.ts';
import { VISIT_DIARY } from '../visits/visit-diary.projection.ts';
import { SHARED } from './last-seen.ts';
import type { WithLastSeen } from './last-seen.ts';
import { viewsSeenBy } from './views-seen-by.ts';

/** @param views as they are. @returns null while there is no such event. */
export const recordedUpToFor = async (views: Views, caller: Caller): Promise<string | null> => {
  const { recordedUpTo } = await freshnessOf(viewsSeenBy(views, caller));
  const state = caller.state;
  if (state === null || !isOneOf([state], caller)) return recordedUpTo;
  const shared = [
    await newestShared(views, PLEDGE_REGISTER, state),
    await newestShared(views, VISIT_DIARY, state),
  ];
  return [recordedUpTo, ...shared].reduce((newest, one) => ((one ?? '') > (newest ?? '') ? one : newest));
};

/** Of what the state began itself; news of pledges that it joined count as soon as they are for all states. */
const newestShared = async (views: Views, view: string, memberState: string): Promise<string | null> => {
  const newest = { where: { memberState }, orderBy: SHARED, limit: 1 };
  const [found] = await views.find<WithLastSeen>(view, newest);
  return found?.row.lastSeen.sharedAt ?? null;
};
