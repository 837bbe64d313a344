/** What was pledged, by category, the most first: categories compete with nobody. */
import { registerAddress } from '../../addresses/register-search.ts';
import { AskedPart } from '../../parts/asked.tsx';
import { Bars } from '../../parts/bars.tsx';
import { FEWEST_DRAWN, Plot } from '../../parts/plot.tsx';
import type { Asked } from '../../server/api.ts';
import { categoryName } from '../../words/codes.ts';
import { say } from '../../words/words.ts';
import { definitionsOf, groupsOf, valueOf } from '../../parts/figures.ts';
import type { Report } from '../../parts/figures.ts';

export const Categories = ({ of, csv }: { readonly of: Asked<Report>; readonly csv: string }) => (
  <AskedPart of={of} room="plot">
    {(report) => {
      const { all, single } = groupsOf(report);
      const whole = valueOf(all, 'pledgesCounted') ?? 0;
      if (whole < FEWEST_DRAWN) return null;
      return (
        <Plot
          title={say().overview.categoryTitle}
          definitions={definitionsOf(all, ['pledgesCounted'])}
          csv={csv}
        >
          <Bars
            caption={say().overview.categoryTitle}
            rowsAre={say().overview.category}
            valuesAre={say().overview.count}
            whole={whole}
            bars={single
              .map((group) => ({
                key: group.code,
                label: categoryName(group.code),
                value: valueOf(group, 'pledgesCounted'),
                to: registerAddress({ category: [group.code] }),
              }))
              .sort((a, b) => (b.value ?? 0) - (a.value ?? 0))}
          />
        </Plot>
      );
    }}
  </AskedPart>
);
