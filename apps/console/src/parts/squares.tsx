/**
 * One square for each pledge, row by row, its texture by what became of it. Below the squares of a row their numbers are links to the
 * pledges themselves, and so are the squares, for who points at them. The numbers of all rows stand in a table behind, since a picture
 * is not read out; above a number that an eye can take in, bars of the same textures stand in place of the squares.
 */
import type { ReactNode } from 'react';
import { number } from '../words/numbers.ts';
import { say } from '../words/words.ts';
import { Figured } from './figured.tsx';
import { PlaceLink } from './place-link.tsx';

export interface Kind {
  /** Also the name of its texture. */
  readonly key: string;
  readonly name: string;
  /** In all rows; a pledge that stands in several of them once. */
  readonly total: number;
}

export interface SquareRow {
  readonly key: string;
  readonly label: string;
  readonly to?: string;
  readonly parts: readonly SquarePart[];
  /** Below the name, in a few words. */
  readonly note: ReactNode;
  /** In the last column of the table, for instance how many of them are silent. */
  readonly beside: number;
}

/** Pledges of one kind, all of one list. */
export interface SquarePart {
  readonly kind: string;
  /** With its number, as in "2 kept". */
  readonly text: string;
  readonly count: number;
  /** Where they are listed. */
  readonly to: string;
}

interface SquaresProps {
  readonly caption: string;
  /** In all; one may stand in several rows. */
  readonly pledges: number;
  readonly rowsAre: string;
  readonly besideIs: string;
  readonly kinds: readonly Kind[];
  readonly rows: readonly SquareRow[];
}

const MOST_SQUARES = 2000;

/** Whether so many are shown as squares, one each. */
export const asSquares = (pledges: number): boolean => pledges <= MOST_SQUARES;

export const Squares = ({ caption, pledges, rowsAre, besideIs, kinds, rows }: SquaresProps) => {
  const largest = Math.max(1, ...rows.map(totalOf));
  return (
    <>
      <ul className="legend">
        {kinds.map(({ key, name, total }) => (
          <li key={key}>
            <span className={`square ${key}`} aria-hidden="true" />{' '}
            <Figured text={say().overview.becameCount(number(total), name)} figure={number(total)} />
          </li>
        ))}
      </ul>
      <div className="squares">
        {rows.map((row) => (
          <div className="squares-row" key={row.key}>
            <p>
              {row.to === undefined ? row.label : <PlaceLink to={row.to}>{row.label}</PlaceLink>}{' '}
              <span className="meta">{row.note}</span>
            </p>
            <div>
              {asSquares(pledges) ? <SquaresOf row={row} /> : <StackedBar row={row} of={largest} />}
              <ul className="parts-of">
                {partsOf(row).map(({ text, to }) => (
                  <li key={to}>
                    <PlaceLink to={to}>{text}</PlaceLink>
                  </li>
                ))}
              </ul>
            </div>
          </div>
        ))}
      </div>
      <details className="behind">
        <summary>{say().plot.table}</summary>
        <div className="scrolls" tabIndex={0} role="region" aria-label={caption}>
          <table>
            <caption className="unseen">{caption}</caption>
            <thead>
              <tr>
                <th scope="col">{rowsAre}</th>
                <th scope="col" className="value">
                  {say().overview.count}
                </th>
                {kinds.map(({ key, name }) => (
                  <th scope="col" className="value" key={key}>
                    {name}
                  </th>
                ))}
                <th scope="col" className="value">
                  {besideIs}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.key}>
                  <th scope="row">{row.label}</th>
                  <td className="value">{number(totalOf(row))}</td>
                  {kinds.map(({ key }) => (
                    <td className="value" key={key}>
                      {number(sumOf(row.parts.filter(({ kind }) => kind === key)))}
                    </td>
                  ))}
                  <td className="value">{number(row.beside)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </>
  );
};

interface OfRow {
  readonly row: SquareRow;
}

/** Each leads where its number below does; who goes by keys or listens has the number. */
const SquaresOf = ({ row }: OfRow) => (
  <div className="squares-of" aria-hidden="true">
    {partsOf(row).map(({ kind, text, count, to }) => (
      <PlaceLink key={to} to={to} title={text} isOnTheWay={false}>
        {Array.from({ length: count }, (_, n) => (
          <span className={`square ${kind}`} key={n} />
        ))}
      </PlaceLink>
    ))}
  </div>
);

const StackedBar = ({ row, of }: OfRow & { readonly of: number }) => (
  <div className="stacked" aria-hidden="true">
    {partsOf(row).map(({ kind, count, to }) => (
      <span className={`square ${kind}`} key={to} style={{ inlineSize: `${(100 * count) / of}%` }} />
    ))}
  </div>
);

const partsOf = ({ parts }: SquareRow): readonly SquarePart[] => parts.filter(({ count }) => count > 0);

const sumOf = (parts: readonly SquarePart[]): number => parts.reduce((sum, { count }) => sum + count, 0);

const totalOf = ({ parts }: SquareRow): number => sumOf(parts);
