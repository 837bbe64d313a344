/** Events by which what is recorded is put right: by another event, never by a change. Lifecycle page, section 5. */
import { Type } from 'typebox';
import { eventsOf } from './event-contract.ts';
import { Id, Text } from './field.ts';

const pledgeEvent = eventsOf('pledge');

const correction = {
  pledgeId: Id,
  correctionId: Id,
  /** Id of the event that is put right. */
  corrects: Id,
  correctedType: Text,
  changes: Type.Array(
    Type.Object({
      /** A field of the event's data, or `occurredOn` for its business date. */
      field: Text,
      old: Type.Unknown(),
      new: Type.Unknown(),
    }),
    { minItems: 1 },
  ),
  reason: Text,
};

export const CorrectionProposed = pledgeEvent({
  type: 'CorrectionProposed',
  owner: 'intake',
  visibility: 'INTERNAL',
  ownStateMayRead: true,
  summary: 'A records officer asked for a correction; nothing is changed until a second one agrees.',
  data: Type.Object(correction),
});

export const EventCorrected = pledgeEvent({
  type: 'EventCorrected',
  owner: 'intake',
  visibility: 'PUBLIC',
  ownStateMayRead: true,
  summary:
    'An earlier event of the stream is read as corrected from here on; the event itself stays as it was. As widely known as what it corrects.',
  data: Type.Object(correction),
});

export const CorrectionRejected = pledgeEvent({
  type: 'CorrectionRejected',
  owner: 'intake',
  visibility: 'INTERNAL',
  ownStateMayRead: true,
  summary: 'A proposed correction was turned down.',
  data: Type.Object({ pledgeId: Id, correctionId: Id, reason: Text }),
});

export const correctionEvents = [CorrectionProposed, EventCorrected, CorrectionRejected] as const;
