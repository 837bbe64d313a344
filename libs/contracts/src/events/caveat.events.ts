/** Events about what a state keeps its unit from doing. Never PUBLIC. The names are the storage format. */
import { Type } from 'typebox';
import { CAVEAT_KINDS } from '../vocabulary.data.ts';
import { eventsOf } from './event-contract.ts';
import { Day, Id, oneOf, Text } from './field.ts';

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
  summary: 'The state gave up a caveat, as the Secretariat confirmed. No wider known than the caveat was.',
  data: Type.Object({ pledgeId: Id, caveatId: Id, liftedOn: Day, confirmationReference: Text }),
});

export const CaveatTalkNoted = pledgeEvent({
  type: 'CaveatTalkNoted',
  owner: 'verification',
  visibility: 'INTERNAL',
  summary: 'What was said about a caveat behind closed doors.',
  data: Type.Object({ pledgeId: Id, caveatId: Id, text: Text }),
});

export const caveatEvents = [CaveatDeclared, CaveatDiscovered, CaveatLifted, CaveatTalkNoted] as const;
