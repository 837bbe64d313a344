/** Whether units and courses have the share of women that was stated. Most reports know too few to draw anything. */
import { reportAddress } from '../../addresses/report-search.ts';
import { AskedPart } from '../../parts/asked.tsx';
import { Bars } from '../../parts/bars.tsx';
import { FEWEST_DRAWN, Plot } from '../../parts/plot.tsx';
import type { Asked } from '../../server/api.ts';
import { say } from '../../words/words.ts';
import { definitionsOf, groupsOf, valueOf } from '../../parts/figures.ts';
import type { Report } from '../../parts/figures.ts';

const FIGURES = ['withTarget', 'belowTargetJudged', 'notMeasured', 'baselineMissing'] as const;

export const Women = ({ of, csv }: { readonly of: Asked<Report>; readonly csv: string }) => (
  <AskedPart of={of} room="plot">
    {(report) => {
      const { all } = groupsOf(report);
      const stated = valueOf(all, 'withTarget') ?? 0;
      const definitions = definitionsOf(all, FIGURES);
      return (
        <Plot title={say().overview.womenTitle} definitions={definitions} csv={csv}>
          {stated < FEWEST_DRAWN ? (
            <p>{stated === 0 ? say().overview.womenNone : say().overview.womenSome(stated)}</p>
          ) : (
            <Bars
              caption={say().overview.womenTitle}
              rowsAre={say().overview.figure}
              valuesAre={say().overview.count}
              whole={stated}
              bars={FIGURES.map((figure, n) => ({
                key: figure,
                label: definitions[n]?.name ?? figure,
                value: valueOf(all, figure),
                ...((valueOf(all, figure) ?? 0) > 0 && {
                  to: reportAddress('women', { group: 'all', figure }),
                }),
              }))}
            />
          )}
        </Plot>
      );
    }}
  </AskedPart>
);
