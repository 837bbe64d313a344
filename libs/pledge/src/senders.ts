/**
 * Who can act on a pledge, asked ahead of any command: what waits is shown to those alone. Accountability page, sections 2 to 12,
 * whose tasks are each "of the state", "of both" or "of the desk".
 */
import { speaksForAState } from '@pledgeline/contracts';
import { isAuthorized, ownerOf, ownersOf, type PledgeCaller } from './authorization.ts';
import { transitionOf } from './chapters.ts';
import { isAmongRolesFor, isOnTrack } from './ordering.ts';
import { statesOf } from './partnership/partnership.state.ts';
import type { Pledge, PledgeCommandType } from './state.ts';

/** Whether status and track allow the command, whoever sends it. */
export const isPossible = (type: PledgeCommandType, pledge: Pledge): boolean => {
  const row = transitionOf(type);
  return row.from.includes(pledge.status) && isOnTrack(row, pledge);
};

/** Whether the decider would not refuse the caller himself, whatever else it refuses. */
export const maySend = (type: PledgeCommandType, pledge: Pledge, caller: PledgeCaller): boolean => {
  const row = transitionOf(type);
  return isAuthorized(row, caller, pledge) && isAmongRolesFor(row, pledge, caller.role);
};

/** The roles that the decider allows for this pledge, apart from jobs and policies. */
export const rolesSending = (type: PledgeCommandType, pledge: Pledge): readonly string[] => {
  const { rolesFor, roles } = transitionOf(type);
  return (rolesFor?.(pledge) ?? roles).filter((role) => role !== 'SYSTEM');
};

/** The states whose people may send it in one of these roles; of a command that each sends for itself, those that carry the pledge. */
export const statesSending = (
  type: PledgeCommandType,
  pledge: Pledge,
  roles: readonly string[],
): readonly string[] => {
  const row = transitionOf(type);
  return rolesSending(type, pledge)
    .filter((role) => roles.includes(role) && speaksForAState(role))
    .flatMap((role) => {
      const owners = ownersOf(role, ownerOf(row, pledge, null), pledge);
      return owners === 'SENDER' ? statesOf(pledge) : owners.states;
    });
};
