/**
 * The days of a pledge as columns, for orders and ranges. Of one day, pledges are in the order in which they were entered. The day of
 * the last word has a column for each kind of reader: what is not for him moves neither an order nor a filter. Lists show a state the
 * words that all states may read, of its own pledges too; the page of a pledge has the last of all.
 */
import { readsAll, readsAmongStates, type Caller } from '@pledgeline/contracts';
import { thenEntered } from '@pledgeline/event-sourcing';
import { earliestDue } from './due-dates.ts';
import type { RegisterRow } from './register-row.ts';

type DayOf = (row: RegisterRow) => string | null;

const lastWords = {
  lastWordOn: ({ pledge }: RegisterRow) => pledge.lastWord?.on ?? null,
  lastWordAmongStates: ({ lastWordIn }: RegisterRow) => lastWordIn.MEMBER_STATES?.on ?? null,
  lastWordInPublic: ({ lastWordIn }: RegisterRow) => lastWordIn.PUBLIC?.on ?? null,
};

const inOrder =
  (dayOf: DayOf): DayOf =>
  (row) => {
    const day = dayOf(row);
    return day === null ? null : thenEntered(day, row.firstRecordedAt);
  };

export const dayColumns = {
  statusSince: inOrder(({ statusSince }) => statusSince),
  dueOn: inOrder(earliestDue),
  announcedOn: inOrder(({ pledge }) => pledge.announcement?.announcedOn ?? null),
  lastWordOn: inOrder(lastWords.lastWordOn),
  lastWordAmongStates: inOrder(lastWords.lastWordAmongStates),
  lastWordInPublic: inOrder(lastWords.lastWordInPublic),
};

/** The column that the rules of the register put in place of `lastWordOn`. */
export const lastWordColumnOf = (caller: Caller): keyof typeof lastWords => {
  if (readsAll(caller)) return 'lastWordOn';
  return readsAmongStates(caller) ? 'lastWordAmongStates' : 'lastWordInPublic';
};

/** What lists show to the reader. */
export const lastWordShownTo = (caller: Caller): DayOf => lastWords[lastWordColumnOf(caller)];
