/** Events about which of two promises stands, and counts. The names are the storage format. */
import { Type } from 'typebox';
import { eventsOf } from './event-contract.ts';
import { Id } from './field.ts';

const pledgeEvent = eventsOf('pledge');

export const PledgeSuperseded = pledgeEvent({
  type: 'PledgeSuperseded',
  owner: 'intake',
  visibility: 'PUBLIC',
  redact: { PUBLIC: ['endedMatches'] },
  summary: 'A newer pledge of the same state stands in its place; nothing of this one had been delivered.',
  data: Type.Object({
    pledgeId: Id,
    /** The pledge that brings it up to date. */
    newerPledgeId: Id,
    /** Matches that end with the event, so that a policy can free what they reserved. */
    endedMatches: Type.Array(Type.Object({ gapId: Id, reservationId: Id })),
  }),
});

export const standingEvents = [PledgeSuperseded] as const;
