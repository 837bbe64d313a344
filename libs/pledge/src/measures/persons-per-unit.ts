/**
 * How many persons one unit of a pledge is: by its own figures, by what the officer says who makes a match, or by the usual
 * strength of its capability, in this order. Accountability page, section 11.
 */
import { capability, contentsOf, type DataOf } from '@pledgeline/contracts';
import type { Rejected } from '@pledgeline/event-sourcing';
import { countsPersons } from '../measure.ts';
import { conflict, invalid } from '../refusal.ts';
import type { Pledge } from '../state.ts';
import { countedFigure, personsStated } from './side-by-side.ts';

export interface PersonsPerUnit {
  readonly number: number;
  readonly from: NonNullable<DataOf<'PledgeMatched'>['personsPerUnitFrom']>;
}

type Counting = Pick<Pledge, 'quantity' | 'strength' | 'aircraft' | 'capabilityCode'>;

/** Null where nobody says it in one figure: a range is none. @param answered by who makes the match. */
export const personsPerUnit = (pledge: Counting, answered: number | null): PersonsPerUnit | null => {
  const own = ownRange(pledge);
  if (own !== null && own.min === own.max) return { number: own.min, from: 'PLEDGE' };
  if (answered !== null) return { number: answered, from: 'MATCH' };
  const usual = own === null ? usualRange(pledge) : null;
  return usual !== null && usual.min === usual.max ? { number: usual.min, from: 'TAXONOMY' } : null;
};

/** STRENGTH_OUT_OF_RANGE where the answer contradicts the figures of the pledge itself. */
export const contradictsPledge = (pledge: Counting, answered: number | null): Rejected | undefined => {
  const own = ownRange(pledge);
  if (own === null || answered === null || (answered >= own.min && answered <= own.max)) return undefined;
  return conflict(
    'STRENGTH_OUT_OF_RANGE',
    `By the figures of the pledge a unit is ${inWords(own)} persons.`,
    {
      field: 'personsPerUnit',
      min: own.min,
      max: Number.isFinite(own.max) ? own.max : null,
    },
  );
};

/** MEASURE_UNCLEAR: gap and pledge count otherwise, and no figure tells how many persons a unit is. */
export const measureUnclear = (pledge: Counting): Rejected => {
  const range = ownRange(pledge) ?? usualRange(pledge);
  const known = range === null ? 'not known' : inWords(range);
  return invalid(
    'MEASURE_UNCLEAR',
    `One counts persons, the other units, and how many persons a unit is, is ${known}. State personsPerUnit.`,
    {
      field: 'personsPerUnit',
      min: range?.min ?? null,
      max: range !== null && Number.isFinite(range.max) ? range.max : null,
    },
  );
};

interface Range {
  readonly min: number;
  readonly max: number;
}

const inWords = ({ min, max }: Range): string => {
  if (min === max) return String(min);
  return Number.isFinite(max) ? `${min} to ${max}` : `${min} or more`;
};

/** Of one unit, where the state counts units and says how many persons they are; an open range has no end. */
const ownRange = (pledge: Counting): Range | null => {
  const [counted, persons] = [countedFigure(pledge), personsStated(pledge)];
  if (counted === null || persons === null || countsPersons(counted)) return null;
  const contents = pledge.strength === null ? contentsOf(counted.unit ?? '') : undefined;
  if (contents !== undefined) return { min: contents.number, max: contents.number };
  const fewest = counted.min ?? 0;
  const most = counted.max ?? Infinity;
  const [min, max] = [persons.min ?? 0, persons.max ?? Infinity];
  return {
    min: most === Infinity ? 0 : min / most,
    max: fewest === 0 ? Infinity : max / fewest,
  };
};

const usualRange = ({ capabilityCode }: Counting): Range | null =>
  (capabilityCode === null ? undefined : capability(capabilityCode))?.typicalStrength ?? null;
