import { conferenceAndItsCounts, conferencesAndTheirCounts } from './conferences-and-their-counts.ts';
import { aLog, type Log, desk } from '../../testing/a-log.ts';
import { announce, withdraw } from '../../testing/a-pledge.ts';
import { registerConference } from '../../testing/around-a-pledge.ts';
import { closeAll, contextOf } from '../../testing/read-models-of.ts';

afterEach(closeAll);

const conference = '2021-seoul';

it('shows the published counts word for word, and ours beside them', async () => {
  const log = aLog();
  registerConference(log, conference, { start: '2021-12-07', end: '2021-12-08' });
  announce(log, 'one', { conference });
  announce(log, 'two', { conference });
  announce(log, 'three', { conference, memberState: 'RWA' });
  announce(log, 'elsewhere', { memberState: 'CAN' });
  expect(await conferenceAndItsCounts(await contextOf(log.events), conference, desk)).toMatchObject({
    code: conference,
    published: [{ what: 'STATES_WITH_NEW_PLEDGES', value: '64 (other counts: 62)' }],
    counted: {
      pledges: { value: 3, definition: expect.any(String) },
      statesWithNewPledges: { value: 2, definition: expect.any(String) },
    },
    revision: 0,
  });
});

it('a state counts when it made a new pledge: a repeat, or one taken back before the close, is none', async () => {
  const log = aLog();
  registerConference(log, conference, { end: '2021-12-08' });
  announce(log, 'new', { conference, memberState: 'BGD' }, { on: '2021-12-07' });
  announce(log, 'repeat', { conference, memberState: 'RWA', duplicateChecked: true }, { on: '2021-12-07' });
  announce(log, 'renewed', { conference, memberState: 'NPL', standing: 'RENEWED' }, { on: '2021-12-07' });
  announce(log, 'taken back', { conference, memberState: 'CAN' }, { on: '2021-12-01' });
  withdraw(log, 'taken back', '2021-12-07');
  announce(log, 'taken back later', { conference, memberState: 'ESP' }, { on: '2021-12-01' });
  withdraw(log, 'taken back later', '2022-06-01');
  const { counted } = await conferenceAndItsCounts(await contextOf(log.events), conference, desk);
  expect([counted.pledges.value, counted.statesWithNewPledges.value]).toEqual([5, 2]);
});

it('an end known by its month only is compared by its month', async () => {
  const log = aLog();
  registerConference(log, conference, { end: '2020-11' });
  announce(log, 'before', { conference, memberState: 'CAN' }, { on: '2020-10-01' });
  withdraw(log, 'before', '2020-10-31');
  announce(log, 'during', { conference, memberState: 'ESP' }, { on: '2020-10-01' });
  withdraw(log, 'during', '2020-11-01');
  const { counted } = await conferenceAndItsCounts(await contextOf(log.events), conference, desk);
  expect(counted.statesWithNewPledges.value).toBe(1);
});

it('a revision replaces the record', async () => {
  const log = aLog();
  const { data } = registerConference(log, conference);
  log.add(conference, 'ConferenceRevised', { ...(data as object), place: 'Seoul' });
  const answer = await conferenceAndItsCounts(await contextOf(log.events), conference, desk);
  expect(answer).toMatchObject({ place: 'Seoul', revision: 1 });
});

it('the list is in the order of the codes', async () => {
  const log = aLog();
  registerConference(log, '2023-accra');
  registerConference(log, '2014-new-york');
  const { items, total } = await conferencesAndTheirCounts(await contextOf(log.events), {});
  expect(items.map(({ code }) => code)).toEqual(['2014-new-york', '2023-accra']);
  expect(total).toBe(2);
});

it('who hosts, chairs and drives it, with what each of them promised there', async () => {
  const log = aLog();
  registerConference(log, conference, {
    roles: [
      { memberState: 'CAN', asStated: 'Canada', role: 'CO_CHAIR' },
      { memberState: 'RWA', asStated: 'Rwanda', role: 'DRIVER' },
      { memberState: null, asStated: 'ten other member states', role: 'CO_CHAIR' },
    ],
  });
  announce(log, 'one', { conference, memberState: 'CAN' });
  announce(log, 'elsewhere', { memberState: 'RWA' });
  const { roles } = await conferenceAndItsCounts(await contextOf(log.events), conference, desk);
  expect(roles).toMatchObject([
    { role: 'CO_CHAIR', pledges: 1, href: '/pledges?conference=2021-seoul&memberState=CAN' },
    { role: 'DRIVER', pledges: 0 },
    { asStated: 'ten other member states', pledges: null, href: null },
  ]);
});

it('a main conference lists those that prepare it', async () => {
  const log = aLog();
  registerConference(log, conference);
  const preparatory = {
    kind: 'preparatory' as const,
    series: false,
    mainConference: conference,
    start: '2021-07-21',
  };
  registerConference(log, '2021-prep-performance', preparatory);
  registerConference(log, '2021-prep-alone', { kind: 'preparatory', series: false });
  const context = await contextOf(log.events);
  expect((await conferenceAndItsCounts(context, conference, desk)).preparedBy).toMatchObject([
    { code: '2021-prep-performance', start: '2021-07-21' },
  ]);
  expect(await conferenceAndItsCounts(context, '2021-prep-performance', desk)).toMatchObject({
    mainConference: conference,
    preparedBy: [],
  });
});

describe('the series', () => {
  const placeOf = async (code: string, tell: (log: Log) => void = () => undefined) => {
    const log = aLog();
    tell(log);
    return (await conferenceAndItsCounts(await contextOf(log.events), code, desk)).placeInSeries;
  };

  it('counts those that everybody knows of, so that Seoul is the sixth although it alone was entered', async () => {
    const seoul = (log: Log) => registerConference(log, conference, { start: '2021-12-07' });
    expect(await placeOf(conference, seoul)).toBe(6);
  });

  it('goes by the day and not by the order of entry; what the desk enters counts', async () => {
    const entered = (log: Log) => {
      registerConference(log, '2027-nairobi', { start: '2027-05-13' });
      registerConference(log, '2022-geneva', { start: '2022-03-01' });
      registerConference(log, conference, { start: '2021-12-07' });
    };
    expect(await placeOf('2022-geneva', entered)).toBe(7);
    expect(await placeOf('2027-nairobi', entered)).toBe(10); // after Accra and Berlin
    expect(await placeOf(conference, entered)).toBe(6);
  });

  it('is without those beside it, and without those that the desk has taken out', async () => {
    const beside = (log: Log) => {
      registerConference(log, '2016-paris', { start: '2016-10-26', series: false });
      registerConference(log, '2019-new-york', { start: '2019-03-29', series: false });
      registerConference(log, conference, { start: '2021-12-07' });
    };
    expect(await placeOf('2016-paris', beside)).toBeNull();
    expect(await placeOf(conference, beside)).toBe(5);
  });
});

it('lists are by kind and by series, and both together', async () => {
  const log = aLog();
  registerConference(log, conference);
  registerConference(log, '2016-paris', { series: false });
  registerConference(log, '2027-fund', {
    kind: 'fundraising',
    series: false,
    raisesFor: 'Peacebuilding Fund',
    roles: [{ memberState: 'NOR', asStated: 'Norway', role: 'HOST' }],
  });
  const context = await contextOf(log.events);
  const codes = async (question: { kind?: string; series?: string }) =>
    (await conferencesAndTheirCounts(context, question)).items.map(({ code }) => code);
  expect(await codes({ series: 'true' })).toEqual([conference]);
  expect(await codes({ series: 'false' })).toEqual(['2016-paris', '2027-fund']);
  expect(await codes({ kind: 'ministerial', series: 'false' })).toEqual(['2016-paris']);
  expect(await codes({ kind: 'fundraising' })).toEqual(['2027-fund']);
  expect(await codes({ kind: 'fundraising', series: 'true' })).toEqual([]);
  expect(await conferenceAndItsCounts(context, '2027-fund', desk)).toMatchObject({
    raisesFor: 'Peacebuilding Fund',
    placeInSeries: null,
    roles: [{ memberState: 'NOR', role: 'HOST', pledges: 0 }],
  });
});

it('an unknown one is not found', async () => {
  await expect(conferenceAndItsCounts(await contextOf([]), 'x', desk)).rejects.toMatchObject({
    code: 'CONFERENCE_NOT_FOUND',
    details: { conference: 'x' },
  });
});
