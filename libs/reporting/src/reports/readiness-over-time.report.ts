/** How many units stood at which level at the end of each quarter, month or year: for states, as levels are. */
import { LEVELS, type Level, type Status } from '@pledgeline/contracts';
import { pagesOfPledges } from '../views/register/pages-of-pledges.ts';
import { pledgesWhere } from '../views/register/pledge-filters.ts';
import { standingOn, type Standing } from '../views/register/standings.ts';
import { counting } from './figure.ts';
import { readinessOverTime as figures } from './figures.data.ts';
import { PERIODS, periodsUpTo, type Period } from './periods.ts';
import { REGISTER_FILTERS } from './report-question.ts';
import type { ReportDefinition } from './report.ts';
import { talliesOf } from './tallies.ts';

/** One unit as it stood at the end of a period. */
interface Stood extends Pick<Standing, 'status' | 'level'> {
  readonly reference: string;
}

/** Registered, and neither deployed nor at an end. */
const AT_HAND: readonly Status[] = ['REGISTERED', 'MATCHED', 'SELECTED', 'MOU_SIGNED', 'READY'];

const isAtHand = ({ status, level }: Pick<Stood, 'status' | 'level'>): boolean =>
  level !== null && AT_HAND.includes(status);

const isDeployed = ({ status, level }: Pick<Stood, 'status' | 'level'>): boolean =>
  level !== null && status === 'DEPLOYED';

const pledges = (figure: keyof typeof figures, fits: (stood: Stood) => boolean) =>
  counting<Stood>({ ...figures[figure], unit: 'pledges' }, 'pledges', (one) =>
    fits(one) ? [one.reference] : [],
  );

const at = (level: Level) => pledges(`at${level}`, (one) => isAtHand(one) && one.level === level);

const measures = [pledges('atHand', isAtHand), ...LEVELS.map(at), pledges('deployed', isDeployed)];

export const readinessOverTime: ReportDefinition = {
  report: 'readiness-over-time',
  title: 'Readiness over time',
  answers: 'How many units stood at which level at the end of each quarter, month or year?',
  readers: 'MEMBER_STATES',
  by: PERIODS,
  takes: [...REGISTER_FILTERS, 'since'],
  make: async ({ views, latestToday }, { by = PERIODS[0], since, ...filters }) => {
    const periods = periodsUpTo(by as Period, latestToday, since);
    const tallies = talliesOf(measures);
    let first: string | undefined;
    const where = await pledgesWhere(views, filters);
    for await (const page of pagesOfPledges(views, where))
      for (const { row } of page) {
        const { reference } = row.pledge;
        for (const { code, lastDay } of periods) {
          const standing = standingOn(row.standings, lastDay);
          if (standing === undefined || !(isAtHand(standing) || isDeployed(standing))) continue;
          tallies.add({ reference, status: standing.status, level: standing.level }, [code]);
          if (first === undefined || code < first) first = code;
        }
      }
    // A period in which there was none between others is one with none, not one without an answer.
    return tallies.partsOf(
      periods.filter(({ code }) => first !== undefined && code >= first).map(({ code }) => code),
      (code) => periods.find((period) => period.code === code)?.name ?? code,
    );
  },
};
