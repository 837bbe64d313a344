/**
 * A list as CSV (RFC 4180), a line for each item. The columns follow from the description of the item, so that they are the same
 * for every page: a part of an object has a column of its own, several words stand in one with semicolons between them, and what
 * has parts of its own and comes several times is JSON. A text that a spreadsheet would take for a formula gets an apostrophe in
 * front; numbers stay numbers.
 */
import { guardedCell } from '@pledgeline/contracts';
import { stringify } from 'csv-stringify/sync';

/** The parts of a description that decide about columns. */
interface Described {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Described>>;
  readonly items?: Described;
  readonly anyOf?: readonly Described[];
}

type Path = readonly string[];

interface Column {
  readonly path: Path;
  readonly isOfWords: boolean;
}

/** @param item the description of an item, as the API document has it. */
export const listCsv = (item: object, items: readonly object[]): string => {
  const columns = columnsOf(item);
  return stringify(
    items.map((one) => columns.map((column) => cell(column, one))),
    {
      header: true,
      columns: columns.map(({ path }) => ({ key: path.join('.'), header: path.join('.') })),
      record_delimiter: 'windows',
      cast: { string: guardedCell, boolean: String },
    },
  );
};

const columnsOf = (described: Described, path: Path = []): readonly Column[] => {
  const said = withoutNull(described);
  if (said.properties !== undefined) {
    return Object.entries(said.properties).flatMap(([name, part]) => columnsOf(part, [...path, name]));
  }
  return [{ path, isOfWords: said.items !== undefined && isScalar(said.items) }];
};

/** What may be null has the columns of what it is otherwise. */
const withoutNull = (described: Described): Described => {
  const others = described.anyOf?.filter(({ type }) => type !== 'null') ?? [];
  const [only] = others;
  return only !== undefined && others.length === 1 ? withoutNull(only) : described;
};

const isScalar = (described: Described): boolean =>
  ['string', 'integer', 'number', 'boolean'].includes(withoutNull(described).type ?? '');

const cell = ({ path, isOfWords }: Column, item: unknown): string | number | boolean | null => {
  const value = path.reduce<unknown>(
    (within, name) => (within as Record<string, unknown> | null)?.[name],
    item,
  );
  if (value === undefined || value === null) return null;
  if (isOfWords) return (value as readonly unknown[]).map(String).join('; ');
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return JSON.stringify(value);
};
