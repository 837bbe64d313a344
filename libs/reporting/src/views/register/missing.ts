/** Which promises leave something unsaid: those without a timeframe are listed for clarification. */
import type { ViewQuery } from '@pledgeline/event-sourcing';
import { missingNow, type Pledge } from '@pledgeline/pledge';

/** The missing parts, as words of one column. */
export const missingColumn = (pledge: Pledge): string => missingNow(pledge).join(' ');

export const missingWhere = (parts: readonly string[]): NonNullable<ViewQuery['where']> =>
  parts.length === 0 ? {} : { missing: { anyWord: parts } };
