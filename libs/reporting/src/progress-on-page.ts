/** What a pledge's page says of its progress: each report to those whom its author meant. */
import type { Caller } from '@pledgeline/contracts';
import { statesOf } from '@pledgeline/pledge';
import type { Pledge, ProgressReport } from '@pledgeline/pledge';
import { readsAmongStates, readsInternalOf } from './audience.ts';

export const progressFor = (pledge: Pledge, caller: Caller): readonly ProgressReport[] => {
  const internal = readsInternalOf(caller, statesOf(pledge));
  const amongStates = readsAmongStates(caller);
  return (pledge.progress ?? []).filter(
    ({ visibility }) =>
      visibility === 'PUBLIC' || internal || (visibility === 'MEMBER_STATES' && amongStates),
  );
};
