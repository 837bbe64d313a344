/** Conference by conference, what became of each pledge. */
import { registerAddress } from '../../addresses/register-search.ts';
import { AskedPart } from '../../parts/asked.tsx';
import { FEWEST_DRAWN, Plot } from '../../parts/plot.tsx';
import { Squares } from '../../parts/squares.tsx';
import type { Asked } from '../../server/api.ts';
import { number } from '../../words/numbers.ts';
import { conferenceName } from '../../words/codes.ts';
import { say } from '../../words/words.ts';
import { definitionsOf, groupsOf, valueOf } from './figures.ts';
import type { Group, Report } from './figures.ts';

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

export const WhatBecame = ({ of, csv }: { readonly of: Asked<Report>; readonly csv: string }) => (
  <AskedPart of={of} room="plot">
    {(report) => {
      const { all, single } = groupsOf(report);
      if ((valueOf(all, 'pledgesCounted') ?? 0) < FEWEST_DRAWN) return null;
      return (
        <Plot
          title={say().overview.becameTitle}
          lead={say().overview.becameLegend}
          definitions={definitionsOf(all, [
            'pledgesCounted',
            ...kinds.flatMap((kind) => KINDS[kind]),
            'withoutWord',
          ])}
          csv={csv}
        >
          <Squares
            caption={say().overview.becameTitle}
            rowsAre={say().overview.conference}
            besideIs={say().overview.silentColumn}
            kinds={kinds.map((key) => ({ key, name: say().overview.became[key] }))}
            rows={single.map((group) => ({
              key: group.code,
              label: group.code === 'none' ? say().overview.outside : conferenceName(group.code),
              to: registerAddress({ conference: [group.code] }),
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

const countOf = (group: Group, figures: readonly string[]): number =>
  figures.reduce((sum, figure) => sum + (valueOf(group, figure) ?? 0), 0);
