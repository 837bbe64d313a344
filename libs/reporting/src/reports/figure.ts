/**
 * One number of a report, with what it means and what it counts. A figure that cannot name what it counts is not made, so that
 * everybody can check it.
 */
import { sumOf } from '@pledgeline/contracts';
import type { AnsweredFigure } from './report.schema.ts';

/** `figure` is a short code, unique within its report; `unit` is what it is a number of. */
export type FigureMeaning = Pick<AnsweredFigure, 'figure' | 'name' | 'unit' | 'definition'>;

/** As it is answered, with everything that it counts. The value is null where nothing can be said; a 0 was counted. */
export interface Figure extends Omit<AnsweredFigure, 'counted'> {
  readonly counted: Counted;
}

export interface Counted {
  readonly kind: CountedKind;
  readonly total: number;
  /** References of pledges, codes of states, ids of gaps, in alphabetical order: sorted when they are asked for. */
  readonly ids: readonly string[];
  /** The first of them, which cost less than all. */
  readonly first: (most: number) => readonly string[];
}

export type CountedKind = AnsweredFigure['counted']['kind'];

/** A figure of one group in the making, fed piece by piece so that a large register is never in memory as a whole. */
export interface Tally {
  add(id: string, value: number): void;
  figure(): Figure;
}

/** How a figure is made. */
export interface Measure<Row> {
  /** The figure of a group, from its own beginning. */
  begin(): Tally;
  /** Looks once at what the row brings, and adds it in each of the groups. */
  add(row: Row, groups: readonly Tally[]): void;
}

/** Counts what `idsOf` names, each once: pledges by reference, states by code. */
export const counting = <Row>(
  meaning: FigureMeaning,
  kind: CountedKind,
  idsOf: (row: Row) => readonly string[],
): Measure<Row> => ({
  begin: () => {
    const ids = new Set<string>();
    return {
      add: (id) => void ids.add(id),
      figure: () => made(meaning, ids.size, kind, ids),
    };
  },
  add: (row, groups) => {
    for (const id of idsOf(row)) for (const group of groups) group.add(id, 1);
  },
});

/** Counts rows that are each added once and have ids of their own, which costs a fraction of what sets do. */
export const countingOnce = <Row>(
  meaning: FigureMeaning,
  kind: CountedKind,
  idOf: (row: Row) => string,
  counts: (row: Row) => boolean,
): Measure<Row> => ({
  begin: () => {
    const ids: string[] = [];
    return {
      add: (id) => void ids.push(id),
      figure: () => made(meaning, ids.length, kind, ids),
    };
  },
  add: (row, groups) => {
    if (counts(row)) for (const group of groups) group.add(idOf(row), 1);
  },
});

/** The same where a row comes several times, and always at once: equal ids are side by side. */
export const countingInTurn = <Row>(
  meaning: FigureMeaning,
  kind: CountedKind,
  idOf: (row: Row) => string,
  counts: (row: Row) => boolean,
): Measure<Row> => ({
  ...countingOnce(meaning, kind, idOf, counts),
  begin: () => {
    const ids: string[] = [];
    let last: string | undefined;
    return {
      add: (id) => {
        if (id !== last) ids.push(id);
        last = id;
      },
      figure: () => made(meaning, ids.length, kind, ids),
    };
  },
});

type Summed<Row> = readonly [
  meaning: FigureMeaning,
  kind: CountedKind,
  idOf: (row: Row) => string,
  valueOf: (row: Row) => number | null,
  summary: (values: readonly number[]) => number | null,
];

const summed = <Row>(
  [meaning, kind, idOf, valueOf, summary]: Summed<Row>,
  eachOnce: (ids: readonly string[]) => Ids,
): Measure<Row> => ({
  begin: () => {
    const values: number[] = [];
    const ids: string[] = [];
    return {
      add: (id, value) => {
        values.push(value);
        ids.push(id);
      },
      figure: () => made(meaning, summary(values), kind, eachOnce(ids)),
    };
  },
  add: (row, groups) => {
    const value = valueOf(row);
    if (value !== null) for (const group of groups) group.add(idOf(row), value);
  },
});

/** One number from all values that rows state, such as a median. */
export const summing = <Row>(...what: Summed<Row>): Measure<Row> => summed(what, (ids) => new Set(ids));

/** The same of rows that are each added once and have ids of their own. */
export const summingOnce = <Row>(...what: Summed<Row>): Measure<Row> => summed(what, (ids) => ids);

/** Adds up what rows state; a row that states nothing is not counted. Null when none states anything. */
export const adding = <Row>(
  meaning: FigureMeaning,
  kind: CountedKind,
  idOf: (row: Row) => string,
  amountOf: (row: Row) => number | null,
): Measure<Row> => summing(meaning, kind, idOf, amountOf, sum);

/** The same of rows that are each added once and have ids of their own. */
export const addingOnce = <Row>(
  meaning: FigureMeaning,
  kind: CountedKind,
  idOf: (row: Row) => string,
  amountOf: (row: Row) => number | null,
): Measure<Row> => summingOnce(meaning, kind, idOf, amountOf, sum);

/** Exactly: tenths and cents add up in every order. */
const sum = (amounts: readonly number[]): number | null => (amounts.length === 0 ? null : sumOf(amounts));

/** Each once. */
type Ids = ReadonlySet<string> | readonly string[];

const made = (meaning: FigureMeaning, value: number | null, kind: CountedKind, ids: Ids): Figure => ({
  ...meaning,
  value,
  counted: countedIds(kind, ids),
  published: [],
});

/** @param all what is counted, in any order. */
export const countedIds = (kind: CountedKind, all: Ids): Counted => {
  let sorted: readonly string[] | undefined;
  return {
    kind,
    total: 'size' in all ? all.size : all.length,
    get ids() {
      return (sorted ??= [...all].sort());
    },
    first: (most) => sorted?.slice(0, most) ?? firstOf(all, most),
  };
};

const firstOf = (ids: Ids, most: number): readonly string[] => {
  const first: string[] = [];
  let last: string | undefined;
  for (const id of ids) {
    if (first.length === most && (last === undefined || id > last)) continue;
    first.splice(placeIn(first, id), 0, id);
    if (first.length > most) first.pop();
    last = first.at(-1);
  }
  return first;
};

/** Before the first that comes later. */
const placeIn = (sorted: readonly string[], id: string): number => {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') > id) high = middle;
    else low = middle + 1;
  }
  return low;
};
