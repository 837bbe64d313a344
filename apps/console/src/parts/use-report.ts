/** One report of the API, and where the same figures are to be had as CSV. */
import { withSearch } from '../addresses/addresses.ts';
import type { ReportQuery } from '../addresses/report-search.ts';
import { useAsked } from '../server/api.ts';
import type { Asked, Parameters } from '../server/api.ts';
import type { Report } from './figures.ts';

type ReportPath = Parameters<'/reports/{report}'>;

/** Of what a figure counts only the number is asked for; the list of it is a question of its own. */
export const useReport = (report: string, query: ReportQuery, enabled = true): Asked<Report> =>
  useAsked(
    '/reports/{report}',
    // A report or a filter that there is not, the server names.
    {
      path: { report: report as ReportPath['path']['report'] },
      query: { ...(query as unknown as ReportPath['query']), counted: 'none' },
    },
    { enabled },
  );

export const reportCsv = (report: string, query: ReportQuery): string =>
  withSearch(`/reports/${report}`, { ...query, format: 'csv' });
