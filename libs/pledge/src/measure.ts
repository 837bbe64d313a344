/** What the figures of a promise count. States say troops, aircraft, battalions or nothing; measures are never mixed. */
import { unitMeasure } from '@pledgeline/contracts';
import type { Quantity } from '@pledgeline/contracts';

type Counted = Pick<Quantity, 'unit'>;

/** Singular and lower case: "units" and "unit" are one measure. "persons per year" is not "persons". */
export const measure = ({ unit }: Counted): string => (unit ?? '').trim().toLowerCase().replace(/s$/, '');

export const countsPersons = ({ unit }: Counted): boolean => unitMeasure(unit ?? '') === 'PERSONS';

/** Whole units, by whatever name: what they are is said by the capability. */
export const countsUnits = ({ unit }: Counted): boolean => unitMeasure(unit ?? '') === 'UNITS';
