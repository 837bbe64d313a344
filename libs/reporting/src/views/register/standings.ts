/** The statuses and levels of a pledge one after the other, each with the day from which it counts. Decision 61. */
import type { Level, Status } from '@pledgeline/contracts';
import type { Pledge } from '@pledgeline/pledge';

export interface Standing {
  /** A business date; the day it was recorded where no source gives one. */
  readonly on: string;
  readonly status: Status;
  /** Null where it has none, and for who does not read it. */
  readonly level: Level | null;
}

export const standingsAfter = (
  standings: readonly Standing[],
  { status, level }: Pledge,
  on: string,
): readonly Standing[] => {
  const last = standings.at(-1);
  if (status === null || (last?.status === status && last.level === level)) return standings;
  return [...standings, { on, status, level }];
};

/** For who reads no levels: no day either on which one changed. */
export const withoutLevels = (standings: readonly Standing[]): readonly Standing[] =>
  standings
    .filter(({ status }, n) => standings[n - 1]?.status !== status)
    .map((one) => ({ ...one, level: null }));

/** What held at the end of a day, of what had happened by then; undefined before the announcement. */
export const standingOn = (standings: readonly Standing[], day: string): Standing | undefined =>
  standings.findLast(({ on }) => on <= day);
