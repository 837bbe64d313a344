/** Events of a pledge that several carry together. The names are the storage format. */
import { Type } from 'typebox';
import { PARTNER_PARTS, PARTNER_ROLES, PARTNERSHIP_KINDS } from '../vocabulary.data.ts';
import { eventsOf } from './event-contract.ts';
import { Day, Id, oneOf, orNull, StateCode, Text } from './field.ts';

const pledgeEvent = eventsOf('pledge');

/** Per cent of the whole. */
const Share = Type.Number({ minimum: 0, maximum: 100 });

/** A state, or another body by its name; each has one part for each role. */
const who = { state: orNull(StateCode), body: orNull(Text), role: oneOf(PARTNER_ROLES) };

export const PartnershipDeclared = pledgeEvent({
  type: 'PartnershipDeclared',
  owner: 'intake',
  visibility: 'PUBLIC',
  summary: 'Several carry the pledge together, in this form; it counts once.',
  data: Type.Object({
    pledgeId: Id,
    kind: oneOf(PARTNERSHIP_KINDS),
    lead: StateCode,
    /** Of a rapid deployment that another state takes over. */
    handoverTo: orNull(StateCode),
    handoverOn: orNull(Day),
  }),
});

export const PartnerJoined = pledgeEvent({
  type: 'PartnerJoined',
  owner: 'intake',
  visibility: 'PUBLIC',
  summary: 'A state or another body takes a part in the pledge.',
  data: Type.Object({
    pledgeId: Id,
    ...who,
    part: orNull(oneOf(PARTNER_PARTS)),
    share: orNull(Share),
    from: Day,
    to: orNull(Day),
    leadConsentReference: Text,
  }),
});

export const PartnerLeft = pledgeEvent({
  type: 'PartnerLeft',
  owner: 'intake',
  visibility: 'PUBLIC',
  summary: 'A partner gave up its part; its share is open, and the pledge goes on.',
  data: Type.Object({
    pledgeId: Id,
    ...who,
    /** What is open now. */
    share: orNull(Share),
    leftOn: Day,
    reason: Text,
    leadConsentReference: orNull(Text),
    /** After the memorandum of understanding. */
    dosNoteReference: orNull(Text),
  }),
});

export const LeadNamed = pledgeEvent({
  type: 'LeadNamed',
  owner: 'intake',
  visibility: 'PUBLIC',
  summary: 'Another state of the partnership answers for the whole.',
  data: Type.Object({ pledgeId: Id, lead: StateCode, formerLead: StateCode, consentReference: Text }),
});

export const TurnsAgreed = pledgeEvent({
  type: 'TurnsAgreed',
  owner: 'verification',
  visibility: 'PUBLIC',
  summary: 'Which state is in the mission from when to when; it replaces the list agreed before.',
  data: Type.Object({
    pledgeId: Id,
    turns: Type.Array(Type.Object({ state: StateCode, from: Day, to: Day }), { minItems: 1 }),
    agreedOn: Day,
  }),
});

export const partnershipEvents = [
  PartnershipDeclared,
  PartnerJoined,
  PartnerLeft,
  LeadNamed,
  TurnsAgreed,
] as const;
