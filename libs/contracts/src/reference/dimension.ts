/**
 * What a promise is counted along: accountability page, section 1. It follows the stated unit, by the table of units, and
 * not the category; what no unit tells is judged by people instead.
 */
import { countedIn } from './unit.ts';

export const DIMENSIONS = [
  'MONEY',
  'PERSONS',
  'UNITS',
  'AIRCRAFT',
  'ITEMS',
  /** Camps and clinics too. */
  'CENTRES',
  'COURSES',
  'POSTS',
  'POST_MONTHS',
  /** That a unit serves in the mission. */
  'MONTHS',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Undefined for a unit that is unknown, and for tonnes, hours and the like, of which no event tells how many were given. */
export const dimensionOf = (unit: string | null): Dimension | undefined => {
  const measure = unit === null ? undefined : countedIn(unit);
  return measure === 'DIVISIBLE' ? undefined : measure;
};

const YEARLY = /(?: per |\/| an? |every |each )(?:year|annum)$/i;

/** Whether so many are promised for every year: "persons per year". */
export const isYearly = (unit: string | null): boolean => unit !== null && YEARLY.test(unit.trim());
