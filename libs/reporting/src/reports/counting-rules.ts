/** Which pledges count where: lifecycle page, section 10. */
import { conference, type Quantity } from '@pledgeline/contracts';
import { categoryOf, statesOf, type Pledge } from '@pledgeline/pledge';
import { themesOf } from '../views/register/themes-of.ts';
import { expectedTrack } from '../views/register/pledge-labels.ts';
import type { RegisterRow } from '../views/register/register-row.ts';
import { type FigureMeaning, type Measure, addingOnce, counting, countingOnce } from './figure.ts';

export const referenceOf = ({ pledge }: RegisterRow): string => pledge.reference;

/** The states that carry the pledge, if it is one of those that count. */
export const statesThat =
  (counts: (row: RegisterRow) => boolean) =>
  (row: RegisterRow): readonly string[] =>
    counts(row) ? statesOf(row.pledge) : [];

export const countPledges = (
  meaning: Omit<FigureMeaning, 'unit'>,
  counts: (row: RegisterRow) => boolean,
): Measure<RegisterRow> => countingOnce({ ...meaning, unit: 'pledges' }, 'pledges', referenceOf, counts);

export const countStates = (
  meaning: Omit<FigureMeaning, 'unit'>,
  counts: (row: RegisterRow) => boolean,
): Measure<RegisterRow> => counting({ ...meaning, unit: 'states' }, 'states', statesThat(counts));

/** Null amounts are neither added nor counted. */
export const addPledged = (
  meaning: FigureMeaning,
  amountOf: (row: RegisterRow) => number | null,
): Measure<RegisterRow> => addingOnce(meaning, 'pledges', referenceOf, amountOf);

/** Withdrawn before the last day of its conference: it was never part of what the meeting brought. */
export const withdrawnBeforeClosing = ({ announcement, reachedOn }: Pledge): boolean => {
  const closing = conference(announcement?.conference ?? '')?.end ?? null;
  const withdrawn = reachedOn.WITHDRAWN ?? null;
  return closing !== null && withdrawn !== null && withdrawn < closing;
};

const GONE: readonly (string | null)[] = ['WITHDRAWN', 'DECLINED', 'LAPSED', 'SPLIT', 'MERGED', 'SUPERSEDED'];

/** What stands, is being delivered or was kept. What was split or merged lives on in others. */
export const stands = ({ pledge }: Pick<RegisterRow, 'pledge'>): boolean => !GONE.includes(pledge.status);

/** By its code where it is not registered yet. */
export const isCapability = ({ pledge }: RegisterRow): boolean => expectedTrack(pledge) === 'CAPABILITY';

export const isOfCategory =
  (...categories: readonly string[]) =>
  ({ pledge }: RegisterRow): boolean =>
    categories.includes(categoryOf(pledge));

export const hasTheme =
  (theme: string) =>
  ({ pledge }: RegisterRow): boolean =>
    themesOf(pledge).includes(theme);

/** The lower end of what was stated; null where no number was. */
export const atLeast = (quantity: Quantity | null): number | null =>
  quantity === null ? null : (quantity.min ?? (quantity.max === null ? null : 0));

/** The upper end; an open range has none, and its lower end is all that is certain. */
export const atMost = (quantity: Quantity | null): number | null => quantity?.max ?? quantity?.min ?? null;
