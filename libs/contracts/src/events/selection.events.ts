/** Events by which a pledge meets a gap and is chosen for it. The names are the storage format. */
import { Type } from 'typebox';
import { FITS, HOST_CONSENTS } from '../vocabulary.data.ts';
import { eventsOf, type Upcaster } from './event-contract.ts';
import { Count, Day, Id, oneOf, Text } from './field.ts';
import { notOnRecord, onRecordWithException } from './mission-on-record.ts';

const pledgeEvent = eventsOf('pledge');

/** Version 1 knew no caveats: there was no event that could have opened one. */
const before =
  (caveats: Readonly<Record<string, readonly string[]>>): Upcaster =>
  (data) => ({ ...(data as object), ...caveats });

export const PledgeMatched = pledgeEvent({
  type: 'PledgeMatched',
  owner: 'verification',
  schemaVersion: 2,
  visibility: 'MEMBER_STATES',
  redact: { MEMBER_STATES: ['openCaveats'] },
  summary: 'Some or all of the pledge is set against a gap, which holds the same number reserved.',
  data: Type.Object({
    pledgeId: Id,
    gapId: Id,
    reservationId: Id,
    mission: Text,
    quantity: Count,
    fit: oneOf(FITS),
    /** Caveats that were open when it was matched; ids only, for not every reader may know what they say. */
    openCaveats: Type.Array(Id),
  }),
  upcasters: { 1: before({ openCaveats: [] }) },
});

export const MatchRefused = pledgeEvent({
  type: 'MatchRefused',
  owner: 'verification',
  visibility: 'INTERNAL',
  summary:
    'The pledge could no longer be matched when the reservation reached it; the reservation is released.',
  data: Type.Object({ pledgeId: Id, gapId: Id, reservationId: Id, quantity: Count, code: Text }),
});

export const MatchReleased = pledgeEvent({
  type: 'MatchReleased',
  owner: 'verification',
  visibility: 'MEMBER_STATES',
  summary: 'A match ended before selection.',
  data: Type.Object({ pledgeId: Id, gapId: Id, reservationId: Id, reason: Text }),
});

export const UnitSelected = pledgeEvent({
  type: 'UnitSelected',
  owner: 'verification',
  schemaVersion: 3,
  visibility: 'PUBLIC',
  redact: { MEMBER_STATES: ['acceptedCaveats', 'approver'] },
  summary: 'The unit was chosen for a mission.',
  data: Type.Object({
    pledgeId: Id,
    gapId: Id,
    mission: Text,
    decisionReference: Text,
    selectedOn: Day,
    hostConsent: oneOf(HOST_CONSENTS),
    /** Caveats that the decision, by its reference, accepts in writing; ids only. */
    acceptedCaveats: Type.Array(Id),
    ...onRecordWithException,
  }),
  upcasters: { 1: before({ acceptedCaveats: [] }), 2: notOnRecord },
});

export const SelectionDeclined = pledgeEvent({
  type: 'SelectionDeclined',
  owner: 'verification',
  visibility: 'MEMBER_STATES',
  summary: 'A selection was given up by the state or by the Secretariat, and its match with it.',
  data: Type.Object({ pledgeId: Id, gapId: Id, reservationId: Id, reason: Text }),
});

export const selectionEvents = [
  PledgeMatched,
  MatchRefused,
  MatchReleased,
  UnitSelected,
  SelectionDeclined,
] as const;
