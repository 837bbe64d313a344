/**
 * Events of a pledge from the announcement to registration. The names are the storage format: a type never changes,
 * a new shape is a new version with an upcaster.
 */
import { Type } from 'typebox';
import { TAGS } from '../reference/tag.ts';
import { DECLINE_REASONS, LEVELS, SMART_PARTS, STANDINGS, TRACKS } from '../vocabulary.data.ts';
import { besideUnits, MoneyField, SpeakerField, TermsField } from './announcement-fields.ts';
import {
  announcedBeforeEntries,
  announcedBeforeTerms,
  linkedBeforeSpeakers,
  withStartUnsaid,
  withNothingBeside,
} from './announcement-upcasters.ts';
import { eventsOf } from './event-contract.ts';
import { Day, Id, oneOf, orNull, QuantityField, StateCode, Text } from './field.ts';

const pledgeEvent = eventsOf('pledge');

export const PledgeAnnounced = pledgeEvent({
  type: 'PledgeAnnounced',
  owner: 'intake',
  schemaVersion: 5,
  visibility: 'PUBLIC',
  summary: 'A state or listed organisation made a promise, in its own words.',
  data: Type.Object({
    pledgeId: Id,
    /** Readable, derived from the id, for people. */
    reference: Text,
    conference: orNull(Text),
    memberState: StateCode,
    memberStateAsStated: Text,
    category: Text,
    capabilityCode: orNull(Text),
    /** What is counted: units, people, things. Money stands in `money`. */
    quantity: orNull(QuantityField),
    ...besideUnits,
    money: orNull(MoneyField),
    description: Text,
    timeframe: orNull(Text),
    partners: Type.Array(Text),
    announcedOn: orNull(Day),
    source: Text,
    /**
     * Null where nobody could look for an equal pledge, or one of the same offer, since what knows them was not there when it was
     * entered. True up to version 2 alone: entered although the same offer was known, and counted as a repeat.
     */
    duplicateChecked: orNull(Type.Boolean()),
    /** A new offer although another is like it: somebody checked, and says why. */
    additional: Type.Boolean(),
    additionalReason: orNull(Text),
    /** Its history is entered only now: what was promised is over already, or may be. */
    lateEntry: Type.Boolean(),
    speaker: orNull(SpeakerField),
    standing: oneOf(STANDINGS),
    /** The older pledge that this one repeats or brings up to date. */
    renews: orNull(Id),
    /** Beside those that the capability has by itself. */
    themes: Type.Array(oneOf(TAGS)),
    mainTheme: orNull(oneOf(TAGS)),
    terms: orNull(TermsField),
    /** The idea and the need that it answers. */
    idea: orNull(Id),
    need: orNull(Id),
    /** What the promise did not say when it was entered; null where nobody checked. */
    missing: orNull(Type.Array(oneOf(SMART_PARTS))),
  }),
  upcasters: {
    1: announcedBeforeTerms,
    2: announcedBeforeEntries,
    3: withNothingBeside,
    4: withStartUnsaid,
  },
});

export const AnnouncementLinked = pledgeEvent({
  type: 'AnnouncementLinked',
  owner: 'intake',
  schemaVersion: 3,
  visibility: 'PUBLIC',
  summary: 'Another announcement speaks of the same pledge; both wordings are kept side by side.',
  data: Type.Object({
    pledgeId: Id,
    announcementId: Id,
    /** Whose announcement it is: always the state of the pledge. */
    memberState: StateCode,
    conference: orNull(Text),
    wording: Text,
    quantity: orNull(QuantityField),
    ...besideUnits,
    money: orNull(MoneyField),
    announcedOn: orNull(Day),
    source: Text,
    speaker: orNull(SpeakerField),
  }),
  upcasters: { 1: linkedBeforeSpeakers, 2: withNothingBeside },
});

export const PledgeAcknowledged = pledgeEvent({
  type: 'PledgeAcknowledged',
  owner: 'intake',
  visibility: 'PUBLIC',
  summary: 'The Secretariat told the state that the pledge was received.',
  data: Type.Object({ pledgeId: Id, acknowledgedOn: Day, acknowledgementReference: Text }),
});

export const ClarificationRequested = pledgeEvent({
  type: 'ClarificationRequested',
  owner: 'intake',
  visibility: 'INTERNAL',
  ownStateMayRead: true,
  summary: 'The state was asked a question; a blocking one holds up registration.',
  data: Type.Object({
    pledgeId: Id,
    clarificationId: Id,
    question: Text,
    field: orNull(Text),
    dueOn: Day,
    blocking: Type.Boolean(),
  }),
});

export const ClarificationProvided = pledgeEvent({
  type: 'ClarificationProvided',
  owner: 'intake',
  visibility: 'INTERNAL',
  ownStateMayRead: true,
  summary: 'The state answered an open question.',
  data: Type.Object({ pledgeId: Id, clarificationId: Id, answer: Text }),
});

export const PledgeRegistered = pledgeEvent({
  type: 'PledgeRegistered',
  owner: 'intake',
  schemaVersion: 3,
  visibility: 'PUBLIC',
  redact: { PUBLIC: ['deployWithinDays'] },
  summary: 'The pledge was accepted on its track; a capability pledge is at Level 1 from here.',
  data: Type.Object({
    pledgeId: Id,
    track: oneOf(TRACKS),
    capabilityCode: Text,
    quantity: orNull(QuantityField),
    ...besideUnits,
    timeframe: orNull(Text),
    /** Days from a request to deployment, where the state named them. */
    deployWithinDays: orNull(Type.Integer({ minimum: 1 })),
    registrationReference: Text,
    /** Of FGS, PD, DOS or the desk, which stand for it that less is registered than was announced. */
    consentReference: orNull(Text),
    level: orNull(oneOf(LEVELS)),
    validUntil: orNull(Day),
    target: orNull(Text),
    notMeasurable: Type.Boolean(),
  }),
  // Version 1 did not ask who stands for less.
  upcasters: { 1: (data) => ({ ...(data as object), consentReference: null }), 2: withNothingBeside },
});

export const RegistrationDeclined = pledgeEvent({
  type: 'RegistrationDeclined',
  owner: 'intake',
  visibility: 'MEMBER_STATES',
  summary: 'The announcement does not become a registered pledge.',
  data: Type.Object({ pledgeId: Id, reason: oneOf(DECLINE_REASONS), text: Text }),
});

export const announcementEvents = [
  PledgeAnnounced,
  AnnouncementLinked,
  PledgeAcknowledged,
  ClarificationRequested,
  ClarificationProvided,
  PledgeRegistered,
  RegistrationDeclined,
] as const;
