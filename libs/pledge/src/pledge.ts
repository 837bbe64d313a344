/** The life of a pledge as one decider: who may do what and when (order.ts), then what follows (one file for each phase). */
import type { PledgeEvent } from '@pledgeline/contracts';
import { Rejected, type Decider } from '@pledgeline/event-sourcing';
import { announcedAgain } from './announcement/announced-again.ts';
import { announcementOf } from './announcement/announcement.ts';
import { withAssumedDay } from './assumed-day.ts';
import { dayOf } from './business-date.ts';
import type { CommandOf, PledgeCommand } from './commands.ts';
import { mustNotBeTooMuch } from './entered.ts';
import { evolve } from './evolve.ts';
import { allowedUnder, mustBeInOrder, mustBeTheirs } from './order.ts';
import { rules, type RuleBook } from './rule-book.ts';
import { refuseMatch } from './selection/selection.ts';
import { initialPledge, type Pledge } from './state.ts';
import { transitionOf } from './transitions.ts';

/** The decider under these rules. Replay does not depend on it: histories of several rule sets fold alike. */
export const pledgeUnder = (book: RuleBook): Decider<Pledge, PledgeCommand, PledgeEvent> => ({
  initialState: () => initialPledge,
  evolve,
  decide: (stated, pledge) => {
    const command = withAssumedDay(stated, pledge);
    const facts = decide(command, pledge, book);
    mustNotBeTooMuch(facts, pledge.entered, command.meta.role);
    const { occurredOn } = command.meta;
    return occurredOn === stated.meta.occurredOn ? facts : facts.map((fact) => ({ occurredOn, ...fact }));
  },
});

const decide = (command: PledgeCommand, pledge: Pledge, book: RuleBook): readonly PledgeEvent[] => {
  mustBeTheirs(command, pledge);
  if (command.type === 'AnnouncePledge' && pledge.status !== null)
    return announcedAgain(announcementOf(command), pledge);
  const row = transitionOf(command.type);
  if (row.alreadySo?.(command, pledge)) return [];
  try {
    return row.decide(command, pledge, mustBeInOrder(command, pledge, book));
  } catch (error) {
    if (error instanceof Rejected && isWaitedFor(command, error))
      return refuseMatch(command, error, book.inForce(dayOf(command.meta.now)));
    throw error;
  }
};

/** A reservation waits for an answer. A quantity that is none cannot come from one, and is the caller's mistake. */
const isWaitedFor = (command: PledgeCommand, { code }: Rejected): command is CommandOf<'MatchPledge'> =>
  command.type === 'MatchPledge' && command.data.reserved && code !== 'QUANTITY_INVALID';

/** The decider and the commands allowed now, under the rules in force. */
export const pledge = pledgeUnder(rules);
export const allowedNow = allowedUnder(rules);
