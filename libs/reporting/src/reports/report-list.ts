/** Which reports are there, and what does each answer? */
import { rolesOfReaders } from '../visibility/audience.ts';
import { asList } from '../read-models/as-list.ts';
import { reportListSchema, type ReportList } from './report.schema.ts';
import { reports } from './reports.ts';

export const reportList = (): ReportList => {
  const items = reports.map(({ report, title, answers, readers, by = [] }) => {
    return { report, title, answers, by, readers: rolesOfReaders[readers], href: `/reports/${report}` };
  });
  return { items, total: items.length };
};

export const listReports = asList<object>(
  { name: 'listReports', cost: 'ROW', answer: () => Promise.resolve({ content: reportList() }) },
  { name: 'reports', schema: reportListSchema },
);
