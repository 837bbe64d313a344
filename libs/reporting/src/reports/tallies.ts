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
}

/** Every row counts once in all, and once in each group that it names. */
export const talliesOf = <Row>(measures: readonly Measure<Row>[]): Tallies<Row> => {
  const begun = (): Tally<Row>[] => measures.map((measure) => measure());
  const total = begun();
  const groups = new Map<string, Tally<Row>[]>();
  return {
    add: (row, codes) => {
      for (const tally of total) tally.add(row);
      for (const code of new Set(codes)) {
        const tallies = groups.get(code) ?? begun();
        groups.set(code, tallies);
        for (const tally of tallies) tally.add(row);
      }
    },
    total: () => group(ALL, 'in all', total),
    parts: (nameOf = (code) => code, note) =>
      [...groups]
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([code, tallies]) => group(code, nameOf(code), tallies, note)),
  };
};

const group = <Row>(code: string, name: string, tallies: readonly Tally<Row>[], note?: string): Group => ({
  code,
  name,
  figures: tallies
    .map((tally) => tally.figure())
    .map((figure) =>
      note === undefined ? figure : { ...figure, definition: `${figure.definition}; ${note}` },
    ),
});
