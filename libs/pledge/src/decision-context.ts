/** The context of a decision besides the pledge: when, by whom and under which rules. */
import type { PledgeEvent } from '@pledgeline/contracts';
import type { Rejected } from '@pledgeline/event-sourcing';
import type { RuleSet } from './rule-set.ts';
import type { CommandOf, Pledge, PledgeCommandType } from './state.ts';

export interface DecisionContext {
  /** The business date of the act. Validity is judged on that day, also when the act is recorded later. */
  readonly on: string;
  /** The day of the clock, UTC. */
  readonly today: string;
  /** Today where the day ends last: an earlier day is over everywhere. */
  readonly earliestToday: string;
  readonly role: string;
  readonly rules: RuleSet;
}

/**
 * A condition that the table of transitions names. Asked without a command ("what may I do now?") it judges what can be
 * judged without one.
 */
export type Precondition<Type extends PledgeCommandType = PledgeCommandType> = (
  pledge: Pledge,
  context: DecisionContext,
  command: CommandOf<Type> | null,
) => Rejected | undefined;

/** One command decided: the checks that need its body, and the events. Order, role and dates were checked before. */
export type Decision<Type extends PledgeCommandType> = (
  command: CommandOf<Type>,
  pledge: Pledge,
  context: DecisionContext,
) => readonly PledgeEvent[];

/** Marks an event as decided by the rules in force. */
export const under = <Event extends PledgeEvent>(rules: RuleSet, event: Event): Event => ({
  ...event,
  ruleSet: rules.name,
});
