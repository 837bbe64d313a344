/** The posts of a pledge: promised, filled and open, and who serves how long. Accountability page, section 12. */
import { addDays, addMonths, capability } from '@pledgeline/contracts';
import {
  categoryOf,
  monthsServed,
  postMonthsServed,
  postsFilled,
  postsHeldOn,
  postsToFill,
  promisedMonths,
  termsPromised,
  type Pledge,
  type Secondment,
} from '@pledgeline/pledge';
import type { MissionsKnown } from '../missions-known.ts';
import { isOpen } from './due-dates.ts';

export interface PostsOf {
  /** As it was promised, or the name of the capability. */
  readonly title: string | null;
  /** As it was promised, in whatever words. */
  readonly mission: string | null;
  readonly institution: string | null;
  /** The first day on which somebody is in a post; null while nobody is named. */
  readonly startsOn: string | null;
  /** The stated day from which they are to be filled. */
  readonly postsFrom: string | null;
  /** The last day of the months promised, counted from that day; null where one of both was not stated. */
  readonly postsUntil: string | null;
  readonly monthsPromised: number | null;
  /** That have to be filled; null where no number was promised. */
  readonly promised: number | null;
  /** At some time. */
  readonly filled: number;
  /** Null where no number was promised; 0 once the pledge is over. */
  readonly open: number | null;
  /** Those that are open, once the stated start has come: 0 before. */
  readonly vacant: number | null;
  readonly held: number;
  readonly postMonthsPromised: number | null;
  readonly postMonthsServed: number;
}

export const hasPosts = (pledge: Pledge): boolean =>
  categoryOf(pledge) === 'EXPERTISE' || postsToFill(pledge) !== null || toursOf(pledge).length > 0;

export const toursOf = ({ delivered }: Pledge): readonly Secondment[] => delivered?.secondments ?? [];

/** @param day the day of the question, up to which months are served. */
export const postsOf = (pledge: Pledge, day: string): PostsOf => {
  const terms = termsPromised(pledge);
  const tours = toursOf(pledge);
  const promised = postsToFill(pledge);
  const monthsPromised = promisedMonths(pledge)?.base ?? null;
  const postsFrom = terms?.postsFrom ?? null;
  const code = pledge.capabilityCode ?? pledge.announcement?.capabilityCode ?? '';
  return {
    title: terms?.post ?? capability(code)?.name ?? null,
    mission: terms?.mission ?? null,
    institution: terms?.hostState ?? terms?.implementingBody ?? null,
    startsOn: tours.map(({ from }) => from).sort()[0] ?? null,
    postsFrom,
    postsUntil: postsFrom === null || monthsPromised === null ? null : lastDay(postsFrom, monthsPromised),
    monthsPromised,
    promised,
    filled: postsFilled(tours),
    open: openPosts(pledge),
    vacant: vacantPosts(pledge, day),
    held: postsHeldOn(day, tours),
    postMonthsPromised: promised === null || monthsPromised === null ? null : promised * monthsPromised,
    postMonthsServed: postMonthsServed(tours, day),
  };
};

const lastDay = (from: string, months: number): string => addDays(addMonths(from, months), -1);

/**
 * The open posts of a promise whose stated start has come by that day, or that states none. Null where no number was promised.
 * Accountability page, section 12.
 */
export const vacantPosts = (pledge: Pledge, day: string): number | null => {
  const open = openPosts(pledge);
  const from = termsPromised(pledge)?.postsFrom ?? null;
  return open !== null && from !== null && from > day ? 0 : open;
};

/** Null where no number was promised; 0 once the pledge is over. */
const openPosts = (pledge: Pledge): number | null => {
  const promised = postsToFill(pledge);
  if (promised === null) return null;
  const isWanted = isOpen(pledge) || pledge.status === 'PARTIALLY_FULFILLED';
  return isWanted ? Math.max(promised - postsFilled(toursOf(pledge)), 0) : 0;
};

export const TOUR_STATES = ['PLANNED', 'HELD', 'ENDED'] as const;

/** By its days, where nobody said that it ended. */
export const tourState = ({ from, to, endedOn }: Secondment, day: string): (typeof TOUR_STATES)[number] => {
  if (from > day) return 'PLANNED';
  return (endedOn ?? to) < day ? 'ENDED' : 'HELD';
};

const LONG = 12;

/** Whether it was served longer than 12 months; what was promised or planned is no service. */
export const isLongTour = (tour: Secondment, day: string): boolean => monthsServed(tour, day) > LONG;

/** The missions that its posts are in, or are promised for; names that mean none are left out. */
export const missionsOfPosts = (pledge: Pledge, known: MissionsKnown): readonly string[] =>
  [termsPromised(pledge)?.mission ?? null, ...toursOf(pledge).map(({ mission }) => mission)].flatMap(
    (written) => (written === null ? [] : (known.codeOf(written) ?? [])),
  );
