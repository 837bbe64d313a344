/**
 * An idea and the promise that takes it up must both be there. The idea may be dropped by now, or taken up by another: both can
 * be.
 */
import { mustActFor, ownerNamed, streamName } from '@pledgeline/contracts';
import type { Caller } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import type { EventStore } from '@pledgeline/event-sourcing';
import { mustNotBeVoid, type PledgeCommands } from '@pledgeline/pledge';

/** @throws {Rejected} UNKNOWN_IDEA, also for a state that names an idea which the Secretariat keeps about it. */
export const mustBeIdea = async (
  idea: string | null | undefined,
  { role }: Caller,
  store: EventStore,
): Promise<void> => {
  if (idea === null || idea === undefined) return;
  const [raised] = await store.read(streamName('idea', idea), { limit: 1 });
  if (raised !== undefined && (raised.metadata.visibility !== 'INTERNAL' || role !== 'MS')) return;
  throw new Rejected('invalid', 'UNKNOWN_IDEA', `There is no idea ${idea}.`, { field: 'idea' });
};

/**
 * A state says of its own pledge alone that it came of an idea.
 * @throws {Rejected} UNKNOWN_PLEDGE, PLEDGE_VOID or FORBIDDEN
 */
export const mustBeOwnPledge = async (
  pledgeId: string,
  { role, state }: Caller,
  pledges: PledgeCommands,
): Promise<void> => {
  const { state: pledge } = await pledges.load(streamName('pledge', pledgeId));
  if (pledge.status === null) {
    throw new Rejected('missing', 'UNKNOWN_PLEDGE', `There is no pledge ${pledgeId}.`, { field: 'pledgeId' });
  }
  mustNotBeVoid(pledge, 'pledgeId');
  mustActFor({ role, onBehalfOf: state }, ownerNamed(pledge.memberState, null), { field: 'pledgeId' });
};
