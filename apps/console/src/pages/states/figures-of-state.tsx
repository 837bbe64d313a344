/** What a state offered and gave, by one of the reports: each figure leads to what it counts. */
import type { Past } from '../../addresses/addresses.ts';
import { reportAddress } from '../../addresses/report-search.ts';
import { AskedPart } from '../../parts/asked.tsx';
import { FigureBars } from '../../parts/figure-bars.tsx';
import { definitionsIn } from '../../parts/parts-of-report.ts';
import { Plot } from '../../parts/plot.tsx';
import { reportCsv, useReport } from '../../parts/use-report.ts';

interface FiguresOfStateProps {
  readonly report: 'capabilities' | 'money';
  readonly title: string;
  readonly code: string;
  readonly past: Past;
}

export const FiguresOfState = ({ report, title, code, past }: FiguresOfStateProps) => {
  const query = { ...past, memberState: code };
  return (
    <AskedPart of={useReport(report, query)} room="line">
      {({ groups }) => {
        const said = groups.filter(({ figures }) => figures.some(({ value }) => value !== null && value > 0));
        if (said.length === 0) return null;
        return (
          <Plot title={title} definitions={definitionsIn(said)} csv={reportCsv(report, query)}>
            {said.map((group) => (
              <FigureBars
                key={group.code}
                group={group}
                to={(figure) => reportAddress(report, { memberState: code, group: group.code, figure })}
              />
            ))}
          </Plot>
        );
      }}
    </AskedPart>
  );
};
