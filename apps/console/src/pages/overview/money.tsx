/** What was pledged, committed and received, each currency by itself: amounts of different currencies are never compared. */
import { reportAddress } from '../../addresses/report-search.ts';
import { AskedPart } from '../../parts/asked.tsx';
import { Code } from '../../parts/code.tsx';
import { PlaceLink } from '../../parts/place-link.tsx';
import { Plot } from '../../parts/plot.tsx';
import type { Asked } from '../../server/api.ts';
import { amount, perCent } from '../../words/numbers.ts';
import { say } from '../../words/words.ts';
import { definitionsOf, valueOf } from '../../parts/figures.ts';
import type { Group, Report } from '../../parts/figures.ts';

const FIGURES = ['pledgedOwn', 'committedOwn', 'receivedOwn'] as const;

export const Money = ({ of, csv }: { readonly of: Asked<Report>; readonly csv: string }) => (
  <AskedPart of={of} room="plot">
    {({ groups }) =>
      groups.length === 0 ? null : (
        <Plot
          title={say().overview.moneyTitle}
          lead={say().overview.moneyLead}
          definitions={definitionsOf(groups[0], FIGURES)}
          csv={csv}
        >
          <div className="scrolls" tabIndex={0} role="region" aria-label={say().overview.moneyTitle}>
            <table className="bars money">
              <caption className="unseen">{say().overview.moneyTitle}</caption>
              <thead>
                <tr>
                  <th scope="col">{say().overview.currency}</th>
                  <th scope="col" className="value">
                    {say().overview.pledged}
                  </th>
                  <th scope="col" className="value">
                    {say().overview.committed}
                  </th>
                  <th scope="col" className="value">
                    {say().overview.received}
                  </th>
                  {groups.some(hasShare) && (
                    <th scope="col" className="value">
                      {say().overview.receivedShare}
                    </th>
                  )}
                </tr>
              </thead>
              <tbody>
                {groups.map((group) => (
                  <tr key={group.code}>
                    <th scope="row">
                      <Code>{group.code}</Code>
                    </th>
                    {FIGURES.map((figure) => (
                      <td className="value" key={figure}>
                        <Amount group={group} figure={figure} />
                      </td>
                    ))}
                    {groups.some(hasShare) && <td className="value">{receivedShare(group)}</td>}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Plot>
      )
    }
  </AskedPart>
);

/** It leads to the pledges that it adds up. */
const Amount = ({ group, figure }: { readonly group: Group; readonly figure: string }) => {
  const of = valueOf(group, figure);
  if (of === null) return <span className="quiet">{say().notStated}</span>;
  const said = <data value={of}>{amount(of)}</data>;
  return of === 0 ? (
    said
  ) : (
    <PlaceLink to={reportAddress('money', { group: group.code, figure })}>{said}</PlaceLink>
  );
};

const hasShare = (group: Group): boolean => receivedShare(group) !== '';

const receivedShare = (group: Group): string => {
  const [pledged, received] = [valueOf(group, 'pledgedOwn'), valueOf(group, 'receivedOwn')];
  return pledged === null || received === null || pledged === 0 ? '' : perCent(received / pledged);
};
