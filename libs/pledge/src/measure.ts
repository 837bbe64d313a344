/** The measure of the figures of a promise. States say troops, aircraft, battalions or nothing; measures are never mixed. */
import { unitMeasure, withoutContents } from '@pledgeline/contracts';
import type { Quantity } from '@pledgeline/contracts';

type Counted = Pick<Quantity, 'unit'>;

/** Singular and lower case: "units" and "unit" are one measure, as is "unit of 3 aircraft". "persons per year" is not "persons". */
export const measure = ({ unit }: Counted): string =>
  withoutContents(unit ?? '')
    .trim()
    .toLowerCase()
    .replace(/s$/, '');

export const countsPersons = ({ unit }: Counted): boolean => unitMeasure(unit ?? '') === 'PERSONS';

export const countsAircraft = ({ unit }: Counted): boolean => unitMeasure(unit ?? '') === 'AIRCRAFT';

/** Whether whole units are counted, under any of their names; the capability says of which kind. */
export const countsUnits = ({ unit }: Counted): boolean => unitMeasure(unit ?? '') === 'UNITS';

/** A statement in words alone has no figure. */
export const isStated = ({ min, max }: Pick<Quantity, 'min' | 'max'>): boolean =>
  min !== null || max !== null;
