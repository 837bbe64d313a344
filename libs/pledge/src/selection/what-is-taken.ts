/**
 * What a match takes of the pledge. It is made in the measure of the gap, persons or units, and takes the like share of the pledge
 * in the pledge's own: accountability page, section 11. A pledge that counts neither, such as aircraft, counts as units one by one.
 */
import { NOT_MEASURED, unitMeasure, type DataOf } from '@pledgeline/contracts';
import type { Rejected } from '@pledgeline/event-sourcing';
import { countsPersons, countsUnits } from '../measure.ts';
import {
  contradictsPledge,
  measureUnclear,
  personsPerUnit,
  type PersonsPerUnit,
} from '../measures/persons-per-unit.ts';
import { aircraftStated, countedFigure } from '../measures/side-by-side.ts';
import type { RuleSet } from '../rule-set.ts';
import type { Pledge } from '../state.ts';
import { numberOf, offered } from './quantity-offered.ts';
import type { Match } from './selection.state.ts';

export interface AskedOfPledge {
  readonly quantity: number;
  /** What the gap counts. */
  readonly unit: string | null;
  readonly personsPerUnit: number | null;
}

type Taken = Pick<
  DataOf<'PledgeMatched'>,
  'takes' | 'units' | 'persons' | 'aircraft' | 'personsPerUnit' | 'personsPerUnitFrom'
>;

/** Of figures that were divided. No share of a pledge is as small. */
const ROUNDING = 1e-6;

/** Of a match from before measures were compared as many as its number. */
export const takenOf = ({ takes, quantity }: Match): number => takes ?? quantity;

/** In figures that people read: never more than was matched. */
export const takenInHundredths = (match: Match): number => Math.floor(takenOf(match) * 100 + ROUNDING) / 100;

/** In the measure of the pledge; below nothing where it was lowered since. */
const leftOf = (pledge: Pledge, rules: RuleSet): number => {
  const left = pledge.matches.reduce((rest, match) => rest - takenOf(match), offered(pledge, rules));
  return Math.abs(left) < ROUNDING ? 0 : left;
};

export const isUsedUp = (pledge: Pledge, rules: RuleSet): boolean => leftOf(pledge, rules) <= 0;

/** Whole ones that are not matched to a gap yet, in the measure of the pledge. */
export const leftToMatch = (pledge: Pledge, rules: RuleSet): number => wholeOf(leftOf(pledge, rules));

/** The same side by side in units, persons and aircraft; null where nobody can say. */
export const leftSideBySide = (pledge: Pledge, rules: RuleSet) => {
  const left = Math.max(leftOf(pledge, rules), 0);
  const { units, persons, aircraft } = inEachMeasure(left, pledge, personsPerUnit(pledge, null), rules);
  return { units, persons, aircraft };
};

/** How many of what the gap asks for are left; undefined where it cannot be told, which `unclear` refuses. */
export const leftFor = (pledge: Pledge, asked: AskedOfPledge, rules: RuleSet): number | undefined => {
  const ratio = ratioTo(pledge, asked, rules);
  if (ratio === undefined) return undefined;
  return Math.max(wholeOf((leftOf(pledge, rules) * ratio.ofGap) / (ratio.ofPledge || 1)), 0);
};

/** The refusal of a match of which nobody can say how much it takes, or that says otherwise than the pledge. */
export const unclear = (pledge: Pledge, asked: AskedOfPledge, rules: RuleSet): Rejected | undefined => {
  if (!isMeasured(asked, rules)) return undefined;
  const contradicted = contradictsPledge(pledge, asked.personsPerUnit);
  if (contradicted !== undefined) return contradicted;
  return ratioTo(pledge, asked, rules) === undefined ? measureUnclear(pledge) : undefined;
};

/** To be asked only where it is not `unclear`. */
export const takenBy = (pledge: Pledge, asked: AskedOfPledge, rules: RuleSet): Taken => {
  const ratio = ratioTo(pledge, asked, rules);
  if (!isMeasured(asked, rules) || ratio === undefined) return NOT_MEASURED;
  const perUnit = personsPerUnit(pledge, asked.personsPerUnit);
  const takes = nearest((asked.quantity * ratio.ofPledge) / ratio.ofGap);
  return {
    takes,
    ...inEachMeasure(takes, pledge, perUnit, rules),
    ...{ [gapMeasure(pledge, asked)]: asked.quantity },
    personsPerUnit: perUnit?.number ?? null,
    personsPerUnitFrom: perUnit?.from ?? null,
  };
};

/** Whether one match takes all of the pledge. */
export const takesAll = (pledge: Pledge, taken: Taken, quantity: number, rules: RuleSet): boolean =>
  Math.abs((taken.takes ?? quantity) - offered(pledge, rules)) < ROUNDING;

/** A gap of an older log does not say what it counts: what the pledge counts. */
const isMeasured = ({ unit }: AskedOfPledge, rules: RuleSet): boolean =>
  rules.matchesFollowMeasures && unit !== null;

const gapMeasure = (pledge: Pledge, { unit }: AskedOfPledge): 'persons' | 'aircraft' | 'units' => {
  if (countsPersons({ unit })) return 'persons';
  return unitMeasure(unit ?? '') === 'AIRCRAFT' && aircraftStated(pledge) !== null ? 'aircraft' : 'units';
};

interface Ratio {
  readonly ofPledge: number;
  readonly ofGap: number;
}

const ONE_BY_ONE: Ratio = { ofPledge: 1, ofGap: 1 };

/** What of the pledge, in its own measure, stands for what of the gap; undefined where nobody says. */
const ratioTo = (pledge: Pledge, asked: AskedOfPledge, rules: RuleSet): Ratio | undefined => {
  const counted = countedFigure(pledge);
  const measured = gapMeasure(pledge, asked);
  const inPersons = counted !== null && countsPersons(counted);
  if (!isMeasured(asked, rules) || (inPersons && measured === 'persons')) return ONE_BY_ONE;
  if (measured === 'aircraft')
    return { ofPledge: offered(pledge, rules), ofGap: numberOf(aircraftStated(pledge)) || 1 };
  if (!inPersons && measured === 'units') return ONE_BY_ONE;
  const perUnit = personsPerUnit(pledge, asked.personsPerUnit)?.number;
  if (perUnit === undefined) return undefined;
  return inPersons ? { ofPledge: perUnit, ofGap: 1 } : { ofPledge: 1, ofGap: perUnit };
};

/** So much of the pledge in whole units, persons and aircraft: a part of one is none. */
const inEachMeasure = (
  amount: number,
  pledge: Pledge,
  perUnit: PersonsPerUnit | null,
  rules: RuleSet,
): Pick<Taken, 'units' | 'persons' | 'aircraft'> => {
  const counted = countedFigure(pledge);
  const aircraft = numberOf(aircraftStated(pledge));
  const inAircraft = aircraft && wholeOf((amount * aircraft) / (offered(pledge, rules) || 1));
  if (counted !== null && countsPersons(counted)) {
    const units = perUnit && wholeOf(amount / perUnit.number);
    return { units, persons: wholeOf(amount), aircraft: inAircraft };
  }
  const isOfUnits = counted === null || counted.unit === null || countsUnits(counted);
  return {
    units: isOfUnits ? wholeOf(amount) : null,
    persons: perUnit && wholeOf(amount * perUnit.number),
    aircraft: inAircraft,
  };
};

const wholeOf = (number: number): number => Math.floor(number + ROUNDING);

/** 850 of 850 persons are one unit, and not a hair less. */
const nearest = (number: number): number =>
  Math.abs(number - Math.round(number)) < ROUNDING ? Math.round(number) : number;
