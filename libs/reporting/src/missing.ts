/** Which promises leave something unsaid: those without a timeframe are listed for clarification. */
import { SMART_PARTS } from '@pledgeline/contracts';
import type { ViewQuery } from '@pledgeline/event-sourcing';
import { missingNow } from '@pledgeline/pledge';
import type { Pledge } from '@pledgeline/pledge';

/** In one column. */
export const missingColumn = (pledge: Pledge): string => column(missingNow(pledge));

export const missingWhere = (part: string | undefined): NonNullable<ViewQuery['where']> =>
  part === undefined
    ? {}
    : { missing: { in: everySetOfParts.filter((set) => set.includes(part)).map(column) } };

const column = (parts: readonly string[]): string => parts.join(' ');

const everySetOfParts = SMART_PARTS.reduce<readonly (readonly string[])[]>(
  (sets, part) => [...sets, ...sets.map((set) => [...set, part])],
  [[]],
);
