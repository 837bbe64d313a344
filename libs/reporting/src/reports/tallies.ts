/** What is counted, tallied in its groups and in all: how every report that groups is put together. */
import type { Measure, Tally } from './figure.ts';
import type { Group } from './report.ts';

export const ALL = 'all';

export interface Tallies<Row> {
  /** Counts it once in all, and once in each group however often that is named. */
  add(row: Row, codes: readonly string[]): void;
  total(): Group;
  /** In the order of their codes; the note goes into the definition of each figure. */
  parts(nameOf?: (code: string) => string, note?: string): readonly Group[];
  /** Those of these codes in this order, also where nothing was counted. */
  partsOf(codes: readonly string[], nameOf: (code: string) => string): readonly Group[];
}

/** Of codes that people write, those with one key are one: the group has the spelling that most rows have. */
export type KeyOf = (code: string) => string;

/** One group, and how often each of its spellings was written. */
interface Named {
  readonly tallies: readonly Tally[];
  /** Of each measure that in all, and that of the group: where most rows are added. */
  readonly withTotal: readonly (readonly Tally[])[];
  readonly spellings: Map<string, number>;
}

const asWritten: KeyOf = (code) => code;

/** Every row counts once in all, and once in each group that it names. */
export const talliesOf = <Row>(measures: readonly Measure<Row>[], keyOf: KeyOf = asWritten): Tallies<Row> => {
  const begun = (): Tally[] => measures.map((measure) => measure.begin());
  const total = begun();
  const inAll = total.map((tally) => [tally]);
  const groups = new Map<string, Named>();
  /** Many rows write the same, and a key takes longer than a look. */
  const byCode = new Map<string, Named>();
  const beginGroup = (): Named => {
    const tallies = begun();
    const withTotal = inAll.map((one, n) => [...one, ...tallies.slice(n, n + 1)]);
    return { tallies, withTotal, spellings: new Map<string, number>() };
  };
  const namedBy = (code: string): Named => {
    const key = keyOf(code);
    const named = groups.get(key) ?? beginGroup();
    groups.set(key, named);
    byCode.set(code, named);
    return named;
  };
  const spelled = (code: string): Named => {
    const named = byCode.get(code) ?? namedBy(code);
    const spelling = keyOf === asWritten ? code : code.replace(/\s+/gu, ' ').trim();
    named.spellings.set(spelling, (named.spellings.get(spelling) ?? 0) + 1);
    return named;
  };
  /** Of each measure, the tallies that a row with these codes is added to. */
  const talliesFor = (codes: readonly string[]): Named['withTotal'] => {
    const [only] = codes;
    if (only === undefined) return inAll;
    if (codes.length === 1) return spelled(only).withTotal;
    const named = [...new Set([...new Set(codes)].map(spelled))];
    return inAll.map((one, n) => [...one, ...named.flatMap(({ tallies }) => tallies.slice(n, n + 1))]);
  };
  return {
    add: (row, codes) => {
      const to = talliesFor(codes);
      measures.forEach((measure, n) => {
        measure.add(row, to[n] ?? []);
      });
    },
    total: () => group(ALL, 'in all', total),
    parts: (nameOf = (code) => code, note) =>
      [...groups.values()]
        .map(({ tallies, spellings }) => ({ tallies, code: mostFrequent(spellings) }))
        .sort((one, other) => (one.code < other.code ? -1 : 1))
        .map(({ code, tallies }) => group(code, nameOf(code), tallies, note)),
    partsOf: (codes, nameOf) =>
      codes.map((code) => group(code, nameOf(code), groups.get(keyOf(code))?.tallies ?? begun())),
  };
};

/** Of equally frequent ones the first by its letters, so that the order of rows does not matter. */
const mostFrequent = (spellings: ReadonlyMap<string, number>): string =>
  [...spellings].toSorted(
    ([one, times], [other, oftener]) => oftener - times || (one < other ? -1 : 1),
  )[0]?.[0] ?? '';

const group = (code: string, name: string, tallies: readonly Tally[], note?: string): Group => ({
  code,
  name,
  figures: tallies
    .map((tally) => tally.figure())
    .map((figure) =>
      note === undefined ? figure : { ...figure, definition: `${figure.definition}; ${note}` },
    ),
});
