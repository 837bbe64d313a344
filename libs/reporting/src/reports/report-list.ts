/** Which reports are there, and what does each answer? */
import { rolesOfReaders } from '../visibility/audience.ts';
import { asList } from '../read-models/as-list.ts';
import { reportListSchema, type ReportList } from './report.schema.ts';
import { parametersOf } from './report.ts';
import { reports } from './reports.ts';

export const reportList = (): ReportList => {
  const items = reports.map((definition) => {
    const { report, title, answers, readers, by = [] } = definition;
    const takes = parametersOf(definition);
    return {
      report,
      title,
      answers,
      by,
      takes,
      readers: rolesOfReaders[readers],
      href: `/reports/${report}`,
    };
  });
  return { items, total: items.length };
};

export const listReports = asList<object>(
  { name: 'listReports', cost: 'ROW', answer: () => Promise.resolve({ content: reportList() }) },
  { name: 'reports', schema: reportListSchema },
);
