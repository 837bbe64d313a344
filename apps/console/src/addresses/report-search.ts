/** The search part of a report: what it is asked, which figure is compared, and which is opened to what it counts. */
import { addressOf, withSearch } from './addresses.ts';

/** What the API is asked. */
const ASKED = [
  'by',
  'conference',
  'memberState',
  'category',
  'theme',
  'since',
  'within',
  'asOf',
  'knownAt',
] as const;
/** What the page shows of the answer: the figure that is compared, and the one whose cases are listed. */
const SHOWN = ['of', 'group', 'figure', 'cursor'] as const;

type AskedName = (typeof ASKED)[number];
export type ReportQuery = Partial<Record<AskedName, string>>;
export type ReportSearch = ReportQuery & Partial<Record<(typeof SHOWN)[number], string>>;

/** Unknown parameters are dropped. What is not possible the server names. */
export const reportSearchIn = (search: string): ReportSearch => taken(search, [...ASKED, ...SHOWN]);

export const reportAddress = (report: string, search: ReportSearch = {}): string =>
  withSearch(`${addressOf.reports}/${encodeURIComponent(report)}`, search);

/** Of a search what the API is asked: the same for the page, its JSON, its CSV and what it counts. */
export const reportQuery = (search: ReportSearch): ReportQuery =>
  taken(new URLSearchParams(Object.entries(search)).toString(), ASKED);

/** The same figures for whoever opens them later. A report counts the day that has begun anywhere, at UTC+14. */
export const asItStands = (
  search: ReportSearch,
  { asOf, knownAt, computedAt }: AnsweredAt,
): ReportSearch => ({
  ...search,
  asOf: asOf ?? new Date(Date.parse(computedAt) + FIRST_DAY_MS).toISOString().slice(0, 10),
  knownAt: knownAt ?? computedAt,
});

interface AnsweredAt {
  readonly asOf: string | null;
  readonly knownAt: string | null;
  readonly computedAt: string;
}

const FIRST_DAY_MS = 14 * 3_600_000;

const taken = <N extends string>(search: string, names: readonly N[]): Partial<Record<N, string>> => {
  const given = new URLSearchParams(search);
  const found: Partial<Record<N, string>> = {};
  for (const name of names) {
    const value = given.get(name);
    if (value) found[name] = value;
  }
  return found;
};
