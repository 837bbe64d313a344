/** Persons and aircraft of a promise, wherever they were stated: counted, beside its units, or in their words. */
import { BESIDE_UNITS, type BesideUnits } from './beside-units.ts';
import { aircraftStated, personsStated, type Figures } from './side-by-side.ts';

export const STATED_IN = { strength: personsStated, aircraft: aircraftStated } as const;

/** In which of the two they say another number; null where one of them says none. Troops and persons are both persons. */
export const differingMeasure = (one: Figures, other: Figures): BesideUnits | null =>
  BESIDE_UNITS.find((field) => {
    const [mine, theirs] = [STATED_IN[field](one), STATED_IN[field](other)];
    return mine !== null && theirs !== null && (mine.min !== theirs.min || mine.max !== theirs.max);
  }) ?? null;
