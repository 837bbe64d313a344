/** What lies in older logs: the stored fixtures are replayed by stored-events.spec.ts, the special cases here. */
import { conferenceInColumns, withSeries } from './conference-upcasters.ts';

const vancouver = {
  code: '2017-vancouver',
  hostsCoChairs: ['Canada', 'ten other member states'],
  participants: '80 member states (another count: 79)',
  statesWithNewPledges: '48 delegations new',
  headlineTotals: null,
  themes: ['smart pledges', 'cross-cutting: gender, policing'],
  source: 'Press',
};

it('hosts and co-chairs become roles; what is no state stays as stated', () =>
  expect(conferenceInColumns(vancouver)).toMatchObject({
    mainConference: null,
    roles: [
      { memberState: 'CAN', asStated: 'Canada', role: 'CO_CHAIR' },
      { memberState: null, asStated: 'ten other member states', role: 'CO_CHAIR' },
    ],
  }));

it('published figures keep their words and get the source of the record; what was not published is no figure', () =>
  expect(conferenceInColumns(vancouver)).toMatchObject({
    published: [
      { what: 'PARTICIPANTS', value: '80 member states (another count: 79)', source: 'Press' },
      { what: 'STATES_WITH_NEW_PLEDGES', value: '48 delegations new', source: 'Press' },
    ],
  }));

it('themes that run through all sessions stand apart', () =>
  expect(conferenceInColumns(vancouver)).toMatchObject({
    themes: ['smart pledges'],
    crossCuttingThemes: ['gender', 'policing'],
  }));

it('the old fields are gone', () =>
  expect(Object.keys(conferenceInColumns(vancouver) as object).sort()).toEqual([
    'code',
    'crossCuttingThemes',
    'mainConference',
    'published',
    'roles',
    'source',
    'themes',
  ]));

it.each([
  ['2014-new-york', 'summit', true],
  ['2021-seoul', 'ministerial', true],
  ['2027-nairobi', 'ministerial', true],
  ['2016-london', 'ministerial', true],
  ['2016-paris', 'ministerial', false],
  ['2021-prep-training', 'preparatory', false],
])('%s, a %s, is read as of the series: %s', (code, kind, series) =>
  expect(withSeries({ code, kind, name: 'n' })).toEqual({ code, kind, name: 'n', series, raisesFor: null }),
);
