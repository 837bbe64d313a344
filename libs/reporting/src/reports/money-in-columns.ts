/** The money of one pledge in the columns of the report: whose it is, of which kind, and how much. */
import { sumOf } from '@pledgeline/contracts';
import { promisedBy, type MoneyLine, type Pledge } from '@pledgeline/pledge';

export type Column = 'pledged' | 'confirmed' | 'surplus' | 'committed' | 'received';

/** Null: of any kind, or of none that was named. */
export type FundingKind = MoneyLine['funding'];

/**
 * Whether the pledge's own state gives it or, where the question is about one state, that state. Money of a joint pledge is that
 * of each state whose pledge went into it.
 */
export const isOwn =
  (ofState: string | undefined) =>
  ({ funder }: MoneyLine, pledge: Pledge): boolean => {
    if (ofState === undefined) return funder === null;
    return funder === null ? promisedBy(pledge).includes(ofState) : funder === ofState;
  };

/** Null where there is none. @param years for which a sum per year is promised: one at least. */
export const amountIn = (
  lines: readonly MoneyLine[],
  column: Column,
  kind: FundingKind,
  years: number,
): number | null => {
  const amounts = lines
    .map((line) => amountOf(line, column, kind, years))
    .filter((amount) => amount !== null);
  return amounts.length === 0 ? null : sumOf(amounts);
};

const amountOf = (line: MoneyLine, column: Column, kind: FundingKind, years: number): number | null => {
  switch (column) {
    case 'pledged':
      return pledgedOf(line, kind, years);
    case 'surplus':
      return line.surplus > 0 && (kind === null || kind === line.funding) ? line.surplus : null;
    case 'confirmed':
      return stepOf(line, 'pledged', kind);
    default:
      return stepOf(line, column, kind);
  }
};

/** A range by its upper end. Of a promise that names no kind, what was confirmed of this kind is of it, up to the whole. */
const pledgedOf = (line: MoneyLine, kind: FundingKind, years: number): number | null => {
  const stated = line.pledgedMax ?? line.pledgedMin;
  const whole =
    stated !== null && line.per === 'YEAR' ? sumOf(Array.from({ length: years }, () => stated)) : stated;
  if (whole === null || kind === null || line.funding === kind) return whole;
  if (line.funding !== null || !line.isStated) return null;
  const confirmed = stepOf(line, 'pledged', kind);
  return confirmed === null ? null : Math.min(confirmed, whole);
};

/** A step that names no kind is of the kind of its line. */
const stepOf = (
  { parts, funding }: MoneyLine,
  step: 'pledged' | 'committed' | 'received',
  kind: FundingKind,
): number | null => {
  const amounts = parts
    .filter((part) => kind === null || (part.funding ?? funding) === kind)
    .map((part) => part[step])
    .filter((amount) => amount !== null);
  return amounts.length === 0 ? null : sumOf(amounts);
};
