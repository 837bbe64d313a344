/** What became of each pledge, in the classes that add up: a row of squares for each group of the report, which lists what each counts. */
import { reportAddress } from '../addresses/report-search.ts';
import type { ReportQuery } from '../addresses/report-search.ts';
import { AskedPart } from './asked.tsx';
import { definitionsOf, groupsOf, valueOf } from './figures.ts';
import type { Group } from './figures.ts';
import { PlaceLink } from './place-link.tsx';
import { FEWEST_DRAWN, Plot } from './plot.tsx';
import { asSquares, Squares } from './squares.tsx';
import { reportCsv, useReport } from './use-report.ts';
import { number } from '../words/numbers.ts';
import { localeInUse, say } from '../words/words.ts';

const REPORT = 'what-became';
const SILENT = 'withoutWord';
/** Furthest first. What was computed and what people judged the report keeps apart; both are kept. */
const KINDS = {
  keptComputed: 'kept',
  keptJudged: 'kept',
  keptPartly: 'keptPartly',
  underWay: 'underWay',
  registered: 'registered',
  announcedOnly: 'announcedOnly',
  takenBack: 'takenBack',
} as const;
type Figure = keyof typeof KINDS;
const FIGURES = Object.keys(KINDS) as Figure[];
const kinds = [...new Set(Object.values(KINDS))];

interface BecameProps {
  /** What the report is asked; it names by what it is grouped. */
  readonly query: ReportQuery;
  readonly title: string;
  readonly rowsAre: string;
  readonly nameOf: (group: Group) => string;
  /** Where a group has a page of its own, or is listed. */
  readonly to: (code: string) => string;
  /** From how many pledges on there is anything to see. */
  readonly fewest?: number;
  /** By their names, where the report has them by their codes. */
  readonly byName?: boolean;
}

export const Became = ({
  query,
  title,
  rowsAre,
  nameOf,
  to,
  fewest = FEWEST_DRAWN,
  byName = false,
}: BecameProps) => (
  <AskedPart of={useReport(REPORT, query)} room="page">
    {(report) => {
      const { all, single } = groupsOf(report);
      const pledges = valueOf(all, 'pledgesCounted') ?? 0;
      if (pledges < fewest) return null;
      const words = say().overview;
      const listOf = (group: Group, figure: string): string =>
        reportAddress(REPORT, { ...query, group: group.code, figure });
      return (
        <Plot
          title={title}
          lead={asSquares(pledges) ? words.becameLegend : words.becameBars}
          definitions={definitionsOf(all, ['pledgesCounted', ...FIGURES, SILENT])}
          csv={reportCsv(REPORT, query)}
        >
          <Squares
            caption={title}
            pledges={pledges}
            rowsAre={rowsAre}
            besideIs={words.silentColumn}
            kinds={kinds.map((key) => ({ key, name: words.became[key], total: totalOf(all, key) }))}
            rows={inOrder(single, byName ? nameOf : null).map((group) => ({
              key: group.code,
              label: nameOf(group),
              to: to(group.code),
              parts: FIGURES.map((figure) => {
                const count = valueOf(group, figure) ?? 0;
                const text = words.becameCount(number(count), words.becameOf[figure]);
                return { kind: KINDS[figure], text, count, to: listOf(group, figure) };
              }),
              note: <Note of={group} silentAt={listOf(group, SILENT)} />,
              beside: valueOf(group, SILENT) ?? 0,
            }))}
          />
        </Plot>
      );
    }}
  </AskedPart>
);

const totalOf = (group: Group | undefined, kind: string): number =>
  FIGURES.filter((figure) => KINDS[figure] === kind).reduce(
    (sum, figure) => sum + (valueOf(group, figure) ?? 0),
    0,
  );

const inOrder = (groups: readonly Group[], name: ((group: Group) => string) | null): readonly Group[] =>
  name === null ? groups : [...groups].sort((a, b) => name(a).localeCompare(name(b), localeInUse()));

interface NoteProps {
  readonly of: Group;
  /** Where the silent ones are listed. */
  readonly silentAt: string;
}

const Note = ({ of, silentAt }: NoteProps) => {
  const words = say().overview;
  const pledges = valueOf(of, 'pledgesCounted') ?? 0;
  const silent = valueOf(of, SILENT) ?? 0;
  return (
    <>
      {words.pledges(pledges, number(pledges))}{' '}
      {silent > 0 && <PlaceLink to={silentAt}>{words.ofThemSilent(number(silent))}</PlaceLink>}
    </>
  );
};
