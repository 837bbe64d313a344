import { specFor } from '@pledgeline/event-sourcing/testing';
import { mission } from './mission.ts';

const given = specFor(mission);
const record = {
  code: 'UNSOH',
  name: 'United Nations Support Office in Haiti',
  aliases: [],
  kind: 'SUPPORTED' as const,
  hostStates: ['HTI'],
  mandatedUntil: null,
  source: 'Security Council resolution 2793 (2025)',
};
const registered = { type: 'MissionRegistered' as const, data: record };
const registering = (changes: object = {}) => ({
  type: 'RegisterMission' as const,
  data: { ...record, ...changes },
});
const desk = { role: 'DESK' };

describe('registering', () => {
  it('is done once, in states that are known', () => {
    given().when(registering(), desk).then(registered);
    given(registered).when(registering(), desk).thenRejected('MISSION_EXISTS');
    given()
      .when(registering({ hostStates: ['XXX'] }), desk)
      .thenRejected('UNKNOWN_STATE');
  });

  it('adds to what everybody knows of a mission, once', () => {
    const known = registering({ code: 'MONUSCO', name: 'MONUSCO' });
    given().when(known, desk).thenTypes('MissionRegistered');
  });

  it.each([
    ['aliases', 'UNSOH', { aliases: ['un mission in south sudan'] }],
    ['name', 'UNSOH', { name: 'UN mission in South Sudan' }],
    ['code', 'MINUSS', { code: 'MINUSS' }],
  ])('takes no name or code that means another mission: %s', (field, wanted, changes) => {
    const refused = given().when(registering(changes), desk).thenRejected('ALIAS_TAKEN');
    expect(refused.details).toEqual({ field, other: 'UNMISS', wanted });
  });
});

describe('another name', () => {
  const alias = (said: string, code = 'UNSOH') => ({
    type: 'AddMissionAlias' as const,
    data: { code, alias: said, source: 'Speech' },
  });

  it.each([
    ['UNSOH', 'BANUH'],
    ['UNMISS', 'Mission of South Sudan'],
  ])('means %s from then on', (code, said) =>
    given(registered).when(alias(said, code), desk).thenTypes('MissionAliasAdded'),
  );

  it('changes nothing where it means the mission already, in any spelling', () => {
    const added = { type: 'MissionAliasAdded' as const, data: alias('BANUH').data };
    given(registered, added).when(alias('banuh'), desk).thenNothing();
    given().when(alias('un mission in south sudan', 'UNMISS'), desk).thenNothing();
  });

  it('is refused where it means another mission, or the mission is not known', () => {
    given(registered).when(alias('Monusco'), desk).thenRejected('ALIAS_TAKEN');
    given().when(alias('BANUH'), desk).thenRejected('MISSION_NOT_FOUND');
  });
});

describe('the closure', () => {
  const closing = (closesOn: string, code = 'UNSOH') => ({
    type: 'ScheduleMissionClosure' as const,
    data: { code, closesOn, source: 'Resolution' },
  });
  const scheduled = { type: 'MissionClosureScheduled' as const, data: closing('2027-06-30').data };

  it('is on a day, that may be named anew; said twice it changes nothing', () => {
    given(registered).when(closing('2027-06-30'), desk).then(scheduled);
    given(registered, scheduled).when(closing('2027-06-30'), desk).thenNothing();
    given(registered, scheduled).when(closing('2027-12-31'), desk).thenTypes('MissionClosureScheduled');
    given().when(closing('2027-06-30'), desk).thenRejected('MISSION_NOT_FOUND');
  });

  it('of a mission that everybody knows of needs no registration, and may differ from what they know', () => {
    given().when(closing('2026-12-31', 'UNIFIL'), desk).thenNothing();
    given().when(closing('2027-12-31', 'UNIFIL'), desk).thenTypes('MissionClosureScheduled');
    given().when(closing('2027-12-31', 'MONUSCO'), desk).thenTypes('MissionClosureScheduled');
  });
});

describe('the consent of the host', () => {
  const says = (consent: 'GIVEN' | 'WITHDRAWN', changedOn: string) => ({
    type: 'ChangeHostConsent' as const,
    data: { code: 'UNSOH', consent, changedOn, source: 'A letter' },
  });
  const said = (...words: readonly (readonly ['GIVEN' | 'WITHDRAWN', string])[]) =>
    words.map(([consent, day]) => ({
      type: 'HostConsentChanged' as const,
      data: says(consent, day).data,
    }));

  it('holds until it says otherwise', () => {
    given(registered).when(says('GIVEN', '2026-01-10'), desk).thenNothing();
    given(registered).when(says('WITHDRAWN', '2026-01-10'), desk).thenTypes('HostConsentChanged');
  });

  it('goes by the day of each word and not by the order of entry', () => {
    const history = [registered, ...said(['WITHDRAWN', '2026-01-10'], ['GIVEN', '2025-06-01'])];
    given(...history)
      .when(says('WITHDRAWN', '2026-01-12'), desk)
      .thenNothing();
    given(...history)
      .when(says('WITHDRAWN', '2025-12-31'), desk)
      .thenTypes('HostConsentChanged');
    given(...history)
      .when(says('GIVEN', '2026-01-11'), desk)
      .thenTypes('HostConsentChanged');
  });
});

it.each(['MS', 'PARTNER', 'FGS', 'PD', 'DOS', 'EVAL', 'ADMIN', 'PUBLIC'])(
  '%s does not keep the register',
  (role) => {
    given().when(registering(), { role, onBehalfOf: 'HTI' }).thenRejected('FORBIDDEN');
  },
);
