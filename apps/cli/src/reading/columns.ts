/** Which column of a file is which: by name, in any order and case, with or without blanks and signs between words. */
import { CliError, EXIT } from '../exit-codes.ts';

export interface Columns {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** Columns that had their day, by name: the columns that say the same now. */
  readonly replaced?: Readonly<Record<string, string>>;
}

export interface KnownColumns {
  /** Names as we know them, in the order of the file, and where each stands. */
  readonly named: readonly { readonly name: string; readonly at: number }[];
  /** Columns without a name: nothing may stand in them. */
  readonly nameless: readonly number[];
  readonly width: number;
  /** A row that ends before this many columns was cut off. */
  readonly needed: number;
}

/** What we put in front of a row that was left out: no part of the row when it is sent again. */
export const REASONS = ['row', 'field', 'reason', 'code'] as const;

const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** How many of the names are known: that shows the delimiter and the kind of the file. */
export const knownAmong = (header: readonly string[], { required, optional }: Columns): number => {
  const known = new Set([...required, ...optional].map(plain));
  return new Set(header.map(plain).filter((name) => known.has(name))).size;
};

/** @throws {CliError} that names every column missing, unknown or given twice, and what stands for one that was replaced. */
export const columnsOf = (
  header: readonly string[],
  { required, optional, replaced = {} }: Columns,
): KnownColumns => {
  const byPlainName = new Map([...required, ...optional].map((name) => [plain(name), name]));
  const from = isOurs(header) ? REASONS.length : 0;
  const all = header
    .map((written, at) => ({ written, at, name: byPlainName.get(plain(written)) }))
    .slice(from);
  const named = all.flatMap(({ written, name, at }) => (name === undefined ? [] : [{ written, name, at }]));
  const isNamed = (wanted: string): boolean => named.some(({ name }) => name === wanted);
  const wrong = [
    ['missing', required.filter((name) => !isNamed(name))],
    ['unknown', all.filter(({ written, name }) => name === undefined && plain(written) !== '').map(wordOf)],
    [
      'twice',
      named.filter(({ name }, nth) => named.findIndex((one) => one.name === name) !== nth).map(wordOf),
    ],
  ] as const;
  const faults = wrong.filter(([, names]) => names.length > 0);
  if (faults.length > 0) {
    const list = faults.map(([what, names]) => `${what}: ${names.join(', ')}`).join('; ');
    const hints = Object.entries(replaced)
      .filter(([old]) => all.some(({ written }) => plain(written) === plain(old)))
      .map(([old, now]) => ` Instead of ${old} write ${now}.`);
    throw new CliError(
      EXIT.usage,
      `the columns do not fit (${list}).${hints.join('')} Expected: ${required.join(',')}`,
    );
  }
  return {
    named,
    nameless: all.filter(({ name }) => name === undefined).map(({ at }) => at),
    width: header.length,
    needed: 1 + Math.max(...named.filter(({ name }) => required.includes(name)).map(({ at }) => at)),
  };
};

/** A file of rows that were left out, as this program writes it. */
const isOurs = (header: readonly string[]): boolean =>
  REASONS.every((name, at) => plain(header[at] ?? '') === name);

interface Worded {
  readonly written: string;
  readonly name: string | undefined;
}

/** Not more of it than a person needs to find it. */
const wordOf = ({ written, name = written }: Worded): string =>
  name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name;

const LONGEST = 40;
