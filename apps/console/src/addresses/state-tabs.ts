/** The parts of a state's page, each at an address of its own. */
import { stateAddress, withSearch } from './addresses.ts';

/** For everybody; the first has no name in the address. */
export const TABS = ['pledges', 'conferences', 'endorsements'] as const;
/** For who takes part, besides. */
export const INNER_TABS = ['turns'] as const;
/** For who speaks for the state, besides. */
export const OWN_TABS = ['visits', 'needs', 'others'] as const;

export type StateTab = (typeof TABS | typeof INNER_TABS | typeof OWN_TABS)[number];

export const tabAddress = (code: string, tab: StateTab): string =>
  withSearch(stateAddress(code), { tab: tab === TABS[0] ? null : tab });

/** @param offered those of this reader. @returns the first of them for one that is not offered. */
export const tabIn = (search: string, offered: readonly StateTab[]): StateTab => {
  const asked = new URLSearchParams(search).get('tab');
  return offered.find((tab) => tab === asked) ?? TABS[0];
};
