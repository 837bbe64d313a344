/** What a pledge's page says of its progress: each report to those whom its author meant. */
import type { Caller } from '@pledgeline/contracts';
import type { Pledge, ProgressReport } from '@pledgeline/pledge';
import { readsAmongStates, readsInternalOf } from './audience.ts';

export const progressFor = ({ progress, memberState }: Pledge, caller: Caller): readonly ProgressReport[] => {
  const internal = readsInternalOf(caller, memberState);
  const amongStates = readsAmongStates(caller);
  return (progress ?? []).filter(
    ({ visibility }) =>
      visibility === 'PUBLIC' || internal || (visibility === 'MEMBER_STATES' && amongStates),
  );
};
