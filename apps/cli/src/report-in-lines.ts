/** A report as a table for people: groups with their figures, and what others published beside ours. Nothing is computed here. */
import { aligned, oneLine } from './aligned.ts';
import type { Paint } from './terminal.ts';
import { formatTimes, type Times } from './times.ts';

interface Figure {
  readonly name: string;
  readonly unit: string;
  readonly definition: string;
  readonly value: number | null;
  readonly published: readonly { readonly value: string; readonly source: string }[];
}

interface Group {
  readonly code: string;
  readonly name: string;
  readonly figures: readonly Figure[];
}

/** As much of a report as people read. */
export interface Report extends Times {
  readonly title: string;
  readonly ruleSet: string;
  readonly definitions: number;
  /** Of an answer about the past; null in the present. */
  readonly definitionsNote: string | null;
  readonly recordedUpTo: string | null;
  readonly question: Readonly<Record<string, string | number>>;
  readonly groups: readonly Group[];
}

export interface ReportSummary {
  readonly report: string;
  readonly answers: string;
  readonly by: readonly string[];
}

interface Wanted {
  /** What each figure means, below the table. */
  readonly definitions?: boolean;
}

export const reportInLines = (
  report: Report,
  paint: Paint,
  { definitions = false }: Wanted = {},
): readonly string[] => [
  paint.strong(oneLine(report.title)),
  ...factsOf(report).map(paint.faint),
  '',
  ...tableOf(report.groups, paint),
  ...(definitions ? definitionsOf(report.groups) : []),
];

/** Each with the question it answers, and how it can be grouped. */
export const reportListInLines = (reports: readonly ReportSummary[]): readonly string[] =>
  aligned(
    reports.flatMap(({ report, answers, by }) => [
      [report, answers],
      ...(by.length === 0 ? [] : [['', `--by ${by.join(' | ')}`]]),
    ]),
  );

const factsOf = ({
  ruleSet,
  definitions,
  definitionsNote,
  recordedUpTo,
  question,
  ...times
}: Report): readonly string[] => {
  const asked = Object.entries(question).map(([name, value]) => `${name} ${value}`);
  return aligned([
    ['rule set', ruleSet],
    [
      'definitions',
      definitionsNote === null ? String(definitions) : `${definitions}; ${oneLine(definitionsNote)}`,
    ],
    ...formatTimes(times),
    ['recorded up to', recordedUpTo ?? 'nothing recorded'],
    ...(asked.length === 0 ? [] : [['asked', asked.join(', ')]]),
  ]);
};

const VALUE = 1;

const tableOf = (groups: readonly Group[], paint: Paint): readonly string[] => {
  if (groups.length === 0) return ['nothing to count'];
  const sources = sourcesOf(groups);
  const rows = groups.map(({ figures }) => figures.flatMap((figure) => rowsOf(figure, sources)));
  const header = ['FIGURE', 'OURS', 'UNIT', sources.length > 0 ? 'PUBLISHED' : ''];
  const [first = '', ...lines] = aligned([header, ...rows.flat()], { numbers: [VALUE] }).map(indented);
  let from = 0;
  return [
    paint.faint(first),
    ...groups.flatMap((group, n) => {
      const own = lines.slice(from, (from += rows[n]?.length ?? 0));
      return [paint.strong(headingOf(group)), ...own];
    }),
    ...(sources.length > 0 ? [''] : []),
    ...sources.map((source, n) => paint.faint(`[${n + 1}] ${oneLine(source)}`)),
  ];
};

const indented = (line: string): string => `  ${line}`;

/** The code is what filters are given; said where the name does not say it. */
const headingOf = ({ code, name }: Group): string =>
  oneLine(name.includes(code) ? name : `${name} (${code})`);

/** Each once, in the order of the table: they are long, and stand below it. */
const sourcesOf = (groups: readonly Group[]): readonly string[] => [
  ...new Set(
    groups.flatMap(({ figures }) =>
      figures.flatMap(({ published }) => published.map(({ source }) => source)),
    ),
  ),
];

/** One row, and one more for each further source: they differ among themselves, and none of them is left out. */
const rowsOf = (
  { name, value, unit, published }: Figure,
  sources: readonly string[],
): readonly (readonly string[])[] => {
  const [first = '', ...others] = published.map(
    (other) => `${other.value} [${sources.indexOf(other.source) + 1}]`,
  );
  return [[name, valueOf(value), unit, first], ...others.map((other) => ['', '', '', other])];
};

const NUMBER = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });

/** Where nothing can be said there is a dash: a 0 was counted. */
const valueOf = (value: number | null): string => (value === null ? '–' : NUMBER.format(value));

/** Each once, also where all groups have it. */
const definitionsOf = (groups: readonly Group[]): readonly string[] => {
  const said = groups.flatMap(({ figures }) =>
    figures.map(({ name, definition }) => `${oneLine(name)}: ${oneLine(definition)}`),
  );
  return said.length === 0 ? [] : ['', ...new Set(said)];
};
