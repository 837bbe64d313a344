/** What pledges are called by and counted under. */
import { memberState, trackOf, type Track } from '@pledgeline/contracts';
import { categoryOf, type Pledge } from '@pledgeline/pledge';

export const memberStateName = (code: string): string => memberState(code)?.name ?? code;

/** The track of the pledge or, before registration, the one that its capability leads to; null where neither is known. */
export const expectedTrack = (pledge: Pledge): Track | null =>
  pledge.track ?? trackOf(categoryOf(pledge), pledge.capabilityCode);
