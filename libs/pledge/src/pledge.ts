/** The decider of a pledge: authorization.ts and ordering.ts check the command, then its chapter decides (chapters.ts). */
import { dayOf } from '@pledgeline/contracts';
import type { PledgeEvent } from '@pledgeline/contracts';
import { Rejected, type Decider } from '@pledgeline/event-sourcing';
import { mustNotJudgeOwnAct } from './acts/own-acts.ts';
import { approvedAct, recordedAct, type DecideOwn } from './acts/recorded-act.ts';
import { withAssumedDay } from './assumed-day.ts';
import { mustBeAuthorized } from './authorization.ts';
import { transitionOf } from './chapters.ts';
import { mustNotBeTooMuch } from './entered.ts';
import { evolve } from './evolve.ts';
import { allowedUnder, mustBeInOrder, refusedUnder } from './ordering.ts';
import { rules, type RuleBook } from './rule-book.ts';
import { initialPledge, type Pledge, type PledgeCommand } from './state.ts';

/** The decider under these rules. Replay does not depend on it: histories of several rule sets fold alike. */
export const pledgeUnder = (book: RuleBook): Decider<Pledge, PledgeCommand, PledgeEvent> => ({
  initialState: () => initialPledge,
  evolve,
  decide: (stated, pledge) => {
    const command = withAssumedDay(stated, pledge);
    const events = decideFor(command, pledge, (own) => decide(own, pledge, book));
    mustNotBeTooMuch(events, pledge.entered, command.meta.role);
    const { occurredOn } = command.meta;
    return occurredOn === stated.meta.occurredOn ? events : events.map((event) => ({ occurredOn, ...event }));
  },
});

/** The sender's own act, or one that he records or approves for others. Nobody judges what he recorded. */
const decideFor = (command: PledgeCommand, pledge: Pledge, own: DecideOwn): readonly PledgeEvent[] => {
  const isRecorded = command.meta.recorded !== undefined;
  const decided = isRecorded ? recordedAct(command, pledge, own) : own(command);
  const isOwn = !isRecorded && command.meta.wasRecorded !== true;
  if (isOwn || command.type === 'ObjectToAct') mustNotJudgeOwnAct(command, pledge);
  return command.type === 'ApproveAct' ? approvedAct(command, pledge, own) : decided;
};

const decide = (command: PledgeCommand, pledge: Pledge, book: RuleBook): readonly PledgeEvent[] => {
  mustBeAuthorized(command, pledge);
  const row = transitionOf(command.type);
  if (row.isNoop?.(command, pledge)) return [];
  try {
    return row.decide(command, pledge, mustBeInOrder(command, pledge, book));
  } catch (error) {
    const answer =
      error instanceof Rejected
        ? row.refusedAs?.(command, error, book.inForce(dayOf(command.meta.now)))
        : undefined;
    if (answer === undefined) throw error;
    return answer;
  }
};

/** The decider, and the commands allowed and refused now, under the rules in force. */
export const pledge = pledgeUnder(rules);
export const allowedNow = allowedUnder(rules);
export const refusedNow = refusedUnder(rules);
