import { conferenceAndItsCounts, conferencesAndTheirCounts } from './conferences-and-their-counts.ts';
import { aLog } from '../../testing/a-log.ts';
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
  expect(await conferenceAndItsCounts(await contextOf(log.events), conference)).toMatchObject({
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
  const { counted } = await conferenceAndItsCounts(await contextOf(log.events), conference);
  expect([counted.pledges.value, counted.statesWithNewPledges.value]).toEqual([5, 2]);
});

it('an end known by its month only is compared by its month', async () => {
  const log = aLog();
  registerConference(log, conference, { end: '2020-11' });
  announce(log, 'before', { conference, memberState: 'CAN' }, { on: '2020-10-01' });
  withdraw(log, 'before', '2020-10-31');
  announce(log, 'during', { conference, memberState: 'ESP' }, { on: '2020-10-01' });
  withdraw(log, 'during', '2020-11-01');
  const { counted } = await conferenceAndItsCounts(await contextOf(log.events), conference);
  expect(counted.statesWithNewPledges.value).toBe(1);
});

it('a revision replaces the record', async () => {
  const log = aLog();
  const { data } = registerConference(log, conference);
  log.add(conference, 'ConferenceRevised', { ...(data as object), place: 'Seoul' });
  const answer = await conferenceAndItsCounts(await contextOf(log.events), conference);
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
  const { roles } = await conferenceAndItsCounts(await contextOf(log.events), conference);
  expect(roles).toMatchObject([
    { role: 'CO_CHAIR', pledges: 1, href: '/pledges?conference=2021-seoul&memberState=CAN' },
    { role: 'DRIVER', pledges: 0 },
    { asStated: 'ten other member states', pledges: null, href: null },
  ]);
});

it('a main conference lists those that prepare it', async () => {
  const log = aLog();
  registerConference(log, conference);
  const preparatory = { kind: 'preparatory' as const, mainConference: conference, start: '2021-07-21' };
  registerConference(log, '2021-prep-performance', preparatory);
  registerConference(log, '2021-prep-alone', { kind: 'preparatory' });
  const context = await contextOf(log.events);
  expect((await conferenceAndItsCounts(context, conference)).preparedBy).toMatchObject([
    { code: '2021-prep-performance', start: '2021-07-21' },
  ]);
  expect(await conferenceAndItsCounts(context, '2021-prep-performance')).toMatchObject({
    mainConference: conference,
    preparedBy: [],
  });
});

it('an unknown one is not found', async () => {
  await expect(conferenceAndItsCounts(await contextOf([]), 'x')).rejects.toMatchObject({
    code: 'CONFERENCE_NOT_FOUND',
    details: { conference: 'x' },
  });
});
