/** When an act may have happened: a real day, not ahead, and not before what it follows. Lifecycle page, section 3. */
import { mustHaveCome } from '@pledgeline/contracts';
import { mustBeDay } from './period.ts';
import { transitionOf } from './chapters.ts';
import { invalid } from './refusal.ts';
import type { Pledge, PledgeCommand, PledgeCommandType } from './state.ts';

/**
 * Another announcement of the same pledge may be older than the one recorded first; every other act comes after it.
 * @param requiresDate the act has no meaning without its day.
 * @throws {Rejected} naming the day before which it cannot lie, or after which.
 */
export const mustBeDated = (command: PledgeCommand, pledge: Pledge, requiresDate: boolean): void => {
  const { type } = command;
  const { occurredOn } = command.meta;
  const field = 'occurredOn';
  if (occurredOn === null) {
    if (requiresDate) throw invalid('DATE_MISSING', `${type} needs the day on which it happened.`, { field });
    return;
  }
  mustBeDay(field, occurredOn);
  mustHaveCome(field, occurredOn, command.meta.now);
  const announcedOn = pledge.announcement?.announcedOn ?? null;
  if (announcedOn !== null && occurredOn < announcedOn && type !== 'LinkAnnouncement') {
    throw invalid('BEFORE_ANNOUNCEMENT', `The pledge was announced on ${announcedOn}, after ${occurredOn}.`, {
      field,
      announcedOn,
    });
  }
  mustComeAfterStatus(command, pledge, occurredOn);
};

/**
 * Acts with a rule of their own for what they come after, or with a reason to lie before it: a withdrawal counts from the
 * state's own note, a memorandum may be signed retroactively, a re-hatted unit was there before it was selected.
 */
const DATED_BY_THEIR_OWN_RULE: readonly PledgeCommandType[] = [
  'WithdrawPledge',
  'RenewPledge',
  'SignMou',
  'DeployUnit',
  'RepatriateUnit',
  'CorrectEvent',
  'AnnulEvent',
];

/**
 * An act that changes the status happened after the present status was reached. Notes of people (documents, caveats, evidence)
 * may come late, and so may acts that the system finds due.
 */
const mustComeAfterStatus = ({ type, meta }: PledgeCommand, pledge: Pledge, occurredOn: string): void => {
  const { status, reachedOn } = pledge;
  const movesOn = transitionOf(type).to !== undefined && !DATED_BY_THEIR_OWN_RULE.includes(type);
  // The day of the announcement is asked before, of every act.
  if (status === null || status === 'ANNOUNCED' || !movesOn || meta.role === 'SYSTEM') return;
  const since = reachedOn[status] ?? null;
  if (since === null || occurredOn >= since) return;
  throw invalid('BEFORE_STATUS', `The pledge has been ${status} since ${since}, after ${occurredOn}.`, {
    field: 'occurredOn',
    pledgeStatus: status,
    since,
  });
};
