/**
 * A plot that is a table: each row has its number, and a bar on one scale for all rows. Who does not see the bars misses
 * nothing. Below a certain width the bar stands under its row.
 */
import type { ReactNode } from 'react';
import { number, perCent } from '../words/numbers.ts';
import { say } from '../words/words.ts';
import { PlaceLink } from './place-link.tsx';

export interface Bar {
  readonly key: string;
  readonly label: ReactNode;
  /** Null where it is not known, which is not 0. */
  readonly value: number | null;
  /** Where what it counts is listed. */
  readonly to?: string;
  /** In a column of its own, such as the share of the row above. */
  readonly note?: string;
}

interface BarsProps {
  /** Read out before the table; the title of the plot says it already for those who see it. */
  readonly caption: string;
  readonly rowsAre: string;
  readonly valuesAre: string;
  /** What the notes are, where there are any. */
  readonly notesAre?: string;
  readonly bars: readonly Bar[];
  /** What 100 per cent is, where shares of it are shown. */
  readonly whole?: number;
  /** Where several plots are compared; else the largest of the values. */
  readonly scale?: number;
  readonly format?: (value: number) => string;
  /** False for numbers alone, where a picture would say more than they do. */
  readonly drawn?: boolean;
}

export const Bars = ({
  caption,
  rowsAre,
  valuesAre,
  notesAre,
  bars,
  whole,
  scale,
  format = number,
  drawn = true,
}: BarsProps) => {
  const longest = scale ?? Math.max(1, ...bars.map(({ value }) => value ?? 0));
  return (
    <table className={drawn ? 'bars' : 'bars numbers'}>
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{rowsAre}</th>
          <th scope="col" className="value">
            {valuesAre}
          </th>
          {whole !== undefined && (
            <th scope="col" className="value">
              {say().plot.share}
            </th>
          )}
          {notesAre !== undefined && (
            <th scope="col" className="value">
              {notesAre}
            </th>
          )}
          {drawn && <td className="bar-cell" />}
        </tr>
      </thead>
      <tbody>
        {bars.map(({ key, label, value, to, note }) => (
          <tr key={key}>
            <th scope="row">{to === undefined ? label : <PlaceLink to={to}>{label}</PlaceLink>}</th>
            <td className="value">{value === null ? say().notStated : format(value)}</td>
            {whole !== undefined && (
              <td className="value share">{value === null || whole === 0 ? '' : perCent(value / whole)}</td>
            )}
            {notesAre !== undefined && <td className="value share">{note ?? ''}</td>}
            {drawn && (
              <td className="bar-cell" aria-hidden="true">
                {value !== null && value > 0 && (
                  <span className="mark" style={{ inlineSize: `max(2px, ${(100 * value) / longest}%)` }} />
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
