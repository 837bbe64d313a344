/** Events by which what was promised rests for a while, without changing its status. The names are the storage format. */
import { Type } from 'typebox';
import { eventsOf } from './event-contract.ts';
import { Day, Id, Text } from './field.ts';

const pledgeEvent = eventsOf('pledge');

export const PledgeSuspended = pledgeEvent({
  type: 'PledgeSuspended',
  owner: 'verification',
  visibility: 'PUBLIC',
  summary: 'What is delivered rests for a while; the pledge keeps its status.',
  data: Type.Object({ pledgeId: Id, reason: Text, from: Day }),
});

export const PledgeResumed = pledgeEvent({
  type: 'PledgeResumed',
  owner: 'verification',
  visibility: 'PUBLIC',
  summary: 'It goes on again.',
  data: Type.Object({ pledgeId: Id, resumedOn: Day }),
});

export const suspensionEvents = [PledgeSuspended, PledgeResumed] as const;
