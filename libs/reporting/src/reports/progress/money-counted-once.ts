/**
 * What of the money of a pledge counts beside the pledges that are parts of it: accountability page, section 2. Of 20.4M with
 * 17.2M in parts 3.2M are left, so that both together come to 20.4M, for a ceiling as for a package.
 */
import { sumOf, type Money } from '@pledgeline/contracts';
import { pledgedMoney, type MoneyLine, type Pledge } from '@pledgeline/pledge';

/** What one part takes of a total in one currency. */
export interface MoneyShare extends Pick<MoneyLine, 'currency' | 'funding'> {
  readonly min: number;
  readonly max: number;
  /** Null where the desk said how much: it knows which amount of the total is meant. */
  readonly asPromised: Pick<MoneyLine, 'currencyAssumed' | 'per'> | null;
}

/** As much as the desk says; otherwise what its own state pledged, in its own currency. */
export const moneySharesOf = (pledge: Pledge, stated: Money | null): readonly MoneyShare[] => {
  if (stated !== null) {
    const { amountMin, amountMax, currency } = stated;
    const ends = { min: amountMin ?? amountMax ?? 0, max: amountMax ?? amountMin ?? 0 };
    return [{ ...ends, currency, funding: null, asPromised: null }];
  }
  return pledgedMoney(pledge).flatMap(({ funder, pledgedMin, pledgedMax, ...line }) => {
    const max = pledgedMax ?? pledgedMin;
    if (funder !== null || max === null) return [];
    const { currency, funding, currencyAssumed, per } = line;
    return [{ currency, funding, min: pledgedMin ?? 0, max, asPromised: { currencyAssumed, per } }];
  });
};

export interface ItemisedMoney {
  readonly line: MoneyLine;
  /** What parts take, by its upper ends. */
  readonly itemised: number;
  /** What they leave of the whole, in place of what was pledged. */
  readonly left: Pick<MoneyLine, 'pledgedMin' | 'pledgedMax'>;
  /** What they take beyond the whole. */
  readonly beyond: number;
}

/** The lines of a total from which something may be taken: those of its own state with an amount. */
export const itemisedMoney = (
  lines: readonly MoneyLine[],
  shares: readonly MoneyShare[],
): readonly ItemisedMoney[] => {
  const wholes = lines.filter(
    ({ funder, pledgedMin, pledgedMax }) => funder === null && (pledgedMin ?? pledgedMax) !== null,
  );
  return wholes.map((line) => {
    const taken = shares.filter((share) => wholeOf(share, wholes) === line);
    const [min, max] = [sumOf(taken.map((share) => share.min)), sumOf(taken.map((share) => share.max))];
    const { pledgedMin, pledgedMax } = line;
    const left = { pledgedMin: less(pledgedMin, min), pledgedMax: less(pledgedMax, max) };
    const beyond = pledgedMax === null ? 0 : Math.max(sumOf([max, -pledgedMax]), 0);
    return { line, itemised: max, left, beyond };
  });
};

/** That of its kind before one that leaves the kind open; undefined for a share in another currency, which takes nothing. */
const wholeOf = (
  { currency, funding, asPromised }: MoneyShare,
  wholes: readonly MoneyLine[],
): MoneyLine | undefined => {
  const fitting = wholes.filter(
    (line) =>
      line.currency === currency &&
      (asPromised === null ||
        (line.currencyAssumed === asPromised.currencyAssumed && line.per === asPromised.per)),
  );
  return (
    fitting.find((line) => line.funding === funding) ??
    fitting.find((line) => line.funding === null || funding === null)
  );
};

const less = (whole: number | null, taken: number): number | null =>
  whole === null ? null : Math.max(sumOf([whole, -taken]), 0);
