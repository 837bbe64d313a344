/** What of a pledge can still be set against gaps, as far as its reader may know. */
import { readsAmongStates, readsInternalOf, type Caller } from '@pledgeline/contracts';
import { concernedIn, leftSideBySide, leftToMatch, rules, type Pledge } from '@pledgeline/pledge';
import type { PledgePage } from './pledge.schema.ts';

/** Who reads no matches cannot be told what they leave: without them all would seem to be left. */
export const leftFor = (
  pledge: Pledge,
  caller: Caller,
  today: string,
): Pick<PledgePage, 'leftToMatch' | 'left'> => {
  const readsMatches = readsAmongStates(caller) || readsInternalOf(caller, concernedIn(pledge));
  if (pledge.track !== 'CAPABILITY' || !readsMatches) return { leftToMatch: null, left: null };
  const inForce = rules.inForce(today);
  return {
    leftToMatch: Math.max(leftToMatch(pledge, inForce), 0),
    left: leftSideBySide(pledge, inForce),
  };
};
