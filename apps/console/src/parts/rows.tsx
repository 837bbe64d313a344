/** A table of things, one a row, told by its columns. On a narrow screen a row is a few lines, and a cell that does not say it itself is named. */
import type { ReactNode } from 'react';

export interface Column<T> {
  readonly name: string;
  readonly of: (item: T) => ReactNode;
  /** Numbers stand below each other. */
  readonly isNumber?: boolean;
  /** True where a cell says by itself what it is, such as a status. */
  readonly speaksForItself?: boolean;
}

interface RowsProps<T> {
  /** Read out before the table; a heading says it already for those who see it. */
  readonly caption: string;
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  /** The first names the row. */
  readonly columns: readonly [Column<T>, ...Column<T>[]];
}

export const Rows = <T,>({ caption, items, keyOf, columns }: RowsProps<T>) => {
  const [first, ...others] = columns;
  return (
    <table className="rows">
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ name, isNumber }) => (
            <th scope="col" key={name} {...(isNumber && { className: 'value' })}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={keyOf(item)}>
            <th scope="row">{first.of(item)}</th>
            {others.map(({ name, of, isNumber, speaksForItself }) => (
              <td
                key={name}
                {...(isNumber && { className: 'value' })}
                {...(!speaksForItself && { 'data-label': name })}
              >
                {of(item)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
