/**
 * One square for each pledge, row by row, its texture by what became of it. The same numbers stand in a table behind, since a
 * picture is not read out; above a number that an eye can take in, bars of the same textures stand in place of the squares.
 */
import { number } from '../words/numbers.ts';
import { say } from '../words/words.ts';
import { PlaceLink } from './place-link.tsx';

export interface Kind {
  /** Also the name of its texture. */
  readonly key: string;
  readonly name: string;
}

export interface SquareRow {
  readonly key: string;
  readonly label: string;
  readonly to?: string;
  /** How many of each kind, by its key. */
  readonly counts: Readonly<Record<string, number>>;
  /** Below the name, in a few words. */
  readonly note: string;
  /** In the last column of the table, for instance how many of them are silent. */
  readonly beside: number;
}

interface SquaresProps {
  readonly caption: string;
  readonly rowsAre: string;
  readonly besideIs: string;
  readonly kinds: readonly Kind[];
  readonly rows: readonly SquareRow[];
}

const MOST_SQUARES = 2000;

export const Squares = ({ caption, rowsAre, besideIs, kinds, rows }: SquaresProps) => {
  const all = rows.reduce((sum, row) => sum + totalOf(row, kinds), 0);
  const largest = Math.max(1, ...rows.map((row) => totalOf(row, kinds)));
  return (
    <>
      <ul className="legend">
        {kinds.map(({ key, name }) => (
          <li key={key}>
            <span className={`square ${key}`} aria-hidden="true" /> {name}
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
            {all > MOST_SQUARES ? (
              <StackedBar row={row} kinds={kinds} of={largest} />
            ) : (
              <SquaresOf row={row} kinds={kinds} />
            )}
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
                  <td className="value">{number(totalOf(row, kinds))}</td>
                  {kinds.map(({ key }) => (
                    <td className="value" key={key}>
                      {number(row.counts[key] ?? 0)}
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

interface RowOfKinds {
  readonly row: SquareRow;
  readonly kinds: readonly Kind[];
}

const SquaresOf = ({ row, kinds }: RowOfKinds) => (
  <div className="squares-of" aria-hidden="true">
    {kinds.flatMap(({ key }) =>
      Array.from({ length: row.counts[key] ?? 0 }, (_, n) => (
        <span className={`square ${key}`} key={`${key}${n}`} />
      )),
    )}
  </div>
);

const StackedBar = ({ row, kinds, of }: RowOfKinds & { readonly of: number }) => (
  <div className="stacked" aria-hidden="true">
    {kinds
      .filter(({ key }) => (row.counts[key] ?? 0) > 0)
      .map(({ key }) => (
        <span
          className={`square ${key}`}
          key={key}
          style={{ inlineSize: `${(100 * (row.counts[key] ?? 0)) / of}%` }}
        />
      ))}
  </div>
);

const totalOf = ({ counts }: SquareRow, kinds: readonly Kind[]): number =>
  kinds.reduce((sum, { key }) => sum + (counts[key] ?? 0), 0);
