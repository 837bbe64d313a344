/** One report: the question, its figures with their definitions, what each counts, and how to take or cite them. */
import { useParams, useSearch } from 'wouter';
import { withSearch } from '../../addresses/addresses.ts';
import { reportQuery, reportSearchIn } from '../../addresses/report-search.ts';
import { AskedPart } from '../../parts/asked.tsx';
import { Page } from '../../parts/page.tsx';
import { useReport } from '../../parts/use-report.ts';
import { useAsked } from '../../server/api.ts';
import { writtenOut } from '../../words/codes.ts';
import { say } from '../../words/words.ts';
import { Cite } from './cite.tsx';
import { Counted } from './counted.tsx';
import { Figures } from './figures.tsx';
import { Published } from './published.tsx';
import { ReportFilters } from './report-filters.tsx';

export const Report = () => {
  const { report = '' } = useParams<{ report?: string }>();
  const search = reportSearchIn(useSearch());
  const query = reportQuery(search);
  const asked = useReport(report, query);
  const list = useAsked('/reports', {});
  const body = asked.data?.body;
  const summary = list.data?.body.items.find((one) => one.report === report);
  const title = summary?.title ?? body?.title ?? writtenOut(report);
  return (
    <Page
      title={title}
      heading={summary?.answers ?? title}
      wide
      rests={
        body && {
          recordedUpTo: body.recordedUpTo,
          ruleSet: body.ruleSet,
          json: withSearch(`/reports/${report}`, query),
        }
      }
    >
      <p className="lead">{title}</p>
      <div className="with-filters">
        <ReportFilters
          key={JSON.stringify([report, search])}
          report={report}
          search={search}
          groupings={summary?.by ?? []}
          takes={summary?.takes ?? []}
          groups={body?.groups ?? []}
        />
        <div className="figures">
          <Counted report={report} search={search} of={body} />
          <AskedPart of={asked}>
            {(answer) => (
              <>
                {answer.groups.length === 0 && <p>{say().reports.nothing}</p>}
                {answer.definitionsNote !== null && <p className="lead">{answer.definitionsNote}</p>}
                <Figures report={report} of={answer} search={search} />
                <Published of={answer} />
                <Cite report={report} search={search} of={answer} />
              </>
            )}
          </AskedPart>
        </div>
      </div>
    </Page>
  );
};
