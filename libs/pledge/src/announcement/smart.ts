/**
 * What a promise leaves unsaid, of who, what, how many and by when. It helps whoever enters it and bars nothing: a pledge
 * without a date is a pledge, marked "no timeframe". Seed-systems page, section A, after the pledging guide of DPO.
 */
import { SMART_PARTS } from '@pledgeline/contracts';
import type { DataOf, SmartPart } from '@pledgeline/contracts';
import { moneyPromised } from '../amendment/amendment.state.ts';
import { missingParts } from '../partnership/partnership.state.ts';
import type { Pledge } from '../state.ts';

/** What the check looks at, of an announcement or of what a pledge says by now. */
type Promised = Pick<
  DataOf<'PledgeAnnounced'>,
  'memberState' | 'capabilityCode' | 'quantity' | 'money' | 'timeframe' | 'terms'
>;

const SAYS: Readonly<Record<SmartPart, (promise: Promised) => boolean>> = {
  WHO: ({ memberState }) => memberState.trim() !== '',
  WHAT: ({ capabilityCode }) => capabilityCode !== null,
  HOW_MANY: ({ quantity, money }) =>
    [quantity?.min, quantity?.max, money?.amountMin, money?.amountMax].some(
      (figure) => figure !== null && figure !== undefined,
    ),
  BY_WHEN: ({ timeframe, terms }) => timeframe !== null || (terms !== null && terms.validUntil !== null),
};

export const missingFrom = (promise: Promised): SmartPart[] =>
  SMART_PARTS.filter((part) => !SAYS[part](promise));

/** What to ask the state, one sentence each. */
const ASK: Readonly<Record<SmartPart, string>> = {
  WHO: 'Say which state or organisation promises.',
  WHAT: 'Name the capability by its code: a category alone says no outcome.',
  HOW_MANY: 'Say how many, or how much money: a range will do.',
  BY_WHEN: 'No timeframe: say from when, by when, or within how many days of a request.',
};

export interface Missing {
  readonly part: SmartPart;
  readonly ask: string;
}

/** What is missing, with what to ask for. */
export const askFor = (parts: readonly SmartPart[]): readonly Missing[] =>
  parts.map((part) => ({ part, ask: ASK[part] }));

/**
 * What a pledge leaves unsaid by now: registration, answers and amendments may have said it since. A triangular partnership
 * that lacks a trainer, a funder or a host has not said who.
 */
export const missingNow = (pledge: Pledge): SmartPart[] => {
  const unsaid = missingFrom({
    ...pledge,
    timeframe:
      pledge.timeframe ?? (pledge.deployWithinDays === null ? null : `${pledge.deployWithinDays} days`),
    money: moneyPromised(pledge),
    terms: pledge.announcement?.terms ?? null,
  });
  return missingParts(pledge).length === 0 ? unsaid : ['WHO', ...unsaid.filter((part) => part !== 'WHO')];
};

/** What is missing by now, with what to ask for. */
export const askNow = (pledge: Pledge): readonly Missing[] => {
  const open = missingParts(pledge).map((part) => part.toLowerCase());
  const ask = `Say who is the ${open.join(' and the ')} of the triangular partnership.`;
  return askFor(missingNow(pledge)).map((missing) =>
    missing.part === 'WHO' && open.length > 0 ? { ...missing, ask } : missing,
  );
};
