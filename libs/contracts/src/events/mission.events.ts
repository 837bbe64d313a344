/** Events of one mission's calendar: since when, until when, and whether its host consents. */
import { Type } from 'typebox';
import { HOST_STANDS } from '../vocabulary.data.ts';
import { eventsOf } from './event-contract.ts';
import { Day, oneOf, orNull, StateCode, Text } from './field.ts';

const missionEvent = eventsOf('mission');

export const MissionRegistered = missionEvent({
  type: 'MissionRegistered',
  owner: 'verification',
  visibility: 'PUBLIC',
  summary: 'A mission is known by this code, in its host states, mandated until a day.',
  data: Type.Object({
    /** As gaps and pledges name it: MINUSCA. */
    code: Text,
    name: Text,
    hostStates: Type.Array(StateCode),
    mandatedUntil: orNull(Day),
    source: Text,
  }),
});

export const MissionClosureScheduled = missionEvent({
  type: 'MissionClosureScheduled',
  owner: 'verification',
  visibility: 'PUBLIC',
  summary: 'The mission closes on a day, that may be named anew.',
  data: Type.Object({ code: Text, closesOn: Day, source: Text }),
});

export const HostConsentChanged = missionEvent({
  type: 'HostConsentChanged',
  owner: 'verification',
  visibility: 'PUBLIC',
  summary: 'The host gave or withdrew its consent to the mission.',
  data: Type.Object({ code: Text, consent: oneOf(HOST_STANDS), changedOn: Day, source: Text }),
});

export const missionEvents = [MissionRegistered, MissionClosureScheduled, HostConsentChanged] as const;
