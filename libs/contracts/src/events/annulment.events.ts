/** Events by which an event that does not belong is struck from what a stream says. Accountability page, section 9. */
import { Type } from 'typebox';
import { eventsOf } from './event-contract.ts';
import { Id, orNull, StateCode, Text } from './field.ts';

const pledgeEvent = eventsOf('pledge');

const annulment = {
  pledgeId: Id,
  annulmentId: Id,
  /** Ids of the events that do not belong: what one command wrote is struck together. */
  annuls: Type.Array(Id, { minItems: 1 }),
  /** Their types, in the same order. Who may read an annulment follows from them. */
  annulledTypes: Type.Array(Text, { minItems: 1 }),
  reason: Text,
};

export const AnnulmentProposed = pledgeEvent({
  type: 'AnnulmentProposed',
  owner: 'intake',
  visibility: 'INTERNAL',
  ownStateMayRead: true,
  summary: 'Somebody asked that events be annulled; nothing is changed until a records officer agrees.',
  data: Type.Object(annulment),
});

export const EventAnnulled = pledgeEvent({
  type: 'EventAnnulled',
  owner: 'intake',
  visibility: 'PUBLIC',
  ownStateMayRead: true,
  summary:
    'Earlier events of the stream are read as if they had never been; the events themselves stay as they were. As widely known as what it strikes: where that is differently known, there is one for each circle of readers.',
  data: Type.Object({
    ...annulment,
    /** The pledge that was entered by mistake, where its announcement is struck: it is VOID from then on. */
    voids: orNull(Type.Object({ memberState: StateCode, reference: Text })),
  }),
});

export const AnnulmentRejected = pledgeEvent({
  type: 'AnnulmentRejected',
  owner: 'intake',
  visibility: 'INTERNAL',
  ownStateMayRead: true,
  summary: 'A proposed annulment was turned down.',
  data: Type.Object(annulment),
});

export const annulmentEvents = [AnnulmentProposed, EventAnnulled, AnnulmentRejected] as const;
