import { specFor } from '@pledgeline/event-sourcing/testing';
import { conferenceRecord } from './conference.ts';

const given = specFor(conferenceRecord);
const record = {
  code: '2027-nairobi',
  kind: 'ministerial' as const,
  name: 'Peacekeeping Ministerial',
  start: '2027-05-13',
  end: '2027-05-14',
  place: 'Nairobi',
  series: true,
  raisesFor: null,
  mainConference: null,
  roles: [{ memberState: 'KEN', asStated: 'Kenya', role: 'HOST' as const }],
  themes: ['mandates'],
  crossCuttingThemes: [],
  published: [],
  source: 'seed',
};
const register = (changes: object = {}) => ({
  type: 'RegisterConference' as const,
  data: { ...record, ...changes },
});
const revise = (changes: object = {}) => ({
  type: 'ReviseConference' as const,
  data: { ...record, ...changes },
});
const registered = { type: 'ConferenceRegistered' as const, data: record };
const revised = (changes: object) => ({
  type: 'ConferenceRevised' as const,
  data: { ...record, ...changes },
});

describe('registering', () => {
  it('a conference is registered', () => given().when(register()).then(registered));

  it('with the same content again, nothing changes', () => given(registered).when(register()).thenNothing());

  it('with other content it exists, and what differs is named', () => {
    const other = register({ place: 'Mombasa', themes: [] });
    const refused = given(registered).when(other).thenRejected('CONFERENCE_EXISTS');
    expect(refused.details).toEqual({ fields: ['place', 'themes'] });
  });

  it('after a revision, the newest content counts', () => {
    const history = [registered, revised({ place: 'Mombasa' })];
    given(...history)
      .when(register({ place: 'Mombasa' }))
      .thenNothing();
    given(...history)
      .when(register())
      .thenRejected('CONFERENCE_EXISTS');
  });

  it('by the desk alone', () => {
    given().when(register(), { role: 'MS', onBehalfOf: 'KEN' }).thenRejected('FORBIDDEN');
    given().when(register(), { role: 'ADMIN' }).thenRejected('FORBIDDEN');
  });

  it('not on a day to come, whenever the conference is', () => {
    given().when(register(), { occurredOn: '2026-01-16' }).thenRejected('DATE_IN_FUTURE');
  });

  it.each([
    ['2027-05-13', '2027-05-12'],
    ['2027-05', '2027-04-30'],
    ['2027-05-13', '2026'],
  ])('from %s to %s is no time', (start, end) => {
    given().when(register({ start, end })).thenRejected('END_BEFORE_START');
  });

  it.each([
    ['2027-05-13', '2027-05'],
    ['2027', '2027-01-01'],
    [null, '2027'],
    ['2027', null],
    [null, null],
  ])('from %s to %s may be', (start, end) =>
    given().when(register({ start, end })).thenTypes('ConferenceRegistered'),
  );
});

describe('the main conference', () => {
  const preparatory = {
    code: '2027-prep-accra',
    series: false,
    kind: 'preparatory',
    mainConference: '2027-nairobi',
  };

  it('is named by a preparatory one', () =>
    given().when(register(preparatory)).thenTypes('ConferenceRegistered'));

  it('is named by no other, and never by itself', () => {
    given()
      .when(register({ mainConference: '2025-berlin' }))
      .thenRejected('MAIN_CONFERENCE_UNFITTING');
    given()
      .when(register({ ...preparatory, code: '2027-nairobi' }))
      .thenRejected('MAIN_CONFERENCE_UNFITTING');
  });
});

describe('what is of the series, and what raises money', () => {
  it.each([
    ['summit', true, null, undefined],
    ['ministerial', true, null, undefined],
    ['summit', false, null, undefined],
    ['ministerial', false, null, undefined],
    ['preparatory', false, null, undefined],
    ['fundraising', false, null, undefined],
    ['fundraising', false, 'Peacebuilding Fund', undefined],
    ['preparatory', true, null, 'SERIES_UNFITTING'],
    ['fundraising', true, 'Peacebuilding Fund', 'SERIES_UNFITTING'],
    ['summit', true, 'Peacebuilding Fund', 'RAISES_FOR_UNFITTING'],
    ['ministerial', false, 'AMISOM', 'RAISES_FOR_UNFITTING'],
    ['preparatory', false, 'AMISOM', 'RAISES_FOR_UNFITTING'],
  ])('a %s, of the series: %s, for %s: %s', (kind, series, raisesFor, refusal) => {
    const tried = given().when(register({ kind, series, raisesFor }));
    if (refusal === undefined) tried.thenTypes('ConferenceRegistered');
    else tried.thenRejected(refusal);
    const again = given(registered).when(revise({ name: 'Other', kind, series, raisesFor }));
    if (refusal === undefined) again.thenTypes('ConferenceRevised');
    else again.thenRejected(refusal);
  });
});

describe('revising', () => {
  it('a better record replaces the old one', () =>
    given(registered)
      .when(revise({ published: [{ what: 'STATES_WITH_NEW_PLEDGES', value: '74', source: 'Press' }] }))
      .then(revised({ published: [{ what: 'STATES_WITH_NEW_PLEDGES', value: '74', source: 'Press' }] })));

  it('the same record changes nothing', () => given(registered).when(revise()).thenNothing());

  it('what was never registered is not found', () => {
    given().when(revise()).thenRejected('CONFERENCE_NOT_FOUND');
  });

  it('by the desk alone', () => {
    given(registered)
      .when(revise({ place: 'Mombasa' }), { role: 'SFGC' })
      .thenRejected('FORBIDDEN');
  });
});

it('an event it does not know changes nothing', () =>
  expect(given(registered, { type: 'SomethingNew', data: {} }).state()).toEqual(record));
