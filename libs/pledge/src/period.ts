/** A span of time between two business dates. */
import { isDay } from './business-date.ts';
import { invalid } from './refusal.ts';

/** @throws {Rejected} for a day that is none, and for an end that does not come after the beginning. */
export const mustBePeriod = (from: string, to: string, { oneDay = false } = {}): void => {
  for (const [field, day] of [
    ['from', from],
    ['to', to],
  ] as const) {
    if (!isDay(day)) throw invalid('DATE_IMPOSSIBLE', `${day} is no date.`, { field });
  }
  if (to > from || (oneDay && to === from)) return;
  throw invalid('PERIOD_INVALID', `${to} is not after ${from}.`, { field: 'to' });
};
