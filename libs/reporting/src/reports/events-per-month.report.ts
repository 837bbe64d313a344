/** How much happens to pledges, month by month: each reader counts the events that he may read, and no others. */
import { pagesOfPledges } from '../views/register/pages-of-pledges.ts';
import { ownCount } from '../views/register/months-of-events.ts';
import { pledgesWhere } from '../views/register/pledge-filters.ts';
import { adding } from './figure.ts';
import { eventsPerMonth as figures } from './figures.data.ts';
import { monthName } from './month-name.ts';
import { REGISTER_FILTERS } from './report-question.ts';
import type { ReportDefinition } from './report.ts';
import { talliesOf } from './tallies.ts';

/** Of one pledge in one month. */
interface Counted {
  readonly reference: string;
  readonly happened: number;
  readonly recorded: number;
}

const orNothing = (count: number): number | null => (count === 0 ? null : count);
const referenceOf = ({ reference }: Counted): string => reference;

const measures = [
  adding<Counted>(figures.eventsHappened, 'pledges', referenceOf, ({ happened }) => orNothing(happened)),
  adding<Counted>(figures.eventsRecorded, 'pledges', referenceOf, ({ recorded }) => orNothing(recorded)),
];

export const eventsPerMonth: ReportDefinition = {
  report: 'events-per-month',
  title: 'Events of pledges by month',
  answers: 'How many events of pledges happened, and how many were recorded, in which month?',
  readers: 'PUBLIC',
  takes: [...REGISTER_FILTERS, 'since'],
  make: async ({ views }, { since, ...filters }) => {
    const from = since?.slice(0, 7) ?? '';
    const months = talliesOf(measures);
    const where = await pledgesWhere(views, filters);
    for await (const page of pagesOfPledges(views, where))
      for (const { row } of page) {
        const { reference } = row.pledge;
        for (const { month, happened, recorded } of row.months) {
          if (month < from) continue;
          months.add({ reference, happened: ownCount(happened), recorded: ownCount(recorded) }, [month]);
        }
      }
    return [months.total(), ...months.parts(monthName)];
  },
};
