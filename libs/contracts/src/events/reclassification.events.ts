/** Events by which a pledge on the wrong shelf is put on the right one. The names are the storage format. */
import { Type } from 'typebox';
import { LEVELS, TRACKS } from '../vocabulary.data.ts';
import { eventsOf } from './event-contract.ts';
import { Day, Id, oneOf, orNull, Text } from './field.ts';

const pledgeEvent = eventsOf('pledge');

export const ReclassificationProposed = pledgeEvent({
  type: 'ReclassificationProposed',
  owner: 'intake',
  visibility: 'INTERNAL',
  ownStateMayRead: true,
  summary: 'The desk finds that the pledge was registered under the wrong code; another person decides.',
  data: Type.Object({ pledgeId: Id, capabilityCode: Text, reason: Text }),
});

export const PledgeReclassified = pledgeEvent({
  type: 'PledgeReclassified',
  owner: 'intake',
  visibility: 'PUBLIC',
  redact: { PUBLIC: ['level'] },
  summary: 'The pledge has another code, and with it perhaps the other track.',
  data: Type.Object({
    pledgeId: Id,
    oldCapabilityCode: Text,
    capabilityCode: Text,
    track: oneOf(TRACKS),
    reason: Text,
    level: orNull(oneOf(LEVELS)),
    validUntil: orNull(Day),
  }),
});

export const reclassificationEvents = [ReclassificationProposed, PledgeReclassified] as const;
