/** A span of time between two business dates. */
import { isDay } from '@pledgeline/contracts';
import { invalid } from './refusal.ts';

/** @throws {Rejected} for a day that is none, and for an end that does not come after the beginning. */
export const mustBePeriod = (from: string, to: string, { oneDay = false } = {}): void => {
  for (const [field, day] of [
    ['from', from],
    ['to', to],
  ] as const) {
    mustBeDay(field, day);
  }
  if (to > from || (oneDay && to === from)) return;
  throw invalid('PERIOD_INVALID', `${to} is not after ${from}.`, { field: 'to' });
};

/** @throws {Rejected} DATE_IMPOSSIBLE for a day that is not in the calendar, or not written as one. */
export const mustBeDay = (field: string, day: string): void => {
  if (!isDay(day)) throw invalid('DATE_IMPOSSIBLE', `${day} is no date.`, { field });
};
