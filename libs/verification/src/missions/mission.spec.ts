import { specFor } from '@pledgeline/event-sourcing/testing';
import { mission } from './mission.ts';

const given = specFor(mission);
const record = {
  code: 'UNAMID',
  name: 'African Union-United Nations Hybrid Operation in Darfur',
  hostStates: ['SDN'],
  mandatedUntil: '2020-12-31',
  source: 'Security Council resolution 2525 (2020)',
};
const registered = { type: 'MissionRegistered' as const, data: record };
const closing = { code: 'UNAMID', closesOn: '2020-12-31', source: 'Security Council resolution 2559 (2020)' };
const consent = {
  code: 'UNAMID',
  consent: 'WITHDRAWN' as const,
  changedOn: '2020-06-01',
  source: 'A letter',
};
const desk = { role: 'DESK' };

it('is registered once, in states that are known', () => {
  given().when({ type: 'RegisterMission', data: record }, desk).then(registered);
  given(registered).when({ type: 'RegisterMission', data: record }, desk).thenRejected('MISSION_EXISTS');
  given()
    .when({ type: 'RegisterMission', data: { ...record, hostStates: ['XXX'] } }, desk)
    .thenRejected('UNKNOWN_STATE');
});

it('closes on a day, that may be named anew', () => {
  const scheduled = { type: 'MissionClosureScheduled' as const, data: closing };
  given(registered).when({ type: 'ScheduleMissionClosure', data: closing }, desk).then(scheduled);
  given(registered, scheduled).when({ type: 'ScheduleMissionClosure', data: closing }, desk).thenNothing();
  given(registered, scheduled)
    .when({ type: 'ScheduleMissionClosure', data: { ...closing, closesOn: '2021-06-30' } }, desk)
    .thenTypes('MissionClosureScheduled');
  given().when({ type: 'ScheduleMissionClosure', data: closing }, desk).thenRejected('MISSION_NOT_FOUND');
});

it('the host consents until it says otherwise', () => {
  given(registered)
    .when({ type: 'ChangeHostConsent', data: { ...consent, consent: 'GIVEN' } }, desk)
    .thenNothing();
  given(registered).when({ type: 'ChangeHostConsent', data: consent }, desk).thenTypes('HostConsentChanged');
});

it('states do not keep the calendar', () => {
  given()
    .when({ type: 'RegisterMission', data: record }, { role: 'MS', onBehalfOf: 'SDN' })
    .thenRejected('FORBIDDEN');
});
