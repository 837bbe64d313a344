/** Decimal numbers exactly: whole digits and where the point stands. 0.10 and 0.20 are 0.30, in every order. */

export interface Decimal {
  readonly digits: bigint;
  /** How many of the digits stand behind the point; never below 0. */
  readonly places: number;
}

const WRITTEN = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d{1,3}))?$/i;

/**
 * A number as its shortest decimal notation, or digits as they were written, without separators.
 * @throws {RangeError} for what is no number: a mistake of the program, never of a caller.
 */
export const decimalOf = (value: number | string): Decimal => {
  const [, sign, whole, fraction = '', exponent = '0'] = WRITTEN.exec(String(value)) ?? [];
  if (whole === undefined) throw new RangeError(`${value} is no decimal number`);
  return timesTenTo(
    { digits: BigInt(`${sign}${whole}${fraction}`), places: fraction.length },
    Number(exponent),
  );
};

/** @param exponent may be below 0. */
export const timesTenTo = ({ digits, places }: Decimal, exponent: number): Decimal =>
  exponent <= places
    ? { digits, places: places - exponent }
    : { digits: digits * 10n ** BigInt(exponent - places), places: 0 };

/** May be below nothing. */
export const minus = (one: Decimal, other: Decimal): Decimal => {
  const places = Math.max(one.places, other.places);
  return { digits: scaledTo(one, places) - scaledTo(other, places), places };
};

/** The nearest number that JSON can hold: the same decimal, up to 15 digits. */
export const numberOf = ({ digits, places }: Decimal): number => Number(`${digits}e-${places}`);

/** With so many places behind the point; a half goes to the even neighbour. */
export const roundedTo = (decimal: Decimal, places: number): Decimal => {
  if (decimal.places <= places) return { digits: scaledTo(decimal, places), places };
  const unit = 10n ** BigInt(decimal.places - places);
  const [whole, rest] = [decimal.digits / unit, decimal.digits % unit];
  const twice = (rest < 0n ? -rest : rest) * 2n;
  const away = twice > unit || (twice === unit && whole % 2n !== 0n);
  return { digits: away ? whole + (decimal.digits < 0n ? -1n : 1n) : whole, places };
};

/** Whether nothing is lost with so many places behind the point. */
export const fitsIn = (decimal: Decimal, places: number): boolean =>
  decimal.places <= places || decimal.digits % 10n ** BigInt(decimal.places - places) === 0n;

const scaledTo = ({ digits, places }: Decimal, to: number): bigint => digits * 10n ** BigInt(to - places);

/** The exact sum, as the nearest number; 0 of nothing. */
export const sumOf = (values: readonly number[]): number => {
  const plain = values.reduce((sum, value) => sum + value, 0);
  if (Number.isSafeInteger(plain) && values.every(Number.isSafeInteger)) return plain;
  const decimals = values.map(decimalOf);
  const places = decimals.reduce((most, decimal) => Math.max(most, decimal.places), 0);
  return numberOf({ digits: decimals.reduce((sum, decimal) => sum + scaledTo(decimal, places), 0n), places });
};

/**
 * How many per cent one is of the other, which is above nothing: whole ones, and rounded with a half going up.
 * @throws {RangeError} for a part of nothing.
 */
export const perCentOf = (
  part: number,
  whole: number,
): { readonly floor: number; readonly rounded: number } => {
  const [some, all] = [decimalOf(part), decimalOf(whole)];
  const places = Math.max(some.places, all.places);
  const [up, down] = [scaledTo(some, places) * 100n, scaledTo(all, places)];
  return { floor: Number(up / down), rounded: Number((2n * up + down) / (2n * down)) };
};
