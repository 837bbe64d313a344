/** The life of a pledge as one decider: who may do what and when (order.ts), then what follows (one file for each phase). */
import type { PledgeEvent } from '@pledgeline/contracts';
import { Rejected, type Decider } from '@pledgeline/event-sourcing';
import { announce } from './announcement/announcement.ts';
import type { CommandOf, PledgeCommand } from './commands.ts';
import { evolve } from './evolve.ts';
import { allowedUnder, mustBeInOrder, mustBeTheirs } from './order.ts';
import { pcrs2019, type RuleSet } from './rule-set.ts';
import { refuseMatch } from './selection/selection.ts';
import { initialPledge, type Pledge } from './state.ts';
import { transitionOf } from './transitions.ts';

/** The decider under one rule set. Replay does not depend on it: histories of several rule sets fold alike. */
export const pledgeUnder = (rules: RuleSet): Decider<Pledge, PledgeCommand, PledgeEvent> => ({
  initialState: () => initialPledge,
  evolve,
  decide: (command, pledge) => {
    mustBeTheirs(command, pledge);
    if (command.type === 'AnnouncePledge' && pledge.status !== null) return announce(command, pledge);
    const row = transitionOf(command.type);
    if (row.alreadySo?.(command, pledge)) return [];
    try {
      return row.decide(command, pledge, mustBeInOrder(command, pledge, rules));
    } catch (error) {
      if (error instanceof Rejected && isWaitedFor(command, error)) return refuseMatch(command, error, rules);
      throw error;
    }
  },
});

/** A reservation waits for an answer. A quantity that is none cannot come from one, and is the caller's mistake. */
const isWaitedFor = (command: PledgeCommand, { code }: Rejected): command is CommandOf<'MatchPledge'> =>
  command.type === 'MatchPledge' && command.data.reserved && code !== 'QUANTITY_INVALID';

/** The decider and the commands allowed now, under the rules in force. */
export const pledge = pledgeUnder(pcrs2019);
export const allowedNow = allowedUnder(pcrs2019);
