/**
 * The fields that a promise does not state, of who, what, how many and by when. They are shown to the desk and refuse nothing: a pledge
 * without a date is a pledge, marked "no timeframe". Seed-systems page, section A, after the pledging guide of DPO.
 */
import { indicator, isYearly, saysWhen, SMART_PARTS, yearsStated } from '@pledgeline/contracts';
import type { ASKED_PARTS, DataOf, SmartPart } from '@pledgeline/contracts';
import { moneyPromised } from '../amendment/amendment.state.ts';
import { figuresStated } from '../measures/side-by-side.ts';
import { missingParts } from '../partnership/partnership.state.ts';
import type { Pledge } from '../state.ts';
import { termsPromised } from '../terms/terms.state.ts';

/** The fields that are checked, of an announcement or of a pledge as it is now. */
type Promised = Pick<
  DataOf<'PledgeAnnounced'>,
  'memberState' | 'capabilityCode' | 'quantity' | 'strength' | 'aircraft' | 'money' | 'timeframe' | 'terms'
>;

const SAYS: Readonly<Record<SmartPart, (promise: Promised) => boolean>> = {
  WHO: ({ memberState }) => memberState.trim() !== '',
  WHAT: ({ capabilityCode }) => capabilityCode !== null,
  HOW_MANY: ({ money, ...figures }) =>
    figuresStated(figures).length > 0 ||
    (money !== null && (money.amountMin !== null || money.amountMax !== null)),
  BY_WHEN: (promise) =>
    comesYearly(promise)
      ? yearsStated(promise.timeframe) !== null
      : saysWhen(promise.timeframe) ||
        (promise.terms !== null && (promise.terms.validUntil !== null || promise.terms.postsFrom !== null)),
};

/** Then the years are asked for: without them it is measured as of one (accountability page, section 1). */
const comesYearly = ({ quantity, money }: Promised): boolean =>
  money?.per === 'YEAR' || isYearly(quantity?.unit ?? null);

export const missingFrom = (promise: Promised): SmartPart[] =>
  SMART_PARTS.filter((part) => !SAYS[part](promise));

/** The request to the state, one sentence for each field. */
const ASK: Readonly<Record<SmartPart, string>> = {
  WHO: 'Say which state or organisation promises.',
  WHAT: 'Name the capability by its code: a category alone says no outcome.',
  HOW_MANY: 'Say how many, or how much money: a range will do.',
  BY_WHEN:
    'No timeframe that names a day: say from when, by when, or within how many days of a request; of what comes every year, for how many years.',
};

export interface Missing {
  readonly part: (typeof ASKED_PARTS)[number];
  readonly ask: string;
}

/** Each missing field with the request to the state. */
export const askFor = (parts: readonly SmartPart[]): readonly Missing[] =>
  parts.map((part) => ({ part, ask: ASK[part] }));

/**
 * The fields that a pledge does not state by now: registration, answers and amendments may have stated them since. WHO is missing
 * in a partnership that lacks one of the parts of its kind.
 */
export const missingNow = (pledge: Pledge): SmartPart[] => {
  const missing = missingFrom({
    ...pledge,
    timeframe:
      saysWhen(pledge.timeframe) || pledge.deployWithinDays === null
        ? pledge.timeframe
        : `${pledge.deployWithinDays} days`,
    money: moneyPromised(pledge),
    terms: termsPromised(pledge),
  });
  return missingParts(pledge).length === 0 ? missing : ['WHO', ...missing.filter((part) => part !== 'WHO')];
};

/** The request for what a multiple starts from. */
export const askBaseline = (code: string): Missing => ({
  part: 'BASELINE',
  ask: `State the baseline and its year: ${indicator(code)?.name ?? code}.`,
});

/** A number in words such as "double" is none until it is known what it starts from. */
const askHowMany = ({ quantity }: Pledge, missing: Missing): Missing =>
  missing.part === 'HOW_MANY' && quantity !== null && quantity.asStated !== null
    ? {
        ...missing,
        ask: `Say what it starts from, and how many that makes: "${quantity.asStated}" is no number yet.`,
      }
    : missing;

/** Each field that is missing by now, and each baseline, with the request to the state. */
export const askNow = (pledge: Pledge): readonly Missing[] => {
  const open = missingParts(pledge).map((part) => part.toLowerCase());
  const kind = pledge.partnership?.kind.toLowerCase().replaceAll('_', '-');
  const ask = `Say who is the ${open.join(' and the ')} of the ${kind} partnership.`;
  const parts = askFor(missingNow(pledge)).map((missing) =>
    missing.part === 'WHO' && open.length > 0 ? { ...missing, ask } : askHowMany(pledge, missing),
  );
  const baselines = pledge.targets.filter(({ factor, baseline }) => factor !== null && baseline === null);
  return [...parts, ...baselines.map(({ indicator: code }) => askBaseline(code))];
};
