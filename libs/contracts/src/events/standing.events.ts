/** Events about which of two promises stands, and counts. The names are the storage format. */
import { Type } from 'typebox';
import { eventsOf } from './event-contract.ts';
import { REPEAT_DECISIONS } from '../vocabulary.data.ts';
import { Id, oneOf, orNull, Text } from './field.ts';

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

export const RepeatDecided = pledgeEvent({
  type: 'RepeatDecided',
  owner: 'intake',
  visibility: 'PUBLIC',
  summary:
    'The desk decided whether an announcement that was flagged as a repeat is one, or an additional offer that counts as new.',
  data: Type.Object({
    pledgeId: Id,
    decision: oneOf(REPEAT_DECISIONS),
    /** The pledge that it repeats; null for an additional offer. */
    repeats: orNull(Id),
    reason: Text,
  }),
});

export const standingEvents = [PledgeSuperseded, RepeatDecided] as const;
