/** For everybody: which questions the register answers, and where. */
import { useSearch } from 'wouter';
import { pastIn, withSearch } from '../../addresses/addresses.ts';
import { reportAddress } from '../../addresses/report-search.ts';
import { AskedPart } from '../../parts/asked.tsx';
import { Page } from '../../parts/page.tsx';
import { PlaceLink } from '../../parts/place-link.tsx';
import { useRowKeys } from '../../parts/row-keys.ts';
import { useAsked } from '../../server/api.ts';
import type { Answer } from '../../server/api.ts';
import { useSession } from '../../server/session.ts';
import { number } from '../../words/numbers.ts';
import { groupingName } from '../../words/value-name.ts';
import { say } from '../../words/words.ts';

export const Reports = () => {
  const reports = useAsked('/reports', {});
  const role = useSession()?.session?.caller.role ?? 'PUBLIC';
  return (
    <Page title={say().reports.title} rests={{ recordedUpTo: null, json: '/reports' }}>
      <p className="lead">{say().reports.lead}</p>
      <AskedPart of={reports}>
        {({ items }) => {
          const own = items.filter(({ readers }) => readers.includes(role));
          const others = items.length - own.length;
          return (
            <>
              <Questions items={own} />
              {others > 0 && <p className="ways-on">{say().reports.forOthers(others, number(others))}</p>}
            </>
          );
        }}
      </AskedPart>
    </Page>
  );
};

const Questions = ({ items }: { readonly items: Answer<'/reports'>['items'] }) => {
  const table = useRowKeys();
  const past = pastIn(useSearch());
  const words = say().reports;
  return (
    <table className="rows questions" ref={table}>
      <caption className="unseen">{words.title}</caption>
      <thead>
        <tr>
          <th scope="col">{words.question}</th>
          <th scope="col">{words.groupedBy}</th>
          <th scope="col">{words.take}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ report, title, answers, by, href }) => (
          <tr key={report}>
            <th scope="row">
              <PlaceLink to={reportAddress(report)}>{answers}</PlaceLink>
              <span className="meta">{title}</span>
            </th>
            <td className="meta" {...(by.length > 0 && { 'data-label': words.groupedBy })}>
              {by.map(groupingName).join(', ')}
            </td>
            <td className="take-links">
              <a href={withSearch(href, { ...past, format: 'csv' })} aria-label={say().plot.csvOf(title)}>
                {say().plot.csv}
              </a>{' '}
              <a href={withSearch(href, { ...past })} aria-label={words.jsonOf(title)}>
                {words.json}
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
