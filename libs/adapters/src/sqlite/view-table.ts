/** The table of a view, as questions and rows name it: names as they stand in SQL. */

export interface ViewTable {
  readonly view: string;
  readonly name: string;
  readonly columns: ReadonlyMap<string, string>;
  /** The columns that are found by their words, with the name of their table of words. */
  readonly texts: ReadonlyMap<string, string>;
  /** The columns of which only the values are indexed. */
  readonly sparse: ReadonlySet<string>;
  /** Lists of columns that are indexes. */
  readonly indexes: readonly (readonly string[])[];
}

/** @param by the columns that it is of. */
export const indexName = ({ view }: Pick<ViewTable, 'view'>, by: readonly string[]): string =>
  `"index_${view}_${by.join('_')}"`;
