/** The figures to take along, each with its definition. */
import { withSearch } from '../../addresses/addresses.ts';
import type { Past } from '../../addresses/addresses.ts';
import { reportAddress } from '../../addresses/report-search.ts';
import { AskedPart } from '../../parts/asked.tsx';
import { PlaceLink } from '../../parts/place-link.tsx';
import { useAsked } from '../../server/api.ts';
import { useSession } from '../../server/session.ts';
import { say } from '../../words/words.ts';

export const Take = ({ past }: { readonly past: Past }) => {
  const reports = useAsked('/reports', {});
  const role = useSession()?.session?.caller.role ?? 'PUBLIC';
  return (
    <section className="take">
      <h2>{say().overview.takeTitle}</h2>
      <p className="lead">{say().overview.takeText}</p>
      <AskedPart of={reports} room="plot">
        {({ items }) => (
          <ul>
            {items
              .filter(({ readers }) => readers.includes(role))
              .map(({ report, answers, title, href }) => (
                <li key={report}>
                  <PlaceLink to={reportAddress(report)}>{answers}</PlaceLink>{' '}
                  <span className="meta">
                    <a href={withSearch(href, { ...past, format: 'csv' })} aria-label={`CSV: ${title}`}>
                      CSV
                    </a>{' '}
                    <a href={withSearch(href, { ...past })} aria-label={`JSON: ${title}`}>
                      JSON
                    </a>
                  </span>
                </li>
              ))}
          </ul>
        )}
      </AskedPart>
    </section>
  );
};
