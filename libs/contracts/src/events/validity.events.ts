/** Events by which a pledge stays offered or stops being so. The names are the storage format. */
import { Type } from 'typebox';
import { LEVELS } from '../vocabulary.data.ts';
import { eventsOf } from './event-contract.ts';
import { Day, Id, oneOf, orNull, Text } from './field.ts';

const pledgeEvent = eventsOf('pledge');

/** Matches that end with the event, so that a policy can free what they reserved. */
const endedMatches = Type.Array(Type.Object({ gapId: Id, reservationId: Id }));

export const PledgeRenewed = pledgeEvent({
  type: 'PledgeRenewed',
  owner: 'verification',
  schemaVersion: 2,
  visibility: 'PUBLIC',
  redact: { PUBLIC: ['level'] },
  summary: 'The state keeps the offer open until a new date.',
  data: Type.Object({
    pledgeId: Id,
    previousValidUntil: Day,
    validUntil: Day,
    /** The level from here: a revived pledge is back at Level 1 unless its last AAV is still valid. Null where it is not told. */
    level: orNull(oneOf(LEVELS)),
  }),
  // Everybody could read it in version 1.
  upcasters: { 1: (data) => data },
});

export const RenewalReminded = pledgeEvent({
  type: 'RenewalReminded',
  owner: 'verification',
  visibility: 'INTERNAL',
  ownStateMayRead: true,
  summary: 'The state was reminded that the offer ends soon.',
  data: Type.Object({ pledgeId: Id, validUntil: Day }),
});

export const PledgeLapsed = pledgeEvent({
  type: 'PledgeLapsed',
  owner: 'verification',
  visibility: 'PUBLIC',
  redact: { PUBLIC: ['endedMatches'] },
  summary: 'Validity and grace are over without a renewal; the state can revive the pledge for 12 months.',
  data: Type.Object({ pledgeId: Id, dueOn: Day, endedMatches }),
});

export const PledgeWithdrawn = pledgeEvent({
  type: 'PledgeWithdrawn',
  owner: 'intake',
  visibility: 'PUBLIC',
  redact: { PUBLIC: ['endedMatches'] },
  summary: 'The state took the pledge back.',
  data: Type.Object({ pledgeId: Id, reason: Text, effectiveOn: Day, source: orNull(Text), endedMatches }),
});

export const validityEvents = [PledgeRenewed, RenewalReminded, PledgeLapsed, PledgeWithdrawn] as const;
