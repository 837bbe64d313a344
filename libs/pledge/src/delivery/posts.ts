/**
 * Posts, and who holds them: accountability page, section 12. A post is known by its title and by its mission or institution; there may
 * be several of one title, and each is held by one person at a time but for a handover.
 */
import { addDays, addMonths, daysBetween } from '@pledgeline/contracts';
import { POST_HANDOVER_DAYS } from '../rule-set.ts';
import type { Secondment } from './delivery.state.ts';

export type Period = Pick<Secondment, 'from' | 'to' | 'endedOn'>;

/** The last day, by plan or as it was; it belongs to who follows as well. */
export const endOf = ({ endedOn, to }: Period): string => endedOn ?? to;

type Post = Pick<Secondment, 'post' | 'mission' | 'hostInstitution'>;

/** Upper and lower case and outer blanks do not count. */
export const postOf = ({ post, mission, hostInstitution }: Post): string =>
  [post, mission ?? '', hostInstitution ?? ''].map((text) => text.trim().toLowerCase()).join('\n');

/**
 * Whole months from the first day to the last, by plan or as it was. The last day is served as well: a year is written from 1 January
 * to 31 December, or to 1 January.
 */
export const tourMonths = (period: Period): number => {
  const { from } = period;
  const over = addDays(endOf(period), 1);
  const months = (Number(over.slice(0, 4)) - Number(from.slice(0, 4))) * 12;
  const counted = months + Number(over.slice(5, 7)) - Number(from.slice(5, 7));
  return addMonths(from, counted) > over ? counted - 1 : counted;
};

/** Whether the one hands over to the other, of whom both are there for some days. */
const handsOver = (one: Secondment, next: Secondment): boolean =>
  postOf(one) === postOf(next) &&
  one.from < next.from &&
  next.from < endOf(one) &&
  endOf(one) < endOf(next) &&
  daysBetween(next.from, endOf(one)) <= POST_HANDOVER_DAYS;

const isHeldOn =
  (day: string) =>
  (held: Period): boolean =>
    held.from <= day && day < endOf(held);

const persons = (secondments: readonly Secondment[]): number =>
  secondments.reduce((sum, held) => sum + held.persons, 0);

/** How many posts are filled on that day: who hands over and who follows are in one. */
export const postsHeldOn = (day: string, secondments: readonly Secondment[]): number => {
  const there = secondments.filter(isHeldOn(day));
  const leaving = there.filter((one) => there.some((next) => handsOver(one, next)));
  const following = there.filter((next) => there.some((one) => handsOver(one, next)));
  return persons(there) - Math.min(persons(leaving), persons(following));
};

/** The most that were filled at a time. It rises only on days on which somebody comes. */
export const mostPostsHeld = (secondments: readonly Secondment[]): number =>
  Math.max(0, ...secondments.map(({ from }) => postsHeldOn(from, secondments)));

/** One after the other in a post is one post filled; several persons in posts of one title fill as many. */
export const postsFilled = (secondments: readonly Secondment[]): number =>
  [...new Set(secondments.map(postOf))].reduce(
    (sum, post) => sum + mostPostsHeld(secondments.filter((held) => postOf(held) === post)),
    0,
  );

/** Whole months of all who held posts up to that day. */
export const postMonthsServed = (secondments: readonly Secondment[], day: string): number =>
  secondments.reduce((sum, held) => sum + held.persons * monthsServed(held, day), 0);

/** Of one tour up to that day, which may lie before its beginning. */
export const monthsServed = (held: Period, day: string): number => {
  const end = endOf(held);
  return held.from >= day ? 0 : Math.max(tourMonths({ ...held, endedOn: end < day ? end : day }), 0);
};
