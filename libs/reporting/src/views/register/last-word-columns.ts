/**
 * The day of the last word, in a column for each kind of reader: what is not for him moves neither an order nor a filter. Lists
 * show a state the words that all states may read, of its own pledges too; the page of a pledge has the last of all.
 */
import { readsAll, readsAmongStates, type Caller } from '@pledgeline/contracts';
import type { RegisterRow } from './register-row.ts';

export const lastWordColumns = {
  lastWordOn: ({ pledge }: RegisterRow) => pledge.lastWord?.on ?? null,
  lastWordAmongStates: ({ lastWordIn }: RegisterRow) => lastWordIn.MEMBER_STATES?.on ?? null,
  lastWordInPublic: ({ lastWordIn }: RegisterRow) => lastWordIn.PUBLIC?.on ?? null,
};

/** What lists show to the reader: the column that the rules of the register put in place of `lastWordOn`. */
export const lastWordShownTo = (caller: Caller): ((row: RegisterRow) => string | null) => {
  if (readsAll(caller)) return lastWordColumns.lastWordOn;
  return lastWordColumns[readsAmongStates(caller) ? 'lastWordAmongStates' : 'lastWordInPublic'];
};
