/** Small pieces of lines for people: names in place of codes, long texts cut short, what is not stated left out. */
import {
  capability,
  memberState,
  unitMeasure,
  type DataOf,
  type Money,
  type Quantity,
} from '@pledgeline/contracts';

const LONGEST = 70;

export const shortened = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST - 1).trimEnd()}…` : text;

export const nameOf = (code: string | null): string =>
  code === null ? '' : (capability(code)?.name ?? code);

export const stateName = (code: string): string => memberState(code)?.name ?? code;

export const quantityOf = (quantity: Quantity | null): string =>
  quantity?.asStated ? `${quantity.asStated} ${quantity.unit ?? ''}`.trim() : '';

interface Figures {
  readonly quantity: Quantity | null;
  /** Histories hold older events too, in which nothing stood beside the units. */
  readonly strength?: Quantity | null;
  readonly aircraft?: Quantity | null;
}

/** What is counted, then the persons and the aircraft in it. */
export const figuresOf = ({ quantity, strength, aircraft }: Figures): readonly string[] => [
  quantityOf(quantity),
  ...[strength, aircraft].map((beside) => (beside ? inFigures(beside) : '')),
];

/** A share that was computed has no words of its own. */
const inFigures = ({ min, max, unit, asStated }: Quantity): string => {
  const figures = max === null ? `over ${min ?? 0}` : min === max ? String(max) : `${min ?? 0}-${max}`;
  return `${asStated ?? figures} ${unit ?? ''}`.trim();
};

type Matched = Partial<Pick<DataOf<'PledgeMatched'>, 'unit' | 'units' | 'persons' | 'aircraft'>> &
  Pick<DataOf<'PledgeMatched'>, 'quantity'>;

/** "1 unit, 140 persons": what the gap counts first. */
export const matchedOf = ({ quantity, unit = null, units, persons, aircraft }: Matched): string => {
  const beside = [
    [units, 'units'],
    [persons, 'persons'],
    [aircraft, 'aircraft'],
  ] as const;
  const own = unitMeasure(unit ?? '') ?? 'UNITS';
  const others = beside.filter(([number, name]) => (number ?? null) !== null && name !== own.toLowerCase());
  return [
    unit === null ? String(quantity) : `${quantity} ${unit}`,
    ...others.map((part) => part.join(' ')),
  ].join(', ');
};

/** Histories hold older events too, in which there was no money apart. */
export const moneyOf = (money: Money | null | undefined): string => {
  if (!money) return '';
  const currency = money.currencyAssumed ? `${money.currency} (assumed)` : money.currency;
  return [money.asStated, currency, money.per === 'YEAR' && 'a year'].filter(Boolean).join(' ');
};

export const words = (code: string): string => code.toLowerCase().replaceAll('_', ' ');

export const list = (parts: readonly (string | false | null)[]): string => parts.filter(Boolean).join(', ');
