/** Which pledges does a state carry, alone or with others? A joint pledge is found for each of its states, and is one row. */
import { PARTNERSHIP_KINDS } from '@pledgeline/contracts';
import type { Views } from '@pledgeline/event-sourcing';
import { statesOf } from '@pledgeline/pledge';
import { PLEDGE_REGISTER, type RegisterRow } from './register-row.ts';
import { statesColumn } from './states-column.ts';

/** A condition on the column of states. */
export interface SetOfStates {
  readonly in: readonly string[];
}

/** A condition on that column: the state alone, or a set of states with it. Joint pledges are few, so the query reads them all. */
export const carriedBy = async (views: Views, state: string): Promise<SetOfStates> => {
  const where = { partnership: { in: PARTNERSHIP_KINDS } };
  const joint = await views.find<RegisterRow>(PLEDGE_REGISTER, { where });
  const sets = joint
    .filter(({ row }) => statesOf(row.pledge).includes(state))
    .map(({ row }) => statesColumn(row.pledge));
  return { in: [...new Set([state, ...sets])] };
};
