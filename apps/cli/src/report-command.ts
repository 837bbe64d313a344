/** `pledgeline report`: which reports the server offers, and one of them as a table, as JSON or as CSV. */
import { CliError, EXIT } from './exit-codes.ts';
import { faultOf } from './problem.ts';
import { reportInLines, reportListInLines, type Report, type ReportSummary } from './report-in-lines.ts';
import { notThere, type Server } from './server.ts';
import type { Terminal } from './terminal.ts';
import { queryOf } from './times.ts';

/** What a report may be asked, in the words of its route. Which report knows which of them, the server says. */
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

type ReportQuestion = Readonly<Partial<Record<(typeof ASKED)[number], string>>>;

export interface ReportCommand extends ReportQuestion {
  readonly csv?: boolean;
  readonly excel?: boolean;
  readonly json?: boolean;
  readonly definitions?: boolean;
}

/** @throws {CliError} for what is asked of no report, and when the server refuses or is not there. */
export const reportCommand = async (
  target: Server,
  name: string | undefined,
  { excel = false, csv = excel, json, definitions = false, ...options }: ReportCommand,
  terminal: Terminal,
): Promise<number> => {
  const question = Object.fromEntries(ASKED.map((asked) => [asked, options[asked]]));
  const query = queryOf({ ...question, format: csv ? 'csv' : undefined });
  if (name === undefined) {
    if (query !== '' || definitions)
      throw new CliError(EXIT.usage, 'which report? Its options need its name');
    const list = await answerTo(target, '/reports');
    const { items } = list as { readonly items: readonly ReportSummary[] };
    if (json) terminal.json(list);
    else terminal.out(reportListInLines(items));
    return EXIT.ok;
  }
  const answer = await answerTo(target, `/reports/${encodeURIComponent(name)}${query}`);
  if (json) terminal.json(answer);
  else if (csv) terminal.csv(String(answer), { excel });
  else terminal.out(reportInLines(answer as Report, terminal.paint, { definitions }));
  return EXIT.ok;
};

const answerTo = async (target: Server, path: string): Promise<unknown> => {
  const answer = await target.get(path).catch((error: unknown) => {
    throw notThere(target, error);
  });
  if (answer.status !== 200) throw new CliError(EXIT.refused, faultOf(answer).reason);
  return answer.body;
};
