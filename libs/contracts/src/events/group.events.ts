/** What operators decide about a group of consumers of the log. */
import { Type } from 'typebox';
import { eventsOf } from './event-contract.ts';
import { Id, Text } from './field.ts';

const groupEvent = eventsOf('group');

export const EventSkipped = groupEvent({
  type: 'EventSkipped',
  owner: 'verification',
  visibility: 'INTERNAL',
  summary: 'A group of consumers does without an event that it could not handle.',
  data: Type.Object({
    group: Text,
    eventId: Id,
    stream: Text,
    revision: Type.Integer({ minimum: 0 }),
    reason: Text,
  }),
});

export const groupEvents = [EventSkipped] as const;
