/** What became of each pledge, in the classes that add up: a row of squares for each group of a report. */
import { AskedPart } from './asked.tsx';
import { definitionsOf, groupsOf, valueOf } from './figures.ts';
import type { Group, Report } from './figures.ts';
import { FEWEST_DRAWN, Plot } from './plot.tsx';
import { Squares } from './squares.tsx';
import type { Asked } from '../server/api.ts';
import { number } from '../words/numbers.ts';
import { localeInUse, say } from '../words/words.ts';

/** Furthest first; the report keeps what was computed and what people judged apart, and both are kept. */
const KINDS = {
  kept: ['keptComputed', 'keptJudged'],
  keptPartly: ['keptPartly'],
  underWay: ['underWay'],
  registered: ['registered'],
  announcedOnly: ['announcedOnly'],
  takenBack: ['takenBack'],
} as const;
type Kind = keyof typeof KINDS;
const kinds = Object.keys(KINDS) as Kind[];

interface BecameProps {
  readonly of: Asked<Report>;
  readonly csv: string;
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
  of,
  csv,
  title,
  rowsAre,
  nameOf,
  to,
  fewest = FEWEST_DRAWN,
  byName = false,
}: BecameProps) => (
  <AskedPart of={of} room="plot">
    {(report) => {
      const { all, single } = groupsOf(report);
      if ((valueOf(all, 'pledgesCounted') ?? 0) < fewest) return null;
      return (
        <Plot
          title={title}
          lead={say().overview.becameLegend}
          definitions={definitionsOf(all, [
            'pledgesCounted',
            ...kinds.flatMap((kind) => KINDS[kind]),
            'withoutWord',
          ])}
          csv={csv}
        >
          <Squares
            caption={title}
            rowsAre={rowsAre}
            besideIs={say().overview.silentColumn}
            kinds={kinds.map((key) => ({ key, name: say().overview.became[key] }))}
            rows={inOrder(single, byName ? nameOf : null).map((group) => ({
              key: group.code,
              label: nameOf(group),
              to: to(group.code),
              counts: Object.fromEntries(kinds.map((kind) => [kind, countOf(group, KINDS[kind])])),
              note: say().overview.conferenceNote(
                number(valueOf(group, 'pledgesCounted') ?? 0),
                number(valueOf(group, 'withoutWord') ?? 0),
              ),
              beside: valueOf(group, 'withoutWord') ?? 0,
            }))}
          />
        </Plot>
      );
    }}
  </AskedPart>
);

const inOrder = (groups: readonly Group[], name: ((group: Group) => string) | null): readonly Group[] =>
  name === null ? groups : [...groups].sort((a, b) => name(a).localeCompare(name(b), localeInUse()));

const countOf = (group: Group, figures: readonly string[]): number =>
  figures.reduce((sum, figure) => sum + (valueOf(group, figure) ?? 0), 0);
