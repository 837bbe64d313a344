import { conferenceAndItsCounts, conferencesAndTheirCounts } from './conferences-and-their-counts.ts';
import { aLog } from './testing/a-log.ts';
import { announce, withdraw } from './testing/a-pledge.ts';
import { registerConference } from './testing/around-a-pledge.ts';
import { closeAll, readingOf } from './testing/read-models-of.ts';

afterEach(closeAll);

const conference = '2021-seoul';

it('shows the published counts word for word, and ours beside them', async () => {
  const log = aLog();
  registerConference(log, conference, { start: '2021-12-07', end: '2021-12-08' });
  announce(log, 'one', { conference });
  announce(log, 'two', { conference });
  announce(log, 'three', { conference, memberState: 'RWA' });
  announce(log, 'elsewhere', { memberState: 'CAN' });
  expect(await conferenceAndItsCounts(await readingOf(log.events), conference)).toMatchObject({
    code: conference,
    published: { statesWithNewPledges: '64 (other counts: 62)' },
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
  const { counted } = await conferenceAndItsCounts(await readingOf(log.events), conference);
  expect([counted.pledges.value, counted.statesWithNewPledges.value]).toEqual([5, 2]);
});

it('an end known by its month only is compared by its month', async () => {
  const log = aLog();
  registerConference(log, conference, { end: '2020-11' });
  announce(log, 'before', { conference, memberState: 'CAN' }, { on: '2020-10-01' });
  withdraw(log, 'before', '2020-10-31');
  announce(log, 'during', { conference, memberState: 'ESP' }, { on: '2020-10-01' });
  withdraw(log, 'during', '2020-11-01');
  const { counted } = await conferenceAndItsCounts(await readingOf(log.events), conference);
  expect(counted.statesWithNewPledges.value).toBe(1);
});

it('a revision replaces the record', async () => {
  const log = aLog();
  const { data } = registerConference(log, conference);
  log.add(conference, 'ConferenceRevised', { ...(data as object), place: 'Seoul' });
  const answer = await conferenceAndItsCounts(await readingOf(log.events), conference);
  expect(answer).toMatchObject({ place: 'Seoul', revision: 1 });
});

it('the list is in the order of the codes', async () => {
  const log = aLog();
  registerConference(log, '2023-accra');
  registerConference(log, '2014-new-york');
  const { items, total } = await conferencesAndTheirCounts(await readingOf(log.events), {});
  expect(items.map(({ code }) => code)).toEqual(['2014-new-york', '2023-accra']);
  expect(total).toBe(2);
});

it('an unknown one is not found', async () => {
  await expect(conferenceAndItsCounts(await readingOf([]), 'x')).rejects.toMatchObject({
    code: 'CONFERENCE_NOT_FOUND',
    details: { conference: 'x' },
  });
});
