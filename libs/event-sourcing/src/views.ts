/**
 * The port to read models: rows kept as plain objects, found by key or by the columns a view declares. Rows and the last
 * applied revision of each stream are stored together, so that an event delivered twice is applied once.
 */

export type ColumnValue = string | number | null;

export interface ViewDefinition<Row = unknown> {
  readonly name: string;
  /** Raise it when the row's shape or a column changes: the old rows are then thrown away and rebuilt. */
  readonly version: number;
  /** What rows can be filtered and ordered by, computed from the row. */
  readonly columns: Readonly<Record<string, (row: Row) => ColumnValue>>;
  /** Those of the columns that hold long texts: found by their words, and not by value, range or order. */
  readonly texts?: readonly string[];
  /**
   * Those of the columns that are null in most rows, and by which nothing is ordered: only rows with a value are indexed, so that
   * the others cost nothing, and a word is looked for among those few.
   */
  readonly sparse?: readonly string[];
  /**
   * Lists in the row that may grow long, by the names that lead to each. They are stored in pieces, so that an item more does not
   * write the others again. Rows are read with them all the same.
   */
  readonly lists?: readonly (readonly string[])[];
  /**
   * Columns by which rows are found together, the first one first; `key` is the key of the row. Without them each column is an index
   * of its own, with the key behind it, so that rows of one value are in the order of keys. Rows of an index without the key are in
   * the order they came: new ones lie side by side, and cost a fraction.
   */
  readonly indexes?: readonly (readonly string[])[];
  /** Which rows change is numbered, for readers who keep what they have read. */
  readonly isFollowed?: true;
  /**
   * Columns by whose values rows are counted again and again. Which rows come and go is noted with these values, so that a count that
   * somebody keeps is put right by what changed since.
   */
  readonly counted?: readonly string[];
  /** What most rows say alike: it need not be stored with each of them. Rows are read with it all the same. */
  readonly usual?: UsualFields;
}

export interface UsualFields {
  /** The field of the row that is an object with these fields; null where they are fields of the row itself. */
  readonly of: string | null;
  /** With their values in most rows, as plain data. Every row has all of them. */
  readonly fields: object;
}

/**
 * Equality, a list of alternatives, a range (inclusive), one of the words that a column holds with blanks between them, the
 * beginnings of words that a text must all hold, in any order, case and accents aside, or the key of a row of another view that
 * fits. What has neither letter nor digit is in no text. Null columns match neither a range nor words nor keys.
 */
export type Condition =
  | ColumnValue
  | { readonly in: readonly ColumnValue[] }
  | { readonly anyWord: readonly string[] }
  | { readonly allBeginnings: string }
  | { readonly keyOf: string; readonly fitting: Readonly<Record<string, Condition>> }
  | { readonly from?: string | number; readonly to?: string | number };

export interface ViewQuery {
  /** By declared columns; `key` is the key of the row where no column has that name. */
  readonly where?: Readonly<Record<string, Condition>>;
  /** Declared column, nulls last, ties by key; by key alone when absent. */
  readonly orderBy?: string;
  /** From the last value to the first; those without one still come last. */
  readonly descending?: boolean;
  readonly limit?: number;
  /** Many rows fit: a page is found sooner by following the order than by sorting all that fit. */
  readonly manyFit?: boolean;
  /**
   * Whoever asks passes over many rows, and looks at the part of them that their view declares for that: what else is in a row may
   * be left out, and rows may be shared with others, so that they must not be changed.
   */
  readonly inBrief?: boolean;
  /** Row after which the page starts, exclusive. */
  readonly after?: { readonly value: ColumnValue; readonly key: string };
}

export interface ChangedRows {
  readonly place: number;
  /** Those that came, changed or went; null when any of them may have: nothing was read yet, or that is too long ago. */
  readonly keys: readonly string[] | null;
}

export interface FoundRow<Row> {
  readonly key: string;
  readonly row: Row;
}

/** How many rows have these values. */
export interface Tally {
  readonly values: readonly ColumnValue[];
  readonly count: number;
  /** How many of them fit the further conditions. */
  readonly among: number;
}

/** Counts as of a place among the changes of a view. */
export interface TallySince {
  readonly place: number;
  readonly tallies: readonly Tally[];
  /**
   * Whether they are what to add to the counts of the place that was asked about, below 0 where rows went. If not, all rows were
   * counted: nothing was counted yet, or that is too long ago.
   */
  readonly isChange: boolean;
}

export interface ViewChanges {
  /** A null row deletes. */
  readonly rows: readonly { readonly view: string; readonly key: string; readonly row: unknown }[];
  /** Last applied revision per stream. */
  readonly revisions: ReadonlyMap<string, number>;
}

export interface Views {
  /** Makes the views known; answers true when rows of another version were thrown away, so a rebuild is due. */
  define(views: readonly ViewDefinition<never>[]): Promise<boolean>;
  get<Row>(view: string, key: string): Promise<Row | undefined>;
  getMany<Row>(view: string, keys: readonly string[]): Promise<Map<string, Row>>;
  find<Row>(view: string, query?: ViewQuery): Promise<FoundRow<Row>[]>;
  /** Keys of the rows that `find` finds. */
  keys(view: string, query?: ViewQuery): Promise<string[]>;
  /**
   * Which rows of a followed view have changed since a place. Rows that are read afterwards are as new as the place that is answered,
   * or newer.
   * @param place as it was answered before; null for who has read nothing yet.
   */
  changedSince(view: string, place: number | null): Promise<ChangedRows>;
  /** @param atMost ends the count there: what is of no interest beyond costs nothing. */
  count(view: string, where?: ViewQuery['where'], atMost?: number): Promise<number>;
  /** Counts the rows that fit for each set of values of these columns, in one pass; those that fit `among` as well apart. */
  tally(
    view: string,
    columns: readonly string[],
    where?: ViewQuery['where'],
    among?: ViewQuery['where'],
  ): Promise<Tally[]>;
  /**
   * The same for who keeps what was counted before: what changed since. Columns and conditions are of the `counted` columns of the view.
   * @param place as it was answered with the same columns and conditions; null for who has counted nothing yet.
   * @param columns none for one count of all.
   */
  tallySince(
    view: string,
    place: number | null,
    columns: readonly string[],
    where?: ViewQuery['where'],
    among?: ViewQuery['where'],
  ): Promise<TallySince>;
  lastApplied(streams: readonly string[]): Promise<Map<string, number>>;
  /** Rows and revisions in one transaction. */
  apply(changes: ViewChanges): Promise<void>;
  /** Every row and every revision gone, in one transaction. */
  clear(): Promise<void>;
  /** All rows in key order, for comparing a rebuilt view with the old one. */
  dump(view: string): AsyncIterable<FoundRow<unknown>>;
  close(): Promise<void>;
}
