/** How much uniformed capability was offered: units, strength, helicopters and hospitals, each in its own measure. */
import { countsPersons, countsUnits, type Pledge } from '@pledgeline/pledge';
import { countedOnce } from './progress/counted-once.ts';
import { partsOfTotals } from './progress/parts-of-totals.ts';
import { pledgesWhere } from '../views/register/pledge-filters.ts';
import type { RegisterRow } from '../views/register/register-row.ts';
import { addPledged, atLeast, atMost, countPledges, isCapability, stands } from './counting-rules.ts';
import { grouped } from './grouped.ts';
import { NEWEST, newestAmong } from './newest.ts';
import type { ReportDefinition } from './report.ts';

type Fits = (pledge: Pledge) => boolean;

const statesUnits: Fits = ({ quantity }) => quantity !== null && countsUnits(quantity);
const isHelicopter: Fits = ({ capabilityCode, quantity }) =>
  capabilityCode?.startsWith('HEL-') === true && quantity !== null && !countsPersons(quantity);
const isHospital: Fits = ({ capabilityCode }) => capabilityCode?.startsWith('HOSP-') === true;
const statesStrength: Fits = ({ quantity }) => quantity !== null && countsPersons(quantity);

const COUNTED = `pledges on the capability track that stand, are being delivered or were kept; the parts of a split count and what was split does not; of a ceiling counts what its parts leave, of a package its parts; ${NEWEST}`;

const offersCapability = (row: RegisterRow): boolean => stands(row) && isCapability(row);

/** A range adds its ends to two figures; what states no number is in neither. */
const range = (figure: string, name: string, unit: string, what: string, fits: Fits) => {
  const of = (end: typeof atLeast) => (row: RegisterRow) =>
    offersCapability(row) && fits(row.pledge) ? end(row.pledge.quantity) : null;
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
    statesUnits,
  ),
  ...range(
    'newestStrength',
    'Strength',
    'persons',
    'persons, where the pledge counts persons',
    statesStrength,
  ),
  ...range('newestHelicopters', 'Helicopters', 'aircraft', 'aircraft or units of helicopters', isHelicopter),
  ...range('newestHospitals', 'Hospitals', 'units', 'hospitals of any level', isHospital),
  countPledges(
    {
      figure: 'newestNotStated',
      name: 'Without a number',
      definition: `pledges that name no number and so add to no figure above; ${COUNTED}`,
    },
    (row) => offersCapability(row) && atMost(row.pledge.quantity) === null,
  ),
];

export const capabilitiesOffered: ReportDefinition = {
  report: 'capabilities',
  title: 'Uniformed capabilities',
  answers: 'How many units, persons, helicopters and hospitals were offered?',
  readers: 'PUBLIC',
  make: async (context, filters) => {
    const totals = await partsOfTotals(context.views, await pledgesWhere(context.views, filters));
    const isNewest = await newestAmong(context.views, offersCapability);
    const once = countedOnce(totals);
    return grouped(context, filters, measures, { counted: (row) => (isNewest(row) ? once(row) : undefined) });
  },
};
