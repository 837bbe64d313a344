/**
 * The money of a pledge, line by line: one for each currency and each source, with voluntary and assessed money apart.
 * Accountability page, section 2. Pledged is what was announced or amended; later confirmations and payments are of it.
 *
 * A step that names no kind of funding is of the promise, whatever its kind; a promise that names none takes every step of
 * its currency from its own state. The order of the events makes no difference.
 */
import { nameKey, resolveMemberState, sumOf, type Money } from '@pledgeline/contracts';
import { moneyPromised } from '../amendment/amendment.state.ts';
import type { Pledge } from '../state.ts';
import type { FundsLine } from './delivery.state.ts';

export interface MoneyLine {
  readonly currency: string;
  /** Null for the state's own money; otherwise who gives it: the code of another state, or the name of a body. */
  readonly funder: string | null;
  readonly funding: Money['funding'];
  /**
   * As announced or amended or, where nothing was, the confirmed sum. Both are null where no amount was stated, and where an
   * amendment put another currency, or nothing, in its place. A floor ("over 10 million") has no upper end.
   */
  readonly pledgedMin: number | null;
  readonly pledgedMax: number | null;
  /** False where nothing was announced in this currency by this source: the confirmed sum stands for it. */
  readonly isStated: boolean;
  /** What fund by fund was confirmed; like all sums null where nobody stated a figure. */
  readonly confirmed: number | null;
  /** Confirmed beyond what was pledged; of a yearly amount, beyond that of the year which the tranche names. */
  readonly surplus: number;
  readonly committed: number | null;
  readonly received: number | null;
  readonly currencyAssumed: boolean;
  readonly per: Money['per'];
  /** What the sums are made of, by fund and year. */
  readonly parts: readonly FundsLine[];
}

/** What the money of a pledge is read from. */
export type MoneyOfPledge = Pick<Pledge, 'memberState' | 'announcement' | 'amendment' | 'delivered'>;

/** Own money first, the promised before what only came; then by currency, giver and kind. */
export const pledgedMoney = (pledge: MoneyOfPledge): readonly MoneyLine[] =>
  moneyLines(pledge, pledge.delivered?.funds ?? []);

/** As it would be with other funds. */
export const moneyLines = (pledge: MoneyOfPledge, funds: readonly FundsLine[]): readonly MoneyLine[] => {
  const promise = moneyPromised(pledge);
  const own = promise === null ? [] : [sourceKey(promise.currency, null)];
  const keyOf = ({ currency, funder }: FundsLine) =>
    sourceKey(currency, funderOf(funder, pledge.memberState));
  const keys = new Set([...own, ...funds.map(keyOf)]);
  return [...keys]
    .map((key) => funds.filter((part) => keyOf(part) === key))
    .flatMap((parts) => linesOfSource(parts, pledge, promise))
    .sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
};

/** Null for the state itself, by whatever name; two spellings of a name are one giver. */
export const funderOf = (funder: string | null, memberState: string): string | null => {
  if (funder === null) return null;
  const state = resolveMemberState(funder);
  if (state === undefined) return funder.trim() || null;
  return state === memberState ? null : state;
};

const sourceKey = (currency: string, funder: string | null): string =>
  `${currency} ${funder === null ? '' : nameKey(funder) || funder}`;

interface Group {
  readonly funding: Money['funding'];
  /** The amount that was announced or amended; null where the group has only steps. */
  readonly promise: Money | null;
  readonly parts: FundsLine[];
}

/** What makes a line: the promise, then what was confirmed, committed and received beside it. */
const STEPS = ['pledged', 'committed', 'received'] as const;

/** All parts are of one currency and one giver. */
const linesOfSource = (
  parts: readonly FundsLine[],
  pledge: MoneyOfPledge,
  ofPledge: Money | null,
): readonly MoneyLine[] => {
  const funder = parts.map((part) => funderOf(part.funder, pledge.memberState)).sort()[0] ?? null;
  const currency = parts[0]?.currency ?? ofPledge?.currency ?? '';
  const promise = funder === null && ofPledge?.currency === currency ? ofPledge : null;
  let groups: readonly Group[] = promise === null ? [] : [{ funding: promise.funding, promise, parts: [] }];
  for (const step of STEPS) {
    const ofStep = parts.filter((part) => firstStepOf(part) === step);
    groups = groupedWith(ofStep, groups);
  }
  const isReplaced = funder === null && promise === null && wasPromised(currency, pledge);
  return groups.map((group) => {
    const line = { currency, funder, funding: group.funding, ...sumsOf(group.parts) };
    return { ...line, ...pledgedIn(group, line.confirmed, isReplaced, ofPledge !== null) };
  });
};

const firstStepOf = (part: FundsLine): (typeof STEPS)[number] | undefined =>
  STEPS.find((step) => part[step] !== null);

/** Parts go to the group of their kind, to the promise where one of the two leaves the kind open, or to the only group so. */
const groupedWith = (parts: readonly FundsLine[], before: readonly Group[]): readonly Group[] => {
  const begun = new Map<Money['funding'], Group>();
  for (const part of parts) {
    const { funding } = part;
    const fits = (group: Group) => group.funding === null || funding === null;
    const group = before.find((one) => one.funding === funding) ??
      before.find((one) => one.promise !== null && fits(one)) ??
      before.find((one) => before.length === 1 && fits(one)) ??
      begun.get(funding) ?? { funding, promise: null, parts: [] };
    if (!before.includes(group)) begun.set(funding, group);
    group.parts.push(part);
  }
  return [...before, ...begun.values()];
};

const sumsOf = (parts: readonly FundsLine[]) => ({
  confirmed: total(parts, 'pledged'),
  committed: total(parts, 'committed'),
  received: total(parts, 'received'),
  parts: [...parts].sort((one, other) => (partPlace(one) < partPlace(other) ? -1 : 1)),
});

const total = (parts: readonly FundsLine[], step: (typeof STEPS)[number]): number | null => {
  const stated = parts.map((part) => part[step]).filter((amount) => amount !== null);
  return stated.length === 0 ? null : sumOf(stated);
};

type Pledged = Pick<
  MoneyLine,
  'pledgedMin' | 'pledgedMax' | 'isStated' | 'surplus' | 'currencyAssumed' | 'per'
>;

const pledgedIn = (
  { promise, parts }: Group,
  confirmed: number | null,
  isReplaced: boolean,
  isPromised: boolean,
): Pledged => {
  if (promise !== null && (promise.amountMin !== null || promise.amountMax !== null)) {
    const { amountMin: pledgedMin, amountMax: pledgedMax, currencyAssumed, per } = promise;
    const surplus = pledgedMax === null ? 0 : beyond(pledgedMax, parts, per);
    return { pledgedMin, pledgedMax, isStated: true, surplus, currencyAssumed, per };
  }
  const named = { currencyAssumed: false, per: null };
  if (isReplaced) {
    // Confirmations of before are of what took its place; where nothing did, they are of nothing.
    const surplus = isPromised ? 0 : (confirmed ?? 0);
    return { ...named, pledgedMin: null, pledgedMax: null, isStated: true, surplus };
  }
  const currencyAssumed = confirmed === null && promise?.currencyAssumed === true;
  return {
    ...named,
    currencyAssumed,
    pledgedMin: confirmed,
    pledgedMax: confirmed,
    isStated: false,
    surplus: 0,
  };
};

const beyond = (pledged: number, parts: readonly FundsLine[], per: Money['per']): number => {
  if (per === null) return excess(total(parts, 'pledged') ?? 0, pledged);
  const years = new Set(parts.flatMap(({ trancheYear }) => trancheYear ?? []));
  const confirmedIn = (year: number) =>
    total(
      parts.filter(({ trancheYear }) => trancheYear === year),
      'pledged',
    ) ?? 0;
  return sumOf([...years].map((year) => excess(confirmedIn(year), pledged)));
};

const excess = (amount: number, over: number): number => Math.max(sumOf([amount, -over]), 0);

/** An amendment put another currency, or nothing, in its place. */
const wasPromised = (currency: string, { announcement, amendment }: MoneyOfPledge): boolean =>
  announcement?.money?.currency === currency ||
  (amendment?.history ?? []).some(({ changes }) =>
    changes.some((change) => change.field === 'money' && change.new?.currency === currency),
  );

/** To be sorted by. */
const placeOf = ({ currency, funder, funding, isStated, pledgedMax, pledgedMin }: MoneyLine): string => {
  const isPromised = isStated && (pledgedMin !== null || pledgedMax !== null);
  return `${funder === null ? 0 : 1}${isPromised ? 0 : 1} ${currency} ${funder ?? ''} ${funding ?? ''}`;
};

const partPlace = ({ funding, fund, funder, trancheYear }: FundsLine): string =>
  JSON.stringify([trancheYear, fund, funder, funding]);
