import { readFileSync } from 'node:fs';
import { catalogue } from '@pledgeline/contracts';
import type { RecordedEvent } from '@pledgeline/event-sourcing';
import { parseConference } from './parse-conference.ts';
import type { ReviseConferenceRequest } from './conference.request.ts';

const meeting = { kind: 'ministerial' as const, name: 'Ministerial', source: 'Press' };

it('a row of the conference file says what its events of old say, so that importing it again adds nothing', () => {
  const file = new URL('../../../contracts/stored/ConferenceRegistered.v1.json', import.meta.url);
  const stored = JSON.parse(readFileSync(file, 'utf8')) as RecordedEvent;
  const row = stored.data as ReviseConferenceRequest & { readonly code: string };
  expect(parseConference(row.code, row)).toEqual(catalogue.upcast(stored).data);
});

it('a role names its state; who has one is not named again as a co-chair', () =>
  expect(
    parseConference('2021-seoul', {
      ...meeting,
      roles: [{ memberState: 'Republic of Korea', role: 'HOST' }],
      hostsCoChairs: ['KOR', 'Rwanda', 'ten others'],
    }).roles,
  ).toEqual([
    { memberState: 'KOR', asStated: 'Republic of Korea', role: 'HOST' },
    { memberState: 'RWA', asStated: 'Rwanda', role: 'CO_CHAIR' },
    { memberState: null, asStated: 'ten others', role: 'CO_CHAIR' },
  ]));

it('facts with their own sources stand beside those of the file', () =>
  expect(
    parseConference('2021-seoul', {
      ...meeting,
      statesWithNewPledges: '62',
      published: [{ what: 'STATES_WITH_NEW_PLEDGES', value: '64', source: 'Analysis' }],
    }).published,
  ).toEqual([
    { what: 'STATES_WITH_NEW_PLEDGES', value: '62', source: 'Press' },
    { what: 'STATES_WITH_NEW_PLEDGES', value: '64', source: 'Analysis' },
  ]));

it.each([
  [{}, true],
  [{ kind: 'summit' as const }, true],
  [{ kind: 'preparatory' as const }, false],
  [{ kind: 'fundraising' as const }, false],
  [{ series: null }, true],
  [{ series: false }, false],
  [{ kind: 'fundraising' as const, series: true }, true],
])('%j is of the series: %s; what is stated is not changed', (said, series) =>
  expect(parseConference('2027-nairobi', { ...meeting, ...said }).series).toBe(series),
);

it('the conference on French-speaking environments of 2016 is beside the series, unless the desk says otherwise', () => {
  expect(parseConference('2016-paris', meeting).series).toBe(false);
  expect(parseConference('2016-paris', { ...meeting, series: true }).series).toBe(true);
});
