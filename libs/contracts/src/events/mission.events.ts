/** Events of one mission's calendar: since when, until when, and whether its host consents. */
import { Type } from 'typebox';
import { HOST_STANDS } from '../vocabulary.data.ts';
import { eventsOf, type Upcaster } from './event-contract.ts';
import { mission, MISSION_KINDS } from '../reference/mission.ts';
import { Day, oneOf, orNull, StateCode, Text } from './field.ts';

const missionEvent = eventsOf('mission');

/** Version 1 had no kinds, and no other names. */
const withKind: Upcaster = (data) => ({
  ...(data as object),
  aliases: [],
  kind: mission((data as { readonly code: string }).code)?.kind ?? 'PEACEKEEPING',
});

export const MissionRegistered = missionEvent({
  type: 'MissionRegistered',
  owner: 'verification',
  schemaVersion: 2,
  visibility: 'PUBLIC',
  summary: 'A mission is known by this code, in its host states, mandated until a day.',
  data: Type.Object({
    /** As gaps and pledges name it: MINUSCA. */
    code: Text,
    name: Text,
    aliases: Type.Array(Text),
    kind: oneOf(MISSION_KINDS),
    hostStates: Type.Array(StateCode),
    mandatedUntil: orNull(Day),
    source: Text,
  }),
  upcasters: { 1: withKind },
});

export const MissionAliasAdded = missionEvent({
  type: 'MissionAliasAdded',
  owner: 'verification',
  visibility: 'PUBLIC',
  summary: 'The mission is meant by another name, too.',
  data: Type.Object({ code: Text, alias: Text, source: Text }),
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

export const missionEvents = [
  MissionRegistered,
  MissionAliasAdded,
  MissionClosureScheduled,
  HostConsentChanged,
] as const;
