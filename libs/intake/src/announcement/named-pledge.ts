/** A pledge that an announcement is said to be: an id belongs to the state whose pledge has it. */
import { streamName } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import type { PledgeCommands } from '@pledgeline/pledge';

/** @throws {Rejected} UNKNOWN_PLEDGE or STATE_DIFFERS */
export const mustBePledgeOf = async (
  memberState: string,
  pledgeId: string,
  pledges: PledgeCommands,
): Promise<void> => {
  if (await isPledgeOf(memberState, pledgeId, 'pledge', pledges)) return;
  throw new Rejected('invalid', 'UNKNOWN_PLEDGE', `There is no pledge ${pledgeId}.`, { field: 'pledge' });
};

/** Whether there is a pledge with this id. @throws {Rejected} STATE_DIFFERS where it is of another state. */
export const isPledgeOf = async (
  memberState: string,
  pledgeId: string,
  field: string,
  pledges: PledgeCommands,
): Promise<boolean> => {
  const { state } = await pledges.load(streamName('pledge', pledgeId));
  if (state.status === null) return false;
  if (state.memberState === memberState) return true;
  const message = `That pledge is ${state.memberState}'s, not ${memberState}'s.`;
  throw new Rejected('conflict', 'STATE_DIFFERS', message, { field });
};
