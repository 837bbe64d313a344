/** A wider base of contributors is one of the aims of the SFGCPC (seed 001): who pledged units for the first time? */
import { isDay, servedBefore } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import { confirmedIn } from '@pledgeline/pledge';
import { businessDayOf } from './business-day.ts';
import { pagesOfPledges } from '../views/register/pages-of-pledges.ts';
import { memberStateName } from '../views/register/pledge-labels.ts';
import type { RegisterRow } from '../views/register/register-row.ts';
import { pledgesWhere, stateCode } from '../views/register/pledge-filters.ts';
import { isOfCategory } from './counting-rules.ts';
import { countedIds, type Figure } from './figure.ts';
import type { ReportDefinition } from './report.ts';
import { ALL } from './tallies.ts';

const SINCE = '2015-01-01';

export const firstTimeContributors: ReportDefinition = {
  report: 'first-time-contributors',
  title: 'First-time contributors',
  answers:
    'Which states pledged units for the first time since a day (2015-01-01 unless `since` names another)?',
  readers: 'PUBLIC',
  takes: ['memberState', 'since'],
  make: async ({ views }, { since = SINCE, memberState }) => {
    if (!isDay(since)) {
      throw new Rejected('invalid', 'DATE_IMPOSSIBLE', `${since} is no day.`, { field: 'since' });
    }
    const asked = memberState === undefined ? undefined : stateCode(memberState);
    const first = new Map<string, { day: string; references: string[] }>();
    const isUnit = isOfCategory('UNIT', 'ENABLER');
    const where = await pledgesWhere(views, { memberState });
    for await (const page of pagesOfPledges(views, where))
      for (const { row } of page) {
        if (!isUnit(row) || isCarriedOn(row)) continue;
        const { reference } = row.pledge;
        for (const { state, day } of unitsGivenBy(row)) {
          if (asked !== undefined && state !== asked) continue;
          const known = first.get(state);
          if (known === undefined || day < known.day) first.set(state, { day, references: [reference] });
          else if (day === known.day) known.references.push(reference);
        }
      }
    const found = [...first]
      .filter(([, { day }]) => day >= since)
      .sort(([one], [other]) => (one < other ? -1 : 1));
    const definition = `states and organisations whose first unit or enabler in the register was announced on or after ${since}, or who joined with a unit in another's since then; where no source gives the date, the day it was recorded counts`;
    return [
      {
        code: ALL,
        name: 'in all',
        figures: [
          {
            figure: 'firstTimeContributors',
            name: 'First-time contributors',
            unit: 'states',
            definition,
            value: found.length,
            counted: countedIds('states', new Set(found.map(([state]) => state))),
            published: [],
          },
          ofThese(
            found,
            'notDeployedBefore',
            'New to deployments',
            'whose troops are not known to',
            (state) => !servedBefore(state, since),
          ),
          ofThese(found, 'deployedBefore', 'Deployed before', 'whose troops are known to', (state) =>
            servedBefore(state, since),
          ),
        ],
      },
      ...found.map(([state, { day, references }]) => ({
        code: state,
        name: memberStateName(state),
        figures: [
          {
            figure: 'firstPledges',
            name: `First pledges of units, ${day}`,
            unit: 'pledges',
            definition:
              'pledges of units or enablers that the state announced, or joined with a unit, on the first day it did so',
            value: references.length,
            counted: countedIds('pledges', new Set(references)),
            published: [],
          },
        ],
      })),
    ];
  },
};

/** Against the baseline of earlier deployments, from before pledges were registered. */
const ofThese = (
  found: readonly (readonly [state: string, first: object])[],
  figure: string,
  name: string,
  whose: string,
  counts: (state: string) => boolean,
): Figure => {
  const ids = found.map(([state]) => state).filter(counts);
  const definition = `of these, states ${whose} have served in an operation of the United Nations in a year before; the list of earlier contributors is ours and not a full record`;
  return {
    figure,
    name,
    unit: 'states',
    definition,
    value: ids.length,
    counted: countedIds('states', new Set(ids)),
    published: [],
  };
};

/** Parts of a split and joint pledges of a merger carry on what other pledges announced. */
const isCarriedOn = ({ pledge }: RegisterRow): boolean => (pledge.lineage?.parents.length ?? 0) > 0;

/** The state that announced it, and each confirmed partner that brings a unit, from the day its part begins. */
const unitsGivenBy = (row: RegisterRow): readonly { readonly state: string; readonly day: string }[] => {
  const day = businessDayOf(row);
  const partners = confirmedIn(row.pledge.partnership).flatMap(({ state, role, from }) =>
    state !== null && role === 'UNIT' && state !== row.pledge.memberState
      ? [{ state, day: from > day ? from : day }]
      : [],
  );
  return [{ state: row.pledge.memberState, day }, ...partners];
};
