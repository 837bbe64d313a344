/**
 * States whose troops had served in an operation of the United Nations before pledges were registered: the baseline for who is new
 * (seed 001). A floor: of a state that is not here nothing is known.
 */
import { earlierContributors } from './earlier-contributors.data.ts';

const firstYears: ReadonlyMap<string, number> = new Map(
  earlierContributors.map(({ code, year }) => [code, year]),
);

/** Whether its troops are known to have served in a year before that of the day. */
export const servedBefore = (state: string, day: string): boolean =>
  (firstYears.get(state) ?? Infinity) < Number(day.slice(0, 4));
