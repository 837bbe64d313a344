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

/**
 * A condition on that column: one of the states alone, or a set of states with one of them. Joint pledges are few, so the query
 * reads them all.
 */
export const carriedBy = (views: Views, states: readonly string[]): Promise<SetOfStates> =>
  setsWith(views, states, ({ pledge }) => statesOf(pledge).some((state) => states.includes(state)));

/** The same with the pledges on which the state has something to answer: it is invited, or is to take over. */
export const concerning = (views: Views, state: string): Promise<SetOfStates> =>
  setsWith(
    views,
    [state],
    ({ pledge }) =>
      statesOf(pledge).includes(state) ||
      pledge.partnership?.handoverTo === state ||
      pledge.partnerProposals.some((open) => open.state === state),
  );

const setsWith = async (
  views: Views,
  states: readonly string[],
  isAbout: (row: RegisterRow) => boolean,
): Promise<SetOfStates> => {
  const where = { partnership: { in: PARTNERSHIP_KINDS } };
  const joint = await views.find<RegisterRow>(PLEDGE_REGISTER, { where });
  const sets = joint.filter(({ row }) => isAbout(row)).map(({ row }) => statesColumn(row.pledge));
  return { in: [...new Set([...states, ...sets])] };
};
