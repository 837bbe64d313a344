/** The figures of a report: those of everything, one of them group by group, and all of all groups in a table behind. */
import { reportAddress, reportQuery } from '../../addresses/report-search.ts';
import type { ReportSearch } from '../../addresses/report-search.ts';
import { Bars } from '../../parts/bars.tsx';
import { FigureBars } from '../../parts/figure-bars.tsx';
import type { Group, Report } from '../../parts/figures.ts';
import { FEWEST_DRAWN, Plot } from '../../parts/plot.tsx';
import { reportCsv } from '../../parts/use-report.ts';
import { writtenOut } from '../../words/codes.ts';
import { groupingName, groupName } from '../../words/value-name.ts';
import { say } from '../../words/words.ts';
import { comparedFigure, definitionsIn, partsOf } from '../../parts/parts-of-report.ts';
import { Matrix } from './matrix.tsx';

interface FiguresProps {
  readonly report: string;
  readonly of: Report;
  readonly search: ReportSearch;
}

export const Figures = ({ report, of, search }: FiguresProps) => {
  const { whole, compared } = partsOf(of);
  const csv = reportCsv(report, reportQuery(search));
  const by = of.question.by;
  const rowsAre = typeof by === 'string' ? groupingName(by) : say().reports.group;
  const name = (group: Group): string => groupName(of.question.by ?? null, group);
  return (
    <>
      {whole.map((group) => (
        <Plot
          key={group.code}
          title={group.code === 'all' ? say().reports.inAll : name(group)}
          definitions={definitionsIn([group])}
          csv={csv}
        >
          <FigureBars
            group={group}
            to={(figure) => reportAddress(report, { ...search, cursor: '', group: group.code, figure })}
          />
        </Plot>
      ))}
      {compared.length > 0 && (
        <Compared report={report} groups={compared} name={name} search={search} csv={csv} rowsAre={rowsAre} />
      )}
    </>
  );
};

interface ComparedProps {
  readonly report: string;
  readonly groups: readonly Group[];
  readonly name: (group: Group) => string;
  readonly search: ReportSearch;
  readonly csv: string;
  /** By what the groups are made. */
  readonly rowsAre: string;
}

const Compared = ({ report, groups, name, search, csv, rowsAre }: ComparedProps) => {
  const figure = comparedFigure(groups, search.of);
  if (figure === undefined) return null;
  const rows = groups.map((group) => ({
    group,
    found: group.figures.find((one) => one.figure === figure.figure),
  }));
  const title = say().reports.compared(figure.name);
  return (
    <Plot title={title} definitions={definitionsIn(groups)} csv={csv}>
      <Bars
        caption={title}
        rowsAre={rowsAre}
        valuesAre={writtenOut(figure.unit)}
        drawn={rows.some(({ found }) => (found?.value ?? 0) >= FEWEST_DRAWN)}
        bars={rows.map(({ group, found }) => ({
          key: group.code,
          label: name(group),
          value: found?.value ?? null,
          ...(found &&
            found.counted.total > 0 && {
              to: reportAddress(report, { ...search, cursor: '', group: group.code, figure: found.figure }),
            }),
        }))}
      />
      <Matrix groups={groups} name={name} />
    </Plot>
  );
};
