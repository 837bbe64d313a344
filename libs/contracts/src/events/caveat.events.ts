/** Events about what a state keeps its unit from doing. Never PUBLIC. The names are the storage format. */
import { Type } from 'typebox';
import { CAVEAT_KINDS, LIFTING_CONFIRMERS } from '../vocabulary.data.ts';
import { eventsOf } from './event-contract.ts';
import { Day, Id, oneOf, orNull, Text } from './field.ts';

const pledgeEvent = eventsOf('pledge');

export const CaveatDeclared = pledgeEvent({
  type: 'CaveatDeclared',
  owner: 'verification',
  visibility: 'MEMBER_STATES',
  ownStateMayRead: true,
  summary:
    'The state names a limit on the use of its unit; it may keep it between itself and the Secretariat.',
  data: Type.Object({
    pledgeId: Id,
    caveatId: Id,
    text: Text,
    kind: oneOf(CAVEAT_KINDS),
    /** Whether the unit may be selected only where the caveat is accepted in writing. */
    blocking: Type.Boolean(),
  }),
});

export const CaveatDiscovered = pledgeEvent({
  type: 'CaveatDiscovered',
  owner: 'verification',
  visibility: 'INTERNAL',
  ownStateMayRead: true,
  summary: 'A limit that the state had not declared showed in the field.',
  data: Type.Object({
    pledgeId: Id,
    caveatId: Id,
    text: Text,
    kind: oneOf(CAVEAT_KINDS),
    blocking: Type.Boolean(),
    incidentOn: Day,
    source: Text,
  }),
});

export const CaveatLifted = pledgeEvent({
  type: 'CaveatLifted',
  owner: 'verification',
  visibility: 'MEMBER_STATES',
  ownStateMayRead: true,
  summary:
    'The state gave up a caveat that holds nothing up, or any before liftings were confirmed. No wider known than the caveat was.',
  data: Type.Object({ pledgeId: Id, caveatId: Id, liftedOn: Day, confirmationReference: Text }),
});

export const CaveatGivenUp = pledgeEvent({
  type: 'CaveatGivenUp',
  owner: 'verification',
  visibility: 'MEMBER_STATES',
  ownStateMayRead: true,
  summary:
    'The state gave up a blocking caveat, which blocks until all who must have confirmed it. No wider known than the caveat was.',
  data: Type.Object({ pledgeId: Id, caveatId: Id, givenUpOn: Day, reference: Text }),
});

export const CaveatLiftingConfirmed = pledgeEvent({
  type: 'CaveatLiftingConfirmed',
  owner: 'verification',
  visibility: 'MEMBER_STATES',
  ownStateMayRead: true,
  summary:
    'One of those who must confirm that a caveat is lifted has done so; the last one ends it. No wider known than the caveat was.',
  data: Type.Object({
    pledgeId: Id,
    caveatId: Id,
    confirmedBy: oneOf(LIFTING_CONFIRMERS),
    confirmedOn: Day,
    confirmationReference: Text,
    /** Where a mission found the caveat, what the register said of it: nobody waits for a mission that has closed. */
    mission: orNull(Type.Object({ code: Text, closesOn: orNull(Day) })),
    /** Since when it blocks no more; null while others must confirm. */
    liftedOn: orNull(Day),
  }),
});

export const CaveatLiftingRefused = pledgeEvent({
  type: 'CaveatLiftingRefused',
  owner: 'verification',
  visibility: 'MEMBER_STATES',
  ownStateMayRead: true,
  redact: { MEMBER_STATES: ['reason'] },
  summary:
    'One of those who must confirm that a caveat is lifted does not, so that it stays. No wider known than the caveat was.',
  data: Type.Object({
    pledgeId: Id,
    caveatId: Id,
    refusedBy: oneOf(LIFTING_CONFIRMERS),
    refusedOn: Day,
    /** For the state and the Secretariat. */
    reason: orNull(Text),
  }),
});

export const CaveatTalkNoted = pledgeEvent({
  type: 'CaveatTalkNoted',
  owner: 'verification',
  visibility: 'INTERNAL',
  schemaVersion: 2,
  summary: 'What was said about a caveat behind closed doors.',
  data: Type.Object({
    pledgeId: Id,
    caveatId: Id,
    text: Text,
    /** Under the Chatham House Rule: the event keeps no person, not even who noted it. */
    chathamHouse: Type.Boolean(),
  }),
  upcasters: { 1: (data) => ({ ...(data as object), chathamHouse: false }) },
});

export const caveatEvents = [
  CaveatDeclared,
  CaveatDiscovered,
  CaveatLifted,
  CaveatGivenUp,
  CaveatLiftingConfirmed,
  CaveatLiftingRefused,
  CaveatTalkNoted,
] as const;
