/** Events of a pledge that several carry together. The names are the storage format. */
import { Type } from 'typebox';
import {
  PARTNER_CONFIRMATIONS,
  PARTNER_PARTS,
  PARTNER_ROLES,
  PARTNER_SIDES,
  PARTNERSHIP_KINDS,
} from '../vocabulary.data.ts';
import { eventsOf } from './event-contract.ts';
import { Day, Id, oneOf, orNull, StateCode, Text } from './field.ts';

const pledgeEvent = eventsOf('pledge');

/** Per cent of the whole. */
const Share = Type.Number({ minimum: 0, maximum: 100 });

/** A state, or another body by its name; each has one part for each role. */
const who = { state: orNull(StateCode), body: orNull(Text), role: oneOf(PARTNER_ROLES) };

const terms = {
  ...who,
  part: orNull(oneOf(PARTNER_PARTS)),
  share: orNull(Share),
  from: Day,
  to: orNull(Day),
};

export const PartnershipDeclared = pledgeEvent({
  type: 'PartnershipDeclared',
  schemaVersion: 2,
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
  /** The second knows more kinds. */
  upcasters: { 1: (data) => data },
});

/** What one side said, and the other not yet: between the states concerned and the Secretariat. */
const pending = {
  owner: 'intake',
  visibility: 'INTERNAL',
  ownStateMayRead: true,
} as const;

export const PartnerInvited = pledgeEvent({
  ...pending,
  type: 'PartnerInvited',
  summary: 'The lead invites a state or another body to take a part in the pledge; it has yet to accept.',
  data: Type.Object({
    pledgeId: Id,
    proposalId: Id,
    ...terms,
    /** Who invited; another lead would have to invite anew. */
    lead: StateCode,
    /** How the lead agreed, where the desk sent it. */
    consentReference: orNull(Text),
  }),
});

export const PartnershipRequested = pledgeEvent({
  ...pending,
  type: 'PartnershipRequested',
  summary: 'A state or another body asks for a part in the pledge; the lead has yet to confirm.',
  data: Type.Object({
    pledgeId: Id,
    proposalId: Id,
    ...terms,
    /** How the lead agreed, as the one who asks says. */
    leadConsentReference: orNull(Text),
  }),
});

export const PartnerProposalEnded = pledgeEvent({
  ...pending,
  type: 'PartnerProposalEnded',
  summary: 'An invitation or a request was declined or taken back; nobody joined.',
  data: Type.Object({
    pledgeId: Id,
    proposalId: Id,
    ...who,
    by: oneOf(PARTNER_SIDES),
    reason: Text,
    consentReference: orNull(Text),
  }),
});

export const PartnerJoined = pledgeEvent({
  type: 'PartnerJoined',
  schemaVersion: 2,
  owner: 'intake',
  visibility: 'PUBLIC',
  summary: 'A state or another body takes a part in the pledge.',
  data: Type.Object({
    pledgeId: Id,
    ...terms,
    leadConsentReference: orNull(Text),
    /** Null: by its own word alone, as before version 2. */
    confirmation: orNull(oneOf(PARTNER_CONFIRMATIONS)),
  }),
  upcasters: { 1: (data) => ({ ...(data as object), confirmation: null }) },
});

export const PartnerConfirmed = pledgeEvent({
  type: 'PartnerConfirmed',
  owner: 'intake',
  visibility: 'PUBLIC',
  summary: 'The lead confirms a partner that had joined by its own word alone.',
  data: Type.Object({ pledgeId: Id, ...who, lead: StateCode, consentReference: orNull(Text) }),
});

export const PartnerLeft = pledgeEvent({
  type: 'PartnerLeft',
  schemaVersion: 2,
  owner: 'intake',
  visibility: 'PUBLIC',
  summary:
    'A partner gave up its part, or the lead parted from it; the share is open, and the pledge goes on.',
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
    endedBy: oneOf(PARTNER_SIDES),
  }),
  upcasters: { 1: (data) => ({ ...(data as object), endedBy: 'PARTNER' }) },
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
  PartnerInvited,
  PartnershipRequested,
  PartnerProposalEnded,
  PartnerJoined,
  PartnerConfirmed,
  PartnerLeft,
  LeadNamed,
  TurnsAgreed,
] as const;
