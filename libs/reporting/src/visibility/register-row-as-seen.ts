/** A row of the register as its reader may see it: the pledge, and what the register keeps beside it. */
import { readsAmongStates, readsInternalOf } from '@pledgeline/contracts';
import type { Caller } from '@pledgeline/contracts';
import { concernedIn } from '@pledgeline/pledge';
import type { RegisterRow } from '../register/pledge-register.projection.ts';
import { pledgeAsSeenBy } from './pledge-as-seen.ts';

export const registerRowAsSeenBy = (row: RegisterRow, caller: Caller): RegisterRow => {
  if (readsInternalOf(caller, concernedIn(row.pledge))) return row;
  const amongStates = readsAmongStates(caller);
  const lastHeardOn = row.lastHeardIn[amongStates ? 'MEMBER_STATES' : 'PUBLIC'];
  return {
    ...row,
    pledge: { ...pledgeAsSeenBy(row.pledge, caller), lastHeardOn },
    askedOn: {},
    levelReachedOn: amongStates ? row.levelReachedOn : {},
  };
};
