/**
 * How far did the promises come? The report as any other, and beside it what this address answered before there were others: the same
 * figures in all and in every grouping, and how much is offered.
 */
import type { Caller } from '@pledgeline/contracts';
import type { Answer } from '@pledgeline/event-sourcing';
import type { AsOfQuery } from '../../answers/as-of.ts';
import type { QueryContext } from '../../answers/query-context.ts';
import type { Question } from '../../read-models/question.ts';
import { reportAnswer, type AskedReport } from '../report-answer.ts';
import type { AnsweredReport } from '../report.schema.ts';
import { progressReport } from './progress-report.ts';
import { beginProgress, progress } from './progress.report.ts';
import type { ProgressReport } from './progress.schema.ts';

export type AskedProgress = Omit<AskedReport, 'report'> & AsOfQuery;

/** @throws {Rejected} UNKNOWN_GROUPING. */
export const progressAnswer = async (
  context: QueryContext,
  asked: AskedProgress,
  caller: Caller,
  now: string,
): Promise<Answer> => {
  const asReport = { ...asked, report: progress.report };
  if (asked.format === 'csv') return reportAnswer(context, asReport, caller, now);
  const { conference, memberState, category, theme } = asked;
  const filters = {
    ...(conference !== undefined && { conference }),
    ...(memberState !== undefined && { memberState }),
    ...(category !== undefined && { category }),
    ...(theme !== undefined && { theme }),
  };
  let beside: ProgressReport | undefined;
  const answer = await reportAnswer(context, asReport, caller, now, async (_, question) => {
    const groups = await beginProgress(context, question);
    beside = await progressReport(context, filters, now, groups.add);
    return groups.made();
  });
  const report = answer.content as AnsweredReport;
  return { ...answer, content: { ...report, ...beside } };
};

export const getProgressReport: Question<AskedProgress> = {
  name: 'getProgressReport',
  cost: 'FIGURES',
  answer: (input, caller, { contexts, inCodes, now, signal }) =>
    contexts.ask(
      input,
      caller,
      async (context) => progressAnswer(context, await inCodes(context.views, input), caller, now),
      signal,
    ),
};
