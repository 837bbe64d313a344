/**
 * Chooses the rule set that decides. The clock at the decision chooses, not the business date: a history of 2015 that is entered
 * today is judged by today's rules, and every event keeps the name of those it was decided under.
 */
import { pcrs2019, pcrs2026, type RuleSet } from './rule-set.ts';

export interface RuleBook {
  /** The newest set that is in force on this day of the clock; on a day before all of them, the oldest. */
  inForce(today: string): RuleSet;
  /** The oldest first. */
  readonly all: readonly RuleSet[];
  /** The set that an event names; undefined for one that this code never had. */
  named(name: string): RuleSet | undefined;
}

/** @param sets at least one; each replaces the one before from its `inForceFrom` on. */
export const ruleBook = (oldest: RuleSet, ...later: readonly RuleSet[]): RuleBook => {
  const sets = [oldest, ...later];
  const newestFirst = sets.toSorted((one, other) => (one.inForceFrom < other.inForceFrom ? 1 : -1));
  return {
    all: newestFirst.toReversed(),
    inForce: (today) => newestFirst.find(({ inForceFrom }) => inForceFrom <= today) ?? oldest,
    named: (name) => sets.find((known) => known.name === name),
  };
};

/** The rules of this release. */
export const rules = ruleBook(pcrs2019, pcrs2026);
