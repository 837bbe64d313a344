/** Accountability page, section 0: answers carry `definitions: 2`; pasts use today's definitions and say so. */
import { parse } from 'csv-parse/sync';
import {
  conferenceAndItsCounts,
  conferencesAndTheirCounts,
} from './pages/conferences/conferences-and-their-counts.ts';
import { pledgePage } from './pages/pledge/pledge-page.ts';
import { countedPage } from './reports/counted-page.ts';
import { progressReport } from './reports/progress/progress-report.ts';
import { answeredReport } from './reports/report-answer.ts';
import { reportCsv } from './reports/report-csv.ts';
import { madeReport } from './reports/report.ts';
import { reports } from './reports/reports.ts';
import { aLog, desk, id } from './testing/a-log.ts';
import { announce } from './testing/a-pledge.ts';
import { registerConference } from './testing/around-a-pledge.ts';
import { closeAll, openInMemory, append } from './testing/read-models-of.ts';
import type { AsOfQuery } from './answers/as-of.ts';
import { definedBy } from './answers/definitions.ts';
import type { QueryContext } from './answers/query-context.ts';

afterEach(closeAll);

const NOW = '2026-11-23T09:00:00.000Z';
const OF_THE_PAST = expect.stringContaining('definitions of today') as unknown;

/** Of everything that answers with figures. */
const answers: readonly (readonly [string, (context: QueryContext) => Promise<object>])[] = [
  ...reports.map(
    (definition) =>
      [definition.report, (context: QueryContext) => madeReport(definition, context, {}, desk, NOW)] as const,
  ),
  ['progress', (context) => progressReport(context, {}, NOW)],
  ['a list of conferences', (context) => conferencesAndTheirCounts(context, {})],
  ['a conference', (context) => conferenceAndItsCounts(context, '2021-seoul', desk)],
  ['a pledge', (context) => pledgePage(context, id('one'), desk, '2026-11-23')],
  [
    'what a figure counts',
    (context) =>
      countedPage(context, { report: 'pledges-and-states', group: 'all', figure: 'promisesMade' }, desk, NOW),
  ],
];

const asked = async (times: AsOfQuery, answer: (context: QueryContext) => Promise<object>) => {
  const log = aLog();
  registerConference(log, '2021-seoul');
  announce(log, 'one', { conference: '2021-seoul' });
  const { contexts, readModels, store } = await openInMemory();
  await append(store, log.events);
  await readModels.handle(await store.readAll({ limit: 100 }));
  return contexts.ask(times, desk, answer);
};

describe.each(answers)('%s', (_, answer) => {
  it.each<[AsOfQuery, unknown]>([
    [{}, null],
    [{ asOf: '2026-06-01' }, OF_THE_PAST],
    [{ knownAt: NOW }, OF_THE_PAST],
    [{ asOf: '2026-06-01', knownAt: NOW }, OF_THE_PAST],
  ])('asked about %j', async (times, definitionsNote) => {
    expect(await asked(times, answer)).toMatchObject({ definitions: 2, definitionsNote });
  });
});

it('a report as CSV says so on every line', async () => {
  const [definition] = reports;
  if (definition === undefined) throw new Error('no report');
  const csv = await asked({ asOf: '2026-06-01' }, async (context) => ({
    text: reportCsv(answeredReport(await madeReport(definition, context, {}, desk, NOW))),
  }));
  const rows = parse<Record<string, string>>((csv as { readonly text: string }).text, { columns: true });
  expect(rows.length).toBeGreaterThan(1);
  for (const row of rows) expect(row).toMatchObject({ definitions: '2', definitionsNote: OF_THE_PAST });
});

it('only the past needs a note', () => {
  const note = (isSimulated: boolean, asOf: string | null) =>
    definedBy({ answeredAt: { asOf, knownAt: null, recordedUpTo: null }, isSimulated }).definitionsNote;
  expect(note(false, null)).toBeNull();
  expect(note(true, null)).toMatch(/^SIMULATED: /);
  expect(note(true, '2026-06-01')).toMatch(/^SIMULATED: .*definitions of today/);
});
