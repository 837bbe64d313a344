/** A report as it is answered: JSON or CSV, each figure with the first of what it counts and the address of the rest. */
import type { Question as AnsweredQuestion } from '../read-models/question.ts';
import type { Question } from './report-question.ts';
import type { Caller } from '@pledgeline/contracts';
import { Rejected, type Answer } from '@pledgeline/event-sourcing';
import { MEDIA_TYPES } from '../answers/format.request.ts';
import type { AsOfQuery } from '../answers/as-of.ts';
import type { QueryContext } from '../answers/query-context.ts';
import type { Figure } from './figure.ts';
import { reportCsv } from './report-csv.ts';
import { madeReport, parametersOf, type Group, type Report, type ReportDefinition } from './report.ts';
import type { COUNTED } from './report.request.ts';
import { reports } from './reports.ts';
import type { AnsweredFigure, AnsweredReport } from './report.schema.ts';

export interface AskedReport extends Question {
  readonly report: string;
  readonly format?: 'json' | 'csv' | undefined;
  readonly counted?: ShownCounted | undefined;
}

type ShownCounted = (typeof COUNTED)[number];

/** A look at what a figure counts. A report of all figures by state would else be mostly such lists. */
const SHOWN = 20;

/** @param make its groups, where they are made together with something else. */
export const reportAnswer = async (
  context: QueryContext,
  asked: AskedReport & AsOfQuery,
  caller: Caller,
  now: string,
  make?: ReportDefinition['make'],
): Promise<Answer> => {
  const report = await askedReport(context, asked, caller, now, make);
  const shown = answeredReport(report, asked.counted);
  if (asked.format !== 'csv') return { content: shown, untagged: ['computedAt'] };
  return {
    content: reportCsv(shown),
    mediaType: MEDIA_TYPES.csv,
    fileName: `${report.report}.csv`,
  };
};

/** With the first of what each figure counts, unless none of it is wanted. */
export const answeredReport = (report: Report, counted: ShownCounted = 'first'): AnsweredReport => ({
  ...report,
  groups: report.groups.map((group) => ({
    ...group,
    figures: group.figures.map((figure) => ({
      ...figure,
      counted: shortened(report, group, figure, counted),
    })),
  })),
});

/**
 * The whole of it, with everything that it counts.
 * @throws {Rejected} REPORT_NOT_FOUND, UNKNOWN_GROUPING, PARAMETER_NOT_TAKEN, FORBIDDEN.
 */
export const askedReport = (
  context: QueryContext,
  asked: AskedReport & AsOfQuery,
  caller: Caller,
  now: string,
  make?: ReportDefinition['make'],
): Promise<Report> => {
  const { report, format: _, asOf: __, knownAt: ___, after: ____, counted: _____, ...question } = asked;
  const definition = definitionOf(report, question.by);
  mustTake(definition, question);
  return madeReport({ ...definition, ...(make && { make }) }, context, question, caller, now);
};

const shortened = (
  { report, question, asOf, knownAt }: Report,
  { code }: Group,
  { figure, counted }: Figure,
  shown: ShownCounted,
): AnsweredFigure['counted'] => {
  const { kind, total } = counted;
  const parameters = Object.entries({ group: code, figure, ...question, asOf, knownAt })
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]): [string, string] => [name, String(value)]);
  const href = `/reports/${report}/counted?${new URLSearchParams(parameters).toString()}`;
  return { kind, total, ...(shown === 'first' && { ids: counted.first(SHOWN) }), href };
};

/** @throws {Rejected} REPORT_NOT_FOUND, UNKNOWN_GROUPING. */
const definitionOf = (name: string, by: string | undefined): ReportDefinition => {
  const definition = reports.find(({ report }) => report === name);
  if (definition === undefined) {
    const allowed = reports.map(({ report }) => report);
    const message = `There is no report ${name}; there are: ${allowed.join(', ')}.`;
    throw new Rejected('missing', 'REPORT_NOT_FOUND', message, { allowed });
  }
  const allowed = definition.by ?? [];
  if (by === undefined || allowed.includes(by)) return definition;
  const message =
    allowed.length === 0
      ? `${name} has one grouping: leave out by.`
      : `by must be one of ${allowed.join(', ')}.`;
  throw new Rejected('invalid', 'UNKNOWN_GROUPING', message, { field: 'by', allowed });
};

/** A filter that a report leaves alone would be taken for one that it keeps to. @throws {Rejected} PARAMETER_NOT_TAKEN, naming it and what is taken. */
const mustTake = (definition: ReportDefinition, question: Question): void => {
  const allowed = parametersOf(definition);
  for (const [field, value] of Object.entries(question)) {
    if (value === undefined || allowed.some((one) => one === field)) continue;
    const taken = allowed.length === 0 ? 'none' : allowed.join(', ');
    const message = `${definition.report} takes no ${field}; of the parameters of reports it takes: ${taken}.`;
    throw new Rejected('invalid', 'PARAMETER_NOT_TAKEN', message, { field, allowed });
  }
};

export const getReport: AnsweredQuestion<AskedReport> = {
  name: 'getReport',
  cost: 'FIGURES',
  answer: (input, caller, { contexts, inCodes, now, signal }) =>
    contexts.ask(
      input,
      caller,
      async (context) => reportAnswer(context, await inCodes(context.views, input), caller, now),
      signal,
    ),
};
