/** How much uniformed capability was offered: units, strength, aircraft and hospitals, each in its own measure. */
import { unitMeasure, type Quantity } from '@pledgeline/contracts';
import { aircraftStated, figuresStated, personsStated, type Pledge } from '@pledgeline/pledge';
import { countedOnce } from './progress/counted-once.ts';
import { partsOfTotals } from './progress/parts-of-totals.ts';
import { pledgesWhere } from '../views/register/pledge-filters.ts';
import type { RegisterRow } from '../views/register/register-row.ts';
import { addPledged, atLeast, atMost, countPledges, isCapability, stands } from './counting-rules.ts';
import { grouped } from './grouped.ts';
import { NEWEST, newestAmong } from './newest.ts';
import type { ReportDefinition } from './report.ts';

type Fits = (pledge: Pledge) => boolean;

/** By the table of units; null where no unit was stated, undefined for one that is in no table. */
const measureIn = ({ quantity }: Pledge) =>
  (quantity?.unit ?? '').trim() === '' ? null : unitMeasure(quantity?.unit ?? '');

const states =
  (...measures: readonly ReturnType<typeof measureIn>[]): Fits =>
  (pledge) =>
    measures.includes(measureIn(pledge));
const anyPledge: Fits = () => true;
const isHelicopter: Fits = ({ capabilityCode }) => capabilityCode?.startsWith('HEL-') === true;
const isHospital: Fits = ({ capabilityCode }) => capabilityCode?.startsWith('HOSP-') === true;
const both =
  (one: Fits, other: Fits): Fits =>
  (pledge) =>
    one(pledge) && other(pledge);

const COUNTED = `pledges on the capability track that stand, are being delivered or were kept; the parts of a split count and what was split does not; of a ceiling or a package counts what its parts leave; ${NEWEST}`;

const offersCapability = (row: RegisterRow): boolean => stands(row) && isCapability(row);

const isStated = ({ pledge }: RegisterRow): boolean => figuresStated(pledge).length > 0;

/** Only a number, and nothing beside it. */
const statesNumberAlone: Fits = (pledge) =>
  atMost(pledge.quantity) !== null && states(null)(pledge) && figuresStated(pledge).length === 1;

/** A range adds its ends to two figures; what states no number is in neither. */
const range = (
  figure: string,
  name: string,
  unit: string,
  what: string,
  fits: Fits,
  stated: (pledge: Pledge) => Quantity | null = ({ quantity }) => quantity,
) => {
  const of = (end: typeof atLeast) => (row: RegisterRow) =>
    offersCapability(row) && fits(row.pledge) ? end(stated(row.pledge)) : null;
  return [
    addPledged(
      {
        figure: `${figure}AtLeast`,
        name: `${name}, at least`,
        unit,
        definition: `${what}, by the lower end of what was stated; ${COUNTED}`,
      },
      of(atLeast),
    ),
    addPledged(
      {
        figure: `${figure}AtMost`,
        name: `${name}, at most`,
        unit,
        definition: `${what}, by the upper end of what was stated, or the lower where there is none; ${COUNTED}`,
      },
      of(atMost),
    ),
  ];
};

const measures = [
  ...range(
    'newestUnits',
    'Units',
    'units',
    'units counted as units, companies, battalions, hospitals or teams',
    states('UNITS'),
  ),
  ...range(
    'newestPersons',
    'Persons',
    'persons',
    'persons, where the pledge counts persons or states beside its units how many they are',
    anyPledge,
    personsStated,
  ),
  ...range(
    'newestAircraftStated',
    'Aircraft',
    'aircraft',
    'aircraft, where the pledge counts aircraft, helicopters, aeroplanes or drones, or states beside its units how many they have',
    anyPledge,
    aircraftStated,
  ),
  ...range(
    'newestHelicoptersStated',
    'Helicopters',
    'aircraft',
    'of the aircraft, those of helicopter capabilities',
    isHelicopter,
    aircraftStated,
  ),
  ...range(
    'newestHelicopterUnits',
    'Helicopter units',
    'units',
    'of the units, those of helicopter capabilities, however many aircraft they have',
    both(isHelicopter, states('UNITS')),
  ),
  ...range(
    'newestHospitals',
    'Hospitals',
    'units',
    'hospitals of any level, where the pledge counts hospitals, units or clinics and not their staff',
    both(isHospital, states('UNITS', 'CENTRES')),
  ),
  countPledges(
    {
      figure: 'newestOtherMeasures',
      name: 'In another measure',
      definition: `pledges that count something else, such as vehicles or hours, and so add to no figure above; ${COUNTED}`,
    },
    (row) =>
      offersCapability(row) &&
      atMost(row.pledge.quantity) !== null &&
      !states('UNITS', 'PERSONS', 'AIRCRAFT', null)(row.pledge),
  ),
  countPledges(
    {
      figure: 'newestWithoutUnit',
      name: 'Without a unit',
      definition: `pledges that name a number and not of what, and so add to no figure above; ${COUNTED}`,
    },
    (row) => offersCapability(row) && isStated(row) && statesNumberAlone(row.pledge),
  ),
  countPledges(
    {
      figure: 'newestNotStated',
      name: 'Without a number',
      definition: `pledges that name no number and so add to no figure above; ${COUNTED}`,
    },
    (row) => offersCapability(row) && !isStated(row),
  ),
];

export const capabilitiesOffered: ReportDefinition = {
  report: 'capabilities',
  title: 'Uniformed capabilities',
  answers: 'How many units, persons, aircraft and hospitals were offered?',
  readers: 'PUBLIC',
  make: async (context, filters) => {
    const totals = await partsOfTotals(context.views, await pledgesWhere(context.views, filters));
    const isNewest = await newestAmong(context.views, offersCapability);
    const once = countedOnce(totals);
    return grouped(context, filters, measures, { counted: (row) => (isNewest(row) ? once(row) : undefined) });
  },
};
