/** Events by which a pledge meets a gap and is chosen for it. The names are the storage format. */
import { Type } from 'typebox';
import { FACTOR_SOURCES, FITS, HOST_CONSENTS } from '../vocabulary.data.ts';
import { eventsOf, type Upcaster } from './event-contract.ts';
import { Count, Day, Id, oneOf, orNull, Text } from './field.ts';
import { notOnRecord, onRecordWithException } from './mission-on-record.ts';
import { NOT_MEASURED } from './not-measured.ts';

const pledgeEvent = eventsOf('pledge');

/** Version 1 knew no caveats: there was no event that could have opened one. */
const before =
  (caveats: Readonly<Record<string, readonly string[]>>): Upcaster =>
  (data) => ({ ...(data as object), ...caveats });

/** Version 2 did not ask what the gap counts: its number was taken for one in the unit of the pledge. */
const matchedInOneMeasure: Upcaster = (data) => ({
  ...(data as object),
  unit: null,
  ...NOT_MEASURED,
});

const whole = Type.Integer({ minimum: 0 });

export const PledgeMatched = pledgeEvent({
  type: 'PledgeMatched',
  owner: 'verification',
  schemaVersion: 3,
  visibility: 'MEMBER_STATES',
  redact: { MEMBER_STATES: ['openCaveats'] },
  summary: 'Some or all of the pledge is set against a gap, which holds the same number reserved.',
  data: Type.Object({
    pledgeId: Id,
    gapId: Id,
    reservationId: Id,
    mission: Text,
    /** In the measure of the gap. */
    quantity: Count,
    /** What the gap counts; null before version 3, when the unit of the pledge was meant. */
    unit: orNull(Text),
    /**
     * What it takes of the pledge, in the pledge's own measure; may be part of a unit: 400 of the 850 persons of one battalion.
     * Null before version 3: as many as the quantity.
     */
    takes: orNull(Type.Number({ minimum: 0 })),
    /** The same side by side in whole numbers, a part of one left out; null where unknown. */
    units: orNull(whole),
    persons: orNull(whole),
    aircraft: orNull(whole),
    /** By which persons were counted as units or the other way; null where nobody knows it, or needed it. */
    personsPerUnit: orNull(Type.Number({ exclusiveMinimum: 0 })),
    personsPerUnitFrom: orNull(oneOf(FACTOR_SOURCES)),
    fit: oneOf(FITS),
    /** Caveats that were open when it was matched; ids only, for not every reader may know what they say. */
    openCaveats: Type.Array(Id),
  }),
  upcasters: { 1: before({ openCaveats: [] }), 2: matchedInOneMeasure },
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
  schemaVersion: 4,
  visibility: 'PUBLIC',
  redact: { MEMBER_STATES: ['acceptedCaveats', 'approver'], PUBLIC: ['gapId'] },
  redactedSince: { gapId: 4 },
  summary: 'The unit was chosen for a mission.',
  data: Type.Object({
    pledgeId: Id,
    /** Null for the public, which reads gaps and not who fills them. */
    gapId: orNull(Id),
    mission: Text,
    decisionReference: Text,
    selectedOn: Day,
    hostConsent: oneOf(HOST_CONSENTS),
    /** Caveats that the decision, by its reference, accepts in writing; ids only. */
    acceptedCaveats: Type.Array(Id),
    ...onRecordWithException,
  }),
  upcasters: { 1: before({ acceptedCaveats: [] }), 2: notOnRecord, 3: (data) => data },
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
