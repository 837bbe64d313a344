/** Stretches of time at whose ends something is counted. */
import { addDays, addMonths } from '@pledgeline/contracts';
import { monthName } from './month-name.ts';

export const PERIODS = ['quarter', 'month', 'year'] as const;
export type Period = (typeof PERIODS)[number];

export interface PeriodEnded {
  /** As in 2026-Q1, 2026-01 or 2026; in the order of time. */
  readonly code: string;
  readonly name: string;
  /** Of the one that is not over, the day of the question. */
  readonly lastDay: string;
}

/** A plot has no more points; the past of a day goes further back. */
const MOST = 60;

const MONTHS_IN: Readonly<Record<Period, number>> = { quarter: 3, month: 1, year: 12 };

/** The newest of them, the oldest first. @param since none that was over before this day. */
export const periodsUpTo = (period: Period, today: string, since = ''): readonly PeriodEnded[] => {
  const months = MONTHS_IN[period];
  const month = Number(today.slice(5, 7)) - 1;
  const begun = addMonths(`${today.slice(0, 7)}-01`, -(month % months));
  return Array.from({ length: MOST }, (_, n) => addMonths(begun, (n + 1 - MOST) * months))
    .map((firstDay) => {
      const end = addDays(addMonths(firstDay, months), -1);
      return { ...named(period, firstDay), lastDay: end < today ? end : today };
    })
    .filter(({ lastDay }) => lastDay >= since);
};

const named = (period: Period, firstDay: string): Pick<PeriodEnded, 'code' | 'name'> => {
  const [year, month] = [firstDay.slice(0, 4), firstDay.slice(0, 7)];
  if (period === 'year') return { code: year, name: year };
  if (period === 'month') return { code: month, name: monthName(month) };
  const quarter = Math.ceil(Number(firstDay.slice(5, 7)) / 3);
  return { code: `${year}-Q${quarter}`, name: `Quarter ${quarter} of ${year}` };
};
