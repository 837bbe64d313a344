/**
 * Since when pledges are silent: by the year of the last word. The server counts each year, as the register would; a year is
 * asked for by the filters that its link leads to, so that both say the same.
 */
import { useQueries } from '@tanstack/react-query';
import { withSearch } from '../../addresses/addresses.ts';
import type { Past } from '../../addresses/addresses.ts';
import { registerAddress } from '../../addresses/register-search.ts';
import { AskedPart } from '../../parts/asked.tsx';
import { Bars } from '../../parts/bars.tsx';
import { FEWEST_DRAWN, Plot } from '../../parts/plot.tsx';
import { ask, useAsked } from '../../server/api.ts';
import { say } from '../../words/words.ts';

/** A row a year would be a long table for the fifty years that a log may hold. */
const MOST_YEARS = 15;

export const Silence = ({ past }: { readonly past: Past }) => {
  const oldest = useAsked('/pledges', { query: { ...past, sort: 'lastWordOn', limit: 1 } });
  const newest = useAsked('/pledges', { query: { ...past, sort: '-lastWordOn', limit: 1 } });
  return (
    <AskedPart of={oldest} room="plot">
      {(first) => (
        <AskedPart of={newest} room="plot">
          {(last) => {
            const years = yearsFrom(first.items[0]?.lastWordOn, last.items[0]?.lastWordOn);
            if (first.total < FEWEST_DRAWN || years.length === 0) return null;
            return <Years years={years} past={past} />;
          }}
        </AskedPart>
      )}
    </AskedPart>
  );
};

interface YearsProps {
  readonly years: readonly number[];
  readonly past: Past;
}

const Years = ({ years, past }: YearsProps) => {
  const counted = useQueries({
    queries: years.map((year) => {
      const query = { ...past, ...inYear(year), limit: 1 };
      return {
        queryKey: ['/pledges', { query }],
        queryFn: ({ signal }: { readonly signal: AbortSignal }) => ask('/pledges', { query }, signal),
      };
    }),
  });
  return (
    <Plot
      title={say().overview.silenceTitle}
      lead={say().overview.silenceLead}
      csv={withSearch('/pledges', { ...past, sort: 'lastWordOn', format: 'csv' })}
    >
      <Bars
        caption={say().overview.silenceTitle}
        rowsAre={say().overview.year}
        valuesAre={say().overview.count}
        bars={years.map((year, n) => ({
          key: String(year),
          label: String(year),
          value: counted[n]?.data?.body.total ?? null,
          to: registerAddress(inYear(year)),
        }))}
      />
    </Plot>
  );
};

const inYear = (year: number) => ({ lastWordFrom: `${year}-01-01`, lastWordTo: `${year}-12-31` });

const yearsFrom = (first: string | null | undefined, last: string | null | undefined): readonly number[] => {
  if (!first || !last) return [];
  const [from, to] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
  return Array.from({ length: Math.min(to - from + 1, MOST_YEARS) }, (_, n) => to - n).reverse();
};
