/** What the figures of a promise count. States say troops, aircraft, battalions or nothing; measures are never mixed. */
import type { Quantity } from '@pledgeline/contracts';

type Counted = Pick<Quantity, 'unit'>;

/** Singular and lower case: "units" and "unit" are one measure. "persons per year" is not "persons". */
export const measure = ({ unit }: Counted): string => (unit ?? '').trim().toLowerCase().replace(/s$/, '');

const PERSONS = ['troop', 'person', 'personnel', 'soldier', 'officer', 'police', 'police officer', 'staff'];

export const countsPersons = (quantity: Counted): boolean => PERSONS.includes(measure(quantity));

const UNITS = ['unit', 'company', 'companie', 'battalion', 'platoon', 'hospital', 'team', 'squad', 'brigade'];

/** Whole units, by whatever name: what they are is said by the capability. */
export const countsUnits = (quantity: Counted): boolean => UNITS.includes(measure(quantity));
