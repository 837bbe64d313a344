/** Which recorded acts need a second officer: accountability page, section 8. */
import { sumOf } from '@pledgeline/contracts';
import type { PledgeEvent } from '@pledgeline/contracts';
import { deliveryOf } from '../accountability/dimensions.ts';
import { promisesLess, figuresOf } from '../accountability/base.ts';
import { pledgedMoney } from '../delivery/pledged-money.ts';
import { isBlank } from '../refusal.ts';
import type { Pledge, PledgeCommandType } from '../state.ts';
import { termsPromised } from '../terms/terms.state.ts';

const GROUNDS: ReadonlyMap<string, string> = new Map<PledgeCommandType, string>([
  ['WithdrawPledge', 'It takes the promise back.'],
  ['LeavePartnership', 'It takes a part of the promise back.'],
  ['DeclineSelection', 'It declines a selection.'],
  ['LiftCaveat', 'It lifts a caveat.'],
  ['ShareFindings', 'It consents that trainers read findings.'],
  ['ConsentToMerge', 'It consents to a merger.'],
  ['SplitPledge', 'It consents to a split.'],
  ['NameLead', 'It consents to another lead.'],
  ['InvitePartner', 'It consents to a partner.'],
  ['AcceptInvitation', 'It consents to a partnership.'],
  ['ConfirmPartner', 'It consents to a partner.'],
  ['PartFromPartner', 'It takes a part of the promise back.'],
]);

/** @param after what the events make of the pledge. @returns undefined where one officer is enough. */
export const secondOfficerFor = (
  type: PledgeCommandType,
  events: readonly PledgeEvent[],
  [before, after]: readonly [Pledge, Pledge],
  on: string,
): string | undefined => {
  const ground = GROUNDS.get(type);
  if (ground !== undefined) return ground;
  if (events.some(({ data }) => refersToConsent(data))) return 'It refers to a consent.';
  return isLowered(before, after, on) ? 'It lowers what was promised or committed.' : undefined;
};

const refersToConsent = (data: object): boolean =>
  Object.entries(data).some(
    ([field, value]) => /consentReference$/i.test(field) && typeof value === 'string' && !isBlank(value),
  );

/** Less of anything that counts, for a shorter time, or later; what is no longer stated is less. */
const isLowered = (before: Pledge, after: Pledge, on: string): boolean =>
  before.status !== null &&
  (promisesLess(figuresOf(before), figuresOf(after)) ||
    isLess(before.validUntil, after.validUntil) ||
    isLess(after.deployWithinDays ?? Infinity, before.deployWithinDays ?? Infinity) ||
    isLater(startOf(before), startOf(after)) ||
    termsOf(before).some((value, n) => isLess(value, termsOf(after)[n] ?? null)) ||
    committedIn(before, on).some(([of, sum]) => sum > (new Map(committedIn(after, on)).get(of) ?? 0)));

const isLess = <Value extends number | string>(before: Value | null, after: Value | null): boolean =>
  before !== null && (after === null || after < before);

const startOf = (pledge: Pledge): string | null => termsPromised(pledge)?.postsFrom ?? null;

const isLater = (before: string | null, after: string | null): boolean =>
  before !== null && (after === null || after > before);

const termsOf = (pledge: Pledge): readonly (number | string | null)[] => {
  const { tourMonths, womenShareTarget, hospitalLevel, validUntil } = termsPromised(pledge) ?? {};
  return [tourMonths, womenShareTarget, hospitalLevel, validUntil].map((value) => value ?? null);
};

/** The kept share plays no part in what is committed. */
const ANY_SHARE = 100;

const committedIn = (pledge: Pledge, on: string): readonly (readonly [string, number])[] => [
  ...deliveryOf(pledge, on, ANY_SHARE).dimensions.map(
    ({ dimension, currency, committed }) => [`${dimension} ${currency ?? ''}`, committed ?? 0] as const,
  ),
  ...pledgedMoney(pledge).map(
    ({ currency, funder, funding, committed, confirmed }) =>
      [
        `funds ${currency} ${funder ?? ''} ${funding ?? ''}`,
        sumOf([committed ?? 0, confirmed ?? 0]),
      ] as const,
  ),
];
