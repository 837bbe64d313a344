/**
 * A report as CSV (RFC 4180), a line for each figure of each group. A text that a spreadsheet would take for a formula gets an
 * apostrophe in front; numbers stay numbers.
 */
import { guardedCell } from '@pledgeline/contracts';
import { stringify } from 'csv-stringify/sync';
import type { AnsweredFigure, AnsweredGroup, AnsweredReport } from './report.schema.ts';

const COLUMNS = [
  'report',
  'group',
  'groupName',
  'figure',
  'name',
  'value',
  'unit',
  'definition',
  'countedKind',
  'countedTotal',
  'countedFirst',
  'published',
  'publishedSource',
  'ruleSet',
  'definitions',
  'definitionsNote',
  'asOf',
  'knownAt',
  'recordedUpTo',
  'computedAt',
] as const;

type Line = Readonly<Record<(typeof COLUMNS)[number], string | number | null>>;

export const reportCsv = (report: AnsweredReport): string => {
  const lines = report.groups.flatMap((group) => group.figures.map((figure) => line(report, group, figure)));
  return stringify(lines, {
    header: true,
    columns: [...COLUMNS],
    record_delimiter: 'windows',
    cast: { string: guardedCell },
  });
};

const line = (report: AnsweredReport, { code, name }: AnsweredGroup, figure: AnsweredFigure): Line => ({
  report: report.report,
  group: code,
  groupName: name,
  figure: figure.figure,
  name: figure.name,
  value: figure.value,
  unit: figure.unit,
  definition: figure.definition,
  countedKind: figure.counted.kind,
  countedTotal: figure.counted.total,
  countedFirst: (figure.counted.ids ?? []).join('; '),
  published: figure.published.map(({ value }) => value).join(' | '),
  publishedSource: figure.published.map(({ source }) => source).join(' | '),
  ruleSet: report.ruleSet,
  definitions: report.definitions,
  definitionsNote: report.definitionsNote,
  asOf: report.asOf,
  knownAt: report.knownAt,
  recordedUpTo: report.recordedUpTo,
  computedAt: report.computedAt,
});
