/**
 * The days by which tasks are judged go on in turns, two to a day: its first half while the day before is not over everywhere, and
 * its second, from noon in UTC, when it is (UTC-12). What waits from a day on, or until one is over, waits from a turn to a turn, so
 * that one number says what holds. Accountability page, section 5; decision 51.
 */
import { rules, type RuleSet } from '@pledgeline/pledge';

/** The days by which tasks are judged. */
export interface Days {
  readonly today: string;
  /** A day before this one is over all over the world. */
  readonly earliest: string;
}

/** Half days since 1970. */
export type Turn = number;

export const ALWAYS = { first: 0, last: 9_999_999 } as const;

const DAY_MS = 86_400_000;

/** As soon as it is that day, or so many days after it. */
export const begins = (day: string, daysAfter = 0): Turn => 2 * (Date.parse(day) / DAY_MS + daysAfter);

/** As soon as that day has begun all over the world. */
export const begunEverywhere = (day: string, daysAfter = 0): Turn => begins(day, daysAfter) + 1;

/** As soon as that day is over all over the world. */
export const isOver = (day: string, daysAfter = 0): Turn => begunEverywhere(day, daysAfter + 1);

export const turnOf = ({ today, earliest }: Days): Turn =>
  earliest < today ? begins(today) : begunEverywhere(today);

export const daysOf = (turn: Turn): Days => {
  const today = Math.floor(turn / 2);
  return { today: dayNumbered(today), earliest: dayNumbered(turn % 2 === 0 ? today - 1 : today) };
};

/** The same days come up with every pledge. */
const known = new Map<number, string>();
const MOST_KNOWN = 5000;

const dayNumbered = (number: number): string => {
  const named = known.get(number);
  if (named !== undefined) return named;
  if (known.size >= MOST_KNOWN) known.clear();
  const day = new Date(number * DAY_MS).toISOString().slice(0, 10);
  known.set(number, day);
  return day;
};

/** The turns of each rule set that decides or will, and those on which one takes over from another. */
export const underEachRuleSet = (turnsUnder: (set: RuleSet) => readonly Turn[]): readonly Turn[] => [
  ...rules.all.flatMap(turnsUnder),
  ...RULE_CHANGES,
];

const RULE_CHANGES: readonly Turn[] = rules.all.slice(1).map(({ inForceFrom }) => begins(inForceFrom));
