/** How to cite: an address that answers the same whenever it is opened, by its two times. */
import { useState } from 'react';
import { BASE, withSearch } from '../../addresses/addresses.ts';
import { asItStands, reportAddress, reportQuery } from '../../addresses/report-search.ts';
import type { ReportSearch } from '../../addresses/report-search.ts';
import type { Report } from '../../parts/figures.ts';
import { Code } from '../../parts/code.tsx';
import { reportCsv } from '../../parts/use-report.ts';
import { day, moment } from '../../words/numbers.ts';
import { say } from '../../words/words.ts';

interface CiteProps {
  readonly report: string;
  readonly search: ReportSearch;
  readonly of: Report;
}

export const Cite = ({ report, search, of }: CiteProps) => {
  const [isCopied, setCopied] = useState(false);
  const words = say().reports;
  const fixed = asItStands(search, of);
  const address = `${BASE}${reportAddress(report, fixed)}`;
  const query = reportQuery(search);
  return (
    <section className="cite" aria-labelledby="cite">
      <h2 id="cite">{words.cite}</h2>
      <p>{words.citeText(day(fixed.asOf), moment(fixed.knownAt ?? ''))}</p>
      <p>
        <a href={address}>
          <Code>{location.origin + address}</Code>
        </a>
      </p>
      <p className="ways-on">
        <button
          type="button"
          onClick={() => {
            void navigator.clipboard.writeText(location.origin + address).then(() => setCopied(true));
          }}
        >
          {isCopied ? say().pledge.copied : say().pledge.copyLink}
        </button>
        <a href={reportCsv(report, query)}>{words.csv}</a>
        <a href={withSearch(`/reports/${report}`, query)}>{words.asJson}</a>
      </p>
    </section>
  );
};
