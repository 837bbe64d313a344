/** All figures of all groups. It may be wider than the page, and then scrolls in a box of its own. */
import type { Group } from '../../parts/figures.ts';
import { number } from '../../words/numbers.ts';
import { say } from '../../words/words.ts';
import { figuresOf } from '../../parts/parts-of-report.ts';

interface MatrixProps {
  readonly groups: readonly Group[];
  readonly name: (group: Group) => string;
}

export const Matrix = ({ groups, name }: MatrixProps) => {
  const figures = figuresOf(groups);
  if (figures.length < 2) return null;
  return (
    <details className="behind">
      <summary>{say().reports.everything}</summary>
      <div className="scrolls" tabIndex={0} role="region" aria-label={say().reports.everything}>
        <table className="matrix">
          <caption className="unseen">{say().reports.everything}</caption>
          <thead>
            <tr>
              <th scope="col">{say().reports.group}</th>
              {figures.map((figure) => (
                <th scope="col" className="value" key={figure.figure}>
                  {figure.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <tr key={group.code}>
                <th scope="row">{name(group)}</th>
                {figures.map(({ figure }) => (
                  <td className="value" key={figure}>
                    <Value group={group} figure={figure} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
};

const Value = ({ group, figure }: { readonly group: Group; readonly figure: string }) => {
  const value = group.figures.find((one) => one.figure === figure)?.value ?? null;
  return value === null ? <span className="quiet">{say().notStated}</span> : number(value);
};
