/** Terms that come after the announcement must fit the promise, as they must when it is made. */
import { memberState, mustHaveCome, unknownState, type Terms } from '@pledgeline/contracts';
import { moneyPromised } from '../amendment/amendment.state.ts';
import { mustBeExact } from '../money-amount.ts';
import { invalid } from '../refusal.ts';
import type { Pledge } from '../state.ts';

/** @throws {Rejected} UNKNOWN_STATE, PART_OF_ITSELF, PERIOD_INVALID, DATE_IN_FUTURE, DATE_TOO_EARLY or AMOUNT_INVALID */
export const mustFit = (
  { hostState, partOfUnit, validUntil, accreditedOn, arrearsOwed }: Partial<Terms>,
  pledge: Pledge,
  now: string,
): void => {
  if (hostState && memberState(hostState) === undefined) throw unknownState('terms.hostState', hostState);
  if (partOfUnit === pledge.pledgeId) {
    throw invalid('PART_OF_ITSELF', 'Name another pledge than this one.', { field: 'terms.partOfUnit' });
  }
  const announcedOn = pledge.announcement?.announcedOn ?? null;
  if (validUntil && announcedOn !== null && validUntil < announcedOn) {
    throw invalid(
      'PERIOD_INVALID',
      `The pledge was announced on ${announcedOn}, so it cannot end on ${validUntil}.`,
      { field: 'terms.validUntil', earliest: announcedOn },
    );
  }
  if (accreditedOn) mustHaveCome('terms.accreditedOn', accreditedOn, now);
  const money = moneyPromised(pledge);
  if (money !== null && typeof arrearsOwed === 'number')
    mustBeExact(arrearsOwed, money.currency, 'terms.arrearsOwed');
};
