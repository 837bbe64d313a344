/** The policies of this slice as one consumer of the log: what each answers, to whom it goes, what a refusal means. */
import { catalogue, streamName } from '@pledgeline/contracts';
import { react } from '@pledgeline/event-sourcing';
import type { BatchHandler, Clock, Log, Send } from '@pledgeline/event-sourcing';
import { childOfSplit } from '@pledgeline/pledge';
import type { PledgeCommands } from '@pledgeline/pledge';
import { openChildren } from './open-children.policy.ts';
import type { OpenChild } from './open-children.policy.ts';
import { referenceOf } from './reference.ts';

export const POLICIES = Symbol('Policies of intake');

export const policies = (pledges: PledgeCommands, clock: Clock, log: Log): BatchHandler =>
  react({
    policies: [openChildren],
    catalogue,
    now: clock,
    send: openIn(pledges),
    onRejected: (policy, event, reaction, rejected) =>
      log.warn(
        { policy, eventId: event.id, stream: reaction.stream, command: reaction.type, code: rejected.code },
        'a command sent by a policy was refused',
      ),
  });

/** A parent that was split is at its end, so it hands over the same at every delivery. */
const openIn =
  (pledges: PledgeCommands): Send =>
  async (stream, command) => {
    const { parentId, child } = command.data as OpenChild;
    const { state: parent } = await pledges.load(streamName('pledge', parentId));
    const { memberState, announcement } = parent;
    const { pledgeId, capabilityCode } = child;
    const conference = announcement?.conference ?? null;
    const category = announcement?.category ?? '';
    const reference = referenceOf({ pledgeId, conference, memberState, capabilityCode, category });
    const data = childOfSplit(child, parent, reference);
    if (data === undefined) throw new Error(`${parentId} was split before it was registered`);
    return pledges(stream, { type: 'DerivePledge', data, meta: command.meta });
  };
