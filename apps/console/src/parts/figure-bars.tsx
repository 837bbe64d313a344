/** The figures of one group. A scale for each unit: days and pledges are not compared. What cannot be said is named once, below. */
import { writtenOut } from '../words/codes.ts';
import { number } from '../words/numbers.ts';
import { say } from '../words/words.ts';
import { Bars } from './bars.tsx';
import type { Group } from './figures.ts';
import { figuresByUnit } from './parts-of-report.ts';
import { FEWEST_DRAWN } from './plot.tsx';

interface FigureBarsProps {
  readonly group: Group;
  /** Where what a figure counts is listed. */
  readonly to: (figure: string) => string;
}

export const FigureBars = ({ group, to }: FigureBarsProps) => {
  const { units, unsaid } = figuresByUnit(group);
  return (
    <>
      {units.map(({ unit, figures }) => (
        <Bars
          key={unit}
          caption={unit}
          rowsAre={say().overview.figure}
          valuesAre={/^[A-Z]{3}$/.test(unit) ? unit : writtenOut(unit)}
          drawn={figures.length > 1 && figures.some(({ value }) => (value ?? 0) >= FEWEST_DRAWN)}
          bars={figures.map(({ figure, name, value, counted }) => ({
            key: figure,
            label: name,
            value,
            ...(counted.total > 0 && { to: to(figure) }),
          }))}
        />
      ))}
      {unsaid.length > 0 && (
        <details className="behind">
          <summary>{say().reports.unsaid(unsaid.length, number(unsaid.length))}</summary>
          <p className="meta">{unsaid.map(({ name }) => name).join(', ')}</p>
        </details>
      )}
    </>
  );
};
